"""Labels and bullets at the start of a line."""

from __future__ import annotations

import pytest

from pipeline.parse.clean import write_mark
from pipeline.parse.layout.numbering import ends_with, label_depth, read_label, write_bullet


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("3.2 Scope", ("3.2", 4)),
        ("(a) train the staff", ("(a)", 4)),
        ("(10)collecting reports", ("(10)", 4)),
        ("12.Publish the tide tables", ("12", 3)),
        ("3.ABC of the harbour", None),
        ("115.4", ("115.4", 5)),
        ("2021 was the year", None),
        ("A register is kept", None),
    ],
)
def test_a_printed_label_is_read_with_the_offset_behind_it(text: str, label: tuple[str, int] | None) -> None:
    assert read_label(text) == label


def test_a_bare_letter_is_a_label_only_where_it_stands_apart() -> None:
    assert read_label("b measures that inform", apart=True) == ("b", 2)
    assert read_label("a measure that informs") is None


@pytest.mark.parametrize(("number", "depth"), [("3", 1), ("3.2", 2), ("A.1.4", 3)])
def test_the_depth_of_a_number_is_told_by_its_dots(number: str, depth: int) -> None:
    assert label_depth(number) == depth


@pytest.mark.parametrize("glyph", ["▪", "☐", "➢", "•"])
def test_a_bullet_of_any_glyph_is_written_round(glyph: str) -> None:
    assert write_bullet(f"{glyph} keep a register") == ("• keep a register", 2)


def test_a_footnote_mark_does_not_hide_the_end_of_a_sentence() -> None:
    assert ends_with(f"of the Act.{write_mark('12')}", (".",))
