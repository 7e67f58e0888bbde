"""Headers, footers, running titles and page numbers: lines that stand in the margin again and again."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict

from pipeline.parse.layout.lines import Line, Page

# Shares of the page height in which furniture stands.
TOP, BOTTOM, SIDE = 0.13, 0.88, 0.1
DIGITS = re.compile(r"\d+|\b[ivxlc]{1,6}\b", re.IGNORECASE)
HAS_WORD = re.compile(r"[^\W\d_]{2}")
PAGE_NUMBER = re.compile(
    r"[\W_]*(?:(?:page|seite|pagina|página|p\.|pág\.?|s\.|стр\.?|str\.?|strona)\s*)?(?:\d{1,4}|[ivxl]{1,6})"
    r"(?:\s*(?:of|/|von|de|van|sur|di|\|)\s*\d{1,4})?(?:\s*\|\s*p\s*a\s*g\s*e)?[\W_]*",
    re.IGNORECASE,
)
# Two lines at the same height within this many points are the same place of the print.
SAME_HEIGHT = 3.0
# A rule that is typed, not drawn.
RULE = re.compile(r"\s*[_\-–—=*·.~]{4,}\s*")


def take_furniture(pages: list[Page]) -> None:
    """Move the furniture of each page from `lines` to `furniture`."""
    repeated = find_repeated(pages)
    for page in pages:
        if not page.lines:
            continue
        in_margin = [line for line in page.lines if _in_margin(line, page)]
        known = [line for line in in_margin if _key(line) in repeated]
        known = [line for line in known if HAS_WORD.search(line.text) or not _is_label(line, known, page)]
        known += _find_page_numbers(in_margin, known, page)
        known += [line for line in page.lines if RULE.fullmatch(line.text) or _is_vertical(line, page)]
        chosen = {id(line) for line in known}
        page.furniture = [line for line in page.lines if id(line) in chosen]
        page.furniture.sort(key=lambda line: (round(line.base), line.x0))
        page.lines = [line for line in page.lines if id(line) not in chosen]


def _is_label(sign: Line, known: list[Line], page: Page) -> bool:
    """Whether a short sign stands beside body text: "115.31" before the first item of a page."""
    repeated = {id(line) for line in known}
    return any(id(line) not in repeated and abs(line.base - sign.base) <= SAME_HEIGHT for line in page.lines)


def _find_page_numbers(in_margin: list[Line], known: list[Line], page: Page) -> list[Line]:
    """Numbers in the outermost rows that stand alone or beside furniture: "iv." before a text is none."""
    top, bottom = _outer_bases(page)
    numbers = [line for line in in_margin if is_page_number(line.text)]
    usual = {id(line) for line in known + numbers}
    return [
        line
        for line in numbers
        if (line.base <= top or line.base >= bottom)
        and all(id(other) in usual or abs(other.base - line.base) > 3 for other in page.lines)
    ]


def is_page_number(text: str) -> bool:
    """Whether a line is nothing but a page number: "12", "- 3 -", "Page 4 of 10", "3 | P a g e"."""
    return bool(PAGE_NUMBER.fullmatch(text.strip()))


def find_repeated(pages: list[Page]) -> set[tuple[str, int, int]]:
    """Keys of lines that stand at the same height of several pages, digits apart.

    Short signs ("L 119/33", "4.5.2016") may be labels of items, so they have to stand on many pages.
    """
    seen: dict[tuple[str, int, int], set[int]] = defaultdict(set)
    short: dict[tuple[str, int, int], set[int]] = defaultdict(set)
    for page in pages:
        for line in page.lines:
            if _in_margin(line, page):
                found = seen if HAS_WORD.search(line.text) else short
                found[_key(line)].add(page.number)
    needed = 2 if len(pages) < 8 else 3
    many = max(needed + 1, len(pages) // 3)
    kept = [key for key, numbers in seen.items() if len(numbers) >= needed and _is_regular(numbers)]
    return {*kept, *(key for key, numbers in short.items() if len(numbers) >= many)}


def _is_regular(numbers: set[int]) -> bool:
    """Running titles stand on neighbouring pages, or on every other one."""
    ordered = sorted(numbers)
    near = sum(second - first <= 2 for first, second in itertools.pairwise(ordered))
    return near * 2 >= len(ordered) - 1


def _key(line: Line) -> tuple[str, int, int]:
    text = DIGITS.sub("#", line.text.strip().casefold())
    return text, round(line.base / SAME_HEIGHT), round(line.size)


def _in_margin(line: Line, page: Page) -> bool:
    return line.y1 < TOP * page.height or line.y0 > BOTTOM * page.height


def _is_vertical(line: Line, page: Page) -> bool:
    """Text that runs upwards along the edge of the page."""
    if not line.font.startswith("vertical"):
        return False
    return line.x1 < SIDE * page.width or line.x0 > (1 - SIDE) * page.width


def _outer_bases(page: Page) -> tuple[float, float]:
    """The baselines of the two outermost rows at the top and at the bottom."""
    bases = sorted({round(line.base) for line in page.lines})
    return bases[min(1, len(bases) - 1)], bases[max(-2, -len(bases))]
