"""Hands the outcomes of a run to the tables, in order: duplicates linked, confidence read off, corrected."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.calibration import Calibration, calibrate_outcomes
from pipeline.corrections import Corrector
from pipeline.export import TableWriter
from pipeline.records import Outcome
from pipeline.run.duplicates import Links
from pipeline.vocabulary import Vocabulary


@dataclass(slots=True)
class Summary:
    """What a run did: how many inputs were read, screened out and rejected, how many corrections
    are stale and how many curated entries did not fit, and what to tell."""

    read: int = 0
    screened_out: int = 0
    rejected: int = 0
    stale: int = 0
    unfit: int = 0
    messages: list[str] = field(default_factory=list)

    def add(self, outcome: Outcome) -> None:
        """Count one outcome."""
        if outcome.reject is not None:
            self.rejected += 1
            self.messages.append(f"{outcome.reject.source}: {outcome.reject.code}: {outcome.reject.reason}")
            return
        self.read += 1
        self.screened_out += outcome.entry is not None and not outcome.entry.is_soft_law
        self.messages += outcome.notes

    def line(self) -> str:
        """One line: "12 read, 1 screened out, 2 rejected"."""
        counts = {
            "read": self.read,
            "screened out": self.screened_out,
            "rejected": self.rejected,
            **({"corrections stale": self.stale} if self.stale else {}),
            **({"curated entries not applied": self.unfit} if self.unfit else {}),
        }
        return ", ".join(f"{number} {what}" for what, number in counts.items())

    @property
    def failed(self) -> bool:
        """Whether a person's work could not be applied."""
        return bool(self.stale or self.unfit)


def write_outcomes(
    outcomes: Iterable[Outcome],
    out: Path,
    vocabulary: Vocabulary,
    on_done: Callable[[Outcome], None],
    corrector: Corrector | None = None,
    calibration: Calibration | None = None,
) -> Summary:
    """Write the tables of the outcomes to `out`, whole or not at all; corrections come last.

    Without a calibration the confidence of a value is the strength of its rule.
    """
    summary, links = Summary(), Links()
    if calibration is not None:
        outcomes = calibrate_outcomes(outcomes, calibration)
    with TableWriter(out, vocabulary) as writer:
        writer.calibration = calibration.version if calibration else None
        for outcome in corrector.correct(outcomes) if corrector else outcomes:
            links.link(outcome)
            writer.add(outcome)
            summary.add(outcome)
            on_done(outcome)
        if corrector is not None:
            writer.corrections = corrector.describe()
    if corrector is not None:
        summary.messages += [
            f"correction {result.status}: {result.correction}: {result.why}"
            for result in corrector.results
            if result.status != "applied"
        ]
        summary.stale, summary.unfit = len(corrector.stale), len(corrector.unfit)
    return summary
