"""Paragraphs that hang on bare numbers, and sentences that only begin with one."""

from __future__ import annotations

import pytest

from pdf_maker import PageText, make_pdf
from pipeline.parse.pdf import read_pdf
from pipeline.records import Block, Source

REST = [
    "once a year what they are for and who is in charge of each one",
    "of each one, as the law of the harbour asks.",
]


def read(numbers: list[int], x: float) -> list[Block]:
    page = PageText()
    for row, number in enumerate(numbers):
        page.write(
            72, 100 + 44 * row, f"{number} The board should tell the public about all its tools and say"
        )
        page.lines(x, 112 + 44 * row, REST)
    return read_pdf(Source("b", "b.pdf"), make_pdf([page])).blocks


def test_running_numbers_left_of_their_paragraphs_are_numbers() -> None:
    blocks = read([7, 8, 9, 10], 90)
    found = [(block.number, (block.body_start or 0) - block.start) for block in blocks]
    assert found == [("7", 2), ("8", 2), ("9", 2), ("10", 3)]


@pytest.mark.parametrize(
    ("numbers", "x"),
    [([7, 8], 90), ([7, 9, 12], 90), ([7, 8, 9], 72)],
    ids=["two", "gaps", "flush"],
)
def test_other_numbers_at_the_start_of_a_sentence_are_words(numbers: list[int], x: float) -> None:
    assert {block.number for block in read(numbers, x)} == {None}
