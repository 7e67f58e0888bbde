"""Norm sentences in running prose of the operative part: "Providers should …", "We will …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.assemble.reading import body_start
from pipeline.assemble.recommendations.items import BINDING, Item, Scan, ends_with_colon, is_question
from pipeline.assemble.recommendations.plans import ADVICE_RULE, PLAN_RULE, is_advice, is_plan
from pipeline.records import Block, Mention

# "which should", "how this must": a clause that hangs on another one, up to this many words before.
CLAUSE_WORDS = 3
KINDS = ("paragraph", "list_item", "heading")
# "Veillez", "Prüfen Sie": forms that no noun or infinitive has.
COURTESY = re.compile(r"ez(?:-vous)?$| Sie$")
# "(Check the label first.)", "“Users must pay.”": an aside, or the words of another.
ASIDE = re.compile(r"\(|[“\"‘«„].*[”\"’»“]\.?$", re.DOTALL)
COUNTED = (*sorted(BINDING), "permission")
RULE = "recommendations"
WORD = re.compile(r"[\w'’-]+")
# A sentence of fewer words is a caption or an answer ("You should.").
SHORTEST = 4
# The subject of a sentence that reports stands within its first words.
REPORTED_WORDS = 160


def find_prose_items(scan: Scan) -> Iterator[Item]:
    """The sentences of free paragraphs and list items that tell someone what to do."""
    for index, block in enumerate(scan.reading.blocks):
        if (
            scan.free(index)
            and block.kind in KINDS
            and scan.roles[index] != "intro"
            and not is_question(scan, index)
            and not scan.is_caption(block)
        ):
            yield from block_items(scan, block)


def block_items(scan: Scan, block: Block) -> list[Item]:
    """The norm sentences of a block; "This should be done early." goes on with the one before it."""
    items: list[Item] = []
    stem = scan.stems.get(scan.reading.index_at(block.start))
    last = -1
    for start, end in scan.reading.sentences(block):
        if stem and start <= stem[0] < end:
            break
        if ends_with_colon(scan.reading.text[start:end]):
            continue
        norm = find_norm(scan, start, end, block.kind)
        if norm is None and is_plan(scan, start, end):
            items.append(Item(start, end, PLAN_RULE, block.number, "commitment"))
        elif norm is None and is_advice(scan, start, end):
            items.append(Item(start, end, ADVICE_RULE, block.number, "recommendation"))
        elif items and items[-1].end == last and goes_on(scan, start, end, norm):
            items[-1] = replace(items[-1], end=end)
        elif norm is not None:
            whole = is_whole_item(block, start, norm)
            items.append(Item(start, block.end if whole else end, f"{RULE}.{norm.value}", block.number))
            if whole:
                break
        last = end
    return items


def goes_on(scan: Scan, start: int, end: int, norm: Mention | None) -> bool:
    """Whether a sentence completes the norm before it: "If not, ask first.", "This must be signed."."""
    group = "completes" if norm is None else "continues"
    text = scan.reading.text[start:end]
    return bool(scan.phrases.opens(group, text) or scan.phrases.opens("completes", text))


def is_whole_item(block: Block, start: int, norm: Mention) -> bool:
    """An item that an order opens is one thought: "Keep a log. It helps later."."""
    return block.kind == "list_item" and norm.value == "imperative" and start == body_start(block)


def find_norm(scan: Scan, start: int, end: int, kind: str) -> Mention | None:
    """The norm that makes a sentence a recommendation, if it is one."""
    text = scan.reading.text[start:end]
    if len(WORD.findall(text)) < SHORTEST or text.endswith(("?", ":", "…", "...")) or ASIDE.match(text):
        return None
    if kind != "heading" and scan.opens_with_order(start, end):
        return first_order(scan, start, end, kind)
    norms = [norm for norm in scan.norms_in(start, end) if norm.value in COUNTED]
    return next((norm for norm in norms if governs(scan, start, norm)), None)


def first_order(scan: Scan, start: int, end: int, kind: str) -> Mention | None:
    """The order that opens a sentence; an infinitive is one only in an item, else it is a subject."""
    norm = next((norm for norm in scan.norms_in(start, end) if norm.value == "imperative"), None)
    if norm and kind != "list_item" and norm.rule in ("norms.form", "norms.infinitive"):
        words = scan.reading.text[norm.start : norm.end]
        return norm if COURTESY.search(words) else None
    return norm


def governs(scan: Scan, start: int, norm: Mention) -> bool:
    """Whether a norm stands in the main clause and the document itself speaks."""
    before = scan.reading.text[start : norm.start]
    last = " ".join(WORD.findall(before)[-CLAUSE_WORDS:])
    if scan.phrases.found("clause", last):
        return False
    if scan.phrases.opens("conditional", before) and "," in before:
        before = before.partition(",")[2]
    return not scan.phrases.found("reported", before[:REPORTED_WORDS])
