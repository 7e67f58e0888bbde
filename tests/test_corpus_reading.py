"""How well real documents are read: words, pairs, printed recommendations, quotes, OCR.

The documents lie beside the project (or where SOFTLAW_SHARED says) and are no part of it. Without
them the tests are skipped, but in CI they fail.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from statistics import fmean

import pytest

from benchmarks.reading import fold, fold_printed, measure_words, poppler_text, split_sentences
from pipeline.parse import read_document
from pipeline.records import Document, Source
from pipeline.vocabulary import load_vocabulary

SHARED = Path(os.environ.get("SOFTLAW_SHARED", Path(__file__).resolve().parents[2] / "shared"))
CORPUS = SHARED / "corpus"
WORD = re.compile(r"[^\W\d_]{2,}")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not CORPUS.is_dir() and not os.environ.get("CI"), reason=f"no corpus at {CORPUS}; set SOFTLAW_SHARED"
    ),
]


@cache
def read_file(path: Path) -> Document:
    return read_document(Source(path.stem, path.name), path.read_bytes(), load_vocabulary())


def list_pdfs() -> list[Path]:
    found = sorted(CORPUS.glob("*/*.pdf"))
    assert found, f"no PDF in {CORPUS}"
    return found


def list_pairs() -> list[tuple[Path, Path]]:
    """The documents that are there as PDF and as web page: "guide.pdf" and "guide-html.html"."""
    pages = {path.stem.removesuffix("-html"): path for path in CORPUS.glob("*/*-html.html")}
    found = [(path, pages[path.stem]) for path in list_pdfs() if path.stem in pages]
    assert len(found) >= 3
    return found


def has_text_layer(path: Path) -> bool:
    return len(read_file(path).ocr_pages) * 2 < (read_file(path).page_count or 0)


def test_the_words_that_poppler_reads_are_in_the_text_and_none_are_glued() -> None:
    measures = [
        measure_words(read_file(path), poppler_text(path.read_bytes()))
        for path in list_pdfs()
        if has_text_layer(path)
    ]
    total, found = sum(item.total for item in measures), sum(item.found for item in measures)
    glued = [word for item in measures for word in item.glued]
    assert found / total >= 0.995
    assert len(glued) < sum(item.ours for item in measures) / 20_000, glued


def test_the_sentences_of_the_web_versions_stand_in_the_pdfs() -> None:
    """The web versions were edited after the print: some dozen sentences differ in their words."""
    lost, total = [], 0
    for pdf, page in list_pairs():
        printed = fold_printed(read_file(pdf).without_marks())
        sentences = list_sentences(read_file(page))
        total += len(sentences)
        lost += [sentence for sentence in sentences if fold_printed(sentence) not in printed]
    assert len(lost) <= 0.03 * total, lost


def list_sentences(document: Document) -> list[str]:
    """The sentences of paragraphs and list items."""
    text = document.without_marks()
    return [
        sentence
        for block in document.blocks
        if block.kind in ("paragraph", "list_item") and block.zone not in ("furniture", "contents")
        for sentence in split_sentences(text[block.body_start or block.start : block.end])
    ]


def test_the_headings_of_the_web_versions_are_headings_or_cells_of_the_pdfs() -> None:
    lost, total = [], 0
    for pdf, page in list_pairs():
        web = read_file(page)
        known = {fold(fold_printed(text)) for text in list_titles(read_file(pdf))}
        titles = [web.text_of(block) for block in web.blocks if block.kind == "heading"]
        total += len(titles)
        lost += [title for title in titles if fold(fold_printed(title)) not in known]
    assert len(lost) <= 0.05 * total, lost


def list_titles(document: Document) -> Iterator[str]:
    """Titles and headings, and table cells, which the web version often prints as headings."""
    for block in document.blocks:
        if block.kind in ("heading", "title"):
            yield document.text_of(block)
            yield document.text[block.body_start or block.start : block.end]
        for row in block.cells or ():
            yield from (document.text[start:end] for start, end in row)


def test_the_printed_recommendations_of_a_review_stand_whole() -> None:
    """Each is one block, its number included. The report itself misprints one of the 163."""
    files = SHARED.glob("external/*/labels.json")
    numbered = [path for path in files if '"115.1"' in path.read_text(encoding="utf-8")]
    labels = json.loads(numbered[0].read_text(encoding="utf-8"))[0]
    document = read_file(next((numbered[0].parent / "texts").glob("*.pdf")))
    text = document.without_marks()
    items = {fold(text[block.start : block.end]) for block in document.blocks}
    printed = {row["number"]: fold(row["number"] + row["text"]) for row in labels["recommendations"]}
    lost = [number for number, item in printed.items() if item not in items]
    assert (len(printed), len(lost)) == (163, 1), lost


def gold_quotes() -> Iterator[tuple[str, str]]:
    """The slug and the quote of each labelled piece of evidence and recommendation of a PDF."""
    for path in sorted((CORPUS / "gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        if not (CORPUS / "documents" / f"{path.stem}.pdf").is_file():
            continue
        quotes = [mark["quote"] for mark in gold["evidence"].values() if mark and mark.get("quote")]
        for quote in [*quotes, *(row["text"] for row in gold["recommendations"])]:
            yield path.stem, quote


def test_the_quotes_of_the_labels_are_found_in_the_text() -> None:
    found: Counter[bool] = Counter()
    for slug, quote in gold_quotes():
        document = read_file(CORPUS / "documents" / f"{slug}.pdf")
        texts = (fold(document.without_marks()), fold(document.text))
        found[any(fold(quote) in text for text in texts)] += 1
    assert found[True] >= 0.98 * found.total(), found


def test_documents_without_text_are_read_by_ocr() -> None:
    assert shutil.which("tesseract"), "tesseract has to be installed for this test"
    drawn = [read_file(path) for path in list_pdfs() if not has_text_layer(path)]
    assert drawn
    assert all(len(WORD.findall(document.text)) > 150 * len(document.ocr_pages) for document in drawn)
    known = [block.ocr_confidence for document in drawn for block in document.blocks if block.ocr_confidence]
    assert fmean(known) > 0.8


def test_few_pages_of_documents_with_text_are_read_by_ocr() -> None:
    """Pictures, such as covers; scans with a good layer of their own keep it."""
    texts = [read_file(path) for path in list_pdfs() if has_text_layer(path)]
    pages = sum(document.page_count or 0 for document in texts)
    assert sum(len(document.ocr_pages) for document in texts) < 0.01 * pages
