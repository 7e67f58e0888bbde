"""Where tables without a grid of rules stand: upright rules, level rules, or a header row alone.

Each finder tells the borders between columns and the room that the table takes; `open_tables.py` reads
the rows and judges whether they are a table.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from pipeline.parse.layout.lines import Line, Page, group_rows
from pipeline.parse.layout.rules import Rule, read_rules

# Ends of rules of one table differ by no more than this (points).
SAME_END = 8.0
TALLEST_GAP = 3.0
SHORTEST_RULE = 60.0
# An upright rule parts a table when it runs along this share of it.
ALONG = 0.9
FEWEST_COLUMNS = 3
MOST_COLUMNS = 14
LONGEST_HEADER = 60
# "Duty", "2024"; a number or a bullet is the label of an item.
HEAD = re.compile(r"[^\W\d_]|(?:19|20)\d\d\b")
# Cells stand at most this far (points) right of the edge of their header: bullets are set in.
SET_IN = 25.0
ALIGNED = 0.7


@dataclass(slots=True)
class Frame:
    """The borders between columns, the lines of the table and the level rules between its rows.

    `headed` says that the finder saw a row of heads, `whole_rows` that what stands between two cuts is one.
    """

    borders: list[float]
    lines: list[Line]
    cuts: list[float] = field(default_factory=list)
    headed: bool = True
    whole_rows: bool = False

    def column_of(self, line: Line) -> int:
        """The column of a line, counted from the left."""
        return bisect_right(self.borders, (line.x0 + line.x1) / 2)


def find_frames(page: Page) -> Iterator[Frame]:
    """The rooms of a page that may be tables; lines taken meanwhile are no longer in `page.lines`."""
    level, upright = read_rules(page)
    yield from find_level(page, level)
    yield from find_headed(page)
    yield from find_upright(page, upright)


def find_upright(page: Page, upright: list[Rule]) -> Iterator[Frame]:
    """Columns parted by upright rules of one length, rows by their grounds or by white alone."""
    tall = [rule for rule in upright if rule[2] - rule[1] >= SHORTEST_RULE]
    seen: set[tuple[float, float]] = set()
    for _, top, bottom in tall:
        if any(abs(top - a) < SAME_END and abs(bottom - b) < SAME_END for a, b in seen):
            continue
        seen.add((top, bottom))
        borders = sorted(x for x, a, b in tall if min(b, bottom) - max(a, top) > ALONG * (bottom - top))
        inside = [line for line in page.lines if top < (line.y0 + line.y1) / 2 < bottom]
        if not inside or len(borders) < FEWEST_COLUMNS - 1 or any(crosses(line, borders) for line in inside):
            continue
        yield Frame(borders, [*_lines_above(page, borders, top), *inside], headed=False)


def _lines_above(page: Page, borders: list[float], top: float) -> list[Line]:
    """The header row, where the rules begin below it: lines of single columns right above."""
    found: list[Line] = []
    last = top
    for line in sorted(page.lines, key=lambda line: -line.y1):
        if line.base > top:
            continue
        if crosses(line, borders) or last - line.y1 > TALLEST_GAP * line.size:
            break
        found.append(line)
        last = line.y0
    columns = {bisect_right(borders, (line.x0 + line.x1) / 2) for line in found}
    return found if len(columns) >= FEWEST_COLUMNS else []


def crosses(line: Line, borders: list[float]) -> bool:
    """Whether a line stands on both sides of a border."""
    return any(line.x0 < border - 2 and line.x1 > border + 2 for border in borders)


def find_level(page: Page, level: list[Rule]) -> Iterator[Frame]:
    """Rows between level rules of one length: a header row and at least one more."""
    for rules in _same_ends(level, page):
        for run in _tabular_runs(page, rules):
            lines = [line for band in run for line in band[1]]
            yield Frame(find_borders(lines), lines, [band[0] for band in run[1:]])


def _same_ends(level: list[Rule], page: Page) -> list[list[float]]:
    """The y of level rules that have both ends in common, from top to bottom."""
    groups: list[tuple[float, float, list[float]]] = []
    for y, start, end in sorted(level):
        if end - start < 0.3 * page.width:
            continue
        for a, b, found in groups:
            if abs(a - start) < SAME_END and abs(b - end) < SAME_END:
                found.append(y)
                break
        else:
            groups.append((start, end, [y]))
    return [found for _, _, found in groups if len(found) >= FEWEST_COLUMNS]


Band = tuple[float, list[Line]]


def _tabular_runs(page: Page, rules: list[float]) -> Iterator[list[Band]]:
    """Runs of bands between rules that begin with a header and have its columns."""
    run: list[Band] = []
    for top, bottom in pairwise(rules):
        lines = [line for line in page.lines if top < line.base - 0.3 * line.size < bottom]
        if not lines:
            continue
        known = [line for band in run for line in band[1]]
        if run and len(find_borders(known + lines)) == len(find_borders(run[0][1])):
            run.append((top, lines))
            continue
        if len(run) > 1:
            yield run
        run = [(top, lines)] if is_header(lines) else []
    if len(run) > 1:
        yield run


def is_header(lines: list[Line]) -> bool:
    """Whether lines between two rules are the heads of columns: few, short, no sentences."""
    columns = len(find_borders(lines)) + 1
    short = all(
        len(line.text) <= LONGEST_HEADER and HEAD.match(line.text) and not line.text.rstrip().endswith(".")
        for line in lines
    )
    return 1 < columns <= MOST_COLUMNS and len(lines) <= 4 * columns and short


def find_borders(lines: list[Line]) -> list[float]:
    """Middles of the strips that no line enters: [(72, 150), (75, 130), (200, 260)] -> [175]."""
    borders: list[float] = []
    if not lines:
        return borders
    size = median(line.size for line in lines)
    reach = min(line.x1 for line in lines)
    for line in sorted(lines, key=lambda line: line.x0):
        if line.x0 - reach > 0.8 * size:
            borders.append((reach + line.x0) / 2)
        reach = max(reach, line.x1)
    return borders


def find_headed(page: Page) -> Iterator[Frame]:
    """Columns under a row of three short heads or more, set in another style than what is below."""
    beside = Counter(round(line.base) for line in page.lines)
    if max(beside.values(), default=0) < FEWEST_COLUMNS:
        return
    rows = group_rows(page.lines)
    for index, row in enumerate(rows):
        heads = sorted(row.pieces, key=lambda piece: piece.x0)
        if len(heads) < FEWEST_COLUMNS or not _are_heads(heads):
            continue
        borders = [head.x0 - 3 for head in heads[1:]]
        below = [part for row in rows[index + 1 :] for part in row.pieces or [row]]
        if any(line.x1 < heads[0].x0 for line in below):
            borders.insert(0, heads[0].x0 - 3)
        lines = _lines_below(heads, below, borders)
        if _is_headed(heads, lines, borders):
            above = [part for row in rows[max(index - 2, 0) : index] for part in row.pieces or [row]]
            yield Frame(borders, [*_first_lines(heads, above, borders), *heads, *lines])


def _are_heads(heads: list[Line]) -> bool:
    """Whether the parts of a row are short, stand apart and look alike."""
    first = heads[0]
    return all(
        len(head.text) <= LONGEST_HEADER // 2
        and any(char.isalpha() for char in head.text)
        and (head.bold, head.color, round(head.size)) == (first.bold, first.color, round(first.size))
        for head in heads
    ) and all(right.x0 - left.x1 > left.size for left, right in pairwise(heads))


def _first_lines(heads: list[Line], above: list[Line], borders: list[float]) -> list[Line]:
    """The upper lines of heads that are printed on two or three: "Considerations for / the board"."""
    size = heads[0].size
    return [
        line
        for line in above
        if (line.bold, line.color, round(line.size)) == (heads[0].bold, heads[0].color, round(size))
        and 0 < heads[0].base - line.base < TALLEST_GAP * size
        and not crosses(line, borders)
        and any(abs(line.x0 - head.x0) < SAME_END / 2 for head in heads)
    ]


def _lines_below(heads: list[Line], below: list[Line], borders: list[float]) -> list[Line]:
    """The lines under the heads, down to one that runs over a border or stands far below."""
    found: list[Line] = []
    last = heads[0].base
    for line in below:
        if line.unit is not None or crosses(line, borders) or line.base - last > 2 * TALLEST_GAP * line.size:
            break
        found.append(line)
        last = max(last, line.base)
    return found


def _is_headed(heads: list[Line], lines: list[Line], borders: list[float]) -> bool:
    """Whether most lines are set in another style than the heads, and at their left edges."""
    if len(lines) < 2 * len(heads):
        return False
    other = sum((line.bold, line.color) != (heads[0].bold, heads[0].color) for line in lines)
    edges = [border + 3 for border in borders]
    aligned = sum(
        line.x1 < edges[0] or any(-4 < line.x0 - edge < SET_IN for edge in [heads[0].x0, *edges])
        for line in lines
    )
    return other >= ALIGNED * len(lines) and aligned >= ALIGNED * len(lines)
