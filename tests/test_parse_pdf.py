"""PDF -> Document: blocks, kinds, numbers, pages and marks of small hand-made PDFs."""

from __future__ import annotations

import pytest

from pdf_maker import PageText, make_pdf
from pipeline.parse.pdf import read_pdf
from pipeline.records import Block, Document, Source

BODY = [
    "This guidance explains how public bodies may use automated tools in",
    "their daily work and what they have to record when they do so. It was",
    "written with the help of many colleagues across the departments.",
]


def read(*pages: PageText, **options: object) -> Document:
    return read_pdf(Source("sample", "sample.pdf"), make_pdf(list(pages), **options))


def texts(document: Document, kind: str) -> list[str]:
    return [document.text_of(block) for block in document.blocks if block.kind == kind]


def block_of(document: Document, text: str) -> Block:
    return next(block for block in document.blocks if text in document.text_of(block))


def test_the_lines_of_a_paragraph_are_one_block() -> None:
    document = read(PageText().lines(72, 100, BODY))
    assert texts(document, "paragraph") == [" ".join(BODY)]


def test_each_bullet_is_one_block_written_with_a_round_bullet() -> None:
    page = PageText().lines(72, 100, BODY)
    page.write(80, 140, "-").write(95, 140, "keep a register of the tools that are in use and")
    page.write(95, 152, "review it every year;")
    page.write(80, 164, "-").write(95, 164, "name a contact person.")
    document = read(page)
    assert texts(document, "list_item") == [
        "• keep a register of the tools that are in use and review it every year;",
        "• name a contact person.",
    ]


def test_a_numbered_item_keeps_its_number_and_where_its_text_begins() -> None:
    page = PageText().lines(72, 100, BODY)
    page.write(72, 150, "(a)").write(95, 150, "train the staff before the tool is used.")
    block = block_of(document := read(page), "train the staff")
    assert block.number == "(a)"
    assert block.body_start is not None
    assert document.text[block.body_start : block.end] == "train the staff before the tool is used."


def test_two_columns_are_read_one_after_the_other() -> None:
    left = [f"left column line {word} of the text here" for word in ("one", "two", "three", "four")]
    right = [f"right column line {word} of the text" for word in ("one", "two", "three", "four")]
    page = PageText().write(72, 80, "A heading that runs over both of the columns of this page", 14, "bold")
    for index, (a, b) in enumerate(zip(left, right, strict=True)):
        page.write(72, 110 + 12 * index, a).write(320, 110 + 12 * index, b)
    document = read(page)
    assert f"{' '.join(left)}" in document.text
    assert document.text.index("left column line four") < document.text.index("right column line one")


def test_headings_take_their_level_from_the_bookmarks() -> None:
    page = PageText().write(72, 80, "Rules for tools", 22, "bold").lines(72, 120, BODY)
    page.write(72, 180, "Scope", 12, "bold").lines(72, 200, BODY)
    document = read(page, bookmarks=[(1, "Rules for tools", 1), (2, "Scope", 1)])
    block = block_of(document, "Scope")
    assert (block.kind, block.level) == ("heading", 2)


def test_a_footnote_mark_never_fuses_with_a_number() -> None:
    page = PageText().lines(72, 100, BODY)
    page.write(72, 160, "The duty stands in Act 12").write(184.5, 155, "30", 6).write(
        198, 160, "of the island."
    )
    page.write(72, 780, "30", 5).write(80, 783, "See the law gazette of that year.", 8)
    document = read(page)
    assert "Act 12³⁰ of the island." in document.text
    assert "Act 12   of the island." in document.without_marks()
    note = block_of(document, "law gazette")
    assert (note.kind, note.zone, note.number) == ("footnote", "footnote", "30")


def test_running_titles_and_page_numbers_are_furniture() -> None:
    pages = []
    for number in range(1, 5):
        page = PageText().write(72, 40, "Rules for tools of the island", 9).lines(72, 130, BODY)
        pages.append(page.write(300, 810, str(number), 9))
    document = read(*pages)
    furniture = [block for block in document.blocks if block.kind == "furniture"]
    assert len(furniture) == 8
    assert {block.zone for block in furniture} == {"furniture"}


