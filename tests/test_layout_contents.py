"""Entries of a table of contents."""

from __future__ import annotations

import pytest

from pipeline.parse.layout.contents import is_contents_line, is_contents_page, may_be_contents
from pipeline.parse.layout.lines import Line, join_row


def row(title: str, number: str = "", gap: float = 200) -> Line:
    left = Line(72, 90, 72 + 5 * len(title), 100, title, 10, 98)
    right = Line(left.x1 + gap, 90, left.x1 + gap + 6, 100, number, 10, 98)
    return join_row([left, right]) if number else left


@pytest.mark.parametrize(
    "entry", [row("2.1 Scope ........ 7"), row("Scope . . . . . . 12"), row("Scope", "7")]
)
def test_dots_or_a_gap_before_a_page_number_make_an_entry(entry: Line) -> None:
    assert is_contents_line(entry)


def test_a_sentence_that_ends_in_a_number_is_no_entry() -> None:
    assert not is_contents_line(row("The rules were written in chapter 7"))


def test_three_entries_make_a_page_of_contents() -> None:
    entries = [row("Scope", "7"), row("Duties", "9"), row("Annex", "12")]
    assert is_contents_page([row("Contents"), *entries])
    assert not is_contents_page([*entries[:2], *[row("A line of running text of the page")] * 9])


@pytest.mark.parametrize("end", ["Scope ........ 7", "Scope .", "p. 7", "xii", ". . ."])
def test_pages_with_the_ends_of_entries_are_looked_at_row_by_row(end: str) -> None:
    assert may_be_contents([row(end)] * 3) is (end != "Scope .")
    assert not may_be_contents([*[row(end)] * 2, row("A line of running text of 2024")])
