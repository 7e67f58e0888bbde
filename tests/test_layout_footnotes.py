"""Footnotes: marks in brackets, notes in the size of the text, notes that go on from the page before."""

from __future__ import annotations

from pdf_maker import PageText, make_pdf
from pipeline.parse.pdf import read_pdf
from pipeline.records import Document, Source

LINES = [
    "The harbour office keeps a list of all tools that it uses and tells the",
    "public once a year what they are for and who is in charge of each one.",
    "Skippers hand in the papers of the ship before they leave the harbour.",
]


def read(page: PageText) -> Document:
    return read_pdf(Source("n", "n.pdf"), make_pdf([page]))


def list_notes(document: Document) -> list[str]:
    return [document.text_of(block) for block in document.blocks if block.kind == "footnote"]


def test_a_raised_number_in_brackets_begins_a_note() -> None:
    page = PageText().lines(72, 100, LINES).write(72, 160, "The duty stands in the Harbour Act (")
    page.write(233, 156, "1", 6).write(237, 160, ").")
    page.write(72, 760, "(", 8).write(75, 757, "1", 5).write(78, 760, ") Act of 3 May on harbours.", 8)
    page.lines(72, 771, ["It was changed twice."], 8)
    assert list_notes(read(page)) == ["(¹) Act of 3 May on harbours. It was changed twice."]


def test_text_above_a_note_of_its_own_size_is_no_note() -> None:
    page = PageText().lines(72, 100, LINES).lines(72, 400, LINES)
    page.write(72, 500, "The list is kept by the office").write(193, 496, "1", 6)
    page.write(72, 757, "1", 6).write(77, 760, "Until the end of the year.")
    document = read(page)
    assert list_notes(document) == ["¹ Until the end of the year."]
    assert document.text.count(" ".join(LINES)) == 2
