"""Whom an item addresses: its subject, the stem, the heading above, the default of the document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from pipeline.assemble.recommendations.items import BINDING, Item, Scan
from pipeline.records import Entry

FILE = "subjects"
# The subject of a sentence stands in front of its norm, at most this far.
SUBJECT_LENGTH = 160
# Share of the items that name the same addressee, from which it is that of the whole document.
DEFAULT_SHARE = 0.5
# What an issuer that speaks of itself is as an addressee.
ISSUERS = {
    "standards_body": "standards_bodies",
    "company": "companies",
    "court_or_judicial_body": "courts_and_judiciary",
    "international_body": "international_organisations",
}
CLAUSE_END = re.compile(r"[.;:]\s")


def find_addressees(scan: Scan, items: list[Item], entry: Entry) -> list[str | None]:
    """One addressee for each item."""
    named = [name_addressee(scan, item) for item in items]
    default = find_default(named, entry)
    return [settle(addressee, default, entry) for addressee in named]


def settle(named: str | None, default: str | None, entry: Entry) -> str | None:
    """The named addressee, or the one addressee that the document has; "self" is the issuer."""
    if named == "self":
        return ISSUERS.get(entry.body_nature or "")
    if len(entry.addressees) == 1:
        return entry.addressees[0]
    return named or default


def name_addressee(scan: Scan, item: Item) -> str | None:
    """The addressee that the item, its stem or the headings above it name."""
    subject = subject_of(scan, item.start, item.end)
    if not subject and item.stem:
        subject = subject_of(scan, *item.stem) or last_word(scan, *item.stem)
    return subject or heading_addressee(scan, item.start)


def subject_of(scan: Scan, start: int, end: int) -> str | None:
    """The addressee in front of the first norm: "Providers of AI systems should …"."""
    text = scan.reading.text
    for norm in scan.norms_in(start, end):
        if norm.value in BINDING or norm.value == "permission":
            before = CLAUSE_END.split(text[max(start, norm.start - SUBJECT_LENGTH) : norm.start])[-1]
            found = find_words(scan, before)
            if not found and scan.phrases.found("self", f"{before} {text[norm.start : norm.end]}"):
                return "self"
            return found[0] if found else None
        if norm.value.startswith("operative_"):
            after = find_words(scan, text[norm.end : min(end, norm.end + SUBJECT_LENGTH)])
            return after[0] if after else None
        if norm.value == "imperative" and norm.start <= start + 1:
            return None
    return None


def last_word(scan: Scan, start: int, end: int) -> str | None:
    """The last addressee that a stem names."""
    found = find_words(scan, scan.reading.text[start:end])
    return found[-1] if found else None


def heading_addressee(scan: Scan, offset: int) -> str | None:
    """The addressee of a section: "Governments", "Advice for teachers", "What providers should do"."""
    for block in reversed(scan.above(scan.reading.index_at(offset))):
        words = " ".join(scan.reading.body_of(block).split()).strip(" :.")
        matches = list(pattern_of(scan).finditer(words))
        for match in matches:
            before = words[: match.start()].strip()
            if match.end() == len(words) and (not before or scan.phrases.found("heading_for", before)):
                return subjects(scan)[match.group().lower()]
    return None


def find_words(scan: Scan, text: str) -> list[str]:
    """Ids of the addressees named in a text, in order."""
    words = subjects(scan)
    return [words[match.group().lower()] for match in pattern_of(scan).finditer(text)]


def subjects(scan: Scan) -> dict[str, str]:
    """Subject words of the language of the document, with the id of the addressee."""
    lists = scan.reading.vocabulary.phrase_lists.get(FILE, {})
    language = scan.reading.language
    return {word: name for name, languages in lists.items() for word in languages.get(language, ())}


def pattern_of(scan: Scan) -> re.Pattern[str]:
    """Any subject word of the language."""
    return compile_words(tuple(subjects(scan)))


@cache
def compile_words(words: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the words, the longest first."""
    inner = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or r"(?!)"
    return re.compile(rf"(?<![\w-])(?:{inner})(?![\w-])", re.IGNORECASE)


def find_default(named: Iterable[str | None], entry: Entry) -> str | None:
    """The addressee of most items that name one, if it is that of the entry or of half of them."""
    counts = Counter(addressee for addressee in named if addressee and addressee != "self")
    if not counts:
        return None
    best, count = counts.most_common(1)[0]
    return best if count >= DEFAULT_SHARE * counts.total() else None
