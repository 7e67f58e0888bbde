"""The database's own pages: recognised by their labels, whatever the markup, and cut into values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.parse.media_type import HTML
from pipeline.records import Document, LabelledValue
from pipeline.vocabulary import Vocabulary

FILE = "database_page"
# Labels that a page must show to be one of the database's own. It has seventeen; a form of another
# body ("Full name", "Date", "Summary") shares three or four.
ENOUGH = 8
# Words of the longest label.
LONGEST = 10
NOT_WORD = re.compile(r"[\W_]+")
# The heading of the page fills the short name and has no label of its own.
SHORT_NAME = ""


@dataclass(slots=True, frozen=True)
class Piece:
    """A block, a cell of a table or a value behind its label: `text[start:end]`."""

    start: int
    end: int


def fold_label(text: str) -> str:
    """A label in one case and without punctuation: "Law area(s):" -> "law area s"."""
    return NOT_WORD.sub(" ", text.casefold()).strip()


def list_labels(vocabulary: Vocabulary) -> dict[str, str]:
    """The folded labels and the column that each fills."""
    groups = vocabulary.phrase_lists[FILE]
    return {fold_label(label): field for field in groups for label in vocabulary.phrases(FILE, field)}


def is_database_page(lines: list[str], labels: dict[str, str]) -> bool:
    """Whether enough labels stand as lines of their own, or open a line before a colon."""
    found = set()
    for line in lines:
        opening = line.split(":", 1)[0]
        if len(opening) < 120 and (field := labels.get(fold_label(opening))):
            found.add(field)
    return len(found) >= ENOUGH


def find_labelled_values(document: Document, labels: dict[str, str]) -> list[LabelledValue] | None:
    """The values of a database page under their labels, or None for any other document."""
    pieces = list(list_pieces(document))
    text = document.text
    if not is_database_page([text[piece.start : piece.end] for piece in pieces], labels):
        return None
    values: list[LabelledValue] = []
    before: list[Piece] = []
    label: str | None = None
    for piece in pieces:
        found = find_label(text, piece, labels)
        label, value = found if found is not None else (label, piece)
        if label is None:
            before.append(piece)
        elif value.end > value.start:
            values.append(LabelledValue(label, value.start, value.end))
    heading = find_heading(document, before)
    if heading is not None:
        values.insert(0, LabelledValue(SHORT_NAME, heading.start, heading.end))
    return values


def list_pieces(document: Document) -> Iterator[Piece]:
    """The blocks in reading order, a table cell by cell; bullets and numbers are left out."""
    for block in document.blocks:
        if block.kind in ("furniture", "footnote"):
            continue
        if block.cells:
            yield from (Piece(start, end) for row in block.cells for start, end in row if end > start)
        elif block.number is None and block.body_start is not None:
            yield Piece(block.body_start, block.end)
        else:
            yield Piece(block.start, block.end)


def find_label(text: str, piece: Piece, labels: dict[str, str]) -> tuple[str, Piece] | None:
    """The printed label that a piece is or begins with, and the value behind it.

    "Type of document", "Type of document: Guidelines", "Type of document Guidelines".
    """
    printed = text[piece.start : piece.end]
    if fold_label(printed) in labels:
        return printed.strip(" :"), Piece(piece.end, piece.end)
    opening, colon, rest = printed.partition(":")
    if colon and fold_label(opening) in labels:
        start = piece.end - len(rest.lstrip())
        return opening.strip(), Piece(start, piece.end)
    return find_glued_label(printed, piece, labels)


def find_glued_label(printed: str, piece: Piece, labels: dict[str, str]) -> tuple[str, Piece] | None:
    """A label that runs on into its value without a colon: "Date 2023", "Type of document Report"."""
    words = printed.split(" ", LONGEST + 1)
    for count in range(min(len(words) - 1, LONGEST), 0, -1):
        opening = " ".join(words[:count])
        # "Date" opens "Date 2023", not "Date of the event"; no label stands inside a sentence.
        if opening[:1].isupper() and not words[count][:1].islower() and fold_label(opening) in labels:
            return opening, Piece(piece.start + len(opening) + 1, piece.end)
    return None


def find_heading(document: Document, before: list[Piece]) -> Piece | None:
    """The heading of the page among what stands before the first label: its title, else the last
    heading, else the last line (a text file has no mark-up, and menus come first)."""
    kinds = [(block.kind if (block := document.block_at(piece.start)) else "", piece) for piece in before]
    headings = [piece for kind, piece in kinds if kind in ("title", "heading")]
    titles = [piece for kind, piece in kinds if kind == "title" and document.media_type == HTML]
    return next(iter([*titles, *reversed(headings), *reversed(before)]), None)
