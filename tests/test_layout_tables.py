"""Tables with ruled cells: rows, cells, cells over page breaks, frames."""

from __future__ import annotations

from itertools import pairwise

import pytest

from pdf_maker import PageText, make_pdf
from pipeline.parse.pdf import read_pdf
from pipeline.records import Block, Document, Source

XS, YS = (72, 200, 520), (100, 130, 190, 250)
ROWS = [
    (120, ("Duty", "What it asks")),
    (150, ("Register", "Keep a register of the tools")),
    (165, ("", "and show it to the public.")),
    (210, ("Training", "Train the staff every year.")),
]


def table_page(shift: float = 0) -> PageText:
    page = PageText().grid(XS, [y + shift for y in YS])
    return page.rows((XS[0] + 6, XS[1] + 6), [y + shift for y, _ in ROWS], [cells for _, cells in ROWS])


def read_table(*pages: PageText) -> tuple[Document, Block]:
    document = read_pdf(Source("t", "t.pdf"), make_pdf(list(pages)))
    return document, next(block for block in document.blocks if block.kind == "table")


def test_cells_are_parted_by_tabs_and_rows_by_line_feeds() -> None:
    document, table = read_table(table_page())
    assert document.text_of(table) == (
        "Duty\tWhat it asks\n"
        "Register\tKeep a register of the tools and show it to the public.\n"
        "Training\tTrain the staff every year."
    )


def test_each_cell_has_its_offsets() -> None:
    document, table = read_table(table_page())
    assert table.cells is not None
    start, end = table.cells[1][1]
    assert document.text[start:end] == "Keep a register of the tools and show it to the public."


def test_a_table_that_goes_on_over_a_page_is_one_block() -> None:
    document, table = read_table(table_page(), table_page())
    assert table.cells is not None
    assert len(table.cells) == 6
    assert (document.page_at(table.start), document.page_at(table.end - 1)) == (1, 2)


@pytest.mark.parametrize("edge", [100, 300])
def test_a_frame_around_text_is_a_box_and_no_table(edge: float) -> None:
    page = PageText().write(72, 60, "Text above the box that stands on the page alone.")
    page.grid((72, 400), (edge, edge + 60))
    page.lines(80, edge + 20, ["Key action: keep a register of all the tools", "that are in use."])
    document = read_pdf(Source("t", "t.pdf"), make_pdf([page]))
    assert [block.boxed for block in document.blocks if block.kind == "paragraph"] == [False, True]


def test_a_lone_row_that_goes_on_from_the_page_before_belongs_to_the_table() -> None:
    page = PageText().grid(XS, (80, 140))
    page.write(XS[1] + 6, 100, "Ask for the papers of each ship that enters.")
    page.write(XS[0] + 6, 100, "Papers").lines(72, 200, ["The office publishes the list each year."])
    document, table = read_table(table_page(), page)
    assert document.text_of(table).splitlines()[-1] == "Papers\tAsk for the papers of each ship that enters."


def test_definitions_that_begin_in_small_letters_are_cells() -> None:
    rows = [
        ("log", "the record of a voyage, kept on board."),
        ("berth", "the place of a ship in the harbour."),
    ]
    rows += [("crew", "all persons who work on board."), ("pilot", "a person who knows the waters.")]
    page = PageText().lines(72, 60, ["The words of this code mean what the table says."])
    edges = [100 + 24 * index for index in range(len(rows) + 1)]
    page.grid((72, 160, 520), edges).rows((80, 170), [y + 15 for y in edges[:-1]], rows)
    document, table = read_table(page)
    assert document.text_of(table) == "\n".join("\t".join(row) for row in rows)


def test_shaded_cells_drawn_in_one_path_are_the_cells_of_a_table() -> None:
    """Layout software paints all cells of one colour in a single path."""
    xs, ys = (72, 180, 330, 520), (100, 130, 190, 250)
    page = PageText().lines(72, 60, ["What the harbour office asks of all ships."])
    cells = [(x0, 842 - y1, x1 - x0, y1 - y0) for x0, x1 in pairwise(xs) for y0, y1 in pairwise(ys)]
    page.content = b"q 0.8 0.9 1 rg " + b" ".join(b"%g %g %g %g re" % cell for cell in cells) + b" f Q"
    page.rows([x + 6 for x in xs[:3]], (120,), [("Tool", "Use", "Risk")])
    page.rows([x + 6 for x in xs[:3]], (150,), [("Radar", "shows ships", "fails at times")])
    page.rows([x + 6 for x in xs[:3]], (210,), [("Log", "tells the voyage", "is lost")])
    document, table = read_table(page)
    assert document.text_of(table) == (
        "Tool\tUse\tRisk\nRadar\tshows ships\tfails at times\nLog\ttells the voyage\tis lost"
    )


def test_a_caption_inside_the_frame_stands_before_the_table() -> None:
    page = PageText().lines(72, 40, ["What the harbour office asks of all ships."])
    page.grid((72, 520), (70, 250)).upright((200,), 100, 250).level((100, 130, 190), 72, 520)
    page.write(80, 90, "Table 1. What each skipper of the island keeps on board of the ship")
    page.rows((80, 210), (120, 150, 210), [("Duty", "Words"), ("Register", "Keep it."), ("Log", "Show it.")])
    document, table = read_table(page)
    assert document.text_of(table) == "Duty\tWords\nRegister\tKeep it.\nLog\tShow it."
    assert "Table 1. What each skipper" in document.text[: table.start]
