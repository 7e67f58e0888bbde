"""The blocks of a document for looking: as lines of text and drawn on the page."""

from __future__ import annotations

from pathlib import Path

from typer.testing import CliRunner

from pdf_maker import PageText, make_pdf
from pipeline.cli.app import app
from pipeline.parse.drawing import COLORS, describe_blocks, draw_page
from pipeline.parse.pdf import read_pdf
from pipeline.records import Source

PAGE = PageText().write(72, 80, "Rules for tools", 22, "bold")
PAGE.lines(72, 120, ["Every office keeps a register of the tools it has", "and shows it to the public."])
PAGE.write(72, 170, "(a)").write(95, 170, "train the staff before the tool is used.")
DATA = make_pdf([PAGE])


def test_a_block_is_one_line_with_page_kind_and_number() -> None:
    lines = describe_blocks(read_pdf(Source("s", "s.pdf"), DATA))
    assert lines[0] == "p1 title title | Rules for tools"
    assert lines[2] == "p1 list_item operative #(a) | (a) train the staff before the tool is used."


def test_the_box_of_a_block_is_drawn_in_the_colour_of_its_kind() -> None:
    image = draw_page(read_pdf(Source("s", "s.pdf"), DATA), DATA, 1)
    colors = {color for _, color in image.getcolors(1 << 20)}
    assert {COLORS["title"], COLORS["paragraph"], COLORS["list_item"]} <= colors


def test_the_command_prints_the_blocks_and_draws_the_pages(tmp_path: Path) -> None:
    file = tmp_path / "rules.pdf"
    file.write_bytes(DATA)
    result = CliRunner().invoke(app, ["blocks", str(file), "--image", str(tmp_path / "pictures")])
    assert result.exit_code == 0
    assert "Rules for tools" in result.output
    assert [path.name for path in (tmp_path / "pictures").iterdir()] == ["rules-0001.png"]


def test_a_file_that_cannot_be_read_is_named_with_the_reason(tmp_path: Path) -> None:
    file = tmp_path / "broken.pdf"
    file.write_bytes(b"%PDF-1.7\nbroken")
    result = CliRunner().invoke(app, ["blocks", str(file)])
    assert result.exit_code != 0
