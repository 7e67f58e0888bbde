"""A page of the soft-law database as corrections of the entry that the rules made of its document.

`raw/sources.csv` names the page of a document in its column `curated`: the id of another row.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

from pipeline.corrections.files import COLUMNS, Correction, CorrectionError
from pipeline.corrections.note import note_correction
from pipeline.tables import Row, Tables

# What a page says of itself, and sentences that a person wrote and no text holds verbatim.
NOT_TAKEN = frozenset(
    {"language", "is_soft_law", "screen_reason", "summary", "situations", "hard_law", "hard_law_statement"}
)


def read_curated(sources: Path) -> dict[str, str]:
    """The page of each document that has one, from the column `curated` of a sources.csv."""
    with sources.open(encoding="utf-8-sig", newline="") as lines:
        rows = csv.DictReader(lines)
        return {row["id"]: row["curated"].strip() for row in rows if (row.get("curated") or "").strip()}


def curate(run: Tables, entry_id: str, page_id: str, day: date) -> Iterator[Correction]:
    """The corrections that bring an entry to what its page says. A field that the page leaves out stays."""
    for name in (entry_id, page_id):
        if name not in run.entries:
            raise CorrectionError(f"no entry {name!r} in {run.folder}")
    entry, page = run.entries[entry_id], run.entries[page_id]
    if page["review_status"] != "curated":
        raise CorrectionError(f"{page_id} is no page of the database")
    for name in COLUMNS:
        if name not in NOT_TAKEN and page[name] not in (None, [], "not_stated"):
            yield from curate_field(run, entry, page, name, day)


def curate_field(run: Tables, entry: Row, page: Row, name: str, day: date) -> Iterator[Correction]:
    """The corrections of one field."""
    note = partial(
        note_correction,
        run,
        entry=entry["entry_id"],
        field=name,
        reason=f"curated on the database page {page['entry_id']}",
        reviewer=page["case_author"] or "the database",
        day=day,
        curated=True,
    )
    if not isinstance(entry[name], list):
        if entry[name] != page[name]:
            yield note(before=entry[name], after=page[name])
        return
    yield from (note(before=value, after=None) for value in entry[name] if value not in page[name])
    yield from (note(before=None, after=value) for value in page[name] if value not in entry[name])
