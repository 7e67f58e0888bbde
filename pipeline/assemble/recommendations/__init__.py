"""Recommendations: what the document itself recommends, requires or undertakes, one row an item.

Structure first: operative paragraphs, tables of controls, headings that order, orders counted through
the text, labelled items and lists claim their blocks in this order. Norm sentences of running prose
follow, unless a set that the document sets off as a whole already holds what it recommends.
"""

from __future__ import annotations

from pipeline.assemble.reading import Reading
from pipeline.assemble.recommendations.actions import find_announced_items, find_numbered_actions
from pipeline.assemble.recommendations.addressee import find_addressees
from pipeline.assemble.recommendations.controls import find_controls
from pipeline.assemble.recommendations.items import Item, Scan, build_scan
from pipeline.assemble.recommendations.lists import find_list_items
from pipeline.assemble.recommendations.modality import find_modality
from pipeline.assemble.recommendations.operative import find_operative_items
from pipeline.assemble.recommendations.plans import compile_issuers
from pipeline.assemble.recommendations.principles import find_described_items, find_principle_items
from pipeline.assemble.recommendations.roles import mark_roles
from pipeline.assemble.recommendations.sections import (
    find_announced_statements,
    find_headed_items,
    find_labelled_items,
)
from pipeline.assemble.recommendations.series import find_series_items
from pipeline.assemble.recommendations.sets import choose_items
from pipeline.assemble.recommendations.subjects import settle_expectations
from pipeline.assemble.recommendations.tables import find_table_items
from pipeline.records import Entry, Recommendation

STRUCTURES = (
    find_operative_items,
    find_table_items,
    find_controls,
    find_headed_items,
    find_series_items,
    find_principle_items,
    find_described_items,
    find_announced_statements,
    find_labelled_items,
    find_announced_items,
    find_numbered_actions,
    find_list_items,
)
# The vocabularies of which an item lists its mentions.
RIGHTS, PRINCIPLES = "fundamental_rights", "principles"

__all__ = ["find_recommendations"]


def find_recommendations(reading: Reading, entry: Entry) -> list[Recommendation]:
    """The recommendations of a document in order of the text."""
    scan = build_scan(reading)
    scan.document_type = entry.document_type
    settle_expectations(scan)
    scan.issuers = compile_issuers(scan.phrases, reading.vocabulary, entry)
    mark_roles(scan, entry)
    items = sorted(find_items(scan), key=lambda item: (item.start, item.end))
    orders = sum(scan.opens_with_order(item.start, item.end) for item in items)
    scan.ordered = orders / max(len(items), 1)
    addressees = find_addressees(scan, items, entry)
    rows = zip(items, addressees, strict=True)
    return [make_row(scan, seq, *row) for seq, row in enumerate(rows, start=1)]


def find_items(scan: Scan) -> list[Item]:
    """Items by structure, and by prose where no set already says what it says."""
    return choose_items(scan, [item for find in STRUCTURES for item in find(scan)])


def make_row(scan: Scan, seq: int, item: Item, addressee: str | None) -> Recommendation:
    """The row of an item; `text` is the canonical text with spaces folded and marks dropped."""
    reading = scan.reading
    block = reading.document.block_at(item.start)
    return Recommendation(
        entry_id=reading.entry_id,
        seq=seq,
        number=item.number,
        text=" ".join(reading.text[item.start : item.end].split()),
        page=reading.document.page_at(item.start),
        addressee=addressee,
        modality=find_modality(scan, item),
        rights=mentioned(reading, RIGHTS, item),
        principles=mentioned(reading, PRINCIPLES, item),
        block_id=block.block_id if block else "",
        start=item.start,
        end=item.end,
    )


def mentioned(reading: Reading, group: str, item: Item) -> list[str]:
    """Ids of a vocabulary mentioned inside an item, sorted."""
    return sorted({mention.value for mention in reading.mentions_between(group, item.start, item.end)})
