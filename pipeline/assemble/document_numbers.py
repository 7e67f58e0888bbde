"""Numbers under which documents are issued, "EBA/GL/2031/06", and the body that gives them.

The series of a body are data (`numbers` in vocabulary/bodies). Series in which many issue are here: they
tell no issuer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.vocabulary import Body, Vocabulary

# Command papers of the United Kingdom, the Spanish gazette; case counts.
SHARED = (
    r"(?:CP|Cm|Cmd|Cmnd|Cd)\s?\d{2,5}(?!/)",
    r"BOE-A-\d{4}-\d{3,6}",
    r"(?:E|S)/(?:RES/|C/)[\w./()-]*\d",
    r"(?:UNEP|FAO|HCCH|APEC|ASEAN|G20|GPAI|ILO|UNDP)/[A-Z0-9/.-]*\d[A-Z0-9/.-]*",
)
# The form of a symbol with its year, whoever gives it: "HARB/REC/2031/4".
SYMBOL = r"[A-Z]{2,8}/(?:[A-Z]{2,8}/){0,2}(?:19|20)\d\d/\d{1,4}"
# A number that is a part of the title's first words: "Guidelines 05/2020 on …".
NAMED_NUMBER = re.compile(
    r"(?:Guidelines|Opinion|Recommendations?|Statement|Joint Opinion)\s\d{1,2}/(?:19|20)\d\d"
)
BEFORE = r"(?<![\w/(.-])"
BEHIND = r"(?![\w/]|-\d)"


@dataclass(slots=True, frozen=True)
class Numbers:
    """One pattern for the numbers of all series, and the body of each named group."""

    pattern: re.Pattern[str]
    owners: dict[str, Body]

    def find(self, text: str, start: int, end: int) -> Iterator[tuple[re.Match[str], Body | None]]:
        """Each number in text[start:end], with its body where only one gives such numbers."""
        for match in self.pattern.finditer(text, start, end):
            yield match, self.owners.get(match.lastgroup or "")


def read_numbers(vocabulary: Vocabulary) -> Numbers:
    """The numbers of a vocabulary, built once."""
    if vocabulary.version not in _NUMBERS:
        _NUMBERS.clear()
        _NUMBERS[vocabulary.version] = build_numbers(vocabulary)
    return _NUMBERS[vocabulary.version]


_NUMBERS: dict[str, Numbers] = {}


def build_numbers(vocabulary: Vocabulary) -> Numbers:
    """A named group for each series of a body, then the series of many and the numbers of titles."""
    rules = [(body, rule) for body in vocabulary.bodies.values() for rule in body.numbers]
    # Print sets any space between letters and number.
    groups = [rf"(?P<n{index}>{rule})".replace(" ", r"\s") for index, (_, rule) in enumerate(rules)]
    joined = "|".join([*groups, *SHARED, SYMBOL, NAMED_NUMBER.pattern])
    owners = {f"n{index}": body for index, (body, _) in enumerate(rules)}
    return Numbers(re.compile(rf"{BEFORE}(?:{joined}){BEHIND}"), owners)
