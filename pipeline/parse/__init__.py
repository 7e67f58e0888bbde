"""bytes -> Document: one module a format, one table from media type to reader."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.parse.errors import ParseError
from pipeline.parse.language import detect_language
from pipeline.parse.media_type import HTML, MARKDOWN, PDF, PLAIN, find_media_type
from pipeline.parse.zones import assign_zones
from pipeline.records import Document, Source
from pipeline.vocabulary import Vocabulary

__all__ = ["ParseError", "read_document"]

Reader = Callable[[Source, bytes], Document]

# Bytes. The longest soft-law PDF met has 60 MB of pictures; a text of 64 MB has 10,000 pages.
SIZE_LIMITS = {PDF: 512 << 20, HTML: 64 << 20, MARKDOWN: 64 << 20, PLAIN: 64 << 20}


def load_pdf_reader() -> Reader:
    """The PDF reader, imported when the first PDF comes."""
    from pipeline.parse.pdf import read_pdf  # noqa: PLC0415

    return read_pdf


def load_html_reader() -> Reader:
    """The HTML reader."""
    from pipeline.parse.html import read_html  # noqa: PLC0415

    return read_html


def load_text_reader() -> Reader:
    """The reader of plain text."""
    from pipeline.parse.text import read_text  # noqa: PLC0415

    return read_text


def load_markdown_reader() -> Reader:
    """The reader of Markdown."""
    from pipeline.parse.text import read_markdown_file  # noqa: PLC0415

    return read_markdown_file


READERS: dict[str, Callable[[], Reader]] = {
    PDF: load_pdf_reader,
    HTML: load_html_reader,
    PLAIN: load_text_reader,
    MARKDOWN: load_markdown_reader,
}


def read_document(source: Source, data: bytes, vocabulary: Vocabulary) -> Document:
    """Read an input into a Document. Raises ParseError, and nothing else, for what cannot be read."""
    media_type = find_media_type(data)
    if len(data) > SIZE_LIMITS[media_type]:
        raise ParseError("too_large", f"The file has {len(data)} bytes; {SIZE_LIMITS[media_type]} are read.")
    reader = READERS[media_type]()
    try:
        document = reader(source, data)
    except ParseError:
        raise
    except Exception as error:
        # Third-party readers fail in ways of their own on damaged files.
        raise ParseError("unreadable", f"The reader failed: {type(error).__name__}: {error}") from error
    if not document.text.strip() and not document.ocr_pages:
        raise ParseError("empty", "The document prints no text.")
    document.language = detect_language(document.text)
    assign_zones(document, vocabulary)
    return document
