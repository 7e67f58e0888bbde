"""Variants of a phrase that count as the same words: case, hyphens, plural."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

NOT_WORD = re.compile(r"[\W_]+")
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
# Words shorter than this (articles, prepositions) have no plural.
LONG_WORD = 4
SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$")


def fold(text: str) -> str:
    """Casefold and turn every run of punctuation and space into one space: "Non-Harm" -> "non harm"."""
    return NOT_WORD.sub(" ", text.casefold()).strip()


def respell(phrases: Iterable[str], language: str) -> set[str]:
    """Every spelling of the phrases: hyphens or spaces, inflected, and in English British or American."""
    forms = set()
    for phrase in phrases:
        lowered = phrase.lower()
        forms |= {lowered, lowered.replace("-", " "), lowered.replace("-", "")}
    if language == "en":
        forms |= {swap(form) for form in forms for swap in (british, american)}
    inflect = INFLECT.get(language)
    if inflect is not None:
        forms |= {inflected for form in forms if form[-1:].isalpha() for inflected in inflect(form)}
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


def inflect_en(phrase: str) -> list[str]:
    """The English plural."""
    return [plural(phrase)]


def inflect_fr(phrase: str) -> list[str]:
    """French plurals: "donnée sensible" -> "données sensibles"."""
    words = phrase.split(" ")
    return [phrase + "s", phrase + "es", " ".join(with_s(word) for word in words)]


def inflect_es(phrase: str) -> list[str]:
    """Spanish and Portuguese plurals: "menor" -> "menores", "dado pessoal" -> "dados pessoais"."""
    words = phrase.split(" ")
    return [phrase + "s", phrase + "es", " ".join(plural_es(word) for word in words)]


def inflect_de(phrase: str) -> list[str]:
    """German endings of the last word: "Anbieter" -> "Anbietern", "Recht" -> "Rechte", "Rechts"."""
    return [phrase + ending for ending in ("e", "en", "n", "s", "es", "er")]


def inflect_nl(phrase: str) -> list[str]:
    """Dutch endings of the last word: "beginsel" -> "beginselen", "burger" -> "burgers"."""
    return [phrase + ending for ending in ("e", "en", "s", "n")]


def inflect_it(phrase: str) -> list[str]:
    """Italian plurals: "dato personale" -> "dati personali"."""
    return [" ".join(plural_it(word) for word in phrase.split(" "))]


def with_s(word: str) -> str:
    """A French word with its plural ending; short words (de, la, à) keep their form."""
    return word if len(word) < LONG_WORD or word[-1] in "sxz" else word + "s"


def plural_es(word: str) -> str:
    """A Spanish or Portuguese plural: "derecho" -> "derechos", "pessoal" -> "pessoais"."""
    if len(word) < LONG_WORD or word[-1] in "sz":
        return word
    for ending, changed in (("ção", "ções"), ("ción", "ciones"), ("al", "ais"), ("el", "eis"), ("m", "ns")):
        if word.endswith(ending):
            return word.removesuffix(ending) + changed
    return word + ("s" if word[-1] in "aeiouáéíóú" else "es")


def plural_it(word: str) -> str:
    """An Italian plural: "diritto" -> "diritti", "regola" -> "regole"."""
    if len(word) < LONG_WORD or word[-1] not in "aoe":
        return word
    return word[:-1] + ("e" if word[-1] == "a" else "i")


# Inflected forms of a phrase by language; a form that no one writes does no harm.
INFLECT: dict[str, Callable[[str], list[str]]] = {
    "en": inflect_en,
    "fr": inflect_fr,
    "es": inflect_es,
    "pt": inflect_es,
    "de": inflect_de,
    "nl": inflect_nl,
    "it": inflect_it,
}
