"""The nouns of the layout: lines with a box and a font, rows of lines, pieces of pages and documents."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeAlias

from pipeline.parse.clean import MARK_OPEN

LONGEST_LABEL = 8

Box: TypeAlias = tuple[float, float, float, float]


@dataclass(slots=True)
class Line:
    """A run of words on one baseline, or a row of such runs (then `pieces` holds them).

    Coordinates are points from the top left of the page as displayed. `order` is the place in the
    content stream. Footnote marks in `text` are wrapped as `clean.write_mark` does. `unit` holds
    ready pieces (a table, a box) that the line stands for.
    """

    x0: float
    y0: float
    x1: float
    y1: float
    text: str
    size: float
    base: float
    bold: bool = False
    italic: bool = False
    font: str = ""
    color: int = 0
    page: int = 1
    order: int = 0
    pieces: list[Line] = field(default_factory=list)
    confidence: float | None = None
    underlined: bool = False
    floating: bool = False
    unit: list[Piece] | None = None


@dataclass(slots=True)
class Piece:
    """A block in the making: the lines of one paragraph, item, heading, table or footnote."""

    lines: list[Line]
    kind: str = "paragraph"
    zone: str = "operative"
    number: str | None = None
    body: int = 0
    level: int | None = None
    rows: list[list[list[Line]]] | None = None
    boxed: bool = False
    box: Box | None = None
    column: int = 0
    reason: str | None = None

    @property
    def page(self) -> int:
        """The page on which the piece starts."""
        return self.lines[0].page

    @property
    def size(self) -> float:
        """The font size of its first line."""
        return self.lines[0].size

    @property
    def bold(self) -> bool:
        """Whether every line is bold."""
        return all(line.bold for line in self.lines)

    @property
    def underlined(self) -> bool:
        """Whether every line is underlined."""
        return all(line.underlined for line in self.lines)


@dataclass(slots=True)
class Page:
    """One page as read: its size, its lines in content order and the rules drawn on it."""

    number: int
    width: float
    height: float
    lines: list[Line]
    furniture: list[Line] = field(default_factory=list)
    rules: list[Box] = field(default_factory=list)
    unseen: list[Box] = field(default_factory=list)
    path_count: int = 0
    image_share: float = 0.0
    strip_count: int = 0
    ocr_reason: str | None = None


def box_of(lines: list[Line]) -> Box:
    """The smallest box around lines."""
    if len(lines) == 1:
        line = lines[0]
        return line.x0, line.y0, line.x1, line.y1
    return (
        min(line.x0 for line in lines),
        min(line.y0 for line in lines),
        max(line.x1 for line in lines),
        max(line.y1 for line in lines),
    )


def join_row(parts: list[Line]) -> Line:
    """One line of the parts of a row, from left to right: "II." + "Definitions"."""
    if len(parts) == 1:
        return parts[0]
    parts = sorted(parts, key=lambda part: part.x0)
    main = max(parts, key=lambda part: len(part.text))
    x0, y0, x1, y1 = box_of(parts)
    text = parts[0].text.rstrip()
    for left, right in pairwise(parts):
        text = f"{text}{_space(left, right, main.size)}{right.text.strip()}"
    pieces = [piece for part in parts for piece in (part.pieces or [part])]
    return Line(
        x0, y0, x1, y1, text, main.size, main.base,
        bold=all(part.bold for part in parts if len(part.text) > 2) and main.bold,
        italic=main.italic, font=main.font, color=main.color, page=main.page,
        order=min(part.order for part in parts), pieces=pieces, confidence=main.confidence,
        underlined=all(part.underlined for part in parts), floating=main.floating,
    )  # fmt: skip


def _space(left: Line, right: Line, size: float) -> str:
    """Below a tenth of the font size a gap is kerning; a footnote mark keeps to its word."""
    gap = right.x0 - left.x1
    if -1 <= gap < size * (0.3 if right.text.startswith(MARK_OPEN) else 0.1):
        return ""
    return " "


def group_rows(lines: list[Line]) -> list[Line]:
    """Lines of one column as rows from top to bottom; parts on one baseline become one row."""
    rows: list[list[Line]] = []
    _lower_labels(lines)
    for line in sorted(lines, key=lambda line: (line.base, line.x0)):
        if rows and _same_row(rows[-1], line):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [join_row(row) for row in rows]


def _lower_labels(lines: list[Line]) -> None:
    """A large number that hangs beside two lines of its heading is set on the first of them."""
    labels = [line for line in lines if len(line.text) <= LONGEST_LABEL and line.unit is None]
    if not labels:
        return
    ordered = sorted((line for line in lines if line.unit is None), key=lambda line: line.y0)
    tops = [line.y0 for line in ordered]
    tallest = max(line.y1 - line.y0 for line in ordered) + 1
    for label in labels:
        near = ordered[bisect_left(tops, label.y0 - tallest) : bisect_left(tops, label.y1)]
        right = [line for line in near if line.y1 > label.y0 and -1 < line.x0 - label.x1 < 6 * label.size]
        if right and all(abs(line.base - label.base) > 0.45 * min(line.size, label.size) for line in right):
            label.base = min(line.base for line in right)


def _same_row(row: list[Line], line: Line) -> bool:
    last = row[-1]
    # The stand-in of a table or box is never part of a printed row.
    if line.unit is not None or last.unit is not None:
        return False
    small = min(last.size, line.size)
    if abs(line.base - last.base) > 0.45 * small:
        return False
    # Two lines that overlap in x are two rows set tightly, or an overprint, never one row.
    return all(line.x0 >= part.x1 - 0.5 * small or line.x1 <= part.x0 + 0.5 * small for part in row)
