"""Data of plots as CSV, which `dvc plots` draws."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pipeline.tables import Row


def write_plots(folder: Path, metrics: dict[str, Any], calibration: list[Row]) -> None:
    """Write `fields.csv`, `slices.csv` and `calibration.csv`."""
    folder.mkdir(parents=True, exist_ok=True)
    write_rows(folder / "fields.csv", ("field", "score", "low", "high"), list_fields(metrics))
    write_rows(
        folder / "slices.csv",
        ("slice", "group", "documents", "accuracy_mean", "tag_f1_mean", "hard_law_f1", "recommendations_f1"),
        list_slices(metrics),
    )
    write_rows(folder / "calibration.csv", ("from", "to", "values", "confidence", "right"), calibration)


def list_fields(metrics: dict[str, Any]) -> Iterator[Row]:
    """One row a field: its accuracy, or its F1."""
    for name, field in metrics["fields"].items():
        score = field["accuracy"] if "accuracy" in field else field["f1"]
        yield {"field": name, "score": score, "low": field["low"], "high": field["high"]}


def list_slices(metrics: dict[str, Any]) -> Iterator[Row]:
    """One row a group of documents."""
    for name, groups in metrics["slices"].items():
        for group, scores in groups.items():
            yield {"slice": name, "group": group, **scores}


def write_rows(path: Path, columns: Iterable[str], rows: Iterable[Row]) -> None:
    """Write rows as CSV."""
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, list(columns), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
