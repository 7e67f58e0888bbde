"""Words that the reader broke at a ligature."""

from __future__ import annotations

import pytest

from pdf_maker import PageText, make_pdf
from pipeline.parse.layout.lines import Line, Page
from pipeline.parse.pdf_ligatures import close_ligatures, close_words
from pipeline.parse.pdf_reader import PdfFile

PRINTED = {"offers", "sufficient", "specific", "of", "ers", "the", "if"}


def make_line(text: str) -> Line:
    return Line(0, 0, 100, 10, text, 10, 10)


@pytest.mark.parametrize(
    ("read", "whole"),
    [
        ("The island of ers help", "The island offers help"),
        ("with sufi cient care", "with sufficient care"),
        ("a specifi c rule", "a specific rule"),
        ("of the ferry", "of the ferry"),
        ("if ink runs out", "if ink runs out"),
    ],
)
def test_a_broken_word_is_closed_when_the_page_prints_it_whole(read: str, whole: str) -> None:
    line = make_line(read)
    close_words(line, PRINTED)
    assert line.text == whole


def test_a_document_with_the_defect_is_read_again() -> None:
    data = make_pdf([PageText().write(72, 100, "Each harbour offers different tools, sufficient for all.")])
    page = Page(1, 595, 842, [make_line("Each harbour of ers dif erent tools, sufi cient for all.")])
    file = PdfFile(data)
    close_ligatures(file, [page])
    file.close()
    assert page.lines[0].text == "Each harbour offers different tools, sufficient for all."
