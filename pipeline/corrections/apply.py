"""Applies corrections to outcomes, each on the evidence it was made on or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.corrections.files import Correction, Value, hash_evidence
from pipeline.records import METADATA_ZONE, Assertion, Entry, Outcome

APPLIED, SETTLED, STALE, ABSENT = "applied", "settled", "stale", "absent"


@dataclass(slots=True, frozen=True)
class Result:
    """What became of a correction: `applied`; `settled` (the rules now say so themselves); `stale` (made
    on evidence that is no more); `absent` (its entry is not in the run)."""

    correction: Correction
    status: str
    why: str = ""


class Corrector:
    """Applies corrections as outcomes pass, and remembers what became of each."""

    def __init__(self, corrections: Iterable[Correction]):
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

    @property
    def stale(self) -> list[Result]:
        """The corrections that were made on evidence that is no more."""
        return [result for result in self.results if result.status == STALE]


def apply_correction(outcome: Outcome, correction: Correction) -> Result:
    """Apply one correction to an outcome where its evidence still stands."""
    assert outcome.entry is not None
    values = current_values(outcome.entry, correction.field)
    if is_settled(correction, values, isinstance(getattr(outcome.entry, correction.field), list)):
        return Result(correction, SETTLED, "the rules now find this themselves")
    why = find_change(outcome, correction, values)
    if why:
        return Result(correction, STALE, why)
    set_value(outcome.entry, correction)
    outcome.evidence = [demote(row, correction) for row in outcome.evidence]
    if correction.after is not None:
        outcome.evidence.append(make_row(outcome, correction))
    outcome.entry.review_status = "curated" if correction.curated else "corrected"
    return Result(correction, APPLIED)


def current_values(entry: Entry, name: str) -> list[Value]:
    """The values of a field as a list."""
    value = getattr(entry, name)
    return list(value) if isinstance(value, list) else [] if value is None else [value]


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


def text_of(outcome: Outcome) -> str:
    """The canonical text."""
    return str((outcome.text or {}).get("text", ""))


def set_value(entry: Entry, correction: Correction) -> None:
    """Put the person's value into the entry; lists of ids stay sorted, bodies keep their order."""
    name, before, after = correction.field, correction.before, correction.after
    value = getattr(entry, name)
    if not isinstance(value, list):
        setattr(entry, name, after)
        return
    items = [after if item == before else item for item in value] if before is not None else [*value, after]
    kept = list(dict.fromkeys(item for item in items if item is not None))
    setattr(entry, name, kept if name == "enacting_body" else sorted(kept))


def demote(row: Assertion, correction: Correction) -> Assertion:
    """An accepted row of the value before becomes a rejected one that says who corrected it."""
    is_list = isinstance(getattr(Entry(entry_id=""), correction.field), list)
    of_value = row.value == correction.before if is_list else correction.before is not None
    kept = row.value == str(correction.after)
    if row.field == correction.field and row.status == "accepted" and of_value and not kept:
        row.status = "rejected"
        row.rule = f"{row.rule}: corrected by {correction.reviewer}"
    return row


def make_row(outcome: Outcome, correction: Correction) -> Assertion:
    """The evidence row of the person's value, at its quote where there is one."""
    row = Assertion(
        entry_id=correction.entry,
        field=correction.field,
        value=str(correction.after),
        quote=None,
        page=None,
        block_id=None,
        zone=METADATA_ZONE,
        start=None,
        end=None,
        rule=f"correction by {correction.reviewer}, {correction.date}: {correction.reason}",
        confidence=1.0,
        status="accepted",
    )
    if correction.quote is not None:
        row.quote, row.start = correction.quote, text_of(outcome).index(correction.quote)
        row.end = row.start + len(correction.quote)
        for block in (outcome.text or {}).get("blocks", []):
            if block["start"] <= row.start < block["end"]:
                row.page, row.block_id, row.zone = block["page"], block["block_id"], block["zone"]
    return row
