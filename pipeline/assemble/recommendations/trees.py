"""List items as trees: runs of items, the items below them and the paragraphs that go on with them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.assemble.recommendations.items import Scan, ends_with_colon
from pipeline.assemble.recommendations.numbers import nest
from pipeline.records import Block

# "6" of "6.2.1".
CHAPTER = re.compile(r"(\d+)\.\d")
# A paragraph that hangs under its bullet is set in by more than a point and less than a column.
LEAST_INDENT = 4.0
MOST_INDENT = 60.0


@dataclass(slots=True)
class Node:
    """A list item with the items below it and the blocks that go on with it."""

    index: int
    block: Block
    depth: int = 1
    children: list[Node] = field(default_factory=list)
    tail: list[tuple[int, Block]] = field(default_factory=list)

    def end(self) -> int:
        """Where the item ends, the items below it and its further paragraphs included."""
        ends = [self.block.end, *(block.end for _, block in self.tail)]
        return max([*ends, *(child.end() for child in self.children)])

    def indexes(self) -> Iterator[int]:
        """Blocks of the item and of the items below it."""
        yield self.index
        yield from (index for index, _ in self.tail)
        for child in self.children:
            yield from child.indexes()

    def stem_index(self) -> int:
        """The block right above the items below it."""
        return self.tail[-1][0] if self.tail else self.index

    def last_index(self) -> int:
        """The last block of the item."""
        return max(self.indexes())


def is_entry(scan: Scan, index: int) -> bool:
    """A list item, a paragraph with a printed number, or one that lost its bullet."""
    block = scan.reading.blocks[index]
    if index in scan.running:
        return False
    numbered = block.kind == "paragraph" and block.number is not None
    marked = block.kind == "list_item" or numbered or index in scan.labelled
    return (marked or is_unmarked(scan, index)) and scan.free(index)


def is_unmarked(scan: Scan, index: int) -> bool:
    """A paragraph in small letters behind a colon, or behind such a paragraph: its bullet was not read."""
    while index > 0 and is_small(scan, index):
        index -= 1
        if ends_with_colon(scan.reading.text_of(scan.reading.blocks[index])):
            return True
    return False


def is_small(scan: Scan, index: int) -> bool:
    """A paragraph of the body whose first letter is small."""
    block = scan.reading.blocks[index]
    return block.kind == "paragraph" and scan.is_body(index) and scan.reading.text[block.start].islower()


def collect_run(scan: Scan, index: int) -> list[Node]:
    """Consecutive list items; notes and furniture between them do not end the list."""
    blocks = scan.reading.blocks
    run: list[Node] = []
    while index < len(blocks):
        if is_entry(scan, index):
            if run and opens_chapter(run[-1].block, blocks[index]):
                break
            run.append(Node(index, blocks[index]))
        elif scan.is_body(index):
            if not (run and continues(scan, run[-1], index)):
                break
            run[-1].tail.append((index, blocks[index]))
        index += 1
    return run


def opens_chapter(before: Block, block: Block) -> bool:
    """Whether a decimal number begins another chapter than the one before it: "6.5.1", "7.1"."""
    chapters = [
        found[1] for number in (before.number, block.number) if (found := CHAPTER.match(number or ""))
    ]
    return len(chapters) == 2 and chapters[0] != chapters[1]


def continues(scan: Scan, node: Node, index: int) -> bool:
    """Whether a paragraph goes on with an item: it hangs under the bullet, or completes "Label:"."""
    block, item = scan.reading.blocks[index], node.block
    if block.kind != "paragraph" or index in scan.taken or item.kind != "list_item":
        return False
    if scan.is_caption(block):
        return False
    if ends_with_colon(scan.reading.text_of(item)) and not node.tail:
        following = index + 1 < len(scan.roles) and scan.reading.blocks[index + 1].kind
        return not ends_with_colon(scan.reading.text_of(block)) and following != "table"
    if block.bbox is None or item.bbox is None:
        return False
    return LEAST_INDENT < block.bbox[0] - item.bbox[0] < MOST_INDENT


def build_tree(run: list[Node]) -> list[Node]:
    """Items with the items below them, by printed level or else by the style of their numbers."""
    roots: list[Node] = []
    path: list[Node] = []
    for node, depth in zip(run, nest([node.block for node in run]), strict=True):
        node.depth = depth
        while path and path[-1].depth >= depth:
            path.pop()
        (path[-1].children if path else roots).append(node)
        path.append(node)
    return roots
