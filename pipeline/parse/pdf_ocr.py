"""OCR inside the PDF reader: pages without usable text are rendered, read and put back."""

from __future__ import annotations

import subprocess
from pathlib import Path

from pipeline.parse.language import detect_language
from pipeline.parse.layout.lines import Line, Page
from pipeline.parse.ocr import DPI, has_tesseract, read_image, tesseract_language
from pipeline.parse.ocr_needs import find_ocr_reason
from pipeline.parse.pdf_reader import PdfFile

# Some seconds each, within the time that a run gives a document; the rest is marked as unread.
MAX_OCR_PAGES = 40
MAX_PIXELS = 60_000_000
FIRST_GUESS = "en"
# Fewer words than these tell no language.
ENOUGH_WORDS = 60


def read_by_ocr(file: PdfFile, pages: list[Page], cache_folder: Path | None) -> None:
    """Read the pages that need it; a page that cannot be read keeps its layer and the reason."""
    needing = [(page, reason) for page in pages if (reason := page.ocr_reason or find_ocr_reason(page))]
    if not needing:
        return
    installed = has_tesseract()
    language = _language_of([line for page in pages if not page.ocr_reason for line in page.lines])
    for count, (page, reason) in enumerate(needing):
        page.ocr_reason = reason
        if installed and count < MAX_OCR_PAGES and 0 < _pixels(page) < MAX_PIXELS:
            language = _read_page(file, page, language, cache_folder)
        else:
            page.ocr_reason = f"{reason}; not read by OCR"


def _pixels(page: Page) -> float:
    """How large the picture of a page would be; a page that could not be loaded has none."""
    return page.width * page.height * (DPI / 72) ** 2


def _read_page(file: PdfFile, page: Page, language: str | None, cache_folder: Path | None) -> str | None:
    """Read one page; the first page of a document without text also tells its language."""
    image = file.render(page.number - 1, DPI)
    try:
        lines = read_image(image, language or FIRST_GUESS, page.number, cache_folder)
        guess = language or _language_of(lines)
        if guess and tesseract_language(guess) != tesseract_language(language or FIRST_GUESS):
            lines = read_image(image, guess, page.number, cache_folder)
    except subprocess.SubprocessError as error:
        page.ocr_reason = f"{page.ocr_reason}; OCR failed: {type(error).__name__}"
        return language
    if lines:
        page.lines = lines
    return guess


def _language_of(lines: list[Line]) -> str | None:
    text = " ".join(line.text for line in lines)
    return detect_language(text) if len(text.split()) >= ENOUGH_WORDS else None
