"""How well real documents are read: words, pairs, printed recommendations, quotes, OCR.

The documents lie beside the project (or where SOFTLAW_SHARED says) and are no part of it. Without
them the tests are skipped, but in CI they fail.
"""

from __future__ import annotations

import os
import re
import shutil
from collections import Counter
from pathlib import Path
from statistics import fmean

import pytest

from benchmarks.pairs import measure_headings, measure_sentences
from benchmarks.reading import measure_words, poppler_text
from benchmarks.reading_page import (
    gold_quotes,
    has_text_layer,
    is_quoted,
    list_pairs,
    list_pdfs,
    measure_review,
    read_file,
)

SHARED = Path(os.environ.get("SOFTLAW_SHARED", Path(__file__).resolve().parents[2] / "shared"))
CORPUS = SHARED / "corpus"
WORD = re.compile(r"[^\W\d_]{2,}")
PAIRS = [pytest.param(pdf, page, id=pdf.stem) for pdf, page in list_pairs(CORPUS)]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not CORPUS.is_dir() and not os.environ.get("CI"), reason=f"no corpus at {CORPUS}; set SOFTLAW_SHARED"
    ),
]


def test_the_corpus_is_there_with_its_pairs() -> None:
    assert len(list_pdfs(CORPUS)) > 40
    assert len(PAIRS) >= 3


def test_the_words_that_poppler_reads_are_in_the_text_and_none_are_glued() -> None:
    measures = [
        measure_words(read_file(path), poppler_text(path.read_bytes()))
        for path in list_pdfs(CORPUS)
        if has_text_layer(path)
    ]
    total, found = sum(item.total for item in measures), sum(item.found for item in measures)
    glued = [word for item in measures for word in item.glued]
    assert found / total >= 0.995
    assert len(glued) < sum(item.ours for item in measures) / 20_000, glued


@pytest.mark.parametrize(("pdf", "page"), PAIRS)
def test_the_printed_sentences_of_a_web_version_stand_in_the_pdf(pdf: Path, page: Path) -> None:
    """What was reworded for the web stands in poppler's text no more than in ours, and is counted apart."""
    found = measure_sentences(read_file(pdf), read_file(page), poppler_text(pdf.read_bytes()))
    assert found.read >= 0.97, found.lost
    assert found.verbatim >= 0.86, found.differing


@pytest.mark.parametrize(("pdf", "page"), PAIRS)
def test_the_printed_headings_of_a_web_version_are_headings_of_the_pdf(pdf: Path, page: Path) -> None:
    found = measure_headings(read_file(pdf), read_file(page), poppler_text(pdf.read_bytes()))
    assert found.read >= 0.95, found.lost


def test_the_printed_recommendations_of_a_review_stand_whole() -> None:
    """Each is one block, its number included. The report itself misprints one of the 163."""
    printed, lost = measure_review(SHARED)
    assert (printed, len(lost)) == (163, 1), lost


def test_the_quotes_of_the_labels_are_found_in_the_text() -> None:
    found = Counter(is_quoted(CORPUS, slug, quote) for slug, quote, _ in gold_quotes(CORPUS))
    assert found[True] >= 0.98 * found.total(), found


def test_documents_without_text_are_read_by_ocr() -> None:
    assert shutil.which("tesseract"), "tesseract has to be installed for this test"
    drawn = [read_file(path) for path in list_pdfs(CORPUS) if not has_text_layer(path)]
    assert drawn
    assert all(len(WORD.findall(document.text)) > 150 * len(document.ocr_pages) for document in drawn)
    known = [block.ocr_confidence for document in drawn for block in document.blocks if block.ocr_confidence]
    assert fmean(known) > 0.8


def test_few_pages_of_documents_with_text_are_read_by_ocr() -> None:
    """Pictures, such as covers; scans with a good layer of their own keep it."""
    texts = [read_file(path) for path in list_pdfs(CORPUS) if has_text_layer(path)]
    pages = sum(document.page_count or 0 for document in texts)
    assert sum(len(document.ocr_pages) for document in texts) < 0.01 * pages
