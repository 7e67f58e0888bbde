"""bytes -> Document: one module a format, one table from media type to reader."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pipeline.parse.database_page import find_labelled_values, list_labels
from pipeline.parse.errors import ParseError
from pipeline.parse.language import detect_language
from pipeline.parse.media_type import HTML, MARKDOWN, PDF, PLAIN, find_media_type
from pipeline.parse.zones import assign_zones
from pipeline.records import Document, Source
from pipeline.vocabulary import Vocabulary

__all__ = ["SIZE_LIMITS", "ParseError", "read_document"]

# Bytes. The longest soft-law PDF met has 60 MB of pictures; 20 MB of text are 10,000 pages.
SIZE_LIMITS = {PDF: 150_000_000, HTML: 32 << 20, MARKDOWN: 20 << 20, PLAIN: 20 << 20}


@dataclass(slots=True, frozen=True)
class Aids:
    """What readers may need beside the bytes: labels of database pages, a folder of pages read by OCR."""

    labels: dict[str, str]
    ocr_cache: Path | None = None


def read_pdf_file(source: Source, data: bytes, aids: Aids) -> Document:
    """Read a PDF; readers and their libraries are loaded when the first file of their kind comes."""
    from pipeline.parse.pdf import read_pdf  # noqa: PLC0415

    return read_pdf(source, data, ocr_cache=aids.ocr_cache)


def read_html_file(source: Source, data: bytes, aids: Aids) -> Document:
    """Read a web page."""
    from pipeline.parse.html import read_html  # noqa: PLC0415

    return read_html(source, data, aids.labels)


def read_plain_file(source: Source, data: bytes, aids: Aids) -> Document:
    """Read plain text."""
    from pipeline.parse.text import read_text_file  # noqa: PLC0415

    return read_text_file(source, data, aids.labels)


def read_marked_file(source: Source, data: bytes, aids: Aids) -> Document:
    """Read Markdown."""
    from pipeline.parse.text import read_markdown_file  # noqa: PLC0415

    return read_markdown_file(source, data, aids.labels)


READERS: dict[str, Callable[[Source, bytes, Aids], Document]] = {
    PDF: read_pdf_file,
    HTML: read_html_file,
    PLAIN: read_plain_file,
    MARKDOWN: read_marked_file,
}


def read_document(
    source: Source, data: bytes, vocabulary: Vocabulary, ocr_cache: Path | None = None
) -> Document:
    """Read an input into a Document; pages read by OCR are kept in `ocr_cache`.

    Raises ParseError, and nothing else, for what cannot be read.
    """
    media_type = find_media_type(data)
    if len(data) > SIZE_LIMITS[media_type]:
        raise ParseError("too_large", f"The file has {len(data)} bytes; {SIZE_LIMITS[media_type]} are read.")
    labels = list_labels(vocabulary)
    try:
        document = READERS[media_type](source, data, Aids(labels, ocr_cache))
    except RecursionError as error:
        raise ParseError("unreadable", "The document is nested too deeply to be read.") from error
    if not document.text.strip() and not document.ocr_pages:
        raise ParseError("empty", "The document prints no text.")
    document.language = detect_language(document.text)
    document.curated = find_labelled_values(document, labels)
    assign_zones(document, vocabulary)
    return document
