"""The tables and texts of a run in one SQLite file: lists as JSON arrays, keys, full-text indexes."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import fields
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
from pyarrow import types

from pipeline.export.glossary import GLOSSARY
from pipeline.export.schema import LIST_ITEMS, PRIMARY_KEYS, TABLES, column_types
from pipeline.records import Entry

SQL_TYPES: dict[Any, str] = {str: "TEXT", int: "INTEGER", float: "REAL", bool: "INTEGER"}
PASSAGES = """
CREATE TABLE passages (
  entry_id TEXT NOT NULL REFERENCES entries (entry_id), block_id TEXT NOT NULL, kind TEXT NOT NULL,
  zone TEXT NOT NULL, page INTEGER, start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL,
  PRIMARY KEY (entry_id, block_id)
)
"""
# Columns that the full-text index of a table covers.
INDEXED = {
    "entries": ("short_name", "full_name", "enacting_body", "summary", "situations"),
    "recommendations": ("text",),
    "passages": ("text",),
}
BATCH = 10_000


def write_sqlite(path: Path, folder: Path) -> None:
    """Write the tables of a folder, with its vocabulary and texts, to a new SQLite file."""
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA journal_mode = OFF")
        database.execute("PRAGMA foreign_keys = ON")
        for name, record in TABLES.items():
            copy_table(database, name, record, folder / f"{name}.parquet")
        for name, record in GLOSSARY.items():
            copy_table(database, name, record, folder / "vocabulary" / f"{name}.parquet")
        database.execute(PASSAGES)
        database.executemany("INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?, ?, ?)", list_passages(folder))
        for name, columns in INDEXED.items():
            index_text(database, name, columns)
        database.commit()


def copy_table(database: sqlite3.Connection, name: str, record: type, parquet: Path) -> None:
    """Create a table and fill it from its Parquet file, batch by batch."""
    database.execute(create_statement(name, record))
    places = ", ".join("?" for _ in fields(record))
    for batch in pq.ParquetFile(parquet).iter_batches(BATCH):
        columns = (as_sql(column.to_pylist(), types.is_list(column.type)) for column in batch.columns)
        database.executemany(f"INSERT INTO {name} VALUES ({places})", zip(*columns, strict=True))
    if "entry_id" in column_types(record) and name not in PRIMARY_KEYS:
        database.execute(f"CREATE INDEX {name}_entry ON {name} (entry_id)")


def create_statement(name: str, record: type) -> str:
    """CREATE TABLE for a record class: its keys and what may not be null."""
    lines = []
    for column, (kind, optional) in column_types(record).items():
        line = f'"{column}" {"TEXT" if kind in LIST_ITEMS else SQL_TYPES[kind]}'
        line += "" if optional else " NOT NULL"
        if column == "entry_id" and name != "entries":
            line += " REFERENCES entries (entry_id)"
        lines.append(line)
    if name in PRIMARY_KEYS:
        lines.append(f"PRIMARY KEY ({', '.join(PRIMARY_KEYS[name])})")
    return f"CREATE TABLE {name} ({', '.join(lines)})"


def as_sql(values: list[Any], lists: bool) -> list[Any]:
    """The values of a column: a list as a JSON array; everything else as it is."""
    return [json.dumps(value, ensure_ascii=False) for value in values] if lists else values


def list_passages(folder: Path) -> Iterator[tuple[Any, ...]]:
    """The blocks of all texts with their words."""
    for path in sorted((folder / "texts").glob("*.json")):
        document = json.loads(path.read_text(encoding="utf-8"))
        text = document["text"]
        for block in document["blocks"]:
            start, end = block["start"], block["end"]
            place = (block["block_id"], block["kind"], block["zone"], block["page"], start, end)
            yield (path.stem, *place, text[start:end])


def index_text(database: sqlite3.Connection, name: str, columns: Iterable[str]) -> None:
    """A full-text index over columns of a table, which Datasette finds by itself; accents do not count."""
    listed = ", ".join(columns)
    database.execute(
        f"CREATE VIRTUAL TABLE {name}_fts USING fts5("
        f"{listed}, content=\"{name}\", tokenize='unicode61 remove_diacritics 2')"
    )
    database.execute(f"INSERT INTO {name}_fts ({name}_fts) VALUES ('rebuild')")


def describe_database() -> dict[str, Any]:
    """Metadata for Datasette: the list columns of the entries as facets."""
    lists = [name for name, (kind, _) in column_types(Entry).items() if kind in LIST_ITEMS]
    return {
        "databases": {"softlaw": {"tables": {"entries": {"facets": [{"array": name} for name in lists]}}}}
    }
