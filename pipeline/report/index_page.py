"""What the index shows: a row for each entry and the filters over them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from pipeline.report.entry_page import name_entry
from pipeline.report.labels import Labels, name_column, name_value
from pipeline.tables import Row, Tables

FACETS = (
    "is_soft_law",
    "document_type",
    "body_nature",
    "year",
    "language",
    "project_area",
    "law_area",
    "principles",
    "fundamental_rights",
    "ai_systems",
    "addressees",
    "legal_force",
    "review_status",
)


@dataclass(slots=True)
class Facet:
    """One filter: its values with their labels and numbers of entries."""

    name: str
    label: str
    values: list[tuple[str, str, int]]


@dataclass(slots=True)
class IndexRow:
    """One line of the index; `facets` and `words` are what the filters and the search look at."""

    entry_id: str
    title: str
    body: str
    document_type: str
    date: str
    n_recommendations: int
    is_soft_law: bool
    facets: dict[str, list[str]]
    words: str


def list_rows(run: Tables, labels: Labels) -> list[IndexRow]:
    """The entries in the order of their titles."""
    rows = [build_row(entry, labels) for entry in run.entries.values()]
    return sorted(rows, key=lambda row: (row.title.casefold(), row.entry_id))


def build_row(entry: Row, labels: Labels) -> IndexRow:
    """The line of an entry."""
    kind = entry["document_type"]
    words = [entry["full_name"], entry["short_name"], *entry["enacting_body"], entry["official_id"]]
    words += [entry["entry_id"], entry["summary"], entry["date"]]
    return IndexRow(
        entry_id=entry["entry_id"],
        title=name_entry(entry),
        body="; ".join(entry["enacting_body"]),
        document_type=name_value(labels, "document_type", kind) if kind else "",
        date=entry["date"] or "",
        n_recommendations=entry["n_recommendations"],
        is_soft_law=entry["is_soft_law"],
        facets={name: facet_values(entry, name) for name in FACETS},
        words=" ".join(word for word in words if word).casefold(),
    )


def facet_values(entry: Row, name: str) -> list[str]:
    """The values of an entry under a filter."""
    value: Any = (entry["date"] or "")[:4] or None if name == "year" else entry[name]
    if value is None:
        return []
    return value if isinstance(value, list) else [str(value)]


def list_facets(rows: list[IndexRow], labels: Labels) -> list[Facet]:
    """The filters that tell entries apart, their commonest values first; years and truth in order."""
    facets = []
    for name in FACETS:
        counts = Counter(value for row in rows for value in row.facets[name])
        order = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        if name == "year":
            order = sorted(counts.items(), reverse=True)
        values = [(value, name_facet(labels, name, value), count) for value, count in order]
        if values:
            facets.append(Facet(name, "Year" if name == "year" else name_column(name), values))
    return facets


def name_facet(labels: Labels, name: str, value: str) -> str:
    """The label of a value of a filter."""
    if name == "is_soft_law":
        return "Yes" if value == "True" else "No"
    return value if name == "year" else name_value(labels, name, value)
