"""From the strength of a rule to confidence: how often values found that surely proved right on gold.

`models/calibration.json` holds a curve for each field that gold judges; `python -m benchmarks.calibration`
measures it. The curves are laid over the outcomes on their way into the tables, behind the store: judging
and stored work know the strength alone, so that new curves need no document to be read again.
"""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipeline.records import Outcome

Point = tuple[float, float]
# By status and field.
Curves = dict[str, dict[str, list[Point]]]
# Rules of rows that a person wrote; what a person says is not measured.
BY_PEOPLE = ("curated", "correction", "known")
DIGITS = 3


class CalibrationError(Exception):
    """A calibration file cannot be used; the message names it and what was expected."""


@dataclass(slots=True, frozen=True)
class Calibration:
    """Curves, and how the values of entries fared on gold without them (`before`) and with them (`after`).

    A field without a curve keeps the strength of its rules. `version` is a hash of the file.
    """

    curves: Curves = field(default_factory=dict)
    before: list[dict[str, Any]] = field(default_factory=list)
    after: list[dict[str, Any]] = field(default_factory=list)
    version: str | None = None

    def confidence(self, name: str, status: str, strength: float) -> float:
        """What the strength of a rule has been worth for values of a field that were accepted or rejected."""
        curve = self.curves.get(status, {}).get(name)
        return round(read_curve(curve, strength), DIGITS) if curve else strength


def read_curve(curve: Sequence[Point], strength: float) -> float:
    """The height of a curve: straight lines from (0, 0) through its points, level after the last."""
    index = bisect_right(curve, strength, key=lambda point: point[0])
    if index == len(curve):
        return curve[-1][1]
    left, low = curve[index - 1] if index else (0.0, 0.0)
    right, high = curve[index]
    return low + (high - low) * (strength - left) / (right - left)


def default_path() -> Path:
    """The file inside an installed wheel, else in models/ of the checkout."""
    package = Path(__file__).resolve().parent
    bundled = package / "_calibration.json"
    return bundled if bundled.is_file() else package.parent / "models" / "calibration.json"


def load_calibration(path: Path | None = None) -> Calibration:
    """The calibration of a file, else the project's own. Raises CalibrationError."""
    path = path or default_path()
    try:
        data = path.read_bytes()
        read = json.loads(data)
        curves = {
            status: {
                name: [(float(low), float(share)) for low, share in points] for name, points in fields.items()
            }
            for status, fields in read["curves"].items()
        }
        return Calibration(curves, read["before"], read["after"], hashlib.sha256(data).hexdigest()[:16])
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise CalibrationError(f"{path}: expected what `softlaw evaluate --calibration` writes") from error


def calibrate_outcomes(outcomes: Iterable[Outcome], calibration: Calibration) -> Iterator[Outcome]:
    """The outcomes with confidence in place of strength; rows that a person wrote stay as they are."""
    for outcome in outcomes:
        for row in outcome.evidence:
            if not row.rule.startswith(BY_PEOPLE):
                row.confidence = calibration.confidence(row.field, row.status, row.confidence)
        yield outcome
