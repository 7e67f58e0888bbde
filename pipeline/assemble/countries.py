"""Countries that a text names, by ISO 3166-1 code."""

from __future__ import annotations

import re
from collections import Counter

from pipeline.vocabulary import Vocabulary
from pipeline.vocabulary.choice import choose_from

FILE = "countries"
# Fewer names are no group of states: two governments may issue a text together.
LEAST_STATES = 4


def count_countries(text: str, vocabulary: Vocabulary) -> Counter[str]:
    """How often each country is named: "the Republic of Bulgaria", "BULGARIAN", "Bulgaria's" -> BG."""
    pattern, codes = build_countries(vocabulary)
    return Counter(codes[match.group().casefold()] for match in pattern.finditer(text))


def find_country(text: str, vocabulary: Vocabulary) -> tuple[str, tuple[int, int]] | None:
    """The first country that a text names, with its place."""
    pattern, codes = build_countries(vocabulary)
    match = pattern.search(text)
    return (codes[match.group().casefold()], match.span()) if match else None


def are_states(names: list[str], vocabulary: Vocabulary) -> bool:
    """Whether a text is issued by a group of states, which it lists by name."""
    return len(names) >= LEAST_STATES and all(
        find_country(name, vocabulary) or name in vocabulary.phrases("scope", "eu") for name in names
    )


def build_countries(vocabulary: Vocabulary) -> tuple[re.Pattern[str], dict[str, str]]:
    """One pattern for all names, as written or in capitals, and the code of each; built once."""
    if vocabulary.version not in _PATTERNS:
        names = {
            name: code
            for code, lists in vocabulary.phrase_lists.get(FILE, {}).items()
            for phrases in lists.values()
            for name in phrases
        }
        forms = choose_from(re.escape(form) for name in names for form in (name, name.upper()))
        _PATTERNS.clear()
        _PATTERNS[vocabulary.version] = (
            re.compile(rf"(?<!\w){forms}(?!\w)"),
            {name.casefold(): code for name, code in names.items()},
        )
    return _PATTERNS[vocabulary.version]


_PATTERNS: dict[str, tuple[re.Pattern[str], dict[str, str]]] = {}
