"""The one judge of candidate values: the best is accepted, the others are kept as rejected."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from pipeline.assemble.reading import Reading
from pipeline.records import Assertion


@dataclass(slots=True, frozen=True)
class Candidate:
    """A value that a rule proposes, with its place in the text (None for container metadata).

    `score` (0 to 1) is how sure the rule is and becomes the confidence. `lost` says why a
    candidate must not be taken (for example `event date`); it is kept as rejected evidence.
    """

    value: str
    span: tuple[int, int] | None
    rule: str
    score: float
    lost: str | None = None


def judge_one(
    reading: Reading, name: str, candidates: Iterable[Candidate]
) -> tuple[str | None, list[Assertion]]:
    """The value of a single-valued field: highest score, then first in the text."""
    ranked = rank(candidates)
    best = next((candidate for candidate in ranked if not candidate.lost), None)
    value = best.value if best else None
    rows = [
        as_evidence(reading, name, candidate, candidate.value == value and not candidate.lost)
        for candidate in ranked
    ]
    return value, rows


def judge_many(
    reading: Reading, name: str, candidates: Iterable[Candidate]
) -> tuple[list[str], list[Assertion]]:
    """The values of a list field, in order of first proposal; those marked as lost are rejected."""
    listed = list(candidates)
    values = list(dict.fromkeys(candidate.value for candidate in listed if not candidate.lost))
    return values, [as_evidence(reading, name, candidate, not candidate.lost) for candidate in listed]


def judge_sentences(
    reading: Reading, name: str, candidates: Iterable[Candidate]
) -> tuple[str | None, list[Assertion]]:
    """A value of several verbatim sentences: those not lost, in the order of the text.

    Each sentence has its own row. Where there are several, one more row holds the whole value, at
    the place of its first sentence.
    """
    listed = sorted(candidates, key=lambda item: item.span or (1 << 60, 0))
    kept = [candidate for candidate in listed if not candidate.lost]
    rows = [as_evidence(reading, name, candidate, not candidate.lost) for candidate in listed]
    if not kept:
        return None, rows
    value = " ".join(candidate.value for candidate in kept)
    if len(kept) > 1:
        rows.insert(0, as_evidence(reading, name, replace(kept[0], value=value), accepted=True))
    return value, rows


def rank(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Best first; ties go to the earlier place in the text, and metadata comes last."""
    return sorted(candidates, key=lambda item: (-item.score, item.span or (1 << 60, 0), item.value))


def as_evidence(reading: Reading, name: str, candidate: Candidate, accepted: bool) -> Assertion:
    """The evidence row of a candidate; a reason for losing is part of its rule."""
    rule = f"{candidate.rule}: {candidate.lost}" if candidate.lost else candidate.rule
    status = "accepted" if accepted else "rejected"
    return reading.assertion(name, candidate.value, candidate.span, rule, candidate.score, status)
