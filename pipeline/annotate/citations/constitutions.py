"""Constitutions and codes of law by the country they name: "Constitution of Kenya", "Polish Labour Code"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.annotate.citations.countries import CountryGrammar
from pipeline.annotate.citations.model import NO_COUNTRY, Citation, Phrases, alternation

# With a capital letter: without, it is what something is made of.
CONSTITUTION = re.compile(
    r"\b(?:(?:Federal\s)?Constitution|Constitución|Constituição|Costituzione)\b"
    r"(?:\s(?:Política|Nacional|Federal|fédérale)\b)?"
)
# Looking for these is far quicker than the pattern.
SIGNS = ("Constituti", "Constituci", "Constitui", "Costituzione")
# States without one constitution in writing.
UNWRITTEN = frozenset({"GB", "NZ", "IL"})


def build_code_pattern(phrases: Phrases) -> re.Pattern[str]:
    """The names of codes of law: "Labour Code", but not "Civil Code Commission"."""
    return re.compile(rf"\b{alternation(phrases, 'code_of_law')}\b(?!\s[A-Z])")


def find_constitutions(text: str, countries: CountryGrammar) -> Iterator[Citation]:
    """Constitutions, each under the name of its country: "the Polish Constitution" is that of Poland."""
    for match in CONSTITUTION.finditer(text) if any(sign in text for sign in SIGNS) else ():
        code, start = countries.beside(text, *match.span())
        if code and code not in UNWRITTEN:
            value = f"{code}:Constitution of {countries.names[code]}"
            yield Citation(value, start, match.end(), "national:constitution")


def find_codes_of_law(text: str, pattern: re.Pattern[str], countries: CountryGrammar) -> Iterator[Citation]:
    """Codes of law: "the Polish Labour Code"; "the Penal Code" is that of the document's country."""
    for match in pattern.finditer(text):
        code, start = countries.beside(text, *match.span())
        yield Citation(f"{code or NO_COUNTRY}:{match.group()}", start, match.end(), "national:code_of_law")
