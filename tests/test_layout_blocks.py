"""Lines of one paragraph that are set apart or in slightly different sizes."""

from __future__ import annotations

import pytest

from pdf_maker import PageText, make_pdf
from pipeline.parse.pdf import read_pdf
from pipeline.records import Document, Source

LINES = [
    "The harbour office keeps a list of all tools that it uses and tells the",
    "public once a year what they are for and who is in charge of each one.",
]


def read(page: PageText) -> Document:
    return read_pdf(Source("b", "b.pdf"), make_pdf([page]))


def test_an_item_set_with_wide_lines_goes_on_beside_its_bullet() -> None:
    page = PageText().lines(72, 100, [*LINES, *LINES, *LINES])
    page.write(72, 200, "-").write(90, 200, "keep the log of each voyage of the ship on board and show")
    page.write(90, 221, "it to the officer on duty.")
    document = read(page)
    assert "• keep the log of each voyage of the ship on board and show it to the officer on duty." in [
        document.text_of(block) for block in document.blocks
    ]


@pytest.mark.parametrize(("size", "joined"), [(10.8, True), (14, False)])
def test_a_line_fitted_to_the_column_belongs_to_its_sentence(size: float, joined: bool) -> None:
    page = PageText().lines(72, 100, [*LINES, "Skippers ask for a berth and"])
    page.write(72, 136, "wait for the answer of the office", size)
    assert ("a berth and wait for the answer" in read(page).text) == joined


def test_an_address_below_a_bold_label_does_not_go_on_with_it() -> None:
    page = PageText().lines(72, 100, LINES).write(72, 150, "By letter or mail", 10, "bold")
    document = read(page.write(72, 162, "office@harbour.example"))
    assert "By letter or mail" in [document.text_of(block) for block in document.blocks]


def test_the_end_of_a_sentence_below_its_list_is_no_part_of_the_last_item() -> None:
    page = PageText().lines(72, 100, [*LINES, "Skippers who carry"])
    page.write(72, 158, "- more than ten persons or").write(72, 182, "- any goods that burn")
    document = read(page.write(72, 207, "ask for a pilot before they enter."))
    assert "• any goods that burn" in [document.text_of(block) for block in document.blocks]


def test_items_without_a_stop_are_parted_where_their_numbers_count_on() -> None:
    page = PageText().lines(72, 100, ["1. fees and dues", "2. berths, also", "of guests:"])
    page.lines(90, 136, ["a. at sea", "b. in port"]).write(72, 160, "3. pilots")
    assert [block.number for block in read(page).blocks] == ["1", "2", "a", "b", "3"]


def test_a_number_that_does_not_count_on_stays_in_its_sentence() -> None:
    page = PageText().lines(
        72, 100, ["1. A pilot is asked for at noon on day", "17. of a month, not later than noon"]
    )
    assert [block.number for block in read(page).blocks] == ["1"]


def test_an_item_in_capitals_between_two_others_is_no_heading() -> None:
    page = (
        PageText().lines(72, 100, LINES).lines(72, 136, ["1. Harbour of Elm", "2. PILOTS", "3. Crew of Ash"])
    )
    assert [block.kind for block in read(page).blocks[1:]] == ["list_item"] * 3
