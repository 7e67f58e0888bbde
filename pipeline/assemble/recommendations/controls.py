"""Outcomes and tasks with ids outside tables: "STEER 1.1: Rules are known.", or an id as a heading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from pipeline.assemble.recommendations.items import Item, Scan
from pipeline.assemble.recommendations.tables import CONTROL_RULE

# Fewer ids may be references to another text.
FEWEST = 5
ID = r"(?:[A-Z]{2,10} \d+(?:\.\d+)+|[A-Z]{2,3}\.\d+\.\d+|[A-Z]{2,3}\.[A-Z]{2,3}-\d+)"
# "STEER 1.1: Rules …", where "STEER 1:" above it only sums them up.
INLINE = re.compile(rf"(?<![\w.(])({ID}|[A-Z]{{2,10}} \d+):\s+(?=[A-Z])")
FULL = re.compile(ID)
# A statement of fewer letters is a title.
SHORTEST = 20


def find_controls(scan: Scan) -> Iterator[Item]:
    """The first statement behind each id, when the text counts what it asks for by such ids."""
    found: dict[str, tuple[int, Item]] = {}
    for index in range(len(scan.roles)):
        for item in [*inline_controls(scan, index), *headed_control(scan, index)]:
            found.setdefault(item.number or "", (index, item))
    if len(found) < FEWEST:
        return
    for index, item in found.values():
        scan.taken |= {index, scan.reading.index_at(item.start)}
        yield item


def inline_controls(scan: Scan, index: int) -> Iterator[Item]:
    """The statements of a block, cut where the next id begins."""
    block = scan.reading.blocks[index]
    if not scan.free(index):
        return
    text = scan.reading.text
    matches = list(INLINE.finditer(text, block.start, block.end))
    bounds = [*(match.start() for match in matches), block.end]
    for match, (_, last) in zip(matches, pairwise(bounds), strict=True):
        end = match.end() + len(text[match.end() : last].rstrip())
        if FULL.fullmatch(match[1]) and end - match.end() >= SHORTEST:
            yield Item(match.end(), end, CONTROL_RULE, match[1], closed=True)


def headed_control(scan: Scan, index: int) -> Iterator[Item]:
    """The paragraph below a heading that is an id and nothing else."""
    block = scan.reading.blocks[index]
    number = scan.reading.text_of(block).strip(" :.")
    if block.kind != "heading" or not FULL.fullmatch(number) or index + 1 == len(scan.roles):
        return
    below = scan.reading.blocks[index + 1]
    if scan.free(index + 1) and below.kind == "paragraph" and below.end - below.start >= SHORTEST:
        yield Item(below.start, below.end, CONTROL_RULE, number, closed=True)
