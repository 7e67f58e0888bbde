"""How often a value is right that a rule is so and so sure of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.evaluate.gold import TAGS, Gold
from pipeline.evaluate.scoring import EXACT, DocumentScore
from pipeline.tables import Row, Tables

BINS = 10
WHOLE = ("full_name", "enacting_body", *EXACT)


@dataclass(slots=True, frozen=True)
class Judged:
    """One value of an entry with its confidence, and whether gold has it."""

    field: str
    confidence: float
    right: bool


def judge_values(golds: Sequence[Gold], scores: Sequence[DocumentScore], run: Tables) -> list[Judged]:
    """Every value of the scored fields with the confidence of its surest evidence."""
    entries = run.entries
    judged: list[Judged] = []
    for gold, score in zip(golds, scores, strict=True):
        if not score.lost and gold["is_soft_law"]:
            surest = find_confidence(run.of_entry("evidence", score.slug))
            judged += judge_entry(gold, score, entries[score.slug], surest)
    return judged


def find_confidence(evidence: Iterable[Row]) -> dict[tuple[str, str], float]:
    """The highest confidence among the accepted rows of each value."""
    surest: dict[tuple[str, str], float] = {}
    for row in evidence:
        if row["status"] == "accepted":
            key = (row["field"], row["value"])
            surest[key] = max(surest.get(key, 0.0), row["confidence"])
    return surest


def judge_entry(
    gold: Gold, score: DocumentScore, entry: Row, surest: dict[tuple[str, str], float]
) -> Iterator[Judged]:
    """The values of one entry."""
    for name in WHOLE:
        value = entry[name][:1] if isinstance(entry[name], list) else [entry[name]]
        confidence = surest.get((name, str(value[0]))) if value else None
        if confidence is not None and name in score.counts:
            yield Judged(name, confidence, bool(score.counts[name].right))
    for name in TAGS:
        good = {*gold[name]["must"], *gold[name]["may"]}
        for tag in entry[name]:
            if (name, tag) in surest:
                yield Judged(name, surest[name, tag], tag in good)


def calibrate(judged: Iterable[Judged]) -> list[Row]:
    """Values by tenths of confidence: how many, their mean confidence and the share that is right."""
    bins: dict[int, list[Judged]] = {}
    for item in judged:
        bins.setdefault(min(int(item.confidence * BINS), BINS - 1), []).append(item)
    return [
        {
            "from": number / BINS,
            "to": (number + 1) / BINS,
            "values": len(items),
            "confidence": round(sum(item.confidence for item in items) / len(items), 4),
            "right": round(sum(item.right for item in items) / len(items), 4),
        }
        for number, items in sorted(bins.items())
    ]
