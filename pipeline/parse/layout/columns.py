"""Reading order of a page: gutters between columns are found, columns are read one after the other.

A gutter is a vertical strip that at least MIN_PAIRS pairs of neighbouring lines leave free. Lines
that cross it (a title over two columns, a wide figure) cut the page into bands, and only a band
with text on both sides is read column by column. Labels that hang left of their text ("1.", "(a)",
dot leaders and page numbers) are no column: they stay in the row of their text.
"""

from __future__ import annotations

import math
from statistics import median

import numpy as np

from pipeline.parse.layout.lines import Line

MIN_PAIRS = 3
# A page of words scattered over a drawing is read in content order: pairs grow with the square.
MAX_LINES = 1500
# Shorter texts beside longer ones are labels, numbers or page numbers, not lines of a column.
LABEL_LENGTH = 9
MAX_DEPTH = 6
# Headings in the margin: so many of them, in a column of this share of the width of the text, and so
# many font sizes between the last line of a paragraph and the first of the next.
FEWEST_HEADS = 2
NARROW = 0.6
APART = 1.5
# Lines parted by less than this (points) are no neighbours.
NARROWEST = 2.0


def order_columns(lines: list[Line], depth: int = 0) -> list[list[Line]]:
    """Lines of a page as columns in reading order; a page of one column gives one list."""
    if len(lines) < 2 * MIN_PAIRS or len(lines) > MAX_LINES or depth > MAX_DEPTH:
        return [lines] if lines else []
    for gutter in find_gutters(lines):
        bands = cut_bands(lines, gutter)
        if len(bands) > 1:
            return [part for band in bands for part in order_columns(band, depth + 1)]
    return [lines]


def find_gutters(lines: list[Line]) -> list[float]:
    """The x of possible gutters, the one that most pairs of neighbours leave free first."""
    if max(line.x0 for line in lines) <= min(line.x1 for line in lines) + NARROWEST:
        return []
    left, right, top, bottom = _edges(lines)
    height = np.minimum.outer(bottom - top, bottom - top)
    overlap = np.minimum.outer(bottom, bottom) - np.maximum.outer(top, top)
    distance = left[None, :] - right[:, None]
    beside = (overlap > 0.5 * height) & (distance > NARROWEST)
    distance = np.where(beside, distance, np.inf)
    nearest = distance.argmin(axis=1)
    has = np.isfinite(distance.min(axis=1))
    starts, ends = right[has], left[nearest[has]]
    return _peaks(starts, ends)


def _edges(lines: list[Line]) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    table = np.array([(line.x0, line.x1, line.y0, line.y1) for line in lines])
    return table[:, 0], table[:, 1], table[:, 2], table[:, 3]


def _peaks(starts: np.ndarray, ends: np.ndarray) -> list[float]:
    """Middles of the strips that most gaps share: [(60, 80), (62, 90), (61, 79)] -> [70.5]."""
    if len(starts) < MIN_PAIRS:
        return []
    low = int(starts.min())
    change = np.zeros(int(ends.max()) - low + 3)
    np.add.at(change, np.ceil(starts).astype(int) - low, 1)
    np.add.at(change, np.floor(ends).astype(int) - low, -1)
    free = change.cumsum()
    found: list[float] = []
    while len(found) < 4:
        best = int(free.argmax())
        if free[best] < MIN_PAIRS:
            break
        stop = best
        while stop + 1 < len(free) and free[stop + 1] == free[best]:
            stop += 1
        found.append(low + (best + stop) / 2 + 0.5)
        # The flanks of this strip are the same gutter.
        first = best
        while first > 0 and free[first - 1] > 0 and free[first - 1] <= free[first]:
            first -= 1
        while stop + 1 < len(free) and 0 < free[stop + 1] <= free[stop]:
            stop += 1
        free[first : stop + 1] = 0
    return found


