"""Headings that are themselves the recommendation: "1.2 Avoid harm.", "Step 1: Adopt …", "Action 3"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from statistics import median

from pipeline.assemble.recommendations.items import (
    Item,
    Scan,
    ends_with_colon,
    is_question,
    start_of,
)
from pipeline.assemble.recommendations.labels import read_label
from pipeline.assemble.recommendations.numbers import style_of
from pipeline.assemble.recommendations.series import collect_series
from pipeline.assemble.recommendations.verdicts import NORMATIVE_SHARE
from pipeline.records import Block

# Fewer such headings are ordinary headings.
FEWEST = 3
# A section of more characters is a chapter: what it recommends stands in its text.
LONGEST = 2600
# A heading that runs in with its number is a short line.
LONGEST_HEAD = 240
# Below every level of heading.
LOWEST = 9
# From two headings on that are labels alone, these number what stands below them.
FEWEST_BARE = 2
STATEMENT_RULE = "recommendations.statement"
HEADED_RULE = "recommendations.headed"
# "R4", "P-2", "GV.OC-01": ids that only count when several blocks carry them.
SHORT_LABEL = re.compile(
    r"([A-Z]{2,10} \d+(?:\.\d+)+|[A-Z]{1,5}(?:[.-][A-Z]{1,4})?[.-]?\d{1,3}(?:[.-]\d{1,3})*|[A-Z]-[IVX]+)"
    r"\s*[:.)–—]\s+(?=\S)"
)


def find_headed_items(scan: Scan) -> Iterator[Item]:
    """Sections whose heading orders or is labelled as a recommendation, heading and text together."""
    numbers = {index: number for index in range(len(scan.roles)) if (number := head_number(scan, index))}
    counted = counted_items(scan, set(numbers))
    numbers = {index: number for index, number in numbers.items() if index not in counted}
    groups: dict[str, list[int]] = {}
    for index, number in numbers.items():
        groups.setdefault(kind_of(number), []).append(index)
    for group in groups.values():
        if len(group) >= FEWEST:
            yield from headed_group(scan, group, numbers)


def counted_items(scan: Scan, heads: set[int]) -> set[int]:
    """Items of a longer count that look like headings only because a paragraph stands below them."""
    counted: set[int] = set()
    for series in collect_series(scan):
        found = heads.intersection(series)
        if 2 * len(found) < len(series):
            counted |= found
    return counted


def kind_of(number: str) -> str:
    """Headings of a kind: "Step 3" is a "step", "2.1" has one point."""
    word = number.split(maxsplit=1)[0]
    return word.lower() if word.isalpha() and " " in number else str(number.count("."))


def headed_group(scan: Scan, group: list[int], numbers: dict[int, str]) -> Iterator[Item]:
    """Headings of one kind with their text, unless they open chapters or lists of their own."""
    blocks = scan.reading.blocks
    bold = [i for i in range(group[0], len(scan.roles)) if i not in numbers and is_bold_order(scan, i)]
    heads = sorted([*group, *bold])
    spans = {index: section_indexes(scan, index, set(heads)) for index in heads}
    lengths = [blocks[span[-1]].end - blocks[span[0]].start for span in spans.values()]
    if median(lengths) > LONGEST or holds_lists(scan, spans) or are_chapters(scan, group, spans):
        return
    for index, span in spans.items():
        if blocks[span[-1]].end - blocks[index].start > LONGEST:
            continue
        scan.taken |= set(span)
        start = read_label(scan, start_of(blocks[index]), blocks[index].end)[1]
        yield Item(start, blocks[span[-1]].end, HEADED_RULE, numbers.get(index), closed=True)


def are_chapters(scan: Scan, group: list[int], spans: dict[int, list[int]]) -> bool:
    """Chapters that happen to begin with a verb: their like do not, or they hold headings of their own."""
    blocks = scan.reading.blocks
    parted = sum(any(blocks[i].kind == "heading" for i in spans[index][1:]) for index in group)
    rank = {(blocks[i].kind, blocks[i].level, style_of(blocks[i].number)) for i in group}
    like = [
        block
        for index, block in enumerate(blocks)
        if block.kind == "heading"
        and block.number
        and scan.is_body(index)
        and (block.kind, block.level, style_of(block.number)) in rank
    ]
    return 2 * parted > len(group) or len(group) < NORMATIVE_SHARE * len(like)


def head_number(scan: Scan, index: int) -> str | None:
    """The number or label of a heading that orders something: "2.1 Strive for quality"."""
    block = scan.reading.blocks[index]
    headed = block.kind == "heading" or is_run_in(scan, index)
    if not scan.free(index) or not headed or is_question(scan, index):
        return None
    label, start = read_label(scan, start_of(block), block.end)
    return (label or block.number) if scan.opens_with_order(start, block.end) else None


def is_run_in(scan: Scan, index: int) -> bool:
    """A short numbered item with a paragraph of its own below: "1.2 Avoid harm." and its explanation."""
    block = scan.reading.blocks[index]
    numbered = block.number is not None and ("." in block.number or block.bold)
    if block.kind != "list_item" or not numbered:
        return False
    head = scan.reading.text.find("\n\n", block.start, block.end)
    if head >= 0:
        # The reader kept the explanation with its number.
        return head - block.start <= LONGEST_HEAD
    if block.end - block.start > LONGEST_HEAD:
        return False
    following = next((i for i in range(index + 1, len(scan.roles)) if scan.is_body(i)), None)
    return following is not None and is_plain(scan.reading.blocks[following])


def is_plain(block: Block) -> bool:
    """A paragraph of running text."""
    return block.kind == "paragraph" and block.number is None and not block.bold


def is_bold_order(scan: Scan, index: int) -> bool:
    """A bold line that orders something, among numbered ones: "Respect privacy."."""
    block = scan.reading.blocks[index]
    short = block.kind == "paragraph" and block.bold and block.end - block.start <= LONGEST_HEAD
    return short and scan.free(index) and scan.opens_with_order(start_of(block), block.end)


def section_indexes(scan: Scan, index: int, heads: set[int]) -> list[int]:
    """The body blocks of a section, its heading first, up to the next one or a heading of the same rank."""
    blocks = scan.reading.blocks
    level = (blocks[index].level or 1) if blocks[index].kind == "heading" else LOWEST
    found = [index]
    for after in range(index + 1, len(blocks)):
        if after in heads or (blocks[after].kind == "heading" and (blocks[after].level or 1) <= level):
            break
        if scan.is_body(after):
            found.append(after)
    return found


def holds_lists(scan: Scan, spans: dict[int, list[int]]) -> bool:
    """Whether most sections set off items of their own."""
    blocks = scan.reading.blocks
    with_items = 0
    for span in spans.values():
        items = [blocks[i] for i in span[1:] if blocks[i].kind == "list_item"]
        with_items += sum(map(scan.is_normative, items)) >= 2
    return with_items * 2 > len(spans)


def find_labelled_items(scan: Scan) -> Iterator[Item]:
    """Paragraphs and items that begin with a label: "Recommendation 4: Publish …", "R4. Publish …"."""
    labels = {index: found for index in range(len(scan.roles)) if (found := item_label(scan, index))}
    kinds = Counter(kind_of(number) for number, _, _ in labels.values())
    for index, (number, start, sure) in labels.items():
        if sure or kinds[kind_of(number)] >= FEWEST:
            end = scan.reading.blocks[index].end
            scan.taken.add(index)
            formal = bool(scan.phrases.found("heading_formal", number))
            yield Item(start, end, "recommendations.labelled", number, closed=True, formal=formal)


def find_announced_statements(scan: Scan) -> Iterator[Item]:
    """The paragraph below a heading that is a label and no more: "Recommendation 1", "Keep a log."."""
    heads = {index: label for index in range(len(scan.roles)) if (label := bare_label(scan, index))}
    for index, label in heads.items():
        below = next((i for i in range(index + 1, len(scan.roles)) if scan.is_body(i)), index)
        block = scan.reading.blocks[below]
        stated = block.kind == "paragraph" and not ends_with_colon(scan.reading.text_of(block))
        commanded = stated and scan.free(below) and scan.commands(block.start, block.end)
        if len(heads) >= FEWEST_BARE and commanded:
            scan.taken |= {index, below}
            yield Item(block.start, block.end, STATEMENT_RULE, label, closed=True)


def bare_label(scan: Scan, index: int) -> str | None:
    """The label of a heading that is nothing else: "Recommendation 1"."""
    block = scan.reading.blocks[index]
    if block.kind != "heading" or not scan.free(index):
        return None
    label, start = read_label(scan, start_of(block), block.end)
    return label if label and start >= block.end - 1 else None


def item_label(scan: Scan, index: int) -> tuple[str, int, bool] | None:
    """The label of a block, the offset behind it, and whether the words behind it tell what to do."""
    block = scan.reading.blocks[index]
    if not scan.free(index) or block.kind == "table" or is_question(scan, index):
        return None
    number, start = read_label(scan, start_of(block), block.end)
    if number is None and block.kind != "heading":
        code = SHORT_LABEL.match(scan.reading.text, block.start, block.end)
        return (code.group(1), code.end(), False) if code else None
    if number is None or start >= block.end - 1:
        return None
    sure = scan.commands(start, block.end) or (block.kind != "heading" and scan.roles[index] is not None)
    return (number, start, sure) if sure or block.kind != "heading" else None
