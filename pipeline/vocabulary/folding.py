"""Variants of a phrase that count as the same words: case, hyphens, plural."""

from __future__ import annotations

import re

NOT_WORD = re.compile(r"[\W_]+")
# An English plural rule is enough for the last word of a noun phrase; other languages list
# their forms as variants.
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


def plural(phrase: str) -> str:
    """The English plural of the last word: "duty" -> "duties", "bias" -> "biases"."""
    if phrase.endswith("y") and phrase[-2:-1] not in "aeiou":
        return phrase[:-1] + "ies"
    return phrase + ("es" if SIBILANT.search(phrase) else "s")
