"""Learns the curves from strength to confidence from judged values, and tries them on unseen issuers."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from math import floor
from pathlib import Path
from typing import Any

from pipeline.calibration import DIGITS, Calibration, Curves, Point, read_curve
from pipeline.evaluate.calibration import ACCEPTED, INSTRUMENTS, REJECTED, Judged, bin_values
from pipeline.evaluate.gold import TAGS
from pipeline.evaluate.scoring import ACCURACY

# A step of fewer values is noise and joins its neighbour.
FEWEST_IN_STEP = 10
# A field leans on the curve of its kind as if that were so many values of its own.
BORROWED = 10
# Two numbers in brackets, spread over lines.
PAIR = re.compile(r"\[\s+([\d.]+),\s+([\d.]+)\s+\]")
FINEST = 1000
OTHERS = (*ACCURACY, INSTRUMENTS)


@dataclass(slots=True, frozen=True)
class Step:
    """Judged values of neighbouring strengths: how many, and how many of them are right."""

    low: float
    high: float
    right: int
    number: int
    sum: float

    def join(self, other: Step) -> Step:
        """Both as one."""
        return Step(
            self.low, other.high, self.right + other.right, self.number + other.number, self.sum + other.sum
        )

    def share(self, kind: Sequence[Point]) -> float:
        """The share that is right, leaning on the curve of the kind; never certainty.

        The limit is the rule of succession: after n right values, (n + 1) / (n + 2).
        """
        if not kind:
            return (self.right + 1) / (self.number + 2)
        borrowed = BORROWED * read_curve(kind, self.sum / self.number)
        limit = (self.number + 1) / (self.number + 2)
        return min((self.right + borrowed) / (self.number + BORROWED), limit)


def fit_calibration(judged: Sequence[Judged]) -> dict[str, Any]:
    """What `models/calibration.json` holds: the curves, and how they do on issuers that were left out."""
    before = [item for item in judged if item.status == ACCEPTED]
    after = [item for item in leave_issuers_out(judged) if item.status == ACCEPTED]
    return {
        "documents": len({item.document for item in judged}),
        "values": len(before),
        "error": [round(mean_error(before), 4), round(mean_error(after), 4)],
        "curves": fit_curves(judged),
        "before": bin_values(before),
        "after": bin_values(after),
    }


def write_calibration(path: Path, fitted: dict[str, Any]) -> None:
    """Write what `fit_calibration` found, a point of a curve on a line."""
    text = json.dumps(fitted, indent=1)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(PAIR.sub(r"[\1, \2]", text) + "\n", encoding="utf-8")


def mean_error(judged: Sequence[Judged]) -> float:
    """The Brier score: the mean square of what confidence is off, 0 at best."""
    return sum((item.confidence - item.right) ** 2 for item in judged) / max(len(judged), 1)


def leave_issuers_out(judged: Sequence[Judged]) -> Iterator[Judged]:
    """The values with the confidence that the curves of all other issuers give them."""
    for issuer in sorted({item.issuer for item in judged}):
        curves = fit_curves([item for item in judged if item.issuer != issuer])
        yield from apply_curves(curves, [item for item in judged if item.issuer == issuer])


def apply_curves(curves: Curves, judged: Iterable[Judged]) -> Iterator[Judged]:
    """The values with confidence in place of strength."""
    calibration = Calibration(curves)
    for item in judged:
        confidence = calibration.confidence(item.field, item.status, item.confidence)
        yield replace(item, confidence=confidence)


def fit_curves(judged: Sequence[Judged]) -> Curves:
    """A curve for each status and scored field. Tags lean on all tags, other fields on all others."""
    return {
        status: {
            name: curve
            for names in (TAGS, OTHERS)
            for name, curve in fit_kind([item for item in judged if item.status == status], names)
        }
        for status in (ACCEPTED, REJECTED)
    }


def fit_kind(judged: Sequence[Judged], names: Sequence[str]) -> Iterator[tuple[str, list[Point]]]:
    """The curves of fields of one kind; a field without a judged value has that of its kind."""
    common = fit_curve((item for item in judged if item.field in names), ())
    for name in names:
        own = [item for item in judged if item.field == name]
        curve = fit_curve(own, common) if own else common
        if curve:
            yield name, curve


def fit_curve(items: Iterable[Judged], kind: Sequence[Point]) -> list[Point]:
    """The corners of a curve that never falls: level over a step, straight to the next."""
    corners = [
        (round(strength, DIGITS), cut_digits(step.share(kind)))
        for step in pool_steps(items, kind)
        for strength in (step.low, step.high)
    ]
    return list(dict.fromkeys(corners))


def cut_digits(share: float) -> float:
    """A share with few digits, never above itself: what is no certainty is not written as 1."""
    return floor(share * FINEST) / FINEST


def pool_steps(items: Iterable[Judged], kind: Sequence[Point]) -> list[Step]:
    """Pool adjacent violators: steps of rising strength whose shares rise, none too small."""
    steps: list[Step] = []
    ordered = sorted(items, key=lambda item: item.confidence)
    for strength, group in groupby(ordered, key=lambda item: item.confidence):
        rights = [item.right for item in group]
        steps.append(Step(strength, strength, sum(rights), len(rights), strength * len(rights)))
        while len(steps) > 1 and not rises(steps[-2], steps[-1], kind):
            steps[-2:] = [steps[-2].join(steps[-1])]
    while len(steps) > 1 and steps[-1].number < FEWEST_IN_STEP:
        steps[-2:] = [steps[-2].join(steps[-1])]
    return steps


def rises(left: Step, right: Step, kind: Sequence[Point]) -> bool:
    """Whether the right step is better, and the left one large enough to stand."""
    return left.number >= FEWEST_IN_STEP and left.share(kind) < right.share(kind)
