"""What a place is worth as evidence: whether a lawyer would quote it for the tag.

The signs of a term (salience.py) decide whether it counts; this decides which of its places are shown, and
how many.
"""

from __future__ import annotations

from pipeline.assemble.places import Place

# Fields whose terms have a name proper: the principle of robustness is quoted where "robustness" stands.
NAMED_FIELDS = {"principles", "fundamental_rights"}
# What a name proper adds: a stated "robustness" is worth more than a heading "Robust tools".
NAME_WORTH = 3
# From this worth of the best place on two places are shown, below it one says what there is.
TWO_ROWS = 7


def worth(place: Place) -> int:
    """8 its own heading or spoken to, 6 stated (7 in a list), 4 laid down as a norm, 2 named, 0 hinted at.

    Somebody is an addressee where the text speaks to him; a norm in his sentence may be meant for another:
    "Banks must inform consumers."
    """
    if place.weak:
        return 0
    if place.mention.group == "addressees":
        return 8 if place.spoken else 4 if place.fills_heading else 2
    if place.in_name:
        return 2
    named = NAME_WORTH if place.principal and place.mention.group in NAMED_FIELDS else 0
    if place.fills_heading:
        return 8 + named
    if place.duty or place.cue:
        return 6 + named + (place.listed and place.cue)
    return (4 if place.norm else 2) + named


def count_rows(best: int) -> int:
    """How many places are shown of a value whose best place is worth so much."""
    return 2 if best >= TWO_ROWS else 1
