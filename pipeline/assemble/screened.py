"""Why a document is screened out, and the openings of titles that tell it.

Serves `screening` and `screening_pages`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.assemble.document_type import choose_type
from pipeline.assemble.front import Line
from pipeline.assemble.phrases import find_phrases, phrase_pattern
from pipeline.assemble.reading import Reading
from pipeline.records import Entry

# Titles of these lines decide; a title stands among the first.
TITLE_LINES = 14
MAX_TITLE_WORDS = 60


@dataclass(slots=True, frozen=True)
class Screened:
    """Why a document is no soft law, and where that is printed."""

    reason: str
    span: tuple[int, int] | None
    rule: str
    score: float


def place_of(lines: list[Line], text: str) -> tuple[int, int] | None:
    """The line of the front that holds a text."""
    folded = " ".join(text.casefold().split())
    return next(
        ((line.block.start, line.block.end) for line in lines if folded in line.text.casefold()), None
    )


def is_soft_title(reading: Reading, entry: Entry) -> bool:
    """Whether the title names a kind of soft law: "Guidelines on the Convention"."""
    return choose_type(reading, entry.full_name or "") is not None


def by_title(
    reading: Reading, entry: Entry, lines: list[Line], group: str, reason: str, score: float
) -> Iterator[Screened]:
    """A title, or a line of the front in capitals or heading, that opens with a phrase of the group."""
    pattern = phrase_pattern(reading, "screening", group)
    titles = [entry.full_name] if entry.full_name else []
    heads = [line for line in lines[:TITLE_LINES] if is_head(line)]
    if any(pattern.match(title) for title in titles):
        yield Screened(reason, place_of(lines, titles[0]), group, score)
    elif not is_soft_title(reading, entry):
        for line in heads:
            if pattern.match(line.text):
                yield Screened(reason, (line.block.start, line.block.end), group, score - 0.05)


def is_head(line: Line) -> bool:
    """Whether a line of the first page stands out."""
    kind = line.block.kind in ("title", "heading") or line.text.isupper()
    return line.leaf == 0 and kind and line.words <= MAX_TITLE_WORDS


def distinct_phrases(reading: Reading, group: str) -> dict[str, tuple[int, int]]:
    """The different phrases of a group that the text holds, each with its first place."""
    found: dict[str, tuple[int, int]] = {}
    for match in find_phrases(reading, "screening", group):
        found.setdefault(match.group(), match.span())
    return found
