"""Rules and rectangles drawn on a page -> grids of tables and frames of boxes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from pipeline.parse.layout.lines import Box, Page

# Thinner than this (points) a box is a rule, and edges nearer than SNAP are one.
THIN = 3.0
SNAP = 2.5
TOUCH = 3.5
SHORTEST = 5.0
# A drawing of thousands of paths is a picture, not a table.
MAX_BOXES = 4000
MAX_RULES = 900
# Shaded cells fill their table but for this share of it.
FEWEST_CELLS = 4
FEWEST_BORDERS = 3
UNFILLED = 0.1
SMALLEST_BOX = (40.0, 12.0)
# An edge has to run along at least this share of a cell's side to part it from its neighbour.
COVERS = 0.8
MOST = 0.6
# Height of the strips (points) by which rules under lines are looked up.
STRIP = 12.0

Rule: TypeAlias = tuple[float, float, float]


@dataclass(slots=True)
class Grid:
    """The lines of a table: x of its columns, y of its rows, and the rules that run along each."""

    xs: list[float]
    ys: list[float]
    along_x: list[list[Rule]]
    along_y: list[list[Rule]]

    @property
    def box(self) -> Box:
        """The outer box."""
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]


def find_grids(page: Page) -> list[Grid]:
    """The outermost grids on a page; a grid of one cell is a frame.

    Shaded cells that fill their table come first, then rules: other rectangles inside a ruled grid are the
    shading of its cells and lines.
    """
    if len(page.rules) > MAX_BOXES:
        return []
    boxes = _read_boxes(page)
    ruled = _find_among(*read_rules(page))
    shaded = _find_among(*_edges(boxes))
    grids = [grid for grid in shaded if _is_tiled(grid, boxes, ruled)]
    grids += [grid for grid in ruled if not any(_inside(grid.box, tiled.box) for tiled in grids)]
    outside = [box for box in boxes if not any(_inside(box, grid.box) for grid in grids)]
    grids += shaded if len(outside) == len(boxes) else _find_among(*_edges(outside))
    return [grid for grid in grids if not any(_inside(grid.box, other.box) for other in grids)]


def _is_tiled(grid: Grid, boxes: list[Box], ruled: list[Grid]) -> bool:
    """Whether shaded cells fill a grid of which rules part no more than a piece."""
    if min(len(grid.xs), len(grid.ys)) < FEWEST_BORDERS:
        return False
    meeting = [other.box for other in ruled if _overlap(grid.box, other.box)]
    if any(not _inside(box, grid.box) or _area(box) > COVERS * _area(grid.box) for box in meeting):
        return False
    inside = {_whole(box) for box in boxes if _inside(box, grid.box)}
    return len(inside) >= FEWEST_CELLS and abs(sum(map(_area, inside)) / _area(grid.box) - 1) < UNFILLED


def _overlap(first: Box, second: Box) -> bool:
    wide = min(first[2], second[2]) - max(first[0], second[0])
    high = min(first[3], second[3]) - max(first[1], second[1])
    return wide > SNAP and high > SNAP


def _whole(box: Box) -> Box:
    return round(box[0]), round(box[1]), round(box[2]), round(box[3])


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _find_among(level: list[Rule], upright: list[Rule]) -> list[Grid]:
    if not level or not upright or len(level) + len(upright) > MAX_RULES:
        return []
    return [grid for group in _connect(level, upright) if (grid := _build_grid(*group))]


def read_rules(page: Page) -> tuple[list[Rule], list[Rule]]:
    """Thin boxes, those on one line joined: level rules as (y, x0, x1), upright ones as (x, y0, y1)."""
    level = [
        ((y0 + y1) / 2, x0, x1) for x0, y0, x1, y1 in page.rules if y1 - y0 <= THIN and x1 - x0 >= SHORTEST
    ]
    upright = [
        ((x0 + x1) / 2, y0, y1) for x0, y0, x1, y1 in page.rules if x1 - x0 <= THIN and y1 - y0 >= SHORTEST
    ]
    return _merge(level), _merge(upright)


def _read_boxes(page: Page) -> list[Box]:
    """Rectangles that may be cells or frames, not the ground of the page."""
    return [
        box
        for box in page.rules
        if box[2] - box[0] > SMALLEST_BOX[0]
        and box[3] - box[1] > SMALLEST_BOX[1]
        and not (box[2] - box[0] > 0.93 * page.width and box[3] - box[1] > 0.5 * page.height)
    ]


def _edges(boxes: list[Box]) -> tuple[list[Rule], list[Rule]]:
    level = [(y, x0, x1) for x0, y0, x1, y1 in boxes for y in (y0, y1)]
    upright = [(x, y0, y1) for x0, y0, x1, y1 in boxes for x in (x0, x1)]
    return _merge(level), _merge(upright)


def _merge(rules: list[Rule]) -> list[Rule]:
    """Rules on one line that touch or overlap are one."""
    merged: list[list[float]] = []
    open_at: list[list[float]] = []
    for place, start, end in sorted(rules):
        open_at = [rule for rule in open_at if place - rule[0] <= SNAP]
        for rule in open_at:
            if start <= rule[2] + TOUCH and end >= rule[1] - TOUCH:
                rule[1], rule[2] = min(rule[1], start), max(rule[2], end)
                break
        else:
            rule = [place, start, end]
            merged.append(rule)
            open_at.append(rule)
    return [(place, start, end) for place, start, end in merged]


def _connect(level: list[Rule], upright: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Groups of level and upright rules that touch each other."""
    h, v = np.array(level), np.array(upright)
    meets = (
        (v[None, :, 0] >= h[:, None, 1] - TOUCH)
        & (v[None, :, 0] <= h[:, None, 2] + TOUCH)
        & (h[:, None, 0] >= v[None, :, 1] - TOUCH)
        & (h[:, None, 0] <= v[None, :, 2] + TOUCH)
    )
    groups: list[tuple[list[Rule], list[Rule]]] = []
    free = set(range(len(level)))
    while free:
        rows, columns = {free.pop()}, set[int]()
        fresh = set(rows)
        while fresh:
            found = set(np.flatnonzero(meets[sorted(fresh)].any(axis=0)).tolist()) - columns
            columns |= found
            fresh = set(np.flatnonzero(meets[:, sorted(found)].any(axis=1)).tolist()) - rows
            rows |= fresh
        free -= rows
        if columns:
            groups.append(([level[i] for i in rows], [upright[i] for i in columns]))
    return groups


