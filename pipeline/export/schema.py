"""The tables and their columns, read off the records."""

from __future__ import annotations

from dataclasses import fields
from typing import Any, get_type_hints

import pyarrow as pa

from pipeline.records import Assertion, DocumentRecord, Entry, HardLaw, Recommendation, Reject

# Raised with every change of a table: the second number for a new column, the first for anything else.
SCHEMA_VERSION = "1.0"
TABLES: dict[str, type] = {
    "entries": Entry,
    "recommendations": Recommendation,
    "hard_law": HardLaw,
    "evidence": Assertion,
    "documents": DocumentRecord,
    "rejects": Reject,
}
PRIMARY_KEYS: dict[str, tuple[str, ...]] = {
    "entries": ("entry_id",),
    "recommendations": ("entry_id", "seq"),
    "documents": ("entry_id",),
}
ARROW_TYPES: dict[Any, pa.DataType] = {
    str: pa.string(),
    int: pa.int32(),
    float: pa.float64(),
    bool: pa.bool_(),
    list[str]: pa.list_(pa.string()),
    list[int]: pa.list_(pa.int32()),
}
TABLE_SCHEMA_TYPES: dict[Any, str] = {
    str: "string",
    int: "integer",
    float: "number",
    bool: "boolean",
    list[str]: "string",
    list[int]: "string",
}
LIST_ITEMS: dict[Any, str] = {list[str]: "string", list[int]: "integer"}


def column_types(record: type) -> dict[str, tuple[Any, bool]]:
    """Python type of each column of a record class, and whether it may be null."""
    hints = get_type_hints(record)
    return {item.name: split_optional(hints[item.name]) for item in fields(record)}


def split_optional(hint: Any) -> tuple[Any, bool]:
    """`str | None` -> (str, True); `str` -> (str, False)."""
    options = getattr(hint, "__args__", ())
    if type(None) in options and hint not in ARROW_TYPES:
        return next(option for option in options if option is not type(None)), True
    return hint, False


def arrow_schema(record: type) -> pa.Schema:
    """The Parquet schema of a record class."""
    return pa.schema(
        [
            pa.field(name, ARROW_TYPES[kind], nullable=optional)
            for name, (kind, optional) in column_types(record).items()
        ]
    )


def table_schema(record: type, primary_key: tuple[str, ...] = ()) -> dict[str, Any]:
    """The Frictionless Table Schema of the CSV form of a record class."""
    described = {item.name: item.metadata for item in fields(record)}
    columns = [
        table_column(name, kind, optional, described[name])
        for name, (kind, optional) in column_types(record).items()
    ]
    schema: dict[str, Any] = {"fields": columns, "missingValues": [""]}
    if primary_key:
        schema["primaryKey"] = list(primary_key)
    return schema


def table_column(name: str, kind: Any, optional: bool, described: Any) -> dict[str, Any]:
    """One column of a Table Schema."""
    column: dict[str, Any] = {"name": name, "type": TABLE_SCHEMA_TYPES[kind]}
    if described["label"]:
        column["title"] = described["label"]
    column["description"] = described["description"]
    if kind in LIST_ITEMS:
        column["description"] += "; items joined by |"
        column["softlaw:items"] = LIST_ITEMS[kind]
    elif not optional:
        column["constraints"] = {"required": True}
    return column
