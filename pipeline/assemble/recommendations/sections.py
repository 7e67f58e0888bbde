"""Headings that are themselves the recommendation: "1.2 Avoid harm.", "Step 1: Adopt …", "Action 3"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from statistics import median

from pipeline.assemble.recommendations.items import BINDING, Item, Scan, ends_with_colon, start_of
from pipeline.assemble.recommendations.lists import NORMATIVE_SHARE, read_stem

# Fewer such headings are ordinary headings.
FEWEST = 3
# A section of more characters is a chapter: what it recommends stands in its text.
LONGEST = 2600
LABEL_NUMBER = r"\s+(?:n[o°.]\.?\s*)?(\d+(?:\.\d+)*[a-z]?|[A-Z](?:\.\d+)*|[IVX]+)\b\s*[:.)–—|-]*\s*"
SHORT_LABEL = re.compile(r"([A-Z]{1,4}[-. ]?\d+(?:[.-]\d+)*)\s*[:.)–—|-]*\s+(?=\S)")


def find_headed_items(scan: Scan) -> Iterator[Item]:
    """Sections whose heading orders or is labelled as a recommendation, heading and text together."""
    heads = [index for index in range(len(scan.roles)) if is_head(scan, index)]
    if len(heads) < FEWEST:
        return
    spans = {index: section_indexes(scan, index) for index in heads}
    lengths = [
        scan.reading.blocks[span[-1]].end - scan.reading.blocks[span[0]].start for span in spans.values()
    ]
    if median(lengths) > LONGEST or holds_lists(scan, spans):
        return
    for index, span in spans.items():
        block = scan.reading.blocks[index]
        scan.taken |= set(span)
        number, start = read_label(scan, start_of(block), block.end)
        end = scan.reading.blocks[span[-1]].end
        yield Item(start, end, "recommendations.headed", number or block.number, closed=True)


def is_head(scan: Scan, index: int) -> bool:
    """A numbered or labelled heading that orders something: "2.1 Strive for quality"."""
    block = scan.reading.blocks[index]
    if block.kind != "heading" or not scan.free(index):
        return False
    number, start = read_label(scan, start_of(block), block.end)
    if not (number or block.number):
        return False
    return scan.opens_with_order(start, block.end)


def read_label(scan: Scan, start: int, end: int) -> tuple[str | None, int]:
    """The label of a single item and the offset behind it: "Recommendation 4: …" gives "Recommendation 4"."""
    text = scan.reading.text
    word = scan.phrases.pattern("label").match(text, start, end)
    if word:
        match = re.compile(LABEL_NUMBER).match(text, word.end(), end)
        if match:
            label = text[start : match.end(1)]
            return " ".join(label.split()), match.end()
    return None, start


def section_indexes(scan: Scan, index: int) -> list[int]:
    """The body blocks of a section, its heading first, up to the next heading of the same rank."""
    blocks = scan.reading.blocks
    level = blocks[index].level or 1
    found = [index]
    for after in range(index + 1, len(blocks)):
        if blocks[after].kind == "heading" and (blocks[after].level or 1) <= level:
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


def find_principle_items(scan: Scan) -> Iterator[Item]:
    """The duties below numbered noun headings: "1.4 Safety" with "Systems should be safe. …"."""
    heads = [index for index in range(len(scan.roles)) if is_principle_head(scan, index)]
    if len(heads) < FEWEST:
        return
    bodies = {index: own_indexes(scan, index) for index in heads}
    firsts = [scan.reading.blocks[body[0]] for body in bodies.values() if body]
    if len(firsts) < FEWEST or sum(map(scan.is_normative, firsts)) < NORMATIVE_SHARE * len(heads):
        return
    for index, body in bodies.items():
        number = read_label(scan, start_of(scan.reading.blocks[index]), scan.reading.blocks[index].end)[0]
        yield from section_duties(scan, body, scan.reading.blocks[index].number or number)


def is_principle_head(scan: Scan, index: int) -> bool:
    """A numbered or labelled heading below a heading of principles or in a text of operative paragraphs."""
    block = scan.reading.blocks[index]
    if block.kind != "heading" or not scan.free(index):
        return False
    numbered = block.number or read_label(scan, start_of(block), block.end)[0]
    return bool(numbered) and (scan.roles[index] == "principles" or scan.operative)


def own_indexes(scan: Scan, index: int) -> list[int]:
    """The free body blocks up to the next heading of any rank."""
    found = []
    for after in range(index + 1, len(scan.roles)):
        if scan.reading.blocks[after].kind == "heading":
            break
        if scan.free(after):
            found.append(after)
    return found


def section_duties(scan: Scan, body: list[int], number: str | None) -> Iterator[Item]:
    """Whole paragraphs that tell someone what to do, with the list that completes them."""
    blocks = scan.reading.blocks
    for position, index in enumerate(body):
        block = blocks[index]
        if block.kind != "paragraph" or index in scan.taken or not commands_anywhere(scan, index):
            continue
        end = index
        if ends_with_colon(scan.reading.text_of(block)):
            if (stem := read_stem(scan, index)) and stem.opens:
                continue
            for after in body[position + 1 :]:
                if blocks[after].kind != "list_item":
                    break
                end = after
        scan.taken |= {i for i in body if index <= i <= end}
        yield Item(
            start_of(block), blocks[end].end, "recommendations.principle", block.number or number, closed=True
        )


def commands_anywhere(scan: Scan, index: int) -> bool:
    """Whether a paragraph tells someone what to do in any sentence."""
    block = scan.reading.blocks[index]
    return any(norm.value in BINDING for norm in scan.norms_in(block.start, block.end))


def find_labelled_items(scan: Scan) -> Iterator[Item]:
    """Paragraphs and items that begin with a label: "Recommendation 4: Publish …", "R.4 Publish …"."""
    for index, block in enumerate(scan.reading.blocks):
        if not scan.free(index) or block.kind == "table" or index in scan.taken:
            continue
        number, start = read_label(scan, block.start, block.end)
        if number is None or start >= block.end - 1:
            continue
        if block.kind == "heading" and not scan.commands(start, block.end):
            continue
        if block.kind != "heading" and not (scan.roles[index] or scan.commands(start, block.end)):
            continue
        scan.taken.add(index)
        yield Item(start, block.end, "recommendations.labelled", number, closed=True)