def _build_grid(level: list[Rule], upright: list[Rule]) -> Grid | None:
    along_x, along_y = _places(upright), _places(level)
    xs, ys = [_mean(rules) for rules in along_x], [_mean(rules) for rules in along_y]
    if len(xs) < 2 or len(ys) < 2 or xs[-1] - xs[0] < SMALLEST_BOX[0] or ys[-1] - ys[0] < SMALLEST_BOX[1]:
        return None
    return Grid(xs, ys, along_x, along_y)


def _places(rules: list[Rule]) -> list[list[Rule]]:
    """Rules grouped by where they stand: those at 70.1 and 70.6 together, the one at 120 alone."""
    groups: list[list[Rule]] = []
    for rule in sorted(rules):
        if groups and rule[0] - groups[-1][-1][0] <= TOUCH:
            groups[-1].append(rule)
        else:
            groups.append([rule])
    return groups


def _mean(rules: list[Rule]) -> float:
    return sum(rule[0] for rule in rules) / len(rules)


def _inside(inner: Box, outer: Box) -> bool:
    if inner == outer:
        return False
    return (
        inner[0] >= outer[0] - 2 and inner[1] >= outer[1] - 2
        and inner[2] <= outer[2] + 2 and inner[3] <= outer[3] + 2
    )  # fmt: skip


def is_parted(rules: list[Rule], start: float, end: float) -> bool:
    """Whether the rules of one place run along (nearly) the whole way from start to end."""
    covered = 0.0
    for _, begin, stop in rules:
        if begin < end and stop > start:
            covered += min(end, stop) - max(start, begin)
    return covered >= COVERS * (end - start)


def is_seen(page: Page, grid: Grid) -> bool:
    """Whether a frame shows on the page: a ruled edge, a coloured ground, white on it, or a chart inside."""
    unseen = set(page.unseen)
    if not unseen:
        return True
    return any(
        _runs_along(box, grid.box)
        or _inside(grid.box, box)
        or (_inside(box, grid.box) and min(box[2] - box[0], box[3] - box[1]) > THIN)
        for box in page.rules
        if box not in unseen
    )


def _runs_along(box: Box, frame: Box) -> bool:
    """Whether a drawn box lies on one of the edges of a frame, for the most part of it."""
    wide, high = frame[2] - frame[0], frame[3] - frame[1]
    if min(box[2], frame[2]) - max(box[0], frame[0]) > MOST * wide:
        return min(abs(box[1] - frame[1]), abs(box[3] - frame[3])) < TOUCH
    if min(box[3], frame[3]) - max(box[1], frame[1]) > MOST * high:
        return min(abs(box[0] - frame[0]), abs(box[2] - frame[2])) < TOUCH
    return False


def mark_underlined(page: Page) -> None:
    """Set `underlined` on the lines under which a thin rule runs from end to end."""
    near: dict[int, list[Box]] = {}
    for box in page.rules:
        if box[3] - box[1] <= 1.5 and box[2] - box[0] > 10:
            for step in (-1, 0, 1):
                near.setdefault(int(box[1] // STRIP) + step, []).append(box)
    for line in page.lines:
        wide = line.x1 - line.x0
        line.underlined = any(
            -0.1 * line.size < (box[1] + box[3]) / 2 - line.base < 0.35 * line.size
            and min(box[2], line.x1) - max(box[0], line.x0) > 0.85 * wide
            and box[2] - box[0] < 1.2 * wide
            for box in near.get(int(line.base // STRIP), ())
        )
