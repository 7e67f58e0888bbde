"""Rows of tables without a grid of rules: cells are told by borders between columns and by white strips."""

from __future__ import annotations

from itertools import chain, pairwise
from statistics import median
from typing import TypeAlias

from pipeline.parse.layout.lines import Line, Page, group_rows
from pipeline.parse.layout.table_bands import find_banded
from pipeline.parse.layout.table_frames import LONGEST_HEADER, Frame, find_frames

# Two rows of a table stand this much farther apart than two lines of a cell.
ROW_GAP = 1.25
# A cell of more letters is a column of running text.
LONGEST_CELL = 900
# In a table of single lines a cell has fewer letters than this.
SHORT_CELL = 45
FEWEST_LINES = 3
# Share of rows with two cells or more; between level rules a label stands beside many rows.
FILLED = 0.7
LABELLED = 0.25
FEWEST_HEADS = 3

Row: TypeAlias = list[list[Line]]


def read_open_tables(page: Page) -> list[list[Row]]:
    """The rows of each table of a page that has no grid; its lines are taken out of the page."""
    found: list[list[Row]] = []
    for frame in chain(find_banded(page), find_frames(page)):
        rows = read_rows(frame)
        share = LABELLED if frame.cuts else FILLED
        if is_open_table(rows, share) and (frame.headed or is_headed(rows)):
            found.append(rows)
            gone = {id(line) for line in frame.lines}
            page.lines = [line for line in page.lines if id(line) not in gone]
    return found


def is_open_table(rows: list[Row], share: float) -> bool:
    """Two rows at least, enough of them with two cells, no cell as long as a column of text."""
    if len(rows) < 2 or len(rows[0]) < 2:
        return False
    filled = sum(sum(bool(cell) for cell in row) > 1 for row in rows)
    longest = max(sum(len(line.text) for line in cell) for row in rows for cell in row)
    return filled >= max(2, share * len(rows)) and longest <= LONGEST_CELL


def is_headed(rows: list[Row]) -> bool:
    """Whether three columns or more begin with short heads: running text between rules does not."""
    heads = [" ".join(line.text for line in cell) for cell in rows[0]]
    filled = [head for head in heads if head]
    return len(filled) >= FEWEST_HEADS and max(map(len, filled)) <= LONGEST_HEADER


def read_rows(frame: Frame) -> list[Row]:
    """The cells of each row, without columns that hold nothing."""
    columns = len(frame.borders) + 1
    rows: list[Row] = []
    for part in cut_bands(frame):
        band: Row = [[] for _ in range(columns)]
        for line in sorted(part, key=lambda line: (line.base, line.x0)):
            band[frame.column_of(line)].append(line)
        rows += split_band(band) if frame.cuts and not frame.whole_rows else [band]
    used = [column for column in range(columns) if any(row[column] for row in rows)]
    rows = [[row[column] for column in used] for row in rows if any(row)]
    return rows if frame.cuts else join_headless(rows)


def cut_bands(frame: Frame) -> list[list[Line]]:
    """The lines of each band: between level rules, else between strips of white over all columns."""
    lines = sorted(frame.lines, key=lambda line: line.base)
    gap = ROW_GAP * usual_gap(frame)
    bands: list[list[Line]] = []
    cuts = list(frame.cuts)
    for line in lines:
        passed = bool(cuts) and line.base - 0.3 * line.size > cuts[0]
        while cuts and line.base - 0.3 * line.size > cuts[0]:
            cuts.pop(0)
        apart = not frame.cuts and bool(bands) and line.base - bands[-1][-1].base > gap
        if not bands or passed or apart:
            bands.append([])
        bands[-1].append(line)
    return bands


def usual_gap(frame: Frame) -> float:
    """The usual distance of the lines of a cell."""
    columns: dict[int, list[Line]] = {}
    for line in frame.lines:
        columns.setdefault(frame.column_of(line), []).append(line)
    gaps = [
        below.base - above.base
        for column in columns.values()
        for above, below in pairwise(group_rows(column))
        if 0.8 * above.size < below.base - above.base < 1.8 * above.size
    ]
    return median(gaps) if gaps else 1.3 * median(line.size for line in frame.lines)


def join_headless(rows: list[Row]) -> list[Row]:
    """A part without a first cell belongs to the row above: its cells have a gap where others ended."""
    joined: list[Row] = rows[:1]
    for row in rows[1:]:
        if row[0] or len(joined) == 1:
            joined.append(row)
        else:
            joined[-1] = [above + below for above, below in zip(joined[-1], row, strict=True)]
    return joined


def split_band(band: Row) -> list[Row]:
    """The rows of a band between two level rules.

    Either each line is a row ("30 June | first report"), or one column holds several paragraphs beside a
    label, and each makes a row: the label stands in the first.
    """
    bases = [{round(line.base) for line in group_rows(cell)} for cell in band if cell]
    if len(bases) > 1 and len(bases[0]) >= FEWEST_LINES and all(found == bases[0] for found in bases):
        single = [_rows_by_base(cell, sorted(bases[0])) for cell in band]
        if all(len(line.text) <= SHORT_CELL for cell in band for line in cell):
            return [list(row) for row in zip(*single, strict=True)]
    parts = [paragraphs(cell) for cell in band]
    most = max(len(part) for part in parts)
    if most == 1 or sum(len(part) > 1 for part in parts) > 1:
        return [band]
    return [[part[index] if index < len(part) else [] for part in parts] for index in range(most)]


def _rows_by_base(cell: list[Line], bases: list[int]) -> list[list[Line]]:
    return [[line for line in cell if round(line.base) == base] for base in bases]


def paragraphs(cell: list[Line]) -> list[list[Line]]:
    """The lines of a cell parted at wider gaps."""
    rows = group_rows(cell)
    if len(rows) < 2:
        return [cell] if cell else []
    gaps = [below.base - above.base for above, below in pairwise(rows)]
    usual = min(gaps)
    found = [[rows[0]]]
    for row, gap in zip(rows[1:], gaps, strict=True):
        if gap > ROW_GAP * usual:
            found.append([])
        found[-1].append(row)
    return found
