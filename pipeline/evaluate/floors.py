"""Floors: the scores below which a change must not fall, kept beside the tests."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

from pipeline.evaluate.gold import GoldError


def list_scores(metrics: dict[str, Any]) -> dict[str, float]:
    """The score of each field: its accuracy, or its F1."""
    return {name: float(field.get("accuracy", field.get("f1"))) for name, field in metrics["fields"].items()}


def find_falls(metrics: dict[str, Any], floors: dict[str, float]) -> list[str]:
    """The fields that are below their floor, each with both numbers; a field that is gone is below."""
    scores = list_scores(metrics)
    return [
        f"{name}: {scores.get(name)} is below {floor}"
        for name, floor in floors.items()
        if not scores.get(name, -1.0) >= floor
    ]


def read_floors(path: Path) -> dict[str, float]:
    """The floors of a file. Raises GoldError."""
    try:
        floors = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise GoldError(f"{path}: no JSON: {error}") from error
    if not isinstance(floors, dict) or not all(isinstance(floor, int | float) for floor in floors.values()):
        raise GoldError(f"{path}: expected an object with a number for each field")
    return floors


def raise_floors(path: Path, metrics: dict[str, Any]) -> list[str]:
    """Raise the floors of a file to the scores, cut to two digits; gives the fields below their floor.

    A floor is never lowered here. Raises GoldError for a file that holds no floors.
    """
    floors = read_floors(path) if path.is_file() else {}
    scores = {name: math.floor(score * 100) / 100 for name, score in list_scores(metrics).items()}
    raised = {name: max(floors.get(name, 0.0), scores.get(name, 0.0)) for name in floors | scores}
    path.write_text(json.dumps(raised, indent=1) + "\n", encoding="utf-8")
    return find_falls(metrics, floors)
