"""The data dictionary: every table and column, written from the records that make them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from pipeline.export.glossary import GLOSSARY
from pipeline.export.package import GLOSSARY_KEYS
from pipeline.export.schema import (
    LIST_ITEMS,
    PRIMARY_KEYS,
    SCHEMA_VERSION,
    TABLE_SCHEMA_TYPES,
    TABLES,
    column_types,
)
from pipeline.records import CLOSED
from pipeline.vocabulary import Vocabulary

HEAD = f"""# Data dictionary

Written by `softlaw dictionary` from the records of the pipeline; schema version {SCHEMA_VERSION}. Every
table is there as Parquet, as CSV and in `softlaw.sqlite`; the tables of the vocabulary lie in
`vocabulary/`. A null says that the document was looked through and does not say.
"""
COLUMNS = """
| column | type | null | label on the database page | meaning |
|---|---|---|---|---|"""


def write_dictionary(vocabulary: Vocabulary) -> str:
    """The dictionary as Markdown."""
    lines = [HEAD]
    for name, record in TABLES.items():
        lines += describe_table(name, record, PRIMARY_KEYS.get(name, ()))
    for name, record in GLOSSARY.items():
        lines += describe_table(f"vocabulary/{name}", record, GLOSSARY_KEYS[name])
    lines += ["## Ids", "", *list_ids(vocabulary)]
    return "\n".join(lines).rstrip() + "\n"


def describe_table(name: str, record: type, key: tuple[str, ...]) -> Iterator[str]:
    """The heading of a table and a line for each of its columns."""
    yield f"## {name}"
    yield ""
    yield (record.__doc__ or "").split("\n\n")[0]
    if key:
        yield f"Primary key: {', '.join(f'`{column}`' for column in key)}."
    yield COLUMNS
    described = {item.name: item.metadata for item in fields(record)}
    for column, (kind, optional) in column_types(record).items():
        facts = described[column]
        null = "yes" if optional else ""
        cells = [f"`{column}`", name_type(kind), null, facts["label"], facts["description"]]
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
    yield ""


def name_type(kind: Any) -> str:
    """The type of a column for people."""
    return f"list of {LIST_ITEMS[kind]}" if kind in LIST_ITEMS else TABLE_SCHEMA_TYPES[kind]


def list_ids(vocabulary: Vocabulary) -> Iterator[str]:
    """The ids of the closed vocabularies, by column."""
    for name, values in sorted(CLOSED.items()):
        yield f"- `{name}`: " + " · ".join(f"`{value}`" for value in values)
    for name, terms in sorted(vocabulary.terms.items()):
        yield f"- `{name}`: " + " · ".join(f"`{term}`" for term in sorted(terms))
