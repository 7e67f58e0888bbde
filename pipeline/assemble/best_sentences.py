"""Chooses whole sentences of the text by what they say: for the summary and for the situations."""

from __future__ import annotations

import re
from collections import Counter
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
# "To increase the number of …", "Ramping up adoption …" may go on without a verb of their own.
FRAGMENT = re.compile(r"(?:To|[A-Z][a-z]+ing)\s")
# Titles and key words tell the topic (H. P. Edmundson, New Methods in Automatic Extracting, 1969).
TOPIC_WORD = re.compile(r"[^\W\d_]{5,}")
KEY_WORDS = 30
PER_WORD, MOST_FOR_WORDS = 0.3, 1.5
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
    """The whole sentences of the running text in the blocks wanted, without the marks of footnotes."""
    length = max(len(reading.text), 1)
    sentences = []
    for index, block in enumerate(reading.blocks):
        if block.kind not in KINDS or block.zone not in ZONES or not wanted(index, block):
            continue
        for number, (start, end) in enumerate(reading.sentences(block)):
            text = " ".join(reading.text[start:end].split())
            listed = block.kind == "list_item" or FRAGMENT.match(text)
            if is_whole(reading, text) and (not listed or is_finite(reading, text)):
                sentences.append(Sentence(text, (start, end), index, start / length, number == 0))
    return sentences


@dataclass(slots=True, frozen=True)
class Topic:
    """What a document is about: the words of its title, and those that it uses most."""

    title: frozenset[str]
    keys: frozenset[str]

    def weigh(self, text: str) -> float:
        """Up to 1.5 for the words of the title in a sentence, and as much for key words."""
        words = set(TOPIC_WORD.findall(text.lower()))
        return sum(min(MOST_FOR_WORDS, PER_WORD * len(words & found)) for found in (self.title, self.keys))


def read_topic(reading: Reading, title: str | None) -> Topic:
    """The topic of a document; short words are grammar more than topic."""
    counts = Counter(TOPIC_WORD.findall(reading.lowered))
    keys = frozenset(word for word, _ in counts.most_common(KEY_WORDS))
    return Topic(frozenset(TOPIC_WORD.findall((title or "").lower())), keys)


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


def is_finite(reading: Reading, text: str) -> bool:
    """Whether an item of a list has a common verb of a whole sentence."""
    return bool(phrase_pattern(reading, "summary", "finite").search(text))


def leans(reading: Reading, text: str, itself: tuple[int, int] | None) -> bool:
    """Whether a sentence needs the one before it: "However, …", "These teams …", not "This guide …".

    `itself` is where the sentence names the document.
    """
    if phrase_pattern(reading, "summary", "leaning").match(text):
        return True
    demonstrative = phrase_pattern(reading, "summary", "demonstrative").match(text)
    return demonstrative is not None and not (itself and itself[0] < demonstrative.end())


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
