"""Contents pages: runs of lines that end in a page number behind dots or a gap."""

from __future__ import annotations

import re

from pipeline.parse.layout.lines import Line

LEADER = re.compile(r"(?:\s?[.…·_]){3,}\s*(?P<page>\d{1,4}|[ivxlc]{1,6})?\s*$|(?:\s?[.…·_]){5,}")
# Nearly no row has three of its signs, and looking for them is quicker.
SIGNS = re.compile(r"[.…·_](?:\s?[.…·_]){2}")
TAIL = re.compile(r"\s(?P<page>\d{1,3}|[ivxl]{1,5})\s*$")
MIN_LINES = 3
LONGEST_TAIL = 4
LEADERS = tuple(".…·_")
PAGE_ENDS = tuple("0123456789ivxl")


def is_contents_line(row: Line) -> bool:
    """Whether a row is an entry of a table of contents: "2.1 Scope ........ 7"."""
    if SIGNS.search(row.text) and LEADER.search(row.text):
        return True
    if len(row.pieces) < 2 or not TAIL.search(row.text):
        return False
    last = row.pieces[-1]
    return len(last.text.strip()) <= LONGEST_TAIL and last.x0 - row.pieces[-2].x1 > 2 * row.size


def may_be_contents(lines: list[Line]) -> bool:
    """Whether three runs of words or more are such as entries of contents end in; nearly no page has them."""
    return sum(map(_may_end_entry, lines)) >= MIN_LINES


def _may_end_entry(line: Line) -> bool:
    """A leader, a part of one, or a page number that stands alone."""
    text = line.text.strip()
    if len(text) <= LONGEST_TAIL and text.endswith(PAGE_ENDS):
        return True
    return text.startswith(LEADERS) or bool(SIGNS.search(text))


def is_contents_page(rows: list[Line]) -> bool:
    """Whether at least a third of the rows of a page, and three, are entries of contents."""
    entries = sum(is_contents_line(row) for row in rows)
    return entries >= MIN_LINES and entries * 3 >= len(rows)
