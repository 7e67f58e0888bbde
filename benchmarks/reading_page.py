"""Writes docs/reading.md: how completely the text of documents is read.

    python -m benchmarks.reading_page --shared FOLDER

`FOLDER` holds `corpus/*/*.pdf`, web pages of the same documents as `<name>-html.html`, `corpus/gold` and
`external/upr`. The page tells numbers only, no names.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from benchmarks.pairs import PairMeasure, measure_headings, measure_sentences
from benchmarks.quality import is_held_out
from benchmarks.reading import fold, measure_words, poppler_text
from pipeline import __version__
from pipeline.parse import read_document
from pipeline.records import Document, Source
from pipeline.vocabulary import load_vocabulary

# Numbers of the review whose recommendations are printed with them.
REVIEW_MARK = '"115.1"'
HEAD = """# Quality of the text

Written by `python -m benchmarks.reading_page`; pipeline {version}. The reference for words is poppler's
`pdftotext`, another reader than the one used here, over {documents} PDFs with a text layer.

| measure | result |
|---|---|
"""
PAIRS = """
## The same document in print and as a web page

A sentence or heading counts as found when it stands letter by letter in the text of the PDF; spaces and
the form of quotation marks are folded, for headings the case too. Web editions are reworded (five
becomes 5, a dash a hyphen, "e.g." "for example"). What poppler's text of the PDF does not hold either, not
even cut in two by a page break, *differs in print*. The last column is the share of what the print holds
(wanted 97 % of the sentences, 95 % of the headings). A cell of a printed table counts as a heading, as
tables become headings on the web.

| pair | what | on the web | found | differs in print | not found | found of all | found of the printed |
|---|---|---|---|---|---|---|---|
"""


def main() -> None:
    """Read, measure and write the page."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="folder of documents")
    parser.add_argument("--out", type=Path, default=Path("docs/reading.md"))
    options = parser.parse_args()
    options.out.write_text(write_page(options.shared), encoding="utf-8")


def write_page(shared: Path) -> str:
    """The page as Markdown."""
    corpus = shared / "corpus"
    layered = [path for path in list_pdfs(corpus) if has_text_layer(path)]
    rows = [*word_rows(layered), review_row(shared), *quote_rows(corpus), *ocr_rows(corpus)]
    table = "".join(f"| {name} | {result} |\n" for name, result in rows)
    head = HEAD.format(version=__version__, documents=len(layered))
    return head + table + PAIRS + "".join(pair_rows(corpus))


@cache
def read_file(path: Path) -> Document:
    """A document, read once."""
    return read_document(Source(path.stem, path.name), path.read_bytes(), load_vocabulary())


def list_pdfs(corpus: Path) -> list[Path]:
    """The PDFs of all folders of a corpus."""
    return sorted(corpus.glob("*/*.pdf"))


def list_pairs(corpus: Path) -> list[tuple[Path, Path]]:
    """The documents that are there as PDF and as web page: "guide.pdf" and "guide-html.html"."""
    pages = {path.stem.removesuffix("-html"): path for path in corpus.glob("*/*-html.html")}
    return [(path, pages[path.stem]) for path in list_pdfs(corpus) if path.stem in pages]


def has_text_layer(path: Path) -> bool:
    """Whether most pages of a PDF are read from its own text."""
    return len(read_file(path).ocr_pages) * 2 < (read_file(path).page_count or 0)


def word_rows(paths: list[Path]) -> Iterator[tuple[str, str]]:
    """Words found and words glued together."""
    measures = [measure_words(read_file(path), poppler_text(path.read_bytes())) for path in paths]
    total, found = sum(item.total for item in measures), sum(item.found for item in measures)
    ours, glued = sum(item.ours for item in measures), sum(len(item.glued) for item in measures)
    yield "words of the reference in the text (wanted 99.5 %)", f"{found / total:.2%} of {total:,}"
    yield "glued words (wanted fewer than 1 in 20,000)", f"{glued} in {ours:,}"


def review_row(shared: Path) -> tuple[str, str]:
    """The printed recommendations of a review that are a block of their own, word for word."""
    printed, lost = measure_review(shared)
    return "printed recommendations that stand whole in one block", f"{printed - len(lost)} of {printed}"


def measure_review(shared: Path) -> tuple[int, list[str]]:
    """How many recommendations the review prints, and the numbers of those that do not stand whole."""
    files = shared.glob("external/*/labels.json")
    labelled = next(path for path in sorted(files) if REVIEW_MARK in path.read_text(encoding="utf-8"))
    labels = json.loads(labelled.read_text(encoding="utf-8"))[0]
    document = read_file(next((labelled.parent / "texts").glob("*.pdf")))
    text = document.without_marks()
    items = {fold(text[block.start : block.end]) for block in document.blocks}
    printed = {row["number"]: fold(row["number"] + row["text"]) for row in labels["recommendations"]}
    return len(printed), [number for number, item in printed.items() if item not in items]


def quote_rows(corpus: Path) -> Iterator[tuple[str, str]]:
    """Quotes of the labels found in the text, counted apart for the issuers held out."""
    found = [(held, is_quoted(corpus, slug, quote)) for slug, quote, held in gold_quotes(corpus)]
    for name, wanted in (("developed on", False), ("held out", True)):
        hits = [hit for held, hit in found if held == wanted]
        yield f"quotes of the labels found, {name} (wanted 98 %)", f"{sum(hits)} of {len(hits)}"


def gold_quotes(corpus: Path) -> Iterator[tuple[str, str, bool]]:
    """Slug, quote and whether held out, for each labelled piece of evidence and recommendation of a PDF."""
    for path in sorted((corpus / "gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        if not (corpus / "documents" / f"{path.stem}.pdf").is_file():
            continue
        held = is_held_out(gold)
        quotes = [mark["quote"] for mark in gold["evidence"].values() if mark and mark.get("quote")]
        for quote in [*quotes, *(row["text"] for row in gold["recommendations"])]:
            yield path.stem, quote, held


def is_quoted(corpus: Path, slug: str, quote: str) -> bool:
    """Whether a quote stands in the text of its document, spaces and hyphens folded."""
    document = read_file(corpus / "documents" / f"{slug}.pdf")
    return any(fold(quote) in fold(text) for text in (document.without_marks(), document.text))


def ocr_rows(corpus: Path) -> Iterator[tuple[str, str]]:
    """Documents and pages read by OCR."""
    drawn = [path for path in list_pdfs(corpus) if not has_text_layer(path)]
    pages = sum(len(read_file(path).ocr_pages) for path in list_pdfs(corpus) if path not in drawn)
    yield "documents of outlines or pictures, read by OCR", str(len(drawn))
    yield "pages read by OCR in documents with a text layer", str(pages)


def pair_rows(corpus: Path) -> Iterator[str]:
    """Two rows a pair: sentences and headings."""
    for number, (pdf, web) in enumerate(list_pairs(corpus), 1):
        reference = poppler_text(pdf.read_bytes())
        yield write_row(number, "sentences", measure_sentences(read_file(pdf), read_file(web), reference))
        yield write_row(number, "headings", measure_headings(read_file(pdf), read_file(web), reference))


def write_row(number: int, name: str, found: PairMeasure) -> str:
    """One row of the table of pairs."""
    lost, differing = len(found.lost), len(found.differing)
    hits = found.total - lost - differing
    shares = f"{found.verbatim:.1%} | {found.read:.1%}"
    return f"| {number} | {name} | {found.total} | {hits} | {differing} | {lost} | {shares} |\n"


if __name__ == "__main__":
    main()
