"""Orders counted through a whole document, text and headings between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from statistics import median

from pipeline.assemble.recommendations.items import Item, Scan, start_of
from pipeline.assemble.recommendations.stems import read_stem

# Fewer numbered orders may be the steps of one paragraph.
FEWEST = 5
# From this share of orders on, the counted items are what the document recommends; some plans turn
# from "Publish a map" to "A map of all wells" on their way.
ORDER_SHARE = 0.6
# So many numbers in a row may be lost in reading.
MOST_LOST = 3
# A line that its explanation follows is short.
LONGEST_HEAD = 300
# From this many numbers on, of paragraphs so long, the text counts its paragraphs.
RUNNING = 20
# … or from this share of the text on, however few they are …
TEXT_SHARE = 0.6
# … unless so many of them open with what is to be done: these are articles.
DUTY_SHARE = 0.5
PARAGRAPH = 250
INTEGER = re.compile(r"\d{1,3}")
SERIES_RULE = "recommendations.series"


def find_series_items(scan: Scan) -> Iterator[Item]:
    """The items of each series of numbered orders that runs through the text."""
    for series in collect_series(scan):
        if len(series) < FEWEST or not is_spread(scan, series):
            continue
        blocks = [scan.reading.blocks[index] for index in series]
        orders = sum(scan.opens_with_order(*scan.first_sentence(block)) for block in blocks)
        if orders >= ORDER_SHARE * len(series):
            explained = is_explained(scan, series)
            for index, after, block in zip(series, [*series[1:], None], blocks, strict=True):
                last = last_explanation(scan, index, after) if explained else last_part(scan, index)
                scan.taken |= set(range(index, last + 1))
                end = scan.reading.blocks[last].end
                yield Item(start_of(block), end, SERIES_RULE, block.number, closed=True)


def find_running(scan: Scan) -> set[int]:
    """The numbered paragraphs of a text that counts all its paragraphs: these are prose, no items."""
    running: set[int] = set()
    body = sum(b.end - b.start for i, b in enumerate(scan.reading.blocks) if scan.is_body(i))
    for series in [] if scan.operative else collect_series(scan):
        blocks = [scan.reading.blocks[index] for index in series]
        duties = sum(map(scan.is_normative, blocks))
        lengths = [block.end - block.start for block in blocks]
        long = len(series) >= RUNNING and median(lengths) >= PARAGRAPH
        counted = len(series) >= FEWEST and sum(lengths) >= TEXT_SHARE * body
        if (long or counted) and is_spread(scan, series) and duties < DUTY_SHARE * len(series):
            running |= set(series)
    return running


def collect_series(scan: Scan) -> list[list[int]]:
    """Blocks whose numbers count on from 1, whatever stands between them; a new 1 opens a new series."""
    series: list[list[int]] = []
    reached: list[int] = []
    for index, block in enumerate(scan.reading.blocks):
        if block.kind == "table" or not scan.free(index):
            continue
        if block.number is None or not INTEGER.fullmatch(block.number):
            continue
        number = int(block.number)
        place = find_series(series, reached, number)
        # A short item may look like a heading, but chapters have numbers of their own.
        if block.kind == "heading" and (place is None or len(series[place]) < FEWEST):
            continue
        if place is not None:
            series[place].append(index)
            reached[place] = number
        elif number == 1:
            series.append([index])
            reached.append(number)
    return series


def find_series(series: list[list[int]], reached: list[int], number: int) -> int | None:
    """The latest series that a number continues; a long one may have lost some numbers."""
    for place in reversed(range(len(series))):
        lost = number - reached[place] - 1
        if lost == 0 or (0 < lost <= MOST_LOST and len(series[place]) >= FEWEST):
            return place
    return None


def is_spread(scan: Scan, series: list[int]) -> bool:
    """Whether text or headings stand between the items: lists in one piece are judged with their stem."""
    blocks = scan.reading.blocks
    return any(
        blocks[between].kind in ("heading", "paragraph") and scan.is_body(between)
        for first, second in pairwise(series)
        for between in range(first + 1, second)
    )


def is_explained(scan: Scan, series: list[int]) -> bool:
    """Whether most items are a line with its explanation below: "2. Avoid harm." and a paragraph."""
    heads = sum(is_head(scan, index) for index in series)
    return heads >= ORDER_SHARE * len(series)


def is_head(scan: Scan, index: int) -> bool:
    """A short item with running text of its own below it."""
    block = scan.reading.blocks[index]
    following = next((i for i in range(index + 1, len(scan.roles)) if scan.is_body(i)), None)
    if following is None or block.end - block.start > LONGEST_HEAD:
        return False
    below = scan.reading.blocks[following]
    return below.kind == "paragraph" and below.number is None and not read_stem(scan, following)


def last_explanation(scan: Scan, index: int, after: int | None) -> int:
    """The last block that explains an item: up to the next item or to a heading."""
    last = index
    for below in range(index + 1, len(scan.roles) if after is None else after):
        if scan.reading.blocks[below].kind in ("heading", "title"):
            break
        if scan.is_body(below):
            last = below
    return last


def last_part(scan: Scan, index: int) -> int:
    """The last of the unnumbered or lettered items below an item."""
    last = index
    for after in range(index + 1, len(scan.roles)):
        block = scan.reading.blocks[after]
        if not scan.is_body(after):
            continue
        counted = block.number is not None and bool(INTEGER.fullmatch(block.number))
        if block.kind != "list_item" or counted or after in scan.taken:
            break
        last = after
    return last