def test_a_paragraph_over_a_page_break_is_one_block_with_the_footnote_behind_it() -> None:
    first = PageText().lines(72, 100, BODY).lines(72, 160, [BODY[0], BODY[1]])
    first.write(72, 780, "1", 5).write(76, 783, "A note on this page.", 8)
    second = PageText().lines(72, 100, ["goes on upon the next page until it ends here."])
    document = read(first, second)
    block = block_of(document, "goes on upon")
    assert document.text_of(block) == f"{BODY[0]} {BODY[1]} goes on upon the next page until it ends here."
    assert document.page_at(block.start) == 1
    assert document.page_at(block.end - 1) == 2
    assert document.page_at(block_of(document, "A note").start) == 1


def test_blocks_are_parted_by_a_blank_line_and_cover_the_text() -> None:
    document = read(PageText().lines(72, 100, BODY).lines(72, 180, BODY))
    assert "\n\n".join(document.text_of(block) for block in document.blocks) == document.text


def test_words_broken_at_a_line_end_are_made_whole() -> None:
    page = PageText().lines(
        72, 100, ["The tool must not be harm-", "ful to people, and AI-", "Generated text is marked."]
    )
    assert "harmful to people, and AI-Generated text" in read(page).text


@pytest.mark.parametrize("rotate", [90, 180, 270])
def test_a_rotated_page_is_read_as_displayed(rotate: int) -> None:
    page = PageText(rotate=rotate).lines(72, 100, BODY)
    assert BODY[0].split()[0] in read(page).text


def test_the_sign_of_the_language_and_items_are_no_title() -> None:
    page = PageText().write(72, 80, "Rules for harbours and their tools", 14, "bold").lines(72, 120, BODY)
    page.write(72, 180, "-").write(90, 180, "keep the log of each voyage", 12, "bold")
    assert texts(read(page.write(72, 800, "EN", 24).write(500, 800, "EN", 24)), "title") == [
        "Rules for harbours and their tools"
    ]


def test_headings_in_the_margin_stand_before_the_paragraphs_beside_them() -> None:
    page = PageText().write(60, 60, "Steering harbour tools", 16, "bold")
    for y, heads in (
        (100, ["Clear roles", "for all"]),
        (180, ["Open registers"]),
        (260, ["Skills of pilots"]),
    ):
        page.lines(60, y, heads, 9, "bold")
        page.lines(190, y, [f"Beside {heads[0].lower()} runs a text of several lines, in which"] * 4)
    document = read(page)
    assert [document.text_of(block)[:20] for block in document.blocks[1:]] == [
        "Clear roles for all",
        "Beside clear roles r",
        "Open registers",
        "Beside open register",
        "Skills of pilots",
        "Beside skills of pil",
    ]


@pytest.mark.parametrize("longer", [20, 34])
def test_notes_at_the_foot_of_each_column_are_two(longer: int) -> None:
    page = PageText()
    for x, length, mark in ((60, 20, "1"), (310, longer, "2")):
        for index in range(length):
            page.write(x, 100 + 12 * index, "Pilots read what the tool says, and")
            if index == 4:
                page.write(x + 157, 96 + 12 * index, mark, 6)
    page.lines(60, 700, ["1 Harbour Act 1998, section 4, as", "changed by the act of 2003."], 8)
    page.lines(310, 700, ["2 See the report of the pilots and", "the letter of the board."], 8)
    assert texts(read(page), "footnote") == [
        "1 Harbour Act 1998, section 4, as changed by the act of 2003.",
        "2 See the report of the pilots and the letter of the board.",
    ]


def test_a_note_below_a_short_column_is_one_beside_a_longer_column() -> None:
    page = PageText()
    for x, length in ((60, 20), (310, 50)):
        for index in range(length):
            page.write(x, 100 + 12 * index, "Pilots read what the tool says, and")
            if index == 4 and x == 60:
                page.write(x + 157, 96 + 12 * index, "1", 6)
    page.lines(60, 600, ["1 Harbour Act 1998, section 4, as", "changed by the act of 2003."], 8)
    assert texts(read(page), "footnote") == ["1 Harbour Act 1998, section 4, as changed by the act of 2003."]
