"""OCR: which pages need it, and what is made of tesseract's table."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from pdf_maker import PageText, make_pdf, make_picture_pdf
from pipeline.parse.layout.lines import Line, Page
from pipeline.parse.ocr import build_lines, has_tesseract, parse_table, tesseract_language
from pipeline.parse.ocr_needs import find_ocr_reason, is_garbled, is_poor_layer
from pipeline.parse.pdf import read_pdf
from pipeline.records import Source

HEAD = "level\tpage\tblock\tpar\tline\tword\tleft\ttop\twidth\theight\tconf\ttext"
SENTENCE = "Every office keeps a register of the tools that it uses and shows it to the public. "


def tsv(*words: tuple[int, int, int, str]) -> str:
    """Rows of tesseract's table: line, left, confidence, text."""
    rows = [
        f"5\t1\t1\t1\t{line}\t1\t{left}\t{100 * line}\t50\t40\t{conf}\t{text}"
        for line, left, conf, text in words
    ]
    return "\n".join([HEAD, *rows])


def page_with(text: str, **options: float) -> Page:
    line = Line(72, 90, 300, 100, text, 10, 100)
    return Page(1, 595, 842, [line] if text else [], **options)


def test_words_of_a_line_are_one_line_with_their_mean_confidence() -> None:
    lines = build_lines(parse_table(tsv((1, 100, 90, "Open"), (1, 160, 80, "data"), (2, 100, 96, "plan"))), 3)
    assert [(line.text, line.page, line.confidence) for line in lines] == [
        ("Open data", 3, pytest.approx(0.85)),
        ("plan", 3, pytest.approx(0.96)),
    ]


def test_specks_are_left_out() -> None:
    assert parse_table(tsv((1, 100, 10, "~"), (1, 160, 80, "data")))[0].text == "data"


def test_a_round_bullet_is_told_from_the_letter_that_it_looks_like() -> None:
    lines = build_lines(parse_table(tsv((1, 100, 90, "e"), (1, 190, 80, "data"))), 1)
    assert lines[0].text == "• data"


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("rules for Al systems", "rules for AI systems"),
        ("Al-driven tools", "AI-driven tools"),
        ("by Al Smith", "by Al Smith"),
    ],
)
def test_the_letters_of_ai_are_put_right(printed: str, read: str) -> None:
    words = tsv(*[(1, 100 + 60 * index, 90, word) for index, word in enumerate(printed.split())])
    assert build_lines(parse_table(words), 1)[0].text == read


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        (page_with("", image_share=1.0), "no text, only a picture"),
        (page_with("12", strip_count=80), "text drawn as pictures"),
        (page_with("", path_count=900), "text drawn as outlines"),
        (page_with("\ufffd\ufffd\ufffd\ufffd" * 20 + "abc" * 20), "garbled text"),
        (page_with(""), None),
        (page_with(SENTENCE * 4, image_share=1.0), None),
    ],
)
def test_pages_without_usable_text_are_named_with_the_reason(page: Page, reason: str | None) -> None:
    assert find_ocr_reason(page) == reason


def test_glyph_numbers_instead_of_letters_are_garbled_text() -> None:
    assert is_garbled("7KH GPFWR ZKLFK KDV QR YRZHOV DQG " * 10 + "BCD FGH JKL MNP QRS TVW " * 10)
    assert not is_garbled(SENTENCE * 10)


def test_a_layer_that_mixes_letters_and_figures_is_poor() -> None:
    assert is_poor_layer("The OFFlCE of the c0uncil and its b0ard met in the h1ll " * 6)
    assert not is_poor_layer(SENTENCE * 6)


def outlined_page() -> PageText:
    """A page whose content is drawn, not written: the letters are big rectangles' outlines."""
    return PageText(content=b"\n".join(b"%d 700 4 9 re f" % (72 + 6 * n) for n in range(70)))


def test_without_tesseract_the_page_is_marked_and_the_run_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    pages = [outlined_page(), PageText().write(72, 100, "A page with text of its own on it.")]
    document = read_pdf(Source("scan", "scan.pdf"), make_pdf(pages))
    assert document.ocr_pages == [1]
    assert "A page with text" in document.text


@pytest.mark.slow
@pytest.mark.skipif(
    not has_tesseract() and not os.environ.get("CI"), reason="tesseract is not installed on this machine"
)
def test_a_drawn_page_is_read_and_kept_in_the_cache(tmp_path: Path) -> None:
    assert shutil.which("tesseract"), "CI must install tesseract"
    document = read_pdf(Source("scan", "scan.pdf"), make_picture_pdf(SENTENCE), ocr_cache=tmp_path)
    assert document.ocr_pages == [1]
    block = document.blocks[0]
    assert "keeps a register" in document.text
    assert block.ocr_reason == "no text, only a picture"
    assert 0.5 < (block.ocr_confidence or 0) <= 1
    assert len(list(tmp_path.glob("*.tsv"))) == 1


@pytest.mark.skipif(
    not has_tesseract() and not os.environ.get("CI"), reason="tesseract is not installed on this machine"
)
def test_a_language_without_data_is_read_as_english() -> None:
    assert tesseract_language("xx") == "eng"
