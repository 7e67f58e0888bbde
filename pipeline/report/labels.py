"""What ids and columns are called in front of people."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pyarrow.parquet as pq

from pipeline.records import Entry

# Columns that have no line on the database page and no label of their own in the records.
NAMES = {
    "short_name": "Short name",
    "date_role": "What the date says",
    "official_id": "Document number",
    "language": "Language",
    "is_soft_law": "Soft law",
    "screen_reason": "Why it was screened out",
    "review_status": "Review",
    "hard_law": "Binding instruments",
    "hard_law_statement": "Connection with hard law",
    "legal_force": "Legal force",
    "legal_force_statement": "Possible legal force and impact",
}
ACRONYMS = {"eu": "EU", "ai": "AI", "sme": "SME"}
HIDDEN = frozenset({"entry_id", "n_recommendations", "source_url"})
FIELDS = tuple(item.name for item in fields(Entry) if item.name not in HIDDEN)
COLUMN_LABELS = {item.name: item.metadata["label"] for item in fields(Entry)}
# Columns whose values are printed text or codes and are shown as they are.
VERBATIM = frozenset(
    {
        "short_name",
        "full_name",
        "enacting_body",
        "date",
        "official_id",
        "language",
        "summary",
        "situations",
        "hard_law_statement",
        "legal_force_statement",
        "case_author",
    }
)

Labels = dict[tuple[str, str], str]


def read_labels(folder: Path) -> Labels:
    """The labels of ids by column, from the vocabulary tables of the run."""
    terms = pq.read_table(folder / "vocabulary" / "terms.parquet").to_pylist()
    instruments = pq.read_table(folder / "vocabulary" / "instruments.parquet").to_pylist()
    labels = {(row["field"], row["id"]): row["label"] for row in terms}
    return labels | {("hard_law", row["id"]): row["name"] for row in instruments}


def name_column(name: str) -> str:
    """The name of a column for people."""
    return NAMES.get(name) or COLUMN_LABELS.get(name) or name.replace("_", " ").capitalize()


def name_value(labels: Labels, column: str, value: object) -> str:
    """A value for people: the label of an id, a truth value in words, printed text as it is."""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    text = str(value)
    if (column, text) in labels:
        return labels[column, text]
    if column in VERBATIM or column == "hard_law":
        return text
    words = [ACRONYMS.get(word, word) for word in text.split("_")]
    return " ".join([words[0][:1].upper() + words[0][1:], *words[1:]])
