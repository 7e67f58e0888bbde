"""From the confidence of a rule to the share of such values that proved right on gold.

The table is measured by `softlaw evaluate --calibration` and kept beside this module.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from dataclasses import dataclass, field
from pathlib import Path

DEFAULT = Path(__file__).with_name("calibration.json")
# The steps of all fields together, for a field with too few judged values for steps of its own.
ALL_FIELDS = "*"


class CalibrationError(Exception):
    """A calibration file cannot be used; the message names it and what was expected."""


@dataclass(slots=True, frozen=True)
class Calibration:
    """Steps by field: from a confidence on, this share was right. Without steps nothing is changed."""

    steps: dict[str, list[tuple[float, float]]] = field(default_factory=dict)

    def share_right(self, name: str, confidence: float) -> float:
        """The share of values of a field that are right at a confidence."""
        steps = self.steps.get(name) or self.steps.get(ALL_FIELDS)
        if not steps:
            return confidence
        index = bisect_right(steps, (confidence, 2.0)) - 1
        return steps[max(index, 0)][1]


def read_calibration(path: Path | None = None) -> Calibration:
    """The calibration of a file, or the one measured last. Raises CalibrationError."""
    path = path or DEFAULT
    try:
        steps = json.loads(path.read_text(encoding="utf-8"))
        return Calibration(
            {name: [(float(low), float(share)) for low, share in rows] for name, rows in steps.items()}
        )
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise CalibrationError(f"{path}: expected the steps that `softlaw evaluate` writes") from error
