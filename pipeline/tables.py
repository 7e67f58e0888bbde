"""The tables of a run, read back: what evaluate, report, review, diff and the exchange formats work on.

Imports nothing of ours but the records. `read_tables` reads the Parquet files; `read_csv_table` is the
documented reader of the CSV form and gives the same rows.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from pipeline.records import Assertion, DocumentRecord, Entry, HardLaw, Recommendation, Reject

Row = dict[str, Any]

RECORDS: dict[str, type] = {
    "entries": Entry,
    "recommendations": Recommendation,
    "hard_law": HardLaw,
    "evidence": Assertion,
    "documents": DocumentRecord,
    "rejects": Reject,
}
TABLE_NAMES = tuple(RECORDS)
# A list item ends at a bar that no backslash stands before; pairs of backslashes are skipped whole.
LIST_ITEM = re.compile(r"((?:[^\\|]|\\.)*)(?:\||$)", re.DOTALL)
ESCAPED = re.compile(r"\\(.)", re.DOTALL)
# One cell of the evidence can be a whole paragraph; the default limit of the csv module is 131,072.
LARGEST_CELL = 1 << 27


class RunError(Exception):
    """A folder holds no run that can be read; the message names it and what was expected."""


@dataclass(slots=True)
class Tables:
    """The tables of one run as rows, and its texts on demand."""

    folder: Path
    rows: dict[str, list[Row]]
    grouped: dict[str, dict[str, list[Row]]] = field(default_factory=dict)

    @property
    def entries(self) -> dict[str, Row]:
        """The entries by id, in the order of the run."""
        return {row["entry_id"]: row for row in self.rows["entries"]}

    def of_entry(self, table: str, entry_id: str) -> list[Row]:
        """The rows of a table that belong to an entry, in order."""
        if table not in self.grouped:
            groups: dict[str, list[Row]] = {}
            for row in self.rows[table]:
                groups.setdefault(row["entry_id"], []).append(row)
            self.grouped[table] = groups
        return self.grouped[table].get(entry_id, [])

    @property
    def corrections(self) -> list[Row]:
        """What became of each correction, in the order of the run."""
        path = self.folder / "corrections.json"
        return list(json.loads(path.read_text(encoding="utf-8"))) if path.is_file() else []

    @property
    def calibration(self) -> str | None:
        """The version of the curves that confidence was read off; None where it is the strength of rules."""
        path = self.folder / "datapackage.json"
        if not path.is_file():
            raise RunError(f"{self.folder} holds no run: expected {path.name} in it")
        version = json.loads(path.read_text(encoding="utf-8"))["softlaw:versions"].get("calibration")
        return str(version) if version else None

    def text(self, entry_id: str) -> dict[str, Any]:
        """The canonical text and the blocks of an entry."""
        path = self.folder / "texts" / f"{entry_id}.json"
        if not path.is_file():
            raise RunError(f"{self.folder} holds no text of {entry_id}: expected {path.name} in texts")
        return dict(json.loads(path.read_text(encoding="utf-8")))


def read_tables(folder: Path, names: tuple[str, ...] = TABLE_NAMES) -> Tables:
    """Read the tables of a run folder. Raises RunError where one is missing or broken."""
    return Tables(folder, {name: read_table(folder, name) for name in names})


def read_table(folder: Path, name: str) -> list[Row]:
    """The rows of one table of a run folder."""
    # A command that reads no table must not wait for these.
    from pyarrow import ArrowInvalid  # noqa: PLC0415
    from pyarrow.parquet import read_table as read_parquet  # noqa: PLC0415

    path = folder / f"{name}.parquet"
    if not path.is_file():
        raise RunError(f"{folder} holds no run: expected {path.name} in it")
    try:
        table = read_parquet(path)
    except ArrowInvalid as error:
        raise RunError(f"{path} is no whole Parquet file; run again") from error
    missing = {column.name for column in fields(RECORDS[name])} - set(table.column_names)
    if missing:
        raise RunError(f"{path} lacks {', '.join(sorted(missing))}: another version wrote it; run again")
    rows: list[Row] = table.to_pylist()
    return rows


def read_csv_table(path: Path, schema: dict[str, Any]) -> Iterator[Row]:
    """The rows of a CSV table of a run, equal to those of its Parquet form.

    `schema` is the `schema` of the table's resource in `datapackage.json`. An empty cell is null or an
    empty list; one apostrophe in front of a cell only keeps spreadsheets from running it; in a list,
    items are joined by | and a bar or backslash inside an item has a backslash before it.
    """
    csv.field_size_limit(LARGEST_CELL)
    readers = {column["name"]: cell_reader(column) for column in schema["fields"]}
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            yield {name: readers[name](cell) for name, cell in row.items()}


def cell_reader(column: dict[str, Any]) -> Callable[[str], Any]:
    """The function that reads a cell of a column as `table_schema` describes it."""
    items = column.get("softlaw:items")
    if items is not None:
        kind = int if items == "integer" else str
        return lambda cell: [kind(item) for item in split_list(cell)]
    scalar: dict[str, Callable[[str], Any]] = {
        "integer": int,
        "number": float,
        "boolean": lambda cell: cell == "true",
        "string": lambda cell: cell.removeprefix("'"),
    }
    read = scalar[column["type"]]
    return lambda cell: None if cell == "" else read(cell)


def split_list(cell: str) -> list[str]:
    """The items of a list cell: `a|b\\|c` -> ["a", "b|c"]; an empty cell is an empty list."""
    if cell == "":
        return []
    text, items, position = cell.removeprefix("'"), [], 0
    while True:
        match = LIST_ITEM.match(text, position)
        assert match is not None
        items.append(ESCAPED.sub(r"\1", match[1]))
        if match.end() == match.end(1):
            return items
        position = match.end()
