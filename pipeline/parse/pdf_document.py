"""Pieces in reading order -> the canonical text with its blocks, page starts and footnote marks."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from statistics import fmean

from pipeline.parse.clean import split_marks
from pipeline.parse.layout.hyphenation import join_lines
from pipeline.parse.layout.lines import Line, Piece, box_of
from pipeline.records import Block

BLANK_LINE = "\n\n"


@dataclass(slots=True)
class TextBuilder:
    """Writes the canonical text piece by piece and keeps the offsets."""

    words: Counter[str]
    texts: list[str] = field(default_factory=list)
    length: int = 0
    blocks: list[Block] = field(default_factory=list)
    page_starts: list[tuple[int, int]] = field(default_factory=list)
    marks: list[tuple[int, int]] = field(default_factory=list)

    def add(self, piece: Piece) -> None:
        """Write one piece as one block."""
        parts = _page_parts(piece)
        texts = [join_lines([line.text for line in lines], self.words) for lines in parts]
        if piece.rows is not None:
            texts = ["\n".join("\t".join(row) for row in piece.rows)]
        if not any(text.strip() for text in texts):
            return
        start = self._open()
        for index, text in enumerate(texts):
            glue = _glue(texts[index - 1], text, self.words) if index else ""
            if index and not glue:
                self._trim_hyphen(texts[index - 1], text)
            self._write(glue + text if glue else text, parts[min(index, len(parts) - 1)][0].page, len(glue))
        self.blocks.append(self._block(piece, start))

    def text(self) -> str:
        """The canonical text."""
        return "".join(self.texts)

    def _open(self) -> int:
        if self.texts:
            self.texts.append(BLANK_LINE)
            self.length += len(BLANK_LINE)
        return self.length

    def _write(self, text: str, page: int, glue: int) -> None:
        plain, spans = split_marks(text)
        self.marks += [(self.length + start, self.length + end) for start, end in spans]
        if not self.page_starts or self.page_starts[-1][1] != page:
            self.page_starts.append((self.length + glue, page))
        self.texts.append(plain)
        self.length += len(plain)

    def _trim_hyphen(self, before: str, after: str) -> None:
        joined = join_lines([before, after], self.words)
        if len(joined) < len(before) + len(after) and self.texts[-1]:
            self.texts[-1] = self.texts[-1][:-1]
            self.length -= 1

    def _block(self, piece: Piece, start: int) -> Block:
        body = len(split_marks(_first_text(piece, self.words)[: piece.body])[0]) if piece.body else 0
        block = Block(
            block_id=f"b{len(self.blocks) + 1}",
            kind=piece.kind,
            start=start,
            end=self.length,
            page=piece.page,
            level=piece.level,
            zone=piece.zone,
            bbox=tuple(round(side, 1) for side in box_of(_page_parts(piece)[0])),  # type: ignore[arg-type]
            number=piece.number,
            body_start=start + body if body else None,
            size=round(piece.size, 1),
            bold=piece.bold,
            boxed=piece.boxed,
            ocr_reason=piece.reason,
        )
        block.cells = _cells(piece, start)
        known = [line.confidence for line in piece.lines if line.confidence is not None]
        block.ocr_confidence = round(fmean(known), 3) if known else None
        return block


def _page_parts(piece: Piece) -> list[list[Line]]:
    """The lines of a piece, page by page."""
    parts: list[list[Line]] = []
    for line in piece.lines:
        if parts and parts[-1][0].page == line.page:
            parts[-1].append(line)
        else:
            parts.append([line])
    return parts


def _first_text(piece: Piece, words: Counter[str]) -> str:
    return join_lines([line.text for line in _page_parts(piece)[0]], words)


def _glue(before: str, after: str, words: Counter[str]) -> str:
    """What stands between two parts of a piece on two pages: a space, or nothing over a hyphen."""
    return " " if len(join_lines([before, after], words)) > len(before) + len(after) else ""


def _cells(piece: Piece, start: int) -> list[list[tuple[int, int]]] | None:
    if piece.rows is None:
        return None
    offset, cells = start, []
    for row in piece.rows:
        spans = []
        for text in row:
            plain = len(split_marks(text)[0])
            spans.append((offset, offset + plain))
            offset += plain + 1
        cells.append(spans)
    return cells
