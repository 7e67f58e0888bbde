"""Labels of drawings are set apart from the text; lists, headings and tables of names are not."""

from __future__ import annotations

import pytest

from pdf_maker import PageText, make_pdf
from pipeline.parse.pdf import read_pdf
from pipeline.records import Source

LINES = [
    "The harbour office keeps a list of all tools that it uses and tells the",
    "public once a year what they are for and who is in charge of each one.",
]
LABELS = ["Ship", "Harbour office", "Log of voyages", "Pilot on duty", "Tide table", "Skipper"]
SCATTERED = [(90, 300), (310, 330), (150, 370), (400, 400), (230, 440), (120, 480)]


def list_furniture(places: list[tuple[int, int]], paths: int) -> list[str]:
    page = PageText().lines(72, 100, LINES).level([200 + 20 * index for index in range(paths)], 300, 320)
    page.runs += [(x, y, 9, "regular", label) for (x, y), label in zip(places, LABELS, strict=True)]
    page.write(72, 700, "What follows the drawing", 10, "bold").lines(72, 720, LINES)
    document = read_pdf(Source("f", "f.pdf"), make_pdf([page]))
    return [document.text_of(block) for block in document.blocks if block.zone == "furniture"]


def test_the_labels_of_a_drawing_are_kept_apart_from_the_text() -> None:
    assert list_furniture(SCATTERED, paths=16) == LABELS


@pytest.mark.parametrize(
    ("places", "paths"),
    [(SCATTERED, 2), ([(90, 300 + 30 * index) for index in range(6)], 16)],
)
def test_short_lines_without_a_drawing_or_below_each_other_are_text(
    places: list[tuple[int, int]], paths: int
) -> None:
    assert list_furniture(places, paths) == []
