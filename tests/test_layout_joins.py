"""Paragraphs that run over a page break, through open boxes too, and the grounds painted behind them."""

from __future__ import annotations

import pytest

from pdf_maker import PageText, make_pdf
from pipeline.parse.pdf import read_pdf
from pipeline.records import Document, Source

LEAD = [
    "The harbour office keeps a list of all tools that it uses and tells the",
    "public once a year what they are for and who is in charge of each one.",
]
FIRST = [
    "Every skipper who enters the harbour is asked for the papers of the ship",
    "and of the crew. The office compares them with the list that it keeps of",
]
LAST = ["vessels in service and answers on the same day, holidays apart.", "A new day begins at six."]
WHITE, GREY = b"1 1 1 rg", b"0.8 0.8 0.8 rg"


def read(*pages: PageText) -> Document:
    return read_pdf(Source("sample", "sample.pdf"), make_pdf(list(pages)))


def paint(page: PageText, color: bytes, x0: float, y0: float, x1: float, y1: float) -> PageText:
    """Fill a box (from the top of the page) behind the text."""
    page.content += b" q %s %g %g %g %g re f Q" % (color, x0, 842 - y1, x1 - x0, y1 - y0)
    return page


@pytest.mark.parametrize(("color", "boxed"), [(WHITE, False), (GREY, True)])
def test_a_white_ground_behind_some_lines_is_no_box(color: bytes, boxed: bool) -> None:
    page = PageText().lines(72, 100, LEAD).lines(72, 148, [*FIRST, LAST[0]])
    document = read(paint(page, color, 70, 150, 450, 182))
    assert any(block.boxed for block in document.blocks) == boxed
    assert (" ".join([*FIRST, LAST[0]]) in document.text) != boxed


def test_a_sentence_goes_on_behind_a_box_that_the_page_break_leaves_open() -> None:
    first = PageText().lines(72, 100, LEAD).lines(72, 760, FIRST)
    second = PageText().lines(72, 60, LAST[:1]).lines(72, 200, LEAD)
    document = read(paint(first, GREY, 70, 745, 450, 800), second)
    assert f"{' '.join(FIRST)} {LAST[0]}" in document.text


def test_a_line_is_full_when_the_next_word_would_not_have_fitted() -> None:
    first = PageText().lines(72, 100, LEAD).lines(72, 760, [*FIRST, "ships from the"])
    first.runs[-1] = (72, 784, 10, "regular", "ships and boats, which was last renewed by the Board of the")
    second = PageText().lines(72, 60, ["Inselhafenverwaltung in the spring.", *LAST]).lines(72, 200, LEAD)
    assert "Board of the Inselhafenverwaltung in the spring." in read(first, second).text


def test_a_sentence_goes_on_in_the_next_column_of_a_box() -> None:
    page = PageText().lines(72, 100, LEAD)
    left = ["Skippers ask for a berth one day", "before they come and tell how", "long they want to stay and"]
    right = ["what they carry, so that the", "pilot can choose the pier for", "them when the tide is low."]
    page.lines(80, 200, left).lines(300, 200, right)
    document = read(paint(page, GREY, 70, 180, 480, 240))
    assert " ".join([*left, *right]) in document.text
