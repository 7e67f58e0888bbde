"""Applies corrections to outcomes, each on the evidence it was made on or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from pipeline.corrections.change import Change, current_values, make_change, text_of
from pipeline.corrections.curated import apply_page, find_obstacle
from pipeline.corrections.files import Correction, Value, hash_evidence
from pipeline.records import Assertion, Outcome

APPLIED, SETTLED, STALE, ABSENT = "applied", "settled", "stale", "absent"
UNFIT = "not applied"
# The file that names the curated entries.
CURATED_IN = "sources.csv"
OF_A_VALUE = ("field", "before", "after", "reason", "reviewer", "date")


@dataclass(slots=True, frozen=True)
class Curation:
    """A document and the page of the database that `sources.csv` names as its curated entry."""

    entry: str
    page: str

    def __str__(self) -> str:
        return f"{self.entry}: curated entry {self.page}"


@dataclass(slots=True, frozen=True)
class Result:
    """What became of a correction: `applied`; `settled` (the rules now say so themselves); `stale` (made
    on evidence that is no more); `absent` (its entry is not in the run); `not applied` (a curated entry
    that is none)."""

    correction: Correction | Curation
    status: str
    why: str = ""


class Corrector:
    """Applies corrections as outcomes pass, and remembers what became of each."""

    def __init__(self, corrections: Iterable[Correction] = ()):
        self.waiting: dict[str, list[Correction]] = {}
        for correction in corrections:
            self.waiting.setdefault(correction.entry, []).append(correction)
        self.results: list[Result] = []

    def correct(self, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
        """The outcomes with their corrections; an outcome without any is untouched."""
        for outcome in outcomes:
            if outcome.entry is not None:
                for correction in self.waiting.pop(outcome.entry.entry_id, []):
                    self.results.append(apply_correction(outcome, correction))
            yield outcome
        for left in self.waiting.values():
            self.results += [
                Result(correction, ABSENT, "its entry is not in this run") for correction in left
            ]
        self.waiting = {}

    def curate(self, outcome: Outcome, page: Outcome) -> None:
        """Apply the curated entry of a document, before any correction."""
        curation = Curation(outcome.source.entry_id, page.source.entry_id)
        why = find_obstacle(outcome, page)
        if not why:
            apply_page(outcome, page)
        self.results.append(Result(curation, UNFIT if why else APPLIED, why))

    def describe(self) -> list[dict[str, Any]]:
        """What became of each correction, as rows of `corrections.json`."""
        return [describe_result(result) for result in self.results]

    @property
    def stale(self) -> list[Result]:
        """The corrections that were made on evidence that is no more."""
        return [result for result in self.results if result.status == STALE]

    @property
    def unfit(self) -> list[Result]:
        """The curated entries that could not be applied."""
        return [result for result in self.results if result.status == UNFIT]


def describe_result(result: Result) -> dict[str, Any]:
    """One row of `corrections.json`; a curated entry stands in sources.csv and has no field of its own."""
    work = result.correction
    row: dict[str, Any] = {"file": CURATED_IN, "entry_id": work.entry} | dict.fromkeys(OF_A_VALUE)
    if isinstance(work, Correction):
        row |= {name: getattr(work, name) for name in ("file", *OF_A_VALUE)}
        row["date"] = work.date.isoformat()
    else:
        row["reason"] = f"curated entry {work.page}"
    return row | {"status": result.status, "why": result.why}


def apply_correction(outcome: Outcome, correction: Correction) -> Result:
    """Apply one correction to an outcome where its evidence still stands."""
    assert outcome.entry is not None
    values = current_values(outcome.entry, correction.field)
    if is_settled(correction, values, isinstance(getattr(outcome.entry, correction.field), list)):
        return Result(correction, SETTLED, "the rules now find this themselves")
    why = find_change(outcome, correction, values)
    if why:
        return Result(correction, STALE, why)
    change = Change(
        field=correction.field,
        before=correction.before,
        after=correction.after,
        quote=correction.quote,
        rule=f"correction by {correction.reviewer}, {correction.date}: {correction.reason}",
        mark=f"corrected by {correction.reviewer}",
    )
    make_change(outcome, change)
    outcome.entry.review_status = "curated" if correction.curated else "corrected"
    return Result(correction, APPLIED)


def is_settled(correction: Correction, values: list[Value], is_list: bool) -> bool:
    """Whether an entry already says what the person said; a confirmation always has to be noted."""
    if correction.before == correction.after:
        return False
    if is_list:
        return (correction.before is None or correction.before not in values) and (
            correction.after is None or correction.after in values
        )
    return values == ([] if correction.after is None else [correction.after])


def find_change(outcome: Outcome, correction: Correction, values: list[Value]) -> str:
    """Why a correction is stale; empty where its evidence still stands."""
    if correction.before is not None and correction.before not in values:
        return f"the value before is no longer {correction.before!r} but {values or None!r}"
    if (
        correction.before is None
        and values
        and not isinstance(getattr(outcome.entry, correction.field), list)
    ):
        return f"there was no value before and now there is {values[0]!r}"
    if correction.quote is not None and correction.quote not in text_of(outcome):
        return "its quote no longer stands in the text"
    if hash_outcome(outcome, correction) != correction.evidence:
        return "the evidence of the value has changed"
    return ""


def hash_outcome(outcome: Outcome, correction: Correction) -> str:
    """The hash of what a correction was made on: the quotes of the value before, else the person's own
    quote, else the whole text."""
    if correction.before is not None:
        return hash_evidence(row.quote for row in accepted_rows(outcome, correction))
    return hash_evidence([correction.quote or text_of(outcome)])


def accepted_rows(outcome: Outcome, correction: Correction) -> list[Assertion]:
    """The accepted rows of the value before; of a single value all of its field, its sentences too."""
    is_list = isinstance(getattr(outcome.entry, correction.field), list)
    return [
        row
        for row in outcome.evidence
        if row.field == correction.field
        and row.status == "accepted"
        and (not is_list or row.value == correction.before)
    ]
