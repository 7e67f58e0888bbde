"""Comparing a print with its web page: what is lost, and what the publications say differently."""

from __future__ import annotations

from benchmarks.pairs import PairMeasure, measure_headings, measure_sentences
from pipeline.records import Block, Document, Source


def make_document(*blocks: tuple[str, str]) -> Document:
    found, text = [], ""
    for kind, words in blocks:
        start = len(text) + 2 * bool(text)
        text = f"{text}\n\n{words}" if text else words
        found.append(Block(f"b{len(found)}", kind, start, len(text)))
    return Document(Source("d", "d"), "text/html", text, found, "en", "test")


WEB = make_document(
    ("paragraph", "Published by the harbour office in May."),
    ("heading", "Duties of skippers"),
    ("paragraph", "Each skipper keeps a ‘log’ of all voyages. The log has 5 parts in all."),
    ("heading", "Part 2: Papers"),
    ("list_item", "The papers are shown to the officer on duty. They are kept for a year in the office."),
)
REFERENCE = (
    "DUTIES OF\nSKIPPERS\nEach skipper keeps a “log” of all voyages. The log has five parts\nin all.\n"
    "Part two: Papers\nThe papers are shown to the 7\nHarbour rules\nofficer on duty. They are kept for a "
    "year in the office.\n"
)


def measure(*printed: tuple[str, str]) -> tuple[PairMeasure, PairMeasure]:
    document = make_document(*printed)
    return measure_sentences(document, WEB, REFERENCE), measure_headings(document, WEB, REFERENCE)


def test_what_is_reworded_on_the_web_differs_and_is_not_lost() -> None:
    sentences, headings = measure(
        ("heading", "Duties of Skippers"),
        ("paragraph", "Each skipper keeps a “log” of all voyages. The log has five parts in all."),
        ("heading", "Part two: Papers"),
        (
            "paragraph",
            "The papers are shown to the officer on duty. They are kept for a year in the office.",
        ),
    )
    assert (sentences.total, sentences.lost) == (4, [])
    assert sentences.differing == ["The log has 5 parts in all."]
    assert (sentences.verbatim, sentences.read) == (0.75, 1.0)
    assert (headings.lost, headings.differing) == ([], ["Part 2: Papers"])


def test_a_sentence_that_a_reader_breaks_at_a_page_is_lost_though_poppler_breaks_it_too() -> None:
    sentences, headings = measure(
        ("paragraph", "Duties of skippers Each skipper keeps a “log” of all voyages."),
        ("paragraph", "The papers are shown to the"),
        ("furniture", "Harbour rules"),
        ("paragraph", "officer on duty. They are kept for a year in the office."),
    )
    assert sentences.lost == ["The papers are shown to the officer on duty."]
    assert headings.lost == ["Duties of skippers"]
