"""Tables without a grid: level rules, upright rules or a row of heads tell the columns."""

from __future__ import annotations

import pytest

from pdf_maker import PageText, make_pdf
from pipeline.parse.pdf import read_pdf
from pipeline.records import Document, Source

INTRO = ["The harbour office sets out below what it asks of the skippers of the island."]
PROSE = [
    "The office reads each log and",
    "tells the skipper what it has",
    "found, so that the next voyage",
    "can be planned with more care",
    "than the last one, and keeps a",
]


def read(page: PageText) -> Document:
    return read_pdf(Source("t", "t.pdf"), make_pdf([page]))


def read_tables(page: PageText) -> list[list[list[str]]]:
    document = read(page)
    return [
        [[document.text[start:end] for start, end in row] for row in block.cells or ()]
        for block in document.blocks
        if block.kind == "table"
    ]


def test_lines_between_level_rules_are_rows_when_each_stands_for_itself() -> None:
    page = PageText().lines(72, 80, INTRO).level((120, 140, 190), 72, 500)
    rows = [("Report", "Day"), ("First report", "30 June"), ("Second report", "31 July"), ("Last", "1 May")]
    page.rows((80, 300), (133, 155, 169, 183), rows)
    assert read_tables(page) == [[list(row) for row in rows]]


def test_a_label_beside_several_paragraphs_stands_in_the_row_of_the_first() -> None:
    page = PageText().lines(72, 80, INTRO).level((120, 140, 240, 290), 72, 500)
    page.rows((80, 200), (133,), [("Group", "Duties")])
    page.lines(80, 155, ["LOGS: records of", "voyages are kept."])
    page.lines(
        200, 155, ["LOGS 1: A log is opened before the ship leaves the", "harbour for the first time."]
    )
    page.lines(200, 185, ["LOGS 2: The log is shown to the officer on duty", "when the officer asks for it."])
    page.write(80, 255, "PAPERS: complete.").write(200, 255, "PAPERS 1: Papers are renewed each year.")
    assert read_tables(page) == [
        [
            ["Group", "Duties"],
            [
                "LOGS: records of voyages are kept.",
                "LOGS 1: A log is opened before the ship leaves the harbour for the first time.",
            ],
            ["", "LOGS 2: The log is shown to the officer on duty when the officer asks for it."],
            ["PAPERS: complete.", "PAPERS 1: Papers are renewed each year."],
        ]
    ]


def test_short_heads_in_bold_over_aligned_texts_make_a_table() -> None:
    page = PageText().lines(72, 80, INTRO).rows((80, 200, 350), (130,), [("Tool", "Use", "Risk")], "bold")
    page.write(80, 150, "Tide table").lines(200, 150, ["tells when a ship", "may enter"]).write(
        350, 150, "is old"
    )
    page.write(80, 192, "Radar").lines(200, 192, ["shows ships that", "are near"]).write(350, 192, "fails")
    assert read_tables(page) == [
        [
            ["Tool", "Use", "Risk"],
            ["Tide table", "tells when a ship may enter", "is old"],
            ["Radar", "shows ships that are near", "fails"],
        ]
    ]


def test_upright_rules_part_the_columns_under_heads_above_them() -> None:
    page = PageText().lines(72, 60, INTRO).upright((70, 190, 340, 500), 140, 260)
    page.rows((80, 220, 370), (130,), [("Tool", "Use", "Risk")])
    page.write(80, 155, "Tide table").lines(200, 155, ["tells when", "a ship may enter"]).write(
        350, 155, "is old"
    )
    page.write(80, 212, "Radar").lines(200, 212, ["shows what", "is near"]).write(350, 212, "fails at times")
    assert read_tables(page) == [
        [
            ["Tool", "Use", "Risk"],
            ["Tide table", "tells when a ship may enter", "is old"],
            ["Radar", "shows what is near", "fails at times"],
        ]
    ]


@pytest.mark.parametrize(
    ("xs", "uprights"), [((72, 320), (300,)), ((72, 250, 420), (238, 408)), ((72, 250, 420), ())]
)
def test_columns_of_running_text_are_no_table(xs: tuple[float, ...], uprights: tuple[float, ...]) -> None:
    page = PageText().level((60, 300, 700), 72, 560).upright(uprights, 90, 240)
    page.rows(xs, [100 + 12 * line for line in range(10)], [[text] * len(xs) for text in PROSE + PROSE])
    assert read_tables(page) == []
    assert " ".join(PROSE) in read(page).text


def shaded_page(rows: list[tuple[str, ...]], xs: tuple[float, ...], shaded: set[int]) -> PageText:
    page = PageText().write(72, 60, "What the harbour office asks of all ships.")
    for index, row in enumerate(rows):
        top = 100 + 24 * index
        page.rows(xs, (top + 16,), [row])
        if index in shaded:
            page.content += b"q 0.9 0.95 1 rg 72 %d 448 24 re f Q\n" % (842 - top - 24)
    return page.write(72, 130 + 24 * len(rows), "The office reads the answers each year.")


TOOLS = [
    ("Tool", "Use"),
    ("Radar", "shows ships at sea"),
    ("Log", "tells the voyage"),
    ("Chart", "depth"),
]


@pytest.mark.parametrize("shaded", [{0, 2}, {1, 3}, {0, 1, 2, 3}])
def test_rows_on_grounds_of_one_width_are_a_table(shaded: set[int]) -> None:
    assert read_tables(shaded_page(TOOLS, (78, 200), shaded)) == [[list(row) for row in TOOLS]]


def test_paragraphs_on_grounds_are_no_table() -> None:
    texts = [(f"Rule {index}: a ship tells the office what tools it has on board.",) for index in range(4)]
    assert read_tables(shaded_page(texts, (78,), {0, 2})) == []
