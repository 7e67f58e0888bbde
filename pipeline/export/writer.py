"""Writes the tables as Parquet and CSV beside the texts: aside first, then renamed into place."""

from __future__ import annotations

import csv
import json
import shutil
from dataclasses import fields
from operator import attrgetter
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TextIO

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.export.cells import as_cell
from pipeline.export.glossary import GLOSSARY, list_glossary
from pipeline.export.package import describe_package, entry_schema
from pipeline.export.schema import TABLES, arrow_schema
from pipeline.export.sqlite import describe_database, write_sqlite
from pipeline.records import Outcome
from pipeline.vocabulary import Vocabulary, load_vocabulary

# Rows held in memory before they go to disk as one Parquet row group.
ROW_GROUP = 50_000


class OutputError(Exception):
    """The output folder cannot be written; the message names it."""


class TableWriter:
    """Collects outcomes and writes the tables of the data contract to a folder.

    `vocabulary` is what the outcomes were made with, else the project's own. Everything is written
    to a folder aside and moved into place when the `with` block ends without an error, so that a
    reader never sees half a run. `corrections` is what became of each correction, `calibration` the version
    of the curves that confidence was read off, if it was.
    """

    def __init__(self, out: Path, vocabulary: Vocabulary | None = None):
        self.out = out
        self.aside = out / ".partial"
        self.vocabulary = vocabulary or load_vocabulary()
        self.corrections: list[dict[str, Any]] = []
        self.calibration: str | None = None
        self.rows: dict[str, list[Any]] = {name: [] for name in (*TABLES, *GLOSSARY)}
        self.parquet: dict[str, pq.ParquetWriter] = {}
        self.csv: dict[str, tuple[TextIO, Any]] = {}

    def __enter__(self) -> Self:
        try:
            shutil.rmtree(self.aside, ignore_errors=True)
            (self.aside / "texts").mkdir(parents=True)
            (self.aside / "vocabulary").mkdir()
        except OSError as error:
            raise OutputError(f"cannot write to {self.out}: {error.strerror}") from error
        for name, record in TABLES.items():
            self.open_table(name, record, self.aside / name)
        for name, record in GLOSSARY.items():
            self.open_table(name, record, self.aside / "vocabulary" / name)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self.rows |= list_glossary(self.vocabulary)
        for name in self.rows:
            if kind is None:
                self.flush(name)
            self.parquet[name].close()
            self.csv[name][0].close()
        if kind is None:
            self.describe()
            self.publish()
        shutil.rmtree(self.aside, ignore_errors=True)

    def open_table(self, name: str, record: type, path: Path) -> None:
        """Start the Parquet and the CSV file of a table."""
        self.parquet[name] = pq.ParquetWriter(path.with_suffix(".parquet"), arrow_schema(record))
        lines = path.with_suffix(".csv").open("w", encoding="utf-8", newline="")
        # Line ends of RFC 4180: the csv module then quotes a lone carriage return too.
        writer = csv.writer(lines, lineterminator="\r\n")
        writer.writerow(field.name for field in fields(record))
        self.csv[name] = (lines, writer)

    def add(self, outcome: Outcome) -> None:
        """Take one outcome into the tables, and its text into `texts`."""
        if outcome.reject is not None:
            self.rows["rejects"].append(outcome.reject)
            return
        assert outcome.entry is not None
        assert outcome.record is not None
        self.rows["entries"].append(outcome.entry)
        self.rows["documents"].append(outcome.record)
        self.rows["recommendations"] += outcome.recommendations
        self.rows["hard_law"] += outcome.hard_law
        self.rows["evidence"] += outcome.evidence
        write_json(self.aside / "texts" / f"{outcome.entry.entry_id}.json", outcome.text)
        for name, rows in self.rows.items():
            if len(rows) >= ROW_GROUP:
                self.flush(name)

    def flush(self, name: str) -> None:
        """Write the waiting rows of a table."""
        rows, self.rows[name] = self.rows[name], []
        if not rows:
            return
        schema = self.parquet[name].schema
        columns = [list(map(attrgetter(column), rows)) for column in schema.names]
        arrays = [pa.array(values, type=kind) for values, kind in zip(columns, schema.types, strict=True)]
        table = pa.Table.from_arrays(arrays, schema=schema)
        self.parquet[name].write_table(table)
        self.csv[name][1].writerows(zip(*(map(as_cell, values) for values in columns), strict=True))

    def describe(self) -> None:
        """Write what describes the tables, and the SQLite file made from them."""
        write_json(self.aside / "datapackage.json", describe_package(self.vocabulary, self.calibration))
        write_json(self.aside / "entry.schema.json", entry_schema(self.vocabulary))
        write_json(self.aside / "datasette.json", describe_database())
        write_json(self.aside / "corrections.json", self.corrections)
        write_sqlite(self.aside / "softlaw.sqlite", self.aside)

    def publish(self) -> None:
        """Move the finished tables into place; other files in the folder stay."""
        for path in sorted(self.aside.iterdir()):
            target = self.out / path.name
            if target.is_dir():
                shutil.rmtree(target)
            path.replace(target)


def write_json(path: Path, value: Any) -> None:
    """Write JSON in UTF-8, keys in the order given."""
    path.write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
