"""The tables and texts of a run in one SQLite file: lists as JSON arrays, keys, full-text indexes."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

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
PASSAGE_KEYS = ("block_id", "kind", "zone", "page", "start", "end")
ALL_TABLES = TABLES | GLOSSARY
encode_list = json.JSONEncoder(ensure_ascii=False).encode


class DatabaseFile:
    """The SQLite file of a run, filled as the rows come; `close` adds the indexes."""

    def __init__(self, path: Path):
        self.database = sqlite3.connect(path)
        # The file is not in its place yet: after a crash it is made anew.
        self.database.execute("PRAGMA journal_mode = OFF")
        self.database.execute("PRAGMA synchronous = OFF")
        self.database.execute("PRAGMA foreign_keys = ON")
        for name, record in ALL_TABLES.items():
            self.database.execute(create_statement(name, record))
        self.database.execute(PASSAGES)

    def add_rows(self, name: str, columns: Sequence[Sequence[Any]], kinds: Sequence[Any]) -> None:
        """Take some rows of a table, column by column, with the type of each column."""
        places = ", ".join("?" for _ in columns)
        values = map(as_sql, columns, kinds)
        self.database.executemany(f"INSERT INTO {name} VALUES ({places})", zip(*values, strict=True))

    def add_text(self, entry_id: str, document: dict[str, Any]) -> None:
        """Take the blocks of a text with their words."""
        text = document["text"]
        passages = (
            (entry_id, *(block[key] for key in PASSAGE_KEYS), text[block["start"] : block["end"]])
            for block in document["blocks"]
        )
        self.database.executemany("INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?, ?, ?)", passages)

    def close(self) -> None:
        """Complete the file: indexes over entries and words."""
        for name, record in ALL_TABLES.items():
            if "entry_id" in column_types(record) and name not in PRIMARY_KEYS:
                self.database.execute(f"CREATE INDEX {name}_entry ON {name} (entry_id)")
        for name, columns in INDEXED.items():
            index_text(self.database, name, columns)
        self.database.commit()
        self.database.close()

    def abandon(self) -> None:
        """Close the file as it is; one that is complete stays so."""
        self.database.close()


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


def as_sql(values: Sequence[Any], kind: Any) -> Sequence[Any]:
    """The values of a column of one type: a list as a JSON array; everything else as it is."""
    return [encode_list(value) if value else "[]" for value in values] if kind in LIST_ITEMS else values


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
