"""How well real documents are read: words, pairs, printed recommendations, quotes, OCR.

The documents lie beside the project (or where SOFTLAW_SHARED says) and are no part of it. Without
them the tests are skipped, but in CI they fail.
"""

from __future__ import annotations

import csv
import json
import os
import re
import shutil
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from benchmarks.reading import (
    fold,
    fold_printed,
    measure_words,
    poppler_text,
    split_sentences,
)
from pipeline.parse import read_document
from pipeline.records import Document, Source
from pipeline.vocabulary import load_vocabulary

SHARED = Path(os.environ.get("SOFTLAW_SHARED", Path(__file__).resolve().parents[2] / "shared"))
CORPUS = SHARED / "corpus"
PAIRS = (
    "uk-dsit-pro-innovation-white-paper-2023",
    "uk-gds-ai-playbook-2025",
    "uk-ai-opportunities-action-plan-2025",
)
    "uk-dsit-pro-innovation-white-paper-2023",
    "uk-gds-ai-playbook-2025",
    "uk-ai-opportunities-action-plan-2025",
)
READABLE_QUOTES = 0.98

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not CORPUS.is_dir() and not os.environ.get("CI"), reason=f"no corpus at {CORPUS}; set SOFTLAW_SHARED"
    ),
]


@cache
def read_file(path: Path) -> Document:
    return read_document(Source(path.stem, path.name), path.read_bytes(), load_vocabulary())


def find_file(name: str, ending: str) -> Path:
    found = [*CORPUS.glob(f"*/{name}{ending}"), *CORPUS.glob(f"*/{name}-html{ending}")]
    assert found, f"{name}{ending} is not in {CORPUS}"
    return found[0]


def list_pdfs() -> list[Path]:
    return sorted(CORPUS.glob("*/*.pdf"))


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
    for name in PAIRS:
        printed = fold_printed(read_file(find_file(name, ".pdf")).without_marks())
        sentences = list_sentences(read_file(find_file(name, ".html")))
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
    for name in PAIRS:
        pdf, page = read_file(find_file(name, ".pdf")), read_file(find_file(name, ".html"))
        known = {fold(fold_printed(text)) for text in list_titles(pdf)}
        titles = [page.text_of(block) for block in page.blocks if block.kind == "heading"]
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
    folder = SHARED / "external" / "upr"
    labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))[0]
    document = read_file(next((folder / "texts").glob("*.pdf")))
    text = document.without_marks()
    items = Counter(fold(text[block.start : block.end]) for block in document.blocks)
    printed = [(row["number"], fold(row["number"] + row["text"])) for row in labels["recommendations"]]
    lost = [number for number, item in printed if item not in items]
    assert len(printed) == 163
    # The report itself misprints one.
    assert len(lost) <= 1, lost


def gold_quotes() -> Iterator[tuple[str, str]]:
    """The slug and the quote of each labelled piece of evidence and recommendation of a PDF."""
    for path in sorted((CORPUS / "gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        if not (CORPUS / "documents" / f"{path.stem}.pdf").is_file():
            continue
        for mark in gold["evidence"].values():
            if mark and mark.get("quote"):
                yield path.stem, mark["quote"]
        for row in gold["recommendations"]:
            yield path.stem, row["text"]


def test_the_quotes_of_the_labels_are_found_in_the_text() -> None:
    found: Counter[bool] = Counter()
    for slug, quote in gold_quotes():
        document = read_file(CORPUS / "documents" / f"{slug}.pdf")
        texts = (fold(document.without_marks()), fold(document.text))
        found[any(fold(quote) in text for text in texts)] += 1
    assert found[True] >= READABLE_QUOTES * found.total(), found


def test_a_document_of_outlines_is_read_by_ocr() -> None:
    assert shutil.which("tesseract"), "tesseract has to be installed for this test"
    document = read_file(find_file("nl-bzk-vereisten-ai-geletterdheid-v1-1", ".pdf"))
    assert document.ocr_pages == [1, 2, 3, 4]
    assert document.language == "nl"
    assert len(re.findall(r"AI-geletterdheid", document.text)) > 10


def test_a_good_ocr_layer_is_kept() -> None:
    assert read_file(find_file("us-omb-m-25-21-agency-ai-2025", ".pdf")).ocr_pages == []


def test_the_catalogue_names_every_document_that_is_read() -> None:
    with (CORPUS / "catalogue.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) >= len(list_pdfs())
