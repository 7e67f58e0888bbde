"""Compares the tables of two runs entry by entry."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any

from pipeline.records import Entry
from pipeline.tables import Row, Tables

# The tables that a comparison reads.
COMPARED = ("entries", "recommendations", "hard_law", "evidence")
GAINED, LOST, ALTERED = "gained", "lost", "altered"
# The key, and what other rows of the comparison say already.
COLUMNS = tuple(
    item.name for item in fields(Entry) if item.name not in ("entry_id", "n_recommendations", "hard_law")
)
ATTRIBUTES = ("number", "addressee", "modality", "page")


@dataclass(slots=True, frozen=True)
class Change:
    """One value that one run has and the other has not, with the evidence of the run that has it."""

    entry_id: str
    field: str
    kind: str
    old: str | None = None
    new: str | None = None
    rule: str = ""
    quote: str = ""
    page: int | None = None


def compare_runs(old: Tables, new: Tables) -> list[Change]:
    """The changes from the old run to the new, in the order of entry, field and value."""
    before, after = old.entries, new.entries
    changes: list[Change] = []
    for entry_id in sorted(before.keys() | after.keys()):
        if entry_id not in before:
            changes.append(Change(entry_id, "entry", GAINED, new=after[entry_id]["full_name"]))
        elif entry_id not in after:
            changes.append(Change(entry_id, "entry", LOST, old=before[entry_id]["full_name"]))
        else:
            changes += compare_entry(before[entry_id], after[entry_id], old, new)
    return changes


def compare_entry(before: Row, after: Row, old: Tables, new: Tables) -> Iterator[Change]:
    """The changes of one entry: its fields, its instruments, its recommendations.

    A column that only one run has, as the runs are of different releases, is empty in the other.
    """
    before, after = fill_columns(before, after), fill_columns(after, before)
    for name in COLUMNS:
        if before[name] == after[name]:
            continue
        if isinstance(before[name], list):
            yield from compare_lists(name, before, after, old, new)
        else:
            yield compare_values(name, before, after, old, new)
    yield from compare_instruments(before["entry_id"], old, new)
    yield from compare_recommendations(before["entry_id"], old, new)


def fill_columns(row: Row, other: Row) -> Row:
    """A row with the columns that it lacks, empty as those of another row would be."""
    return {name: [] if isinstance(other.get(name), list) else None for name in COLUMNS} | row


def compare_lists(name: str, before: Row, after: Row, old: Tables, new: Tables) -> Iterator[Change]:
    """The values that a list lost and gained; a list in another order is altered as a whole."""
    lost = [value for value in before[name] if value not in after[name]]
    gained = [value for value in after[name] if value not in before[name]]
    for value in sorted(lost):
        yield Change(before["entry_id"], name, LOST, old=value, **find_evidence(old, before, name, value))
    for value in sorted(gained):
        yield Change(after["entry_id"], name, GAINED, new=value, **find_evidence(new, after, name, value))
    if not lost and not gained:
        order, reordered = (" | ".join(row[name]) for row in (before, after))
        yield Change(before["entry_id"], name, ALTERED, order, reordered)


def compare_values(name: str, before: Row, after: Row, old: Tables, new: Tables) -> Change:
    """A single value that came, went or changed."""
    left, right = (None if row[name] is None else str(row[name]) for row in (before, after))
    kind = GAINED if left is None else LOST if right is None else ALTERED
    evidence = (
        find_evidence(old, before, name, None) if right is None else find_evidence(new, after, name, None)
    )
    return Change(before["entry_id"], name, kind, left, right, **evidence)


def find_evidence(run: Tables, entry: Row, name: str, value: str | None) -> dict[str, Any]:
    """Rule, quote and page of the surest accepted row of a value, or of any value of the field."""
    rows = [
        row
        for row in run.of_entry("evidence", entry["entry_id"])
        if row["field"] == name and row["status"] == "accepted" and value in (None, row["value"])
    ]
    if not rows:
        return {}
    best = max(rows, key=lambda row: row["confidence"])
    return {"rule": best["rule"], "quote": best["quote"] or "", "page": best["page"]}


def compare_instruments(entry_id: str, old: Tables, new: Tables) -> Iterator[Change]:
    """Instruments that one run cites and the other does not, or counts as another kind."""
    before, after = (
        {row["instrument_id"]: row for row in run.of_entry("hard_law", entry_id)} for run in (old, new)
    )
    for key in sorted(before.keys() | after.keys()):
        row = after.get(key) or before[key]
        place = {"quote": row["quote"], "page": row["page"]}
        if key not in after:
            yield Change(entry_id, "hard_law", LOST, old=f"{key} {row['name']}", **place)
        elif key not in before:
            yield Change(entry_id, "hard_law", GAINED, new=f"{key} {row['name']}", **place)
        elif before[key]["kind"] != row["kind"]:
            kinds = (f"{key} {before[key]['kind']}", f"{key} {row['kind']}")
            yield Change(entry_id, "hard_law", ALTERED, *kinds, **place)


def compare_recommendations(entry_id: str, old: Tables, new: Tables) -> Iterator[Change]:
    """Recommendations by their text, and the attributes of those that both runs have."""
    before, after = (
        {row["text"]: row for row in run.of_entry("recommendations", entry_id)} for run in (old, new)
    )
    for text, row in before.items():
        if text not in after:
            yield Change(entry_id, "recommendations", LOST, old=text, page=row["page"])
    for text, row in after.items():
        if text not in before:
            yield Change(entry_id, "recommendations", GAINED, new=text, page=row["page"])
            continue
        for name in ATTRIBUTES:
            left, right = (None if one.get(name) is None else str(one[name]) for one in (before[text], row))
            if left != right:
                field = f"recommendations.{name}"
                yield Change(entry_id, field, ALTERED, left, right, quote=text, page=row["page"])
