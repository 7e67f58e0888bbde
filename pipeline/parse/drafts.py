"""Blocks before they have offsets: what the HTML and text readers collect, and how it becomes one text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pipeline.parse.clean import BULLET, FROM_SUPERSCRIPTS
from pipeline.parse.numbering import clean_number, find_label
from pipeline.records import Block

SEPARATOR = "\n\n"
# "1 Introduction", "Article 5 Scope" (the word is no number), "2 – Purpose".
HEADING_NUMBER = re.compile(r"(\d{1,2})\s+(?:[–—-]\s+)?(?=[^\W\d_])")

Span = tuple[int, int]


@dataclass(slots=True)
class Draft:
    """A block to be: its text with the printed label, all offsets counted from its own start.

    `body` is the offset behind the label or bullet, or None where there is no label.
    """

    kind: str
    text: str
    number: str | None = None
    body: int | None = None
    level: int | None = None
    marks: list[Span] = field(default_factory=list)
    cells: list[list[Span]] | None = None
    boxed: bool = False
    zone: str = "operative"
    page: int | None = None


def label_text(draft: Draft, label: str, number: str | None) -> Draft:
    """Print `label` ("1.", "(a)", "•") in front of the text of a draft and move its offsets."""
    if not label:
        return draft
    shift = len(label) + 1
    draft.text = f"{label} {draft.text}"
    draft.marks = [(start + shift, end + shift) for start, end in draft.marks]
    draft.number, draft.body = number, shift
    return draft


def label_paragraph(draft: Draft) -> Draft:
    """Read the label that a paragraph prints itself; a bullet or a letter makes it a list item.

    "12. The Union should …" is a paragraph numbered 12, "(a) keep logs" an item.
    """
    found = find_label(draft.text)
    if found is None:
        return draft
    draft.number, draft.body = found
    if draft.number is None:
        write_bullet(draft)
    if draft.number is None or not draft.number.strip("()")[0].isdigit():
        draft.kind, draft.level = "list_item", draft.level or 1
    return draft


def label_note(draft: Draft, marks: set[str]) -> Draft:
    """Make a paragraph that begins with a mark of the text above it a footnote: "¹ See the Act."."""
    start, end = draft.marks[0] if draft.marks else (1, 1)
    mark = draft.text[:end]
    if start == 0 and mark in marks and draft.text[end:].strip():
        draft.kind, draft.number = "footnote", mark.translate(FROM_SUPERSCRIPTS)
        draft.body = len(draft.text) - len(draft.text[end:].lstrip())
    return draft


def write_bullet(draft: Draft) -> None:
    """Write a bullet of any glyph as "•", so that all documents print it alike."""
    width = draft.body or 0
    draft.text = f"{BULLET} {draft.text[width:]}"
    draft.body = len(BULLET) + 1
    moved = draft.body - width
    draft.marks = [(start + moved, end + moved) for start, end in draft.marks]


def label_heading(draft: Draft) -> Draft:
    """Read the number of a heading: "3.2 Scope", "1 Introduction", "IV. Remedies"."""
    found = find_label(draft.text)
    if found is not None and found[0] is not None:
        draft.number, draft.body = found
    elif match := HEADING_NUMBER.match(draft.text):
        draft.number, draft.body = clean_number(match[1]), match.end()
    return draft


def join_drafts(first: Draft, second: Draft) -> None:
    """Append a further paragraph to a draft, as a printed item that has two paragraphs."""
    shift = len(first.text) + 1
    first.text = f"{first.text} {second.text}"
    first.marks += [(start + shift, end + shift) for start, end in second.marks]


def lay_out(drafts: list[Draft]) -> tuple[str, list[Block], list[Span]]:
    """Write the canonical text once: the text, the blocks over it and its footnote marks."""
    pieces: list[str] = []
    blocks: list[Block] = []
    marks: list[Span] = []
    offset = 0
    for number, draft in enumerate(drafts, start=1):
        blocks.append(place(draft, offset, f"b{number}"))
        marks += [(offset + start, offset + end) for start, end in draft.marks]
        pieces.append(draft.text)
        offset += len(draft.text) + len(SEPARATOR)
    return SEPARATOR.join(pieces), blocks, marks


def place(draft: Draft, offset: int, block_id: str) -> Block:
    """The block of a draft that starts at `offset` of the canonical text."""
    cells = draft.cells and [[(offset + start, offset + end) for start, end in row] for row in draft.cells]
    return Block(
        block_id=block_id,
        kind=draft.kind,
        start=offset,
        end=offset + len(draft.text),
        page=draft.page,
        level=draft.level,
        zone=draft.zone,
        number=draft.number,
        body_start=None if draft.body is None else offset + draft.body,
        cells=cells,
        boxed=draft.boxed,
    )
