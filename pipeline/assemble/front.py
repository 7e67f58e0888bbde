"""The front of a document: its cover, title block and imprint, line by line, for the metadata rules."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.assemble.phrases import phrase_pattern
from pipeline.assemble.reading import Reading
from pipeline.records import Block

# Pages and blocks from the first with text on which a document still tells what it is.
FRONT_PAGES = 3
FRONT_BLOCKS = 60
# The same for text without pages.
FLOWING_BLOCKS = 30
# The title stands on one of these, unless the cover is an annex's.
TITLE_PAGES = 2
# "W H I T E  P A P E R": single characters with a space between each two.
SPACED = re.compile(r"(?<!\S)(?:\S ){4,}\S(?!\S)")
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
URL = re.compile(r"https?://|www\.|\S+@\S+\.\w|\.(?:org|com|gov|eu|int)\b", re.IGNORECASE)
# Behind one of these a noun is no longer the head of its line.
PREPOSITION = re.compile(
    r"\b(?:for|on|to|in|with|by|at|under|towards|about|sur|pour|dans|en|für|zum?|zur|über|im|bei|sobre|para|con|voor|"
    r"met|over|per|su|sul|dla|w|using)\b",
    re.IGNORECASE,
)
# "Board for …" is a body with one word before the preposition; a title has more.
MIN_HEAD_WORDS = 2
EDGE = " .:;|*–—-"
LANGUAGE_MARK = re.compile(r"(?:(?:EN|FR|DE|ES|IT|NL|PT|PL)\b[\s/]*)+")


@dataclass(slots=True, frozen=True)
class Line:
    """A block of the front: its text on one line, letter-spaced words closed up, and its leaf."""

    block: Block
    index: int
    text: str
    leaf: int

    @property
    def words(self) -> int:
        """Number of words."""
        return len(self.text.split())


def front_lines(reading: Reading) -> list[Line]:
    """The blocks of the first pages, without tables of contents; leaf 0 is the first page with text."""
    blocks = reading.blocks
    first = next((block.page for block in blocks if block.page is not None), None)
    limit = FRONT_BLOCKS if first is not None else FLOWING_BLOCKS
    lines: list[Line] = []
    for index, block in enumerate(blocks):
        leaf = (block.page or 0) - (first or 0)
        if leaf >= FRONT_PAGES or len(lines) >= limit:
            break
        if block.zone not in ("contents", "footnote", "references"):
            lines.append(Line(block, index, one_line(reading.text_of(block)), leaf))
    return lines


def one_line(text: str) -> str:
    """Spaces folded, invisible characters dropped, "W H I T E" closed up."""
    visible = INVISIBLE.sub("", text)
    return " ".join(SPACED.sub(lambda match: match.group().replace(" ", ""), visible).split())


def names_body(reading: Reading, text: str) -> bool:
    """Whether a line is headed by the noun of a body: "Ministry of …", but not "Advice for Union bodies"."""
    preposition = PREPOSITION.search(text)
    head = text[: preposition.start()] if preposition else ""
    named = phrase_pattern(reading, "titles", "body_words")
    return bool(named.search(head if len(head.split()) >= MIN_HEAD_WORDS else text))


def is_bare(reading: Reading, text: str) -> bool:
    """Whether a line is a number, a date, an address, a language mark or another aside, not a title."""
    letters = sum(character.isalpha() for character in text)
    return (
        letters < 4
        or letters < len(text) / 2
        or bool(URL.search(text))
        or bool(LANGUAGE_MARK.fullmatch(text))
        or bool(phrase_pattern(reading, "titles", "not_title").match(text))
        or bool(phrase_pattern(reading, "titles", "alone_no_title").fullmatch(text.strip(EDGE)))
    )


def back_blocks(reading: Reading) -> list[Block]:
    """The blocks of the last two pages, or the last ten without pages: imprint, signature, copyright."""
    last = reading.document.page_count
    if last is None or not any(block.page for block in reading.blocks):
        return reading.blocks[-10:]
    return [block for block in reading.blocks if block.page and block.page >= last - 1]


def fold_words(text: str) -> str:
    """Letters and figures alone, in one case: for comparing titles."""
    return re.sub(r"[\W_]+", "", text.casefold())
