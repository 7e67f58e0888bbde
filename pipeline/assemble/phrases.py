"""Phrase lists of the vocabulary as patterns, for the rules that look at openings and cues."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from pipeline.assemble.reading import Reading
from pipeline.vocabulary.choice import choose_from

WORD = re.compile(r"\w")


def listed(reading: Reading, file: str, group: str) -> tuple[str, ...]:
    """Phrases in the document's language and in English, in which covers and forms are often kept."""
    own = reading.vocabulary.phrases(file, group, reading.language)
    english = reading.vocabulary.phrases(file, group, "en") if reading.language != "en" else ()
    return (*own, *english)


def phrase_pattern(reading: Reading, file: str, group: str) -> re.Pattern[str]:
    """A pattern for `search`, or `match` for an opening: any phrase of a group, longest first."""
    return whole_words(listed(reading, file, group))


def find_phrases(reading: Reading, file: str, group: str) -> Iterator[re.Match[str]]:
    """Where the phrases of a group stand in the whole text; the matches are in small letters."""
    return small_words(listed(reading, file, group)).finditer(reading.lowered)


@lru_cache(maxsize=512)
def whole_words(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the phrases, in any case, not inside a longer word; "…" stands for a few words."""
    return re.compile(choose_from(map(as_pattern, phrases)), re.IGNORECASE)


@lru_cache(maxsize=512)
def small_words(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """The same for a text in small letters."""
    return re.compile(choose_from(as_pattern(phrase.lower()) for phrase in phrases))


def as_pattern(phrase: str) -> str:
    """A phrase as a pattern: any space between words, straight or curly apostrophe, "…" for a gap."""
    bare = phrase.strip()
    words = re.escape(bare.replace("’", "'")).replace(r"\ ", r"\s+").replace("'", "['’]")
    words = words.replace(r"\s+…\s+", r"\s+(?:[^\s.;]+\s+){0,6}?")
    return f"{edge(bare[:1])}{words}{edge(bare[-1:])}"


def edge(character: str) -> str:
    """The pattern for the edge of a phrase: a word must not go on there."""
    return r"\b" if WORD.match(character) else ""
