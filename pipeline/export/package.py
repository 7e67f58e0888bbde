"""What describes the tables: the data package, and the JSON Schema of an entry."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from pipeline import __version__
from pipeline.export.glossary import GLOSSARY
from pipeline.export.schema import (
    LIST_ITEMS,
    PRIMARY_KEYS,
    SCHEMA_VERSION,
    TABLE_SCHEMA_TYPES,
    TABLES,
    column_types,
    table_schema,
)
from pipeline.records import CLOSED, PATTERNS, Entry
from pipeline.vocabulary import Vocabulary

GLOSSARY_KEYS = {"terms": ("field", "id"), "bodies": ("id",), "instruments": ("id",)}


def describe_package(vocabulary: Vocabulary, calibration: str | None = None) -> dict[str, Any]:
    """The Frictionless data package of a run; without a calibration confidence is the strength of rules."""
    resources = [
        describe_resource(name, f"{name}.csv", record, PRIMARY_KEYS.get(name, ()))
        for name, record in TABLES.items()
    ]
    resources += [
        describe_resource(name, f"vocabulary/{name}.csv", record, GLOSSARY_KEYS[name])
        for name, record in GLOSSARY.items()
    ]
    return {
        "name": "softlaw",
        "title": "Soft-law entries with evidence",
        "version": __version__,
        "softlaw:versions": {
            "pipeline": __version__,
            "schema": SCHEMA_VERSION,
            "vocabulary": vocabulary.version,
            "calibration": calibration,
        },
        "resources": resources,
    }


def describe_resource(name: str, path: str, record: type, primary_key: tuple[str, ...]) -> dict[str, Any]:
    """One table of the package; rows of other tables point to their entry."""
    schema = table_schema(record, primary_key)
    if name not in ("entries", *GLOSSARY) and "entry_id" in column_types(record):
        schema["foreignKeys"] = [
            {"fields": ["entry_id"], "reference": {"resource": "entries", "fields": ["entry_id"]}}
        ]
    return {
        "name": name.replace("_", "-"),
        "path": path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "profile": "tabular-data-resource",
        "schema": schema,
    }


def entry_schema(vocabulary: Vocabulary) -> dict[str, Any]:
    """The JSON Schema of an entry: a row of the entries table as an object."""
    described = {item.name: item.metadata for item in fields(Entry)}
    properties = {}
    for name, (kind, optional) in column_types(Entry).items():
        shape = describe_value(name, kind, vocabulary)
        if optional:
            shape = {"anyOf": [shape, {"type": "null"}]}
        if described[name]["label"]:
            shape["title"] = described[name]["label"]
        properties[name] = {**shape, "description": described[name]["description"]}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Soft-law entry",
        "version": SCHEMA_VERSION,
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def describe_value(name: str, kind: Any, vocabulary: Vocabulary) -> dict[str, Any]:
    """The JSON Schema of a value that is not null: its type, and its vocabulary where it is closed."""
    item: dict[str, Any] = {"type": LIST_ITEMS.get(kind) or TABLE_SCHEMA_TYPES[kind]}
    if name in vocabulary.terms:
        item["enum"] = sorted(vocabulary.terms[name])
    elif name in CLOSED:
        item["enum"] = CLOSED[name]
    elif name in PATTERNS:
        item["pattern"] = PATTERNS[name]
    if kind in LIST_ITEMS:
        return {"type": "array", "items": item, "uniqueItems": True}
    return item
