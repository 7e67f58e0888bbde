"""bytes of a plain text or Markdown file -> Document."""

from __future__ import annotations

from pipeline.parse.database_page import is_database_page
from pipeline.parse.decoding import decode
from pipeline.parse.drafts import Draft, lay_out
from pipeline.parse.markdown import read_markdown
from pipeline.parse.media_type import MARKDOWN, PLAIN
from pipeline.parse.text_lines import read_lines
from pipeline.records import Document, Source


def read_markdown_file(source: Source, data: bytes, labels: dict[str, str]) -> Document:
    """Read a Markdown file."""
    return build_document(source, MARKDOWN, read_markdown(decode(data)))


def read_text_file(source: Source, data: bytes, labels: dict[str, str]) -> Document:
    """Read a plain text file, as a person wrote it or a converter dumped it."""
    text = decode(data)
    return build_document(source, PLAIN, read_lines(text, single=is_database_page(text.split("\n"), labels)))


def build_document(source: Source, media_type: str, drafts: list[Draft]) -> Document:
    """Lay the blocks out; a first heading of the highest level is the title."""
    first = next((draft for draft in drafts[:12] if draft.kind == "heading"), None)
    if first is not None:
        first.kind, first.level = "title", 1
    text, blocks, marks = lay_out(drafts)
    return Document(
        source=source,
        media_type=media_type,
        text=text,
        blocks=blocks,
        language="",
        parser="text",
        marks=marks,
    )
