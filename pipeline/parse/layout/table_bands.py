"""Where tables stand that shading alone tells: a ground of one width behind every other row, or each row."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from pipeline.parse.layout.lines import Box, Line, Page
from pipeline.parse.layout.rules import THIN
from pipeline.parse.layout.table_frames import SAME_END, Frame, crosses, find_borders

# Grounds behind rows are at least this wide and no taller than this (shares of the page).
NARROWEST, TALLEST = 0.3, 0.6
FEWEST_BANDS = 2
FEWEST_ROWS = 3
# A row on white between two grounds, measured by the tallest ground.
WIDEST_GAP = 1.5
# Rows with two cells or more.
FILLED = 0.8


def find_banded(page: Page) -> Iterator[Frame]:
    """Rows on grounds of one width, with the rows on white between, above and below them."""
    unseen = set(page.unseen)
    grounds = [box for box in page.rules if box not in unseen and _is_ground(box, page)]
    for bands in _same_ends(grounds):
        rows = _read_rows(page, bands)
        lines = [line for row in rows for line in row]
        borders = find_borders(lines)
        filled = sum(len(find_borders(row)) > 0 for row in rows)
        if borders and len(rows) >= FEWEST_ROWS and filled >= FILLED * len(rows):
            tops = [min(line.y0 for line in row) for row in rows[1:]]
            yield Frame(borders, lines, tops, whole_rows=True)


def _is_ground(box: Box, page: Page) -> bool:
    return box[2] - box[0] > NARROWEST * page.width and THIN < box[3] - box[1] < TALLEST * page.height


def _same_ends(grounds: list[Box]) -> list[list[Box]]:
    """Grounds with both ends in common, each below the last and at most one row away, from top to bottom."""
    groups: list[list[Box]] = []
    for box in sorted(grounds, key=lambda box: box[1]):
        for group in groups:
            if _goes_on(group, box):
                group.append(box)
                break
        else:
            groups.append([box])
    return [group for group in groups if len(group) >= FEWEST_BANDS]


def _goes_on(group: list[Box], box: Box) -> bool:
    last = group[-1]
    if abs(last[0] - box[0]) > SAME_END or abs(last[2] - box[2]) > SAME_END:
        return False
    tall = max(other[3] - other[1] for other in [*group, box])
    return -THIN < box[1] - last[3] < WIDEST_GAP * tall


def _read_rows(page: Page, bands: list[Box]) -> list[list[Line]]:
    """The lines of each row: on each ground, between two of them, and the row next to the outer ones."""
    tall = max(box[3] - box[1] for box in bands)
    edges = [bands[0][1] - tall, *(y for box in bands for y in (box[1], box[3])), bands[-1][3] + tall]
    inside = [line for line in page.lines if bands[0][0] - 2 < line.x0 and line.x1 < bands[0][2] + 2]
    rows = [
        [line for line in inside if top < (line.y0 + line.y1) / 2 <= bottom]
        for top, bottom in pairwise(edges)
    ]
    borders = find_borders([line for row in rows[1:-1] for line in row])
    for outer in (0, -1):
        # What stands above and below a table is of it only where it keeps to its columns.
        if not find_borders(rows[outer]) or any(crosses(line, borders) for line in rows[outer]):
            rows[outer] = []
    return [row for row in rows if row]
