"""Bullets that a PDF draws as small shapes: browsers that print a page write no glyph for them.

The line behind it becomes a row of "•" and its text, as with a bullet of a symbol font, so that items
and tables need no other rule, and columns never part the two. A shape is a bullet where it stands left
of a line, in its middle; points of a chart do not, and the keys of a legend have a colour each.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import replace
from statistics import median

from pipeline.parse.clean import BULLET
from pipeline.parse.layout.lines import Box, Line, join_row
from pipeline.parse.layout.numbering import read_bullet

# A page with more small shapes is a chart, a map or a form.
MOST_DOTS = 150
# In font sizes: how high above the baseline the middle of a bullet stands, how wide it is, how far
# left of its text, and how much room it has on its own left. Browsers: .33, .31 to .47, .5 to .7.
LOWEST, HIGHEST = 0.1, 0.6
SMALLEST, WIDEST = 0.15, 0.6
FARTHEST = 1.6
ROOM = 1.0
# Of the shapes of one size and colour at least this share stand before lines: the others are a drawing.
SHARE = 0.5
# Points by which the left edges of the bullets of one list may differ.
SAME_EDGE = 1.0


def add_bullets(lines: list[Line], dots: list[Box], colors: list[int]) -> list[Line]:
    """The lines of a page, with "• " before those that have a drawn bullet."""
    if not lines or not 0 < len(dots) <= MOST_DOTS:
        return lines
    marked = _sure_bullets(_match(lines, dots), dots, colors, median(line.size for line in lines))
    return [_mark(line, marked.get(line.order)) for line in lines] if marked else lines


def _match(lines: list[Line], dots: list[Box]) -> dict[int, Line]:
    """The line that begins behind a dot, by the index of the dot."""
    level = sorted(
        (line for line in lines if not line.font.startswith("vertical")), key=lambda line: line.base
    )
    bases = [line.base for line in level]
    largest = max((line.size for line in level), default=0.0)
    found: dict[int, Line] = {}
    for index, (x0, y0, x1, y1) in enumerate(dots):
        middle = (y0 + y1) / 2
        near = level[bisect_left(bases, middle) : bisect_right(bases, middle + HIGHEST * largest)]
        row = [line for line in near if _is_level(middle, line)]
        right = min((line for line in row if line.x0 >= x1), key=lambda line: line.x0, default=None)
        if right is None or not _may_mark(x1 - x0, right.x0 - x1, right):
            continue
        if all(line.x0 >= x1 or line.x1 < x0 - ROOM * right.size for line in row):
            found[index] = right
    return found


def _is_level(middle: float, line: Line) -> bool:
    """Whether the middle of a shape stands at the height of the small letters of a line."""
    return LOWEST * line.size < line.base - middle < HIGHEST * line.size


def _may_mark(wide: float, apart: float, line: Line) -> bool:
    """Whether a shape of this width, so far left of a line of words, has the size and place of its bullet."""
    if read_bullet(line.text) or not any(letter.isalpha() for letter in line.text):
        return False
    return SMALLEST * line.size < wide < WIDEST * line.size and apart < FARTHEST * line.size


def _sure_bullets(found: dict[int, Line], dots: list[Box], colors: list[int], usual: float) -> dict[int, Box]:
    """The bullets, by the order of their lines: some below each other, or one in the colour of its text."""
    looks = [(colors[index], round(box[2] - box[0])) for index, box in enumerate(dots)]
    drawn, placed = Counter(looks), Counter(looks[index] for index in found)
    edges = [(looks[index], dots[index][0]) for index in found]
    sure: dict[int, Box] = {}
    for index, line in found.items():
        look, edge = looks[index], dots[index][0]
        if placed[look] < SHARE * drawn[look]:
            continue
        below = sum(other == look and abs(x - edge) < SAME_EDGE for other, x in edges) > 1
        # One alone before a heading is an ornament.
        plain = colors[index] == line.color and not line.bold and line.size < usual + SAME_EDGE
        if below or plain:
            sure[line.order] = dots[index]
    return sure


def _mark(line: Line, box: Box | None) -> Line:
    """The row of a drawn bullet and its line."""
    if box is None:
        return line
    bullet = replace(line, x0=box[0], x1=box[2], text=BULLET)
    return join_row([bullet, line])
