"""Norm sentences in running prose of the operative part: "Providers should …", "We will …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.assemble.recommendations.items import BINDING, Item, Scan
from pipeline.records import Block, Mention

# "which should", "how this must": a clause that hangs on another one, up to this many words before.
CLAUSE_WORDS = 3
KINDS = ("paragraph", "list_item", "heading")
# "Veillez", "Prüfen Sie": forms that no noun or infinitive has.
COURTESY = re.compile(r"ez(?:-vous)?$| Sie$")
QUOTED = re.compile(r"^[“\"‘«„].*[”\"’»“]\.?$", re.DOTALL)
WORD = re.compile(r"[\w'’-]+")
# A sentence of fewer words is a caption or an answer ("You should.").
SHORTEST = 4
# The subject of a sentence that reports stands within its first words.
REPORTED_WORDS = 80


def find_prose_items(scan: Scan) -> Iterator[Item]:
    """The sentences of free paragraphs and list items that tell someone what to do."""
    for index, block in enumerate(scan.reading.blocks):
        if (
            scan.free(index)
            and block.kind in KINDS
            and scan.roles[index] != "intro"
            and not scan.is_caption(block)
        ):
            yield from block_items(scan, block)


def block_items(scan: Scan, block: Block) -> Iterator[Item]:
    """The norm sentences of a block; "This should be done early." goes on with the one before it."""
    open_item: Item | None = None
    for start, end in scan.reading.sentences(block):
        norm = find_norm(scan, start, end, block.kind)
        if norm is None:
            if open_item:
                yield open_item
            open_item = None
        elif open_item and scan.phrases.opens("continues", scan.reading.text[start:end]):
            open_item = replace(open_item, end=end)
        else:
            if open_item:
                yield open_item
            open_item = Item(start, end, f"recommendations.{norm.value}", block.number)
    if open_item:
        yield open_item


def find_norm(scan: Scan, start: int, end: int, kind: str) -> Mention | None:
    """The norm that makes a sentence a recommendation, if it is one."""
    text = scan.reading.text[start:end]
    if len(WORD.findall(text)) < SHORTEST or text.endswith(("?", ":")) or QUOTED.match(text):
        return None
    if kind != "heading" and scan.opens_with_order(start, end):
        return first_order(scan, start, end, kind)
    for norm in scan.norms_in(start, end):
        if norm.value in (*BINDING, "permission") and governs(scan, start, end, norm):
            return norm
    return None


def first_order(scan: Scan, start: int, end: int, kind: str) -> Mention | None:
    """The order that opens a sentence; an infinitive is one only in an item, else it is a subject."""
    norm = next((norm for norm in scan.norms_in(start, end) if norm.value == "imperative"), None)
    if norm and kind != "list_item" and norm.rule in ("norms.form", "norms.infinitive"):
        words = scan.reading.text[norm.start : norm.end]
        return norm if COURTESY.search(words) else None
    return norm


def governs(scan: Scan, start: int, end: int, norm: Mention) -> bool:
    """Whether a norm stands in the main clause and the document itself speaks."""
    before = scan.reading.text[start : norm.start]
    last = " ".join(WORD.findall(before)[-CLAUSE_WORDS:])
    if scan.phrases.found("clause", last):
        return False
    return not scan.phrases.found("reported", before[:REPORTED_WORDS])
