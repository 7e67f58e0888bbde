"""The force of an item by its grammar: obligation, recommendation, permission or commitment."""

from __future__ import annotations

import re

from pipeline.assemble.recommendations.items import BINDING, Item, Scan
from pipeline.assemble.recommendations.lists import LIST_RULE
from pipeline.assemble.recommendations.plans import is_plan, is_planned
from pipeline.assemble.recommendations.stems import force_of
from pipeline.assemble.recommendations.tables import CONTROL_RULE, TABLE_RULE

TABLE_RULES = frozenset({TABLE_RULE, CONTROL_RULE})
# "to employ crawlers that must …" goes on with the stem.
TO = re.compile(r"(?:not )?to\s")
STRENGTH = ("obligation", "commitment", "recommendation", "permission")


def find_modality(scan: Scan, item: Item) -> str:
    """By the stem, else by the order or the first norm word; a table cell by its strongest one."""
    norms = scan.norms_in(item.start, item.end)
    if item.force and item.rule != LIST_RULE:
        return item.force
    ordered = scan.opens_with_order(item.start, item.end)
    # "Further, the lamps …" begins with a word that could be an order.
    ignored = {"possibility"} if ordered else {"possibility", "imperative"}
    values = [norm.value for norm in norms if norm.value not in ignored]
    forces = [force_of(value) for value in values if not value.startswith("operative_")]
    if item.rule in TABLE_RULES:
        return next((force for force in STRENGTH[:2] if force in forces), "recommendation")
    if item.force and not own_force(scan, item):
        return item.force
    if ordered:
        return "recommendation"
    binding = [force for force in forces if force != "permission"]
    if not forces and (is_plan(scan, item.start, item.end) or is_planned(scan, item)):
        return "commitment"
    return (binding or forces or ["recommendation"])[0]


def own_force(scan: Scan, item: Item) -> bool:
    """Whether the first sentence has a subject and norm of its own: "Signatories are encouraged to …"."""
    if scan.opens_with_order(item.start, item.end):
        return False
    block = scan.reading.document.block_at(item.start)
    sentences = scan.reading.sentences(block) if block else []
    end = next((end for start, end in sentences if start <= item.start < end), item.end)
    norms = [norm for norm in scan.norms_in(item.start, end) if norm.value in BINDING]
    return bool(norms) and norms[0].start > item.start + 2 and not TO.match(scan.reading.text, item.start)
