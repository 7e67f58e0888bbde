"""The tables and their columns, read off the records."""

from __future__ import annotations

from dataclasses import fields
from typing import Any, get_type_hints

import pyarrow as pa

from pipeline.records import Assertion, DocumentRecord, Entry, HardLaw, Recommendation, Reject

TABLES: dict[str, type] = {
    "entries": Entry,
    "recommendations": Recommendation,
    "hard_law": HardLaw,
    "evidence": Assertion,
    "documents": DocumentRecord,
    "rejects": Reject,
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


def column_types(table: str) -> dict[str, tuple[Any, bool]]:
    """Python type of each column of a table, and whether it may be null."""
    hints = get_type_hints(TABLES[table])
    return {item.name: split_optional(hints[item.name]) for item in fields(TABLES[table])}


def split_optional(hint: Any) -> tuple[Any, bool]:
    """`str | None` -> (str, True); `str` -> (str, False)."""
    options = getattr(hint, "__args__", ())
    if type(None) in options and hint not in ARROW_TYPES:
        return next(option for option in options if option is not type(None)), True
    return hint, False


def arrow_schema(table: str) -> pa.Schema:
    """The Parquet schema of a table."""
    return pa.schema(
        [
            pa.field(name, ARROW_TYPES[kind], nullable=optional)
            for name, (kind, optional) in column_types(table).items()
        ]
    )


def table_schema(table: str) -> dict[str, Any]:
    """The Frictionless Table Schema of the CSV form of a table."""
    described = {item.name: item.metadata for item in fields(TABLES[table])}
    columns = []
    for name, (kind, optional) in column_types(table).items():
        column: dict[str, Any] = {
            "name": name,
            "type": TABLE_SCHEMA_TYPES[kind],
            "description": described[name]["description"],
        }
        if described[name]["label"]:
            column["title"] = described[name]["label"]
        if kind in (list[str], list[int]):
            column["description"] += "; items joined by |"
        if not optional and kind not in (list[str], list[int]):
            column["constraints"] = {"required": True}
        columns.append(column)
    return {"fields": columns, "missingValues": [""]}
