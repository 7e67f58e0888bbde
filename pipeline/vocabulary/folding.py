"""Variants of a phrase that count as the same words: case, hyphens, plural."""

from __future__ import annotations

import re
from collections.abc import Iterable

NOT_WORD = re.compile(r"[\W_]+")
# An English plural rule is enough for the last word of a noun phrase; other languages list
# their forms as variants.
BRITISH_OF = {
    "ization": "isation",
    "izing": "ising",
    "ized": "ised",
    "labor": "labour",
    "behavior": "behaviour",
    "centered": "centred",
    "program ": "programme ",
    "judgment": "judgement",
    "modeling": "modelling",
    "labeling": "labelling",
    "defense": "defence",
}
AMERICAN_OF = {british: american for american, british in BRITISH_OF.items()}
AMERICAN = re.compile("|".join(BRITISH_OF))
BRITISH = re.compile("|".join(AMERICAN_OF))
SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$")


def fold(text: str) -> str:
    """Casefold and turn every run of punctuation and space into one space: "Non-Harm" -> "non harm"."""
    return NOT_WORD.sub(" ", text.casefold()).strip()


def expand(phrase: str, language: str) -> set[str]:
    """The folded forms under which `phrase` counts: as written, and in English its plural."""
    folded = fold(phrase)
    forms = {folded}
    if language == "en" and folded and folded[-1].isalpha():
        forms.add(plural(folded))
    return forms


def respell(phrases: Iterable[str], language: str) -> set[str]:
    """Every spelling of the phrases: hyphens or spaces, and in English plural and British or American."""
    forms = set()
    for phrase in phrases:
        lowered = phrase.lower()
        forms |= {lowered, lowered.replace("-", " "), lowered.replace("-", "")}
    if language == "en":
        forms |= {swap(form) for form in forms for swap in (british, american)}
        forms |= {plural(form) for form in forms if form[-1:].isalpha()}
    return forms


def british(phrase: str) -> str:
    """British spelling: "organization" -> "organisation", "labor" -> "labour"."""
    return AMERICAN.sub(lambda match: BRITISH_OF[match.group()], phrase)


def american(phrase: str) -> str:
    """American spelling: "organisation" -> "organization", "centred" -> "centered"."""
    return BRITISH.sub(lambda match: AMERICAN_OF[match.group()], phrase)


def plural(phrase: str) -> str:
    """The English plural of the last word: "duty" -> "duties", "bias" -> "biases"."""
    if phrase.endswith("y") and phrase[-2:-1] not in "aeiou":
        return phrase[:-1] + "ies"
    return phrase + ("es" if SIBILANT.search(phrase) else "s")
