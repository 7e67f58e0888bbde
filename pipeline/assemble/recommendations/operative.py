"""Operative paragraphs: "RECOMMENDS that …", "Calls on …", "Urges …", "INSTRUCTS … to: a) …"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from pipeline.assemble.recommendations.items import BINDING, Item, Scan, ends_with_colon, start_of
from pipeline.assemble.recommendations.lists import lead_item, list_rows
from pipeline.assemble.recommendations.stems import Stem, force_of, read_stem
from pipeline.assemble.recommendations.trees import build_tree, collect_run
from pipeline.records import Mention

# A text with fewer operative paragraphs only has a sentence that happens to begin with such a verb.
FEWEST = 2
STATES = "operative_states"
OPERATIVE_RULE = "recommendations.operative"


def find_operative_items(scan: Scan) -> Iterator[Item]:
    """Paragraphs that an operative verb opens; the list below one gives its items instead."""
    opened = [(index, verb) for index in range(len(scan.roles)) if (verb := opening_verb(scan, index))]
    if len(opened) < FEWEST and not any(is_sure(scan, *found) for found in opened):
        return
    scan.operative = True
    for index, verb in opened:
        if index not in scan.taken and (verb.value != STATES or has_norm(scan, index, verb)):
            yield from paragraph_items(scan, index, verb)


def opening_verb(scan: Scan, index: int) -> Mention | None:
    """The operative verb that opens a block."""
    block = scan.reading.blocks[index]
    if not scan.is_body(index) or index in scan.taken or block.kind == "table":
        return None
    start = start_of(block)
    norms = scan.norms_in(start, min(start + 4, block.end))
    verb = next((norm for norm in norms if norm.value.startswith("operative_")), None)
    # In capitals it ends whatever background stood before.
    return verb if verb and (scan.free(index) or is_capitals(scan, verb)) else None


def is_sure(scan: Scan, index: int, verb: Mention) -> bool:
    """In capitals, or behind recitals with a list below: "Recommends that member states:"."""
    blocks = scan.reading.blocks
    recited = any(block.zone == "preamble" for block in blocks[:index])
    return is_capitals(scan, verb) or (recited and ends_with_colon(scan.reading.text_of(blocks[index])))


def is_capitals(scan: Scan, verb: Mention) -> bool:
    """Printed in capitals, as in "RECOMMENDS"."""
    return scan.reading.text[verb.start : verb.end].isupper()


def has_norm(scan: Scan, index: int, verb: Mention) -> bool:
    """Whether a paragraph that only states something tells someone what to do all the same."""
    end = scan.reading.blocks[index].end
    return any(norm.value in BINDING for norm in scan.norms_in(verb.end, end))


def paragraph_items(scan: Scan, index: int, verb: Mention) -> Iterator[Item]:
    """The paragraph, or the items of the list that it introduces."""
    block = scan.reading.blocks[index]
    force = "recommendation" if verb.value == STATES else force_of(verb.value)
    run = collect_run(scan, index + 1) if ends_with_colon(scan.reading.text_of(block)) else []
    run = list(takewhile(lambda node: not opening_verb(scan, node.index), run))
    scan.taken.add(index)
    if run:
        stem = read_stem(scan, index) or Stem(start_of(block), block.end, index)
        stem.opens, stem.force = True, force
        for item in lead_item(scan, block, stem, block.number):
            yield replace(item, rule=OPERATIVE_RULE, force=force, closed=True)
        yield from list_rows(scan, build_tree(run), stem, block.number)
        return
    start = start_of(block)
    span = (start, verb.end)
    yield Item(start, block.end, OPERATIVE_RULE, block.number, force, span, True)
