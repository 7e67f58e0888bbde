"""Pieces in reading order -> the canonical text with its blocks, page starts and footnote marks."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter
from statistics import fmean

from pipeline.parse.clean import split_marks
from pipeline.parse.layout.hyphenation import WordList, drop_soft_hyphens, join_lines, join_two
from pipeline.parse.layout.lines import Line, Piece, box_of
from pipeline.records import Block

BLANK_LINE = "\n\n"
CELL, ROW = "\t", "\n"


@dataclass(slots=True)
class TextBuilder:
    """Writes the canonical text piece by piece and keeps the offsets."""

    words: WordList
    texts: list[str] = field(default_factory=list)
    length: int = 0
    blocks: list[Block] = field(default_factory=list)
    page_starts: list[tuple[int, int]] = field(default_factory=list)
    marks: list[tuple[int, int]] = field(default_factory=list)

    def add(self, piece: Piece) -> None:
        """Write one piece as one block."""
        if not any(line.text.strip() for line in piece.lines):
            return
        if self.blocks:
            self._write(BLANK_LINE)
        start = self.length
        cells = self._add_rows(piece.rows) if piece.rows is not None else None
        if cells is None:
            self._add_lines(piece.lines)
        self.blocks.append(self._block(piece, start, cells))

    def text(self) -> str:
        """The canonical text."""
        return "".join(self.texts)

    def _write(self, text: str) -> None:
        self.texts.append(text)
        self.length += len(text)

    def _add_rows(self, rows: list[list[list[Line]]]) -> list[list[tuple[int, int]]]:
        cells: list[list[tuple[int, int]]] = []
        for index, row in enumerate(rows):
            if index:
                self._write(ROW)
            spans = []
            for place, cell in enumerate(row):
                if place:
                    self._write(CELL)
                start = self.length
                self._add_lines(cell)
                spans.append((start, self.length))
            cells.append(spans)
        return cells

    def _add_lines(self, lines: list[Line]) -> None:
        """Write lines as running text and note where each page begins."""
        text = ""
        pages: list[tuple[int, int]] = []
        for page, part in groupby(lines, key=attrgetter("page")):
            printed = join_lines([line.text for line in part], self.words)
            text = join_two(text, printed, self.words)
            pages.append((len(text) - len(printed), page))
        plain, spans = split_marks(drop_soft_hyphens(text))
        for offset, page in pages:
            shift = len(split_marks(drop_soft_hyphens(text[:offset]))[0]) if offset else 0
            if not self.page_starts or self.page_starts[-1][1] != page:
                self.page_starts.append((self.length + shift, page))
        self.marks += [(self.length + start, self.length + end) for start, end in spans]
        self._write(plain)

    def _block(self, piece: Piece, start: int, cells: list[list[tuple[int, int]]] | None) -> Block:
        body = len(split_marks(piece.lines[0].text[: piece.body])[0]) if piece.body else 0
        known = [line.confidence for line in piece.lines if line.confidence is not None]
        on_first = [line for line in piece.lines if line.page == piece.page]
        x0, y0, x1, y1 = (round(side, 1) for side in box_of(on_first))
        return Block(
            block_id=f"b{len(self.blocks) + 1}",
            kind=piece.kind,
            start=start,
            end=self.length,
            page=piece.page,
            level=piece.level,
            zone=piece.zone,
            bbox=(x0, y0, x1, y1),
            number=piece.number,
            body_start=start + body if body else None,
            cells=cells,
            size=round(piece.size, 1),
            bold=piece.bold,
            boxed=piece.boxed,
            ocr_confidence=round(fmean(known), 3) if known else None,
            ocr_reason=piece.reason,
        )
