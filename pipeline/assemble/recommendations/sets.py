"""Which items stay beside a set that says what a document recommends: what restates or explains it goes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.assemble.recommendations.items import Item, Scan
from pipeline.assemble.recommendations.operative import OPERATIVE_RULE
from pipeline.assemble.recommendations.prose import find_prose_items
from pipeline.assemble.recommendations.sections import HEADED_RULE
from pipeline.assemble.recommendations.series import SERIES_RULE
from pipeline.assemble.recommendations.tables import CONTROL_RULE, TABLE_RULE
from pipeline.assemble.recommendations.verdicts import SET_OFF

# From this many items on, a set holds what its part of the document recommends.
WHOLE_SET = 5
# Two items with this share of words in common say the same; shorter ones may be alike by chance.
RESTATED = 0.8
FEWEST_WORDS = 4
WORD = re.compile(r"\w+")
# Texts that argue at length and then set off what follows from it.
ARGUING = frozenset({"report", "strategy", "white_paper", "communication"})
# Texts that are the sum of their articles.
CODES = frozenset({"code", "charter", "ethical_principles"})
# Items counted through the text: what stands between them leads up to one or explains it.
COUNTED = frozenset({SERIES_RULE, HEADED_RULE})


def choose_items(scan: Scan, items: list[Item]) -> list[Item]:
    """The items of structures with the prose that stands for itself.

    Controls with ids and a formal list of recommendations speak for the whole document, as does
    any set of a text that argues; lists then stay only when they outnumber the set or recommend by
    name. Elsewhere a counted set covers the pages from its first to its last item, and running text of
    its chapters that says more than the set is what the set was drawn from, unless a heading recommends.
    """
    items = list(drop_restated(scan, items))
    controls = [item for item in items if item.rule == CONTROL_RULE]
    if len(controls) >= WHOLE_SET:
        return [item for item in items if item.rule == CONTROL_RULE or item.strong]
    closed = [item for item in items if item.closed]
    if is_whole(scan, items, closed):
        return items if 2 * len(closed) < len(items) else [i for i in items if i.closed or i.strong]
    prose = list(stand_alone(scan, items, list(find_prose_items(scan))))
    if len(closed) >= WHOLE_SET and len(prose) > len(closed):
        spoken = {chapter_of(scan, item) for item in closed}
        prose = [item for item in prose if chapter_of(scan, item) not in spoken or is_set_off(scan, item)]
    return [*items, *prose]


def is_set_off(scan: Scan, item: Item) -> bool:
    """Whether the heading above an item says that the document recommends or commits there."""
    return scan.roles[scan.reading.index_at(item.start)] in SET_OFF


def chapter_of(scan: Scan, item: Item) -> tuple[int, ...]:
    """The chapter of an item: the two highest headings above it."""
    return scan.reading.headings[scan.reading.index_at(item.start)][:2]


def drop_restated(scan: Scan, items: list[Item]) -> Iterator[Item]:
    """Without what is printed twice: the same words, or a row of a table that sums up an item before it."""
    kept: list[set[str]] = []
    seen: set[tuple[object, ...]] = set()
    for item in sorted(items, key=lambda item: (item.rule == TABLE_RULE, item.start)):
        words = WORD.findall(scan.reading.text[item.start : item.end].casefold())
        same = (*words, item.number, item.stem)
        summed = item.rule == TABLE_RULE and any(overlaps(set(words), other) for other in kept)
        # A bullet that lost its words is none.
        if words and same not in seen and not summed:
            yield item
            kept += [] if item.rule == TABLE_RULE else [set(words)]
        seen.add(same)


def overlaps(words: set[str], others: set[str]) -> bool:
    """Whether two items have most of their words in common."""
    return len(words & others) >= RESTATED * min(len(words), len(others)) and len(words) >= FEWEST_WORDS


def is_whole(scan: Scan, items: list[Item], closed: list[Item]) -> bool:
    """Whether a set is all that the document recommends."""
    if sum(item.formal for item in items) >= WHOLE_SET:
        return True
    return scan.document_type in ARGUING and len(closed) >= WHOLE_SET


def stand_alone(scan: Scan, items: list[Item], prose: list[Item]) -> Iterator[Item]:
    """Prose that neither leads up to operative paragraphs nor stands among counted items."""
    operative = [item.start for item in items if item.rule == OPERATIVE_RULE]
    counted = [item for item in items if item.rule in COUNTED]
    first, last = min(operative, default=0), len(scan.reading.text)
    covered = range(0)
    if len(counted) >= WHOLE_SET:
        covered = cover(scan, counted)
        if scan.document_type in CODES:
            start = min(item.start for item in counted)
            first, last = max(first, opening(scan, start)), covered.start
    return (item for item in prose if first <= item.start < last and item.start not in covered)


def cover(scan: Scan, counted: list[Item]) -> range:
    """What a counted set covers: all between its items, and the beginning of their first chapter."""
    start, end = min(item.start for item in counted), max(item.end for item in counted)
    heads = {scan.reading.index_at(item.start) for item in counted}
    first, last = scan.reading.index_at(start), scan.reading.index_at(end)
    blocks = scan.reading.blocks
    in_chapters = any(blocks[i].kind == "heading" and i not in heads for i in range(first, last))
    return range(opening(scan, start) if in_chapters else start, end)


def opening(scan: Scan, offset: int) -> int:
    """Where the text without a heading begins that leads up to an offset."""
    index = scan.reading.index_at(offset)
    for before in range(index - 1, -1, -1):
        if scan.reading.blocks[before].kind in ("heading", "title"):
            return scan.reading.blocks[before].end
    return 0
