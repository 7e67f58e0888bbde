"""Writes the tables as Parquet and CSV beside the texts: aside first, then renamed into place."""

from __future__ import annotations

import json
import shutil
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from pipeline.export.errors import writing_to
from pipeline.export.glossary import GLOSSARY, list_glossary
from pipeline.export.lock import lock_folder, unlock_folder
from pipeline.export.package import describe_package, entry_schema
from pipeline.export.schema import TABLES
from pipeline.export.sqlite import DatabaseFile, describe_database
from pipeline.export.table_file import TableFile
from pipeline.records import Outcome
from pipeline.vocabulary import Vocabulary, load_vocabulary


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
        self.tables: dict[str, TableFile] = {}
        self.ending = ExitStack()

    def __enter__(self) -> Self:
        with writing_to(self.out), ExitStack() as ending:
            self.out.mkdir(parents=True, exist_ok=True)
            ending.callback(unlock_folder, self.out, lock_folder(self.out))
            shutil.rmtree(self.aside, ignore_errors=True)
            ending.callback(shutil.rmtree, self.aside, ignore_errors=True)
            (self.aside / "texts").mkdir(parents=True)
            (self.aside / "vocabulary").mkdir()
            self.database = DatabaseFile(self.aside / "softlaw.sqlite")
            ending.callback(self.database.abandon)
            for name, record in (TABLES | GLOSSARY).items():
                folder = self.aside / "vocabulary" if name in GLOSSARY else self.aside
                self.tables[name] = TableFile(record, folder / name, self.database)
                ending.callback(self.tables[name].abandon)
            self.ending = ending.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self.ending:
            if kind is None:
                with writing_to(self.out):
                    self.finish()

    def add(self, outcome: Outcome) -> None:
        """Take one outcome into the tables, and its text into `texts`. Raises OutputError."""
        with writing_to(self.out):
            if outcome.reject is not None:
                self.tables["rejects"].add([outcome.reject])
                return
            assert outcome.entry is not None
            assert outcome.record is not None
            self.tables["entries"].add([outcome.entry])
            self.tables["documents"].add([outcome.record])
            self.tables["recommendations"].add(outcome.recommendations)
            self.tables["hard_law"].add(outcome.hard_law)
            self.tables["evidence"].add(outcome.evidence)
            write_json(self.aside / "texts" / f"{outcome.entry.entry_id}.json", outcome.text)
            self.database.add_text(outcome.entry.entry_id, outcome.text or {"text": "", "blocks": []})

    def finish(self) -> None:
        """Complete the tables and move them into place."""
        for name, rows in list_glossary(self.vocabulary).items():
            self.tables[name].add(rows)
        for table in self.tables.values():
            table.close()
        self.database.close()
        self.describe()
        self.publish()

    def describe(self) -> None:
        """Write what describes the tables."""
        write_json(self.aside / "datapackage.json", describe_package(self.vocabulary, self.calibration))
        write_json(self.aside / "entry.schema.json", entry_schema(self.vocabulary))
        write_json(self.aside / "datasette.json", describe_database())
        write_json(self.aside / "corrections.json", self.corrections)

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
