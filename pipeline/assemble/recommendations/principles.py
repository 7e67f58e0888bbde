"""Principles: the duties below their headings, or heading and words together where these only describe."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from pipeline.assemble.recommendations.items import BINDING, Item, Scan, ends_with_colon, start_of
from pipeline.assemble.recommendations.labels import read_label
from pipeline.assemble.recommendations.sections import FEWEST
from pipeline.assemble.recommendations.stems import read_stem
from pipeline.assemble.recommendations.verdicts import NORMATIVE_SHARE

PRINCIPLE_RULE = "recommendations.principle"
# A section of more characters argues; a heading of more words is a sentence or a title.
LONGEST_SECTION = 1500
HEADING_WORDS = 9
# From this many sentences that tell what to do in a section on, these are the items.
MOST_DUTIES = 1.5


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
        yield Item(start_of(block), blocks[end].end, PRINCIPLE_RULE, block.number or number, closed=True)


def commands_anywhere(scan: Scan, index: int) -> bool:
    """Whether a paragraph tells someone what to do in any sentence."""
    block = scan.reading.blocks[index]
    return any(norm.value in BINDING for norm in scan.norms_in(block.start, block.end))


def find_described_items(scan: Scan) -> Iterator[Item]:
    """Headings that name a principle with the words that describe it: "Fairness" and a paragraph."""
    groups: dict[tuple[int | None, tuple[int, ...]], list[int]] = {}
    for index in range(len(scan.roles)):
        if names_principle(scan, index):
            place = (scan.reading.blocks[index].level, scan.reading.headings[index][-1:])
            groups.setdefault(place, []).append(index)
    for group in groups.values():
        heads = keep_numbered(scan, group)
        sections = {index: body for index in heads if (body := own_indexes(scan, index))}
        if len(sections) >= FEWEST and len(sections) == len(heads) and only_describe(scan, sections):
            for index, body in sections.items():
                scan.taken |= {index, *body}
                block = scan.reading.blocks[index]
                end = scan.reading.blocks[body[-1]].end
                yield Item(start_of(block), end, PRINCIPLE_RULE, block.number, closed=True)


def keep_numbered(scan: Scan, heads: list[int]) -> list[int]:
    """Among numbered headings one without a number is no principle: "How we follow up"."""
    numbered = [index for index in heads if scan.reading.blocks[index].number]
    return numbered if len(numbered) >= FEWEST and 2 * len(numbered) > len(heads) else heads


def names_principle(scan: Scan, index: int) -> bool:
    """A short heading below one of principles, or in a text that is nothing but principles."""
    block = scan.reading.blocks[index]
    if block.kind != "heading" or not scan.free(index) or scan.roles[index] == "intro":
        return False
    words = scan.reading.body_of(block).split()
    parents = scan.reading.headings[index]
    below = bool(parents) and scan.roles[parents[-1]] == "principles"
    devoted = scan.document_type == "ethical_principles" and scan.roles[index] in (None, "principles")
    return (below or devoted) and len(words) <= HEADING_WORDS and not words[-1].endswith(("?", ":"))


def only_describe(scan: Scan, sections: dict[int, list[int]]) -> bool:
    """Whether sections are short and hold no list of duties."""
    blocks = scan.reading.blocks
    lengths = [blocks[body[-1]].end - blocks[index].start for index, body in sections.items()]
    duties = sum(
        scan.commands(start, end)
        for body in sections.values()
        for index in body
        for start, end in scan.reading.sentences(blocks[index])
    )
    return median(lengths) <= LONGEST_SECTION and duties < MOST_DUTIES * len(sections)
