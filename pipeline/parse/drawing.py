"""For looking: the blocks of a document as lines of text, and their boxes drawn on the page picture."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any

from pipeline.parse.guard import third_party
from pipeline.records import Block, Document

DPI = 100
COLORS = {
    "title": (170, 0, 170),
    "heading": (200, 30, 30),
    "paragraph": (30, 90, 200),
    "list_item": (0, 140, 60),
    "table": (200, 120, 0),
    "footnote": (120, 120, 120),
    "furniture": (190, 190, 190),
}
LONGEST = 160


def describe_blocks(document: Document, pages: Iterable[int] = ()) -> list[str]:
    """One line a block: page, kind, zone, level, number and the beginning of its text."""
    wanted = set(pages)
    return [
        describe_block(document, block) for block in document.blocks if not wanted or block.page in wanted
    ]


def describe_block(document: Document, block: Block) -> str:
    """One block as a line: "p3 list_item operative #(a) | (a) keep a register"."""
    notes = [f"p{block.page}" if block.page else "-", block.kind, block.zone]
    if block.level is not None:
        notes.append(f"level {block.level}")
    if block.number is not None:
        notes.append(f"#{block.number}")
    if block.cells is not None:
        notes.append(f"{len(block.cells)} rows")
    if block.boxed:
        notes.append("boxed")
    if block.ocr_reason is not None:
        notes.append(f"OCR: {block.ocr_reason}")
    text = document.text_of(block).replace("\n", " / ").replace("\t", " | ")
    return f"{' '.join(notes)} | {text if len(text) <= LONGEST else text[: LONGEST - 2] + ' …'}"


def draw_page(document: Document, data: bytes, page: int) -> Any:
    """The picture (Pillow) of a PDF page with the box, kind and reading order of each of its blocks."""
    import pdfplumber  # noqa: PLC0415 (only for looking: pdfplumber's visual debugging)

    with third_party("pdfplumber"), pdfplumber.open(io.BytesIO(data)) as file:
        picture = file.pages[page - 1].to_image(resolution=DPI)
    for order, block in enumerate((block for block in document.blocks if block.page == page), 1):
        if block.bbox is None:
            continue
        x0, y0, x1, y1 = block.bbox
        color = COLORS[block.kind]
        picture.draw_rect((x0 - 1, y0 - 1, x1 + 1, y1 + 1), fill=None, stroke=color, stroke_width=2)
        place = (max(x0 - 1, 0) * DPI / 72, max(y0 - 9, 0) * DPI / 72)
        picture.draw.text(place, f"{order} {block.kind}", fill=color)
    return picture.annotated
