"""The Charter of Fundamental Rights without its full name: "Article 8 of the Charter"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.annotate.citations.model import Citation, Phrases, alternation

OTHER_CHARTER = re.compile(
    r"(?:UN|United Nations|African|Social|ASEAN|Arab|Canadian|Earth|Digital|Olympic)\s"
    r"(?:Rights\s)?Charter\b|\bCharter (?:for|on|of the United)\b"
)
EU_LAW = re.compile(r"3\d{4}[RLDFE]\d+|teu|tfeu|charter")


@dataclass(slots=True, frozen=True)
class CharterGrammar:
    """The compiled short forms and the words that must stand in the text too."""

    short: re.Pattern[str]
    rights: re.Pattern[str]


def build_charter_grammar(phrases: Phrases) -> CharterGrammar:
    """Compile the forms; they count as printed, with the capital."""
    return CharterGrammar(
        short=re.compile(rf"(?<!\w){alternation(phrases, 'charter')}(?!\w)(?!\s(?:of|for|des|de|der|van)\s)"),
        rights=re.compile(rf"(?<!\w){alternation(phrases, 'fundamental_rights')}(?!\w)", re.I),
    )


def find_charter(text: str, citations: list[Citation], grammar: CharterGrammar) -> Iterator[Citation]:
    """Short forms in a text that cites EU law and speaks of fundamental rights, and of no other charter."""
    on_eu_law = any(EU_LAW.fullmatch(citation.value) for citation in citations)
    found = list(grammar.short.finditer(text)) if on_eu_law else []
    if not found or OTHER_CHARTER.search(text) or not grammar.rights.search(text):
        return
    taken = [(citation.start, citation.end) for citation in citations]
    for match in found:
        if not any(start < match.end() and match.start() < end for start, end in taken):
            yield Citation("charter", match.start(), match.end(), "defined:charter")
