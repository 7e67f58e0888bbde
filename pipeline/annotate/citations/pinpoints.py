"""Articles, recitals and annexes cited with an instrument: "Articles 13 and 14 of", "recital 71"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.annotate.citations.model import Phrases, alternation

LABELS = {"article": "Article", "recital": "Recital", "annex": "Annex"}
# "6(1)(a)", "6 Abs. 1 lit. a", "III", "13 and 14", "12 to 22"
PART = (
    r"(?:\s?\(\w{1,3}\)|\s(?:Abs\.|Absatz|lit\.|Buchst\.|Satz|S\.|lid|par\.|paragraph|paragraphe|onder"
    r"|sub|nr\.)\s?\w{1,3})*"
)
ONE = rf"(?:\d{{1,3}}[a-z]?{PART}|[IVX]{{1,5}}\b{PART})"
MANY = (
    rf"{ONE}(?:(?:\s?,\s?|\s?[-–]\s?|\s(?:and|or|to|et|ou|à|und|bis|oder|y|o|a|en|of|tot|e"
    rf"|ed)\s){ONE}){{0,12}}"
)
LOOK = 120


@dataclass(slots=True, frozen=True)
class PinpointGrammar:
    """The compiled forms: a pinpoint that ends where the citation starts, or follows it."""

    before: re.Pattern[str]
    after: re.Pattern[str]


def build_pinpoint_grammar(phrases: Phrases) -> PinpointGrammar:
    """Compile the grammar from the words of phrases/citations.toml."""
    words = "|".join(f"(?P<{label}>{alternation(phrases, label)})" for label in LABELS)
    link = rf"(?:,?\s(?:{alternation(phrases, 'of_the')})\s?|,?\s|\s?\(|,\s)(?:\w+\s)?"
    core = rf"(?:{words})\s?(?P<numbers>{MANY})"
    return PinpointGrammar(
        before=re.compile(rf"(?<!\w){core}{link}$", re.I),
        after=re.compile(rf"(?:,|\s?\(|['’]s)?\s?{core}", re.I),
    )


def find_pinpoints(text: str, start: int, end: int, grammar: PinpointGrammar) -> tuple[str, ...]:
    """The pinpoints beside a citation at text[start:end], each as "Article 22(1)" or "Annex III"."""
    match = grammar.before.search(text[max(0, start - LOOK) : start]) or grammar.after.match(text, end)
    if match is None:
        return ()
    label = next(LABELS[name] for name in LABELS if match[name])
    return tuple(f"{label} {number}" for number in split_numbers(match["numbers"]))


def split_numbers(numbers: str) -> list[str]:
    """The single numbers of a list: "13, 14 and 22(1)" -> 13, 14, 22(1); "5-7" stays whole."""
    ranged = re.sub(r"\s?[-–]\s?|\s(?:to|bis|à|tot|al?)\s", "-", numbers)
    parts = re.split(r"\s?,\s?|\s(?:and|or|et|ou|und|oder|y|o|en|of|e|ed)\s", ranged)
    return [re.sub(r"\s(?=\()", "", part.strip()) for part in parts if part.strip()]
