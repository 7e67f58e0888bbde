"""PDF -> Document: pages are read, laid out and written as one canonical text."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.parse.layout.blocks import build_pieces
from pipeline.parse.layout.columns import order_columns
from pipeline.parse.layout.contents import is_contents_line, is_contents_page, may_be_contents
from pipeline.parse.layout.figures import mark_labels
from pipeline.parse.layout.footnotes import part_columns, read_note_number, take_footnotes
from pipeline.parse.layout.furniture import take_furniture
from pipeline.parse.layout.hanging_numbers import number_hanging
from pipeline.parse.layout.headings import mark_headings, mark_title, read_outline, usual_style
from pipeline.parse.layout.hyphenation import count_words
from pipeline.parse.layout.joins import join_broken
from pipeline.parse.layout.lines import Line, Page, Piece, group_rows
from pipeline.parse.layout.rules import mark_underlined
from pipeline.parse.layout.tables import join_tables, stand_in, take_tables
from pipeline.parse.pdf_document import TextBuilder
from pipeline.parse.pdf_ligatures import close_ligatures
from pipeline.parse.pdf_ocr import read_by_ocr
from pipeline.parse.pdf_reader import PdfFile
from pipeline.records import Document, Source

PARSER = "pdfwords"
# A page of more runs of text is a drawing with labels: it is kept as it comes, without layout.
MAX_LINES = 3000


def read_pdf(source: Source, data: bytes, *, ocr_cache: Path | None = None) -> Document:
    """Read a PDF. Raises `ParseError` with the code unreadable, encrypted, empty or too_large."""
    with without_collector():
        file = PdfFile(data)
        try:
            pages = list(file.pages())
            close_ligatures(file, pages)
            read_by_ocr(file, pages, ocr_cache)
            metadata = file.metadata()
            outline = read_outline([(item.level, item.title) for item in file.outline()])
        finally:
            file.close()
        pieces, tails = lay_out(pages, outline)
        return write_document(source, pages, pieces, tails, metadata)


@contextmanager
def without_collector() -> Iterator[None]:
    """Look for no cycles: the lines of a document are many and hold none, and it costs 2 % of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def lay_out(pages: list[Page], outline: dict[str, int]) -> tuple[list[Piece], dict[int, list[Piece]]]:
    """Body pieces in reading order, and for each page what stands behind its body."""
    take_furniture(pages)
    body_size = usual_size(pages)
    pieces: list[Piece] = []
    tails: dict[int, list[Piece]] = {}
    for page in pages:
        crowded = len(page.lines) > MAX_LINES
        notes = [] if crowded else note_pieces(take_footnotes(page, body_size))
        tails[page.number] = notes + furniture_pieces(page)
        found = [Piece(page.lines)] if crowded else page_pieces(page, pieces[-1] if pieces else None)
        mark_labels(found, page, body_size)
        for piece in found:
            piece.reason = page.ocr_reason
        pieces += found
    if pieces:
        mark_title(pieces, body_size)
    mark_headings(pieces, body_size, outline)
    return join_broken(join_tables(pieces)), tails


def usual_size(pages: list[Page]) -> float:
    """The font size of most letters of the document."""
    lines = [line for page in pages for line in page.lines]
    return usual_style([Piece(lines)])[0] if lines else 10.0


def page_pieces(page: Page, above: Piece | None = None) -> list[Piece]:
    """The body pieces of one page in reading order; `above` is the last one of the page before."""
    if may_be_contents(page.lines) and is_contents_page(rows := group_rows(page.lines)):
        return contents_pieces(rows)
    mark_underlined(page)
    tables, boxes = take_tables(page, above)
    units = [stand_in([table], table.box) for table in tables]
    units += [stand_in(flow_pieces(lines, boxed=True)) for lines in boxes]
    return flow_pieces(page.lines + units)


def flow_pieces(lines: list[Line], *, boxed: bool = False) -> list[Piece]:
    """The pieces of a page or of a box, column by column."""
    columns = order_columns(lines)
    pieces = [piece for index, column in enumerate(columns) for piece in build_pieces(column, index)]
    number_hanging(pieces)
    for piece in pieces:
        piece.boxed = piece.boxed or boxed
    return pieces


def contents_pieces(rows: list[Line]) -> list[Piece]:
    """A contents page: one piece for each entry, its wrapped lines joined to it."""
    pieces: list[Piece] = []
    waiting: list[Line] = []
    for row in rows:
        waiting.append(row)
        if is_contents_line(row) or len(waiting) > 2:
            pieces.append(Piece(waiting, kind="list_item", zone="contents"))
            waiting = []
    if waiting:
        pieces.append(Piece(waiting, kind="paragraph", zone="contents"))
    return pieces


def note_pieces(lines: list[Line]) -> list[Piece]:
    """Footnotes, each from its mark to the next one."""
    pieces: list[Piece] = []
    rows = [row for column in part_columns(lines) for row in group_rows(column)]
    for row in rows:
        number, body = read_note_number(row.text)
        if number is not None or not pieces:
            pieces.append(Piece([row], kind="footnote", zone="footnote", number=number, body=body))
        else:
            pieces[-1].lines.append(row)
    return pieces


def furniture_pieces(page: Page) -> list[Piece]:
    """Headers and footers, a row a piece."""
    return [Piece([row], kind="furniture", zone="furniture") for row in group_rows(page.furniture)]


def write_document(
    source: Source,
    pages: list[Page],
    pieces: list[Piece],
    tails: dict[int, list[Piece]],
    metadata: dict[str, str],
) -> Document:
    """The canonical text: body pieces, and behind the last of a page its footnotes and furniture."""
    texts = [line.text for piece in pieces for line in piece.lines]
    builder = TextBuilder(count_words(texts))
    waiting = sorted(tails)
    for piece in pieces:
        while waiting and waiting[0] < piece.page:
            for tail in tails[waiting.pop(0)]:
                builder.add(tail)
        builder.add(piece)
    for number in waiting:
        for tail in tails[number]:
            builder.add(tail)
    return Document(
        source=source,
        media_type="application/pdf",
        text=builder.text(),
        blocks=builder.blocks,
        language="und",
        parser=PARSER,
        page_count=len(pages),
        page_starts=builder.page_starts,
        marks=builder.marks,
        metadata=metadata,
        ocr_pages=[page.number for page in pages if page.ocr_reason],
    )
