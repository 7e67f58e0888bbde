"""Footnotes: the smaller text at the foot of a page that begins with a mark."""

from __future__ import annotations

import re

from pipeline.parse.clean import FROM_SUPERSCRIPTS, MARK_OPEN, MARKED
from pipeline.parse.layout.lines import Line, Page, group_rows

# Footnotes are set at least this much smaller than the text.
SMALLER = 0.95
NOTE_NUMBER = re.compile(r"(?:\[\d{1,3}\]|\(\d{1,3}\)|\d{1,3}\.?(?=[\s“\"'‘A-Z])|[*†‡§]{1,3}(?=\s?\w))\s*")
# A raised number at the start of a line, in brackets too: "(¹) Directive 2000/31/EC".
MARK_START = re.compile(rf"\s*\(?{MARKED.pattern}\)?")
# Lines of a note stand no farther apart than this many font sizes.
TIGHT = 1.3
LOWEST_START = 0.35
# Letters of the longest number of a note, and font sizes to the text beside it.
LONGEST_NUMBER, BESIDE = 6, 6
# A column of notes is at least this many font sizes wide.
FEWEST_SIZES = 10


def take_footnotes(page: Page, body_size: float) -> list[Line]:
    """Move the footnote lines of a page out of `lines`; they come back in order of print."""
    marks = page_marks(page)
    limit = _note_limit(page, body_size * SMALLER, marks)
    small = [line for line in page.lines if _is_small(line, limit)]
    if not small:
        return []
    low = [line for line in small if line.base > LOWEST_START * page.height]
    body = [line for line in page.lines if not _is_small(line, limit)]
    notes = [line for line in low if line.base > _lowest_body(body, line)]
    first = _first_mark(notes, marks)
    if first is None:
        return []
    top = _top_of_notes(notes, first, tight=first.size > body_size * SMALLER)
    notes = [
        line
        for line in notes
        if line.base >= top and (line.base >= first.base - 0.5 * first.size or _alike(line, first))
    ]
    chosen = {id(line) for line in notes}
    page.lines = [line for line in page.lines if id(line) not in chosen]
    return notes


def _is_small(line: Line, limit: float) -> bool:
    return line.size <= limit or (
        len(line.text.strip()) <= LONGEST_NUMBER and read_note_number(line.text)[0] is not None
    )


def _lowest_body(body: list[Line], note: Line) -> float:
    """The lowest baseline of the text of the column that a note stands in."""
    # A number that hangs in the margin belongs to the text beside it.
    right = note.x1 + (BESIDE * note.size if len(note.text.strip()) <= LONGEST_NUMBER else 0)
    return max((line.base for line in body if line.x0 < right and line.x1 > note.x0), default=0.0)


def part_columns(notes: list[Line]) -> list[list[Line]]:
    """Notes at the foot of each column, one column after the other: "1 …  2 …" on one baseline are two."""
    left = min((line.x0 for line in notes), default=0.0)
    for line in notes:
        apart = line.x0 - left > FEWEST_SIZES * line.size and read_note_number(line.text)[0] is not None
        if apart and all(other.x1 <= line.x0 or other.x0 >= line.x0 - 1 for other in notes):
            before = [other for other in notes if other.x1 <= line.x0]
            after = [other for other in notes if other.x0 >= line.x0 - 1]
            return [*part_columns(before), *part_columns(after)]
    return [notes]


def _note_limit(page: Page, limit: float, marks: set[str]) -> float:
    """In a document of tables the notes are no smaller than the text: then their marks tell them."""
    sizes = [
        line.size
        for line in page.lines
        if line.base > LOWEST_START * page.height
        and line.text.startswith(MARK_OPEN)
        and read_note_number(line.text)[0] in marks
    ]
    return max([limit, *(size + 0.1 for size in sizes)])


def _first_mark(lines: list[Line], marks: set[str]) -> Line | None:
    """The first row that begins with the number of a mark on the page, or with a raised number."""
    for row in group_rows(lines):
        number = read_note_number(row.text)[0]
        if number is None or len(row.text) <= LONGEST_NUMBER:
            continue
        if number in marks or MARK_START.match(row.text):
            return row
    return None


def page_marks(page: Page) -> set[str]:
    """The numbers of the footnote marks in the text of a page."""
    lines = [line.text.lstrip() for line in page.lines if MARK_OPEN in line.text]
    found = {mark for text in lines for mark in MARKED.findall(text[1:])}
    return {mark.translate(FROM_SUPERSCRIPTS) for mark in found}


def _top_of_notes(notes: list[Line], first: Line, *, tight: bool) -> float:
    """Where the notes begin: a note of the page before may go on above the first mark.

    Notes in the size of the text (`tight`) reach up only as far as no gap parts them from the first mark.
    """
    if not tight:
        return 0.0
    top = first.base
    for base in sorted((line.base for line in notes if _alike(line, first)), reverse=True):
        if top - base > TIGHT * first.size:
            break
        top = min(top, base)
    return top - 0.5 * first.size


def _alike(line: Line, first: Line) -> bool:
    return abs(line.size - first.size) < 0.3


def read_note_number(text: str) -> tuple[str | None, int]:
    """The number of a footnote and the offset behind it: "³⁰ See Article 5" -> ("30", …)."""
    lead = len(text) - len(text.lstrip())
    found = MARK_START.match(text)
    if found:
        return found[1].translate(FROM_SUPERSCRIPTS), found.end() + _spaces(text, found.end())
    plain = NOTE_NUMBER.match(text, lead)
    if plain:
        return plain[0].strip().strip("[]()."), plain.end()
    return None, 0


def _spaces(text: str, start: int) -> int:
    return len(text[start:]) - len(text[start:].lstrip())
