"""The date of this version in a table of versions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.assemble.date_cues import Dated
from pipeline.assemble.front import Line
from pipeline.assemble.phrases import phrase_pattern
from pipeline.assemble.reading import Reading
from pipeline.records import Block, Mention

# A table of versions stands on the first pages or the last and has rows below its heading.
MAX_ROWS = 15
# "1.1 2024-04-10", "Version 2.0 12 May 2022", "SECOND 21 January 2020".
NUMBER = re.compile(r"\bv?(\d{1,2}(?:\.\d{1,2}){0,2})\b")
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")


def find_in_versions(reading: Reading, lines: list[Line]) -> Iterator[Dated]:
    """The row of the highest number, else the latest date; the other rows are earlier versions."""
    rows = [row for block in version_blocks(reading, lines) for row in split_rows(reading, block)]
    if len(rows) < 2:
        return
    numbered = [row for row in rows if row[1]]
    best = max(numbered, key=lambda row: row[1]) if len(numbered) == len(rows) else max(rows, key=by_date)
    for mention, _ in rows:
        last = mention is best[0]
        lost = None if last else "an earlier version"
        yield Dated.of(reading, mention, "date.version_table", 0.83, "published", lost)


def by_date(row: tuple[Mention, tuple[int, ...]]) -> str:
    """The date of a row."""
    return row[0].value


def version_blocks(reading: Reading, lines: list[Line]) -> Iterator[Block]:
    """Blocks under a heading of versions, and tables or blocks whose head names versions."""
    pattern = phrase_pattern(reading, "dates", "versions")
    open_rows = 0
    for block in reading.blocks[: max((line.index for line in lines), default=0) + 1 + MAX_ROWS]:
        head = reading.text_of(block)[:80]
        titled = pattern.search(head) and len(reading.mentions_in("dates", block)) >= 2
        if block.kind == "heading":
            open_rows = MAX_ROWS if pattern.match(head) else min(open_rows, 1 if open_rows == MAX_ROWS else 0)
        elif titled or open_rows > 0:
            open_rows -= 1
            yield block


def split_rows(reading: Reading, block: Block) -> Iterator[tuple[Mention, tuple[int, ...]]]:
    """Each date of a block with the number of its version, when one stands right before it."""
    last = block.start
    for mention in reading.mentions_in("dates", block):
        before = reading.text[last : mention.start]
        last = mention.end
        if phrase_pattern(reading, "dates", "deadline").search(before):
            continue
        yield mention, read_number(before)


def read_number(text: str) -> tuple[int, ...]:
    """A version number as a tuple, or that of an ordinal: "SECOND" is (2,)."""
    words = re.findall(r"[a-z]+", text.casefold())
    ordinal = [ORDINALS.index(word) + 1 for word in words if word in ORDINALS]
    numbers = NUMBER.findall(text)
    if numbers:
        return tuple(int(part) for part in numbers[-1].split("."))
    return (ordinal[-1],) if ordinal else ()
