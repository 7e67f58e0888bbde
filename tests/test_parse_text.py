"""Plain text becomes paragraphs: wrapped lines are joined, lost line ends found, page prints set aside."""

import pytest

from pipeline.parse.text import read_text_file
from pipeline.parse.text_glued import split_glued
from pipeline.records import Document, Source


def read(text: str) -> Document:
    return read_text_file(Source("t", "t.txt"), text.encode(), {})


def kinds(document: Document) -> list[tuple[str, str | None, str]]:
    return [(b.kind, b.number, document.text_of(b)) for b in document.blocks]


JOURNAL = """4.5.2031
EN
Official Journal of the Harbour Union
L 12/1
HARBOUR RECOMMENDATION
of 2 May 2031
on the lamps of small boats
THE HARBOUR BOARD,
Whereas:
(1)
Lamps save lives at night, as the study
 (3) of the pilots shows.
(2)
Few small boats carry one.
HAS ADOPTED THIS RECOMMENDATION:
1.   Aims
Boats should carry a lamp, so that they are seen by larger ships from afar.
(a)
a white lamp at the stern;
(b)
a red lamp to the left.
(3)  Pilots' yearbook, p. 4."""


def test_a_recital_whose_number_stands_on_its_own_line_is_one_paragraph() -> None:
    assert [item for item in kinds(read(JOURNAL)) if item[1] in ("(1)", "(2)")] == [
        ("paragraph", "(1)", "(1) Lamps save lives at night, as the study (3) of the pilots shows."),
        ("paragraph", "(2)", "(2) Few small boats carry one."),
    ]


def test_the_head_of_a_journal_is_furniture_and_its_title_one_block() -> None:
    found = kinds(read(JOURNAL))
    assert [kind for kind, _, _ in found[:5]] == ["furniture"] * 4 + ["title"]
    assert found[4][2] == "HARBOUR RECOMMENDATION of 2 May 2031 on the lamps of small boats"
    assert found[-1][0] == "footnote"


def test_points_on_two_lines_are_items() -> None:
    assert ("list_item", "(a)", "(a) a white lamp at the stern;") in kinds(read(JOURNAL))


WRAPPED = """Lamps of the Harbour

1 Why lamps matter
Small boats without lamps are hard to see at night, and larger ships cannot stop in ti-
me. Every year several boats are lost because nobody saw them, although a lamp costs
less than a rope.
The Board therefore recommends the following to all owners of small boats in the har-
bour and to their crews, from the next season on.
• Carry a white lamp at the stern which burns for the whole night, and a second one in
reserve.
• Test both before leaving.
2
Harbour Board – Lamps
and tell the harbour master when a lamp fails at sea, so that help can come in time to
the crew.
3
Harbour Board – Lamps
Owners who rent boats out should show each guest how the lamp works before the boat
leaves.
4
Harbour Board – Lamps
Guests should ask
the owner.
5
Harbour Board – Lamps
Thank you.
"""


def test_wrapped_lines_are_joined_and_broken_words_made_whole() -> None:
    text = read(WRAPPED).text
    assert "larger ships cannot stop in time. Every year" in text
    assert "owners of small boats in the harbour and to their crews" in text


def test_page_numbers_and_running_titles_are_furniture() -> None:
    furniture = [text for kind, _, text in kinds(read(WRAPPED)) if kind == "furniture"]
    assert furniture[:2] == ["2", "Harbour Board – Lamps"]
    assert len(furniture) == 8


def test_an_item_that_runs_on_is_one_block() -> None:
    items = [text for kind, _, text in kinds(read(WRAPPED)) if kind == "list_item"]
    assert items[0] == (
        "• Carry a white lamp at the stern which burns for the whole night, and a second one in reserve."
    )


def test_the_codes_of_symbol_fonts_are_bullets() -> None:
    document = read("Boats should:\n\n\uf0b7 carry a white lamp;\n\n\uf0e5 keep it burning.\n")
    assert [text for kind, _, text in kinds(document) if kind == "list_item"] == [
        "• carry a white lamp;",
        "• keep it burning.",
    ]


def test_headings_have_their_numbers() -> None:
    assert ("heading", "1", "1 Why lamps matter") in kinds(read(WRAPPED))


@pytest.mark.parametrize(
    ("tail", "parts"),
    [
        (
            "The Board,Having regard to lamps,  Whereas: ok",
            ["The Board,", "Having regard to lamps,", "Whereas: ok"],
        ),
        ("Whereas: (1) Lamps burn. (2) Boats sink.", ["Whereas:", "(1) Lamps burn.", "(2) Boats sink."]),
        (
            "Aims 1. Boats carry lamps. 2. Crews test them.",
            ["Aims", "1. Boats carry lamps.", "2. Crews test them."],
        ),
    ],
)
def test_lost_line_ends_are_found(tail: str, parts: list[str]) -> None:
    filler = "x" * 3000 + ".  "
    assert split_glued(f"{filler}{tail}")[1:] == parts
