"""Plans whose actions are named, not ordered: "1.1 Organising visits", "Initiatives: 2.1 Schools"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.assemble.recommendations.items import Item, Scan, start_of
from pipeline.assemble.recommendations.labels import GERUND
from pipeline.assemble.recommendations.series import last_part
from pipeline.assemble.recommendations.stems import read_stem

# Fewer numbered actions may be headings of another kind.
FEWEST = 5
FEWEST_ANNOUNCED = 2
# From this share of blocks that name an action on, the numbers count actions.
ACTION_SHARE = 0.6
# "2.1", and its chapter.
DECIMAL = re.compile(r"(\d{1,2})\.\d{1,2}\.?")
# A line that announces a set of actions.
LABEL_LENGTH = 60
SENTENCES = re.compile(r"(?<=[.;])\s+")
ACTION_RULE = "recommendations.action"


def find_announced_items(scan: Scan) -> Iterator[Item]:
    """Numbered headings with their text behind a line such as "Initiatives:"."""
    index = 0
    while index < len(scan.roles):
        heads = announced_heads(scan, index) if announces(scan, index) else []
        if len(heads) < FEWEST_ANNOUNCED:
            index += 1
            continue
        for head, after in zip(heads, [*heads[1:], None], strict=True):
            yield take_item(scan, head, last_of(scan, head, after))
        index = heads[-1] + 1


def announces(scan: Scan, index: int) -> bool:
    """A line that only names what follows, or such words at the end of one: "… of all. Initiatives:"."""
    block = scan.reading.blocks[index]
    if not scan.is_body(index) or block.kind == "table":
        return False
    words = SENTENCES.split(scan.reading.body_of(block))[-1].rstrip()
    found = scan.phrases.opens("announces", words)
    if not found or words[found.end() :].strip(" :"):
        return False
    return block.kind == "heading" or words.endswith(":")


def announced_heads(scan: Scan, index: int) -> list[int]:
    """The numbered lines of one chapter behind an announcement, up to the next one or another chapter."""
    heads: list[int] = []
    chapter = None
    for after in range(index + 1, len(scan.roles)):
        block = scan.reading.blocks[after]
        if announces(scan, after):
            break
        if block.number is None or not scan.is_body(after) or block.kind == "table":
            continue
        match = DECIMAL.fullmatch(block.number)
        if match is None or (chapter and match[1] != chapter):
            break
        chapter = match[1]
        if after in scan.taken:
            break
        heads.append(after)
    return heads


def last_of(scan: Scan, head: int, after: int | None) -> int:
    """The last body block of an action: up to the next one or a heading."""
    last = head
    for below in range(head + 1, len(scan.roles) if after is None else after):
        if scan.reading.blocks[below].kind == "heading" or announces(scan, below):
            break
        if scan.is_body(below):
            last = below
    return last


def find_numbered_actions(scan: Scan) -> Iterator[Item]:
    """Numbered lines of a plan that name actions: "1.1 Organising visits to the harbour"."""
    found = [index for index in range(len(scan.roles)) if is_decimal(scan, index)]
    named = sum(names_action(scan, index) for index in found)
    chapters = sum(opens_text(scan, index) for index in found)
    if named < FEWEST or named < ACTION_SHARE * len(found) or 2 * chapters > len(found):
        return
    # "The manager is responsible for:" makes duties of the same gerunds.
    above = [stem for index in range(found[0]) if (stem := read_stem(scan, index))]
    if above and above[-1].commands:
        return
    for index in found:
        yield take_item(scan, index, last_part(scan, index))


def is_decimal(scan: Scan, index: int) -> bool:
    """A free block with a number of two levels."""
    block = scan.reading.blocks[index]
    return block.kind != "table" and scan.free(index) and bool(DECIMAL.fullmatch(block.number or ""))


def opens_text(scan: Scan, index: int) -> bool:
    """Whether running text stands below a line, as below the heading of a chapter."""
    following = next((i for i in range(index + 1, len(scan.roles)) if scan.is_body(i)), index)
    below = scan.reading.blocks[following]
    return below.kind == "paragraph" and below.number is None and below.end - below.start > LABEL_LENGTH


def names_action(scan: Scan, index: int) -> bool:
    """Whether a block begins with a gerund or an order."""
    block = scan.reading.blocks[index]
    start = start_of(block)
    return bool(GERUND.match(scan.reading.text, start, block.end)) or scan.opens_with_order(start, block.end)


def take_item(scan: Scan, index: int, last: int) -> Item:
    """An action with its blocks; one that is named and not ordered is what the issuer undertakes."""
    block = scan.reading.blocks[index]
    start, end = start_of(block), scan.reading.blocks[last].end
    scan.taken |= set(range(index, last + 1))
    force = None if scan.opens_with_order(start, end) else "commitment"
    return Item(start, end, ACTION_RULE, block.number, force, closed=True)
