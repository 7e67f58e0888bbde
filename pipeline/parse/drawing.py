"""For looking: the blocks of a document as lines of text, and their boxes drawn on the page picture."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pipeline.parse.pdf_reader import PdfFile
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
    from PIL import ImageDraw  # noqa: PLC0415 (only for looking)

    file = PdfFile(data)
    try:
        image = file.render(page - 1, DPI).convert("RGB")
    finally:
        file.close()
    pencil = ImageDraw.Draw(image)
    for order, block in enumerate((block for block in document.blocks if block.page == page), 1):
        if block.bbox is None:
            continue
        x0, y0, x1, y1 = (side * DPI / 72 for side in block.bbox)
        color = COLORS[block.kind]
        pencil.rectangle((x0 - 2, y0 - 2, x1 + 2, y1 + 2), outline=color, width=2)
        pencil.text((max(x0 - 2, 0), max(y0 - 13, 0)), f"{order} {block.kind}", fill=color)
    return image
