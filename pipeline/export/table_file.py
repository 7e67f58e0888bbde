"""One table on its way to disk, as Parquet, as CSV and into the database."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import fields
from operator import attrgetter
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.export.cells import as_cells
from pipeline.export.schema import arrow_schema, column_types
from pipeline.export.sqlite import DatabaseFile

# Rows held in memory before they go to disk as one Parquet row group.
ROW_GROUP = 50_000


class TableFile:
    """Takes rows as they come: into the CSV file and the database at once, and as Arrow columns until a row
    group of the Parquet file is full."""

    def __init__(self, record: type, path: Path, database: DatabaseFile):
        self.name, self.database = path.name, database
        self.kinds = [kind for kind, _ in column_types(record).values()]
        self.take_columns = attrgetter(*(field.name for field in fields(record)))
        self.schema = arrow_schema(record)
        self.parquet = pq.ParquetWriter(path.with_suffix(".parquet"), self.schema)
        self.waiting: list[pa.RecordBatch] = []
        self.lines = path.with_suffix(".csv").open("w", encoding="utf-8", newline="")
        # Line ends of RFC 4180: the csv module then quotes a lone carriage return too.
        self.csv = csv.writer(self.lines, lineterminator="\r\n")
        self.csv.writerow(self.schema.names)

    def add(self, rows: Sequence[Any]) -> None:
        """Take some rows."""
        if not rows:
            return
        columns = list(zip(*map(self.take_columns, rows), strict=True))
        arrays = [
            pa.array(values, type=kind) for values, kind in zip(columns, self.schema.types, strict=True)
        ]
        self.waiting.append(pa.RecordBatch.from_arrays(arrays, schema=self.schema))
        self.csv.writerows(zip(*map(as_cells, columns, self.kinds), strict=True))
        self.database.add_rows(self.name, columns, self.kinds)
        if sum(batch.num_rows for batch in self.waiting) >= ROW_GROUP:
            self.flush()

    def flush(self) -> None:
        """Write the waiting rows as one row group; in one piece, so that its pages are always the same."""
        batches, self.waiting = self.waiting, []
        if batches:
            self.parquet.write_table(pa.Table.from_batches(batches).combine_chunks())

    def close(self) -> None:
        """Write what is left, and what stands at the end of the files."""
        self.flush()
        self.parquet.close()
        self.lines.close()

    def abandon(self) -> None:
        """Close the files of a run that failed; what a full disk refuses once more is thrown away anyhow."""
        for file in (self.parquet, self.lines):
            with suppress(OSError):
                file.close()