def cut_bands(lines: list[Line], gutter: float) -> list[list[Line]]:
    """The lines cut at a gutter: crossing parts whole, a band of columns as left part and right part."""
    bands: list[list[Line]] = []
    plain: list[Line] = []
    floats: list[list[Line]] = []
    for band, crossing in _bands(lines, gutter):
        left = [line for line in band if line.x1 <= gutter + 1]
        right = [line for line in band if line.x1 > gutter + 1]
        if not _are_columns(left, right):
            plain += band + crossing
        elif side := _floating(left, right):
            for line in side:
                line.floating = True
            floats.append(side)
            plain += (right if side is left else left) + crossing
        else:
            left, after = _split_tail(left, right) if crossing else (left, [])
            bands += [plain, *(_read_beside(left, right) or [left, right])]
            plain = after + crossing
    return [band for band in [*bands, plain, *floats] if band]


def _bands(lines: list[Line], gutter: float) -> list[tuple[list[Line], list[Line]]]:
    """Runs of lines that keep off the gutter, each with the crossing lines below it."""
    bands: list[tuple[list[Line], list[Line]]] = [([], [])]
    for line in sorted(lines, key=lambda line: (line.y0 + line.y1, line.x0)):
        crosses = line.x0 < gutter - 1 and line.x1 > gutter + 1
        if crosses:
            bands[-1][1].append(line)
        else:
            if bands[-1][1]:
                bands.append(([], []))
            bands[-1][0].append(line)
    return bands


def _are_columns(left: list[Line], right: list[Line]) -> bool:
    """Whether lines on the two sides of a gutter stand beside each other and are text of their own."""
    if not _is_column(left) or not _is_column(right):
        return False
    top = max(min(line.y0 for line in left), min(line.y0 for line in right))
    bottom = min(max(line.y1 for line in left), max(line.y1 for line in right))
    return bottom > top


def _floating(left: list[Line], right: list[Line]) -> list[Line] | None:
    """The side that is a pull quote: set much larger than the text that runs around it."""
    sizes = median(line.size for line in left), median(line.size for line in right)
    if sizes[0] > 1.4 * sizes[1] and len(left) < len(right):
        return left
    if sizes[1] > 1.4 * sizes[0] and len(right) < len(left):
        return right
    return None


def _read_beside(left: list[Line], right: list[Line]) -> list[list[Line]] | None:
    """Bold headings that hang in the margin, each with the paragraphs that begin beside it; else None."""
    if not all(line.bold and line.unit is None for line in left) or _widest(left) > NARROW * _widest(right):
        return None
    if sum(line.bold for line in right) > NARROW * len(right):
        return None
    heads = _part_at_gaps(left)
    starts = [part[0] for part in _part_at_gaps(right)]
    beside = [[row for row in starts if abs(row.base - head[0].base) < head[0].size] for head in heads]
    if len(heads) < FEWEST_HEADS or not all(beside):
        return None
    tops = [rows[0].base - 1 for rows in beside]
    texts = [
        [line for line in right if top <= line.base < end]
        for top, end in zip(tops, [*tops[1:], math.inf], strict=True)
    ]
    above = [line for line in right if line.base < tops[0]]
    return [above, *(part for pair in zip(heads, texts, strict=True) for part in pair)]


def _widest(lines: list[Line]) -> float:
    return max(line.x1 for line in lines) - min(line.x0 for line in lines)


def _part_at_gaps(lines: list[Line]) -> list[list[Line]]:
    """The lines of a column from top to bottom, parted where more than their own height stays free."""
    parts: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (line.base, line.x0)):
        if not parts or line.base - parts[-1][-1].base > APART * line.size:
            parts.append([])
        parts[-1].append(line)
    return parts


def _split_tail(left: list[Line], right: list[Line]) -> tuple[list[Line], list[Line]]:
    """A heading below both columns stands on the left; it belongs to the text that follows."""
    bottom = max(line.y1 for line in right)
    last = 0.0
    for index, line in enumerate(left):
        if line.y0 > bottom - 1 and last and line.y0 - last > 0.7 * line.size:
            return left[:index], left[index:]
        last = max(last, line.y1)
    return left, []


def _is_column(lines: list[Line]) -> bool:
    """Whether lines beside a gutter are text of their own, not labels of the text beside them."""
    if any(line.unit is not None for line in lines):
        return True
    if len(lines) < MIN_PAIRS:
        return False
    return median(len(line.text.strip()) for line in lines) > LABEL_LENGTH
