"""What the page of one entry shows: its fields with their places, its tables, its text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pipeline.report.labels import FIELDS, Labels, name_column, name_value
from pipeline.report.passages import Passage, Place, cut_passages
from pipeline.tables import Row, Tables

# Rejected candidates of a field that are shown; some fields of a long report have hundreds.
MOST_REJECTED = 40
# A quote in the list of places is cut; the whole stands in the text beside it.
LONGEST_QUOTE = 160


@dataclass(slots=True, frozen=True)
class Witness:
    """A row of evidence as the page lists it; `number` is its place in the text, if it has one."""

    number: int | None
    label: str
    quote: str
    page: int | None
    zone: str
    rule: str
    confidence: float


@dataclass(slots=True)
class Value:
    """One value with the places it stands on."""

    id: str
    label: str
    witnesses: list[Witness]


@dataclass(slots=True)
class FieldView:
    """One line of the database page."""

    name: str
    label: str
    values: list[Value]
    rejected: list[Witness] = field(default_factory=list)
    more_rejected: int = 0


@dataclass(slots=True)
class EntryPage:
    """All that the template of an entry needs."""

    entry: Row
    record: Row
    title: str
    fields: list[FieldView]
    recommendations: list[Row]
    hard_law: list[Row]
    passages: list[Passage]


class Places:
    """Numbers the spans of the text that the page points to; the same span has one number."""

    def __init__(self) -> None:
        self.numbers: dict[tuple[int, int, str], int] = {}

    def number(self, row: Row, status: str) -> int | None:
        """The number of the place of a row, or None where it stands nowhere in the text."""
        if row["start"] is None:
            return None
        return self.numbers.setdefault((row["start"], row["end"], status), len(self.numbers) + 1)

    def listed(self) -> Iterator[Place]:
        """All places."""
        for (start, end, status), number in self.numbers.items():
            yield Place(number, start, end, status)


def build_page(entry: Row, run: Tables, labels: Labels) -> EntryPage:
    """Gather what the page of an entry shows."""
    entry_id = entry["entry_id"]
    places = Places()
    evidence: dict[str, list[Row]] = {}
    for row in run.of_entry("evidence", entry_id):
        evidence.setdefault(row["field"], []).append(row)
    fields = [build_field(name, entry[name], evidence.get(name, []), labels, places) for name in FIELDS]
    tables = [
        [row | {"place": places.number(row, "accepted")} for row in run.of_entry(table, entry_id)]
        for table in ("recommendations", "hard_law")
    ]
    document = run.text(entry_id)
    return EntryPage(
        entry=entry,
        record=next(iter(run.of_entry("documents", entry_id))),
        title=name_entry(entry),
        fields=fields,
        recommendations=tables[0],
        hard_law=tables[1],
        passages=cut_passages(document["text"], document["blocks"], places.listed()),
    )


def name_entry(entry: Row) -> str:
    """The heading of an entry."""
    return str(entry["short_name"] or entry["full_name"] or entry["entry_id"])


def build_field(name: str, value: Any, evidence: list[Row], labels: Labels, places: Places) -> FieldView:
    """One field with its values, their places and the candidates that lost."""
    accepted = [row for row in evidence if row["status"] == "accepted"]
    rejected = [row for row in evidence if row["status"] == "rejected"]
    if isinstance(value, list):
        values = [
            Value(
                str(item),
                name_value(labels, name, item),
                list_witnesses(name, [row for row in accepted if row["value"] == str(item)], labels, places),
            )
            for item in value
        ]
    elif value is None:
        values = []
    else:
        witnesses = list_witnesses(name, accepted, labels, places)
        values = [Value(str(value), name_value(labels, name, value), witnesses)]
    shown = list_witnesses(name, rejected[:MOST_REJECTED], labels, places)
    more = max(len(rejected) - MOST_REJECTED, 0)
    return FieldView(name, name_column(name), values, shown, more)


def list_witnesses(name: str, rows: list[Row], labels: Labels, places: Places) -> list[Witness]:
    """The evidence rows of a value in the order of the table."""
    return [
        Witness(
            number=places.number(row, row["status"]),
            label=name_value(labels, name, row["value"]),
            quote=shorten(row["quote"] or ""),
            page=row["page"],
            zone=row["zone"],
            rule=row["rule"],
            confidence=row["confidence"],
        )
        for row in rows
    ]


def shorten(quote: str) -> str:
    """A quote on one line, cut where it is long."""
    line = " ".join(quote.split())
    return line if len(line) <= LONGEST_QUOTE else line[: LONGEST_QUOTE - 1].rstrip() + "…"
