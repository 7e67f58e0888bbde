"""bytes -> Document: one module a format, one table from media type to reader."""

from __future__ import annotations

from pipeline.parse.errors import ParseError
from pipeline.records import Block, Document, Source
from pipeline.vocabulary import Vocabulary

__all__ = ["ParseError", "read_document"]


def read_document(source: Source, data: bytes, vocabulary: Vocabulary) -> Document:
    """The document in `data`. Raises ParseError."""
    if not data.strip():
        raise ParseError("empty", "the file has no content")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ParseError("unsupported_type", "the file is no text") from error
    paragraphs = [" ".join(piece.split()) for piece in text.split("\n\n") if piece.strip()]
    blocks, start = [], 0
    for number, paragraph in enumerate(paragraphs, start=1):
        blocks.append(Block(f"b{number}", "paragraph", start, start + len(paragraph)))
        start += len(paragraph) + 2
    return Document(source, "text/plain", "\n\n".join(paragraphs), blocks, "en", "text")
