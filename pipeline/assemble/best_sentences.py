"""Chooses whole sentences of the text by what they say: for the summary and for the situations."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from pipeline.assemble.phrases import phrase_pattern
from pipeline.assemble.reading import Reading
from pipeline.records import Block

# Sentences of a summary are neither slogans nor paragraphs.
MIN_WORDS, MAX_WORDS = 9, 70
KINDS = ("paragraph", "list_item")
ZONES = ("operative", "preamble", "front")
OPENING = re.compile(r"[\"“‘«(]?[A-ZÀ-ÞŁŚŻŹĆ0-9]")
WHOLE = re.compile(r"[.!][\"”’»)]*$")
NOISE = re.compile(r"https?://|www\.|@|\.{4,}|\t|\n|[|•■]|\[[^]]*$")
FIGURES = re.compile(r"\d")


@dataclass(slots=True, frozen=True)
class Sentence:
    """A whole sentence, its place and its position in the text (0 the first, 1 the last)."""

    text: str
    span: tuple[int, int]
    index: int
    position: float
    first: bool

    @property
    def words(self) -> int:
        """Number of words."""
        return len(self.text.split())


def list_sentences(reading: Reading, wanted: Callable[[int, Block], bool]) -> list[Sentence]:
    """The whole sentences of the running text in the blocks wanted."""
    length = max(len(reading.text), 1)
    sentences = []
    for index, block in enumerate(reading.blocks):
        if block.kind not in KINDS or block.zone not in ZONES or not wanted(index, block):
            continue
        for number, (start, end) in enumerate(reading.sentences(block)):
            text = " ".join(reading.document.text[start:end].split())
            if is_whole(reading, text):
                sentences.append(Sentence(text, (start, end), index, start / length, number == 0))
    return sentences


def is_whole(reading: Reading, text: str) -> bool:
    """Whether a sentence is complete, of a fair length and no furniture, thanks or licence."""
    return (
        MIN_WORDS <= len(text.split()) <= MAX_WORDS
        and bool(OPENING.match(text))
        and bool(WHOLE.search(text))
        and not NOISE.search(text)
        and text.count("(") == text.count(")")
        and len(FIGURES.findall(text)) < len(text) / 8
        and not phrase_pattern(reading, "summary", "aside").search(text)
    )


def leans(reading: Reading, text: str) -> bool:
    """Whether a sentence opens with a word that needs the one before it: "However, …"."""
    return bool(phrase_pattern(reading, "summary", "leaning").match(text))


def choose(
    scored: list[tuple[float, Sentence]], most_words: int, most_sentences: int
) -> list[tuple[float, Sentence]]:
    """The best sentences within the limits, in the order of the text, none twice."""
    chosen: list[tuple[float, Sentence]] = []
    words = 0
    seen = set()
    for score, sentence in sorted(scored, key=lambda item: (-item[0], item[1].span)):
        if len(chosen) == most_sentences:
            break
        if sentence.text.casefold() not in seen and words + sentence.words <= most_words:
            seen.add(sentence.text.casefold())
            chosen.append((score, sentence))
            words += sentence.words
    return sorted(chosen, key=lambda item: item[1].span)
