"""How often a value is right that is held with so and so much confidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.evaluate.gold import TAGS, Gold
from pipeline.evaluate.matching import instrument_key
from pipeline.evaluate.scoring import ACCURACY, DocumentScore, is_among, score_whole
from pipeline.tables import Row, Tables

BINS = 10
ACCEPTED, REJECTED = "accepted", "rejected"
INSTRUMENTS = "hard_law"
LISTS = ("enacting_body", "territorial_scope")


@dataclass(slots=True, frozen=True)
class Judged:
    """A value that an entry has (`accepted`) or that lost (`rejected`), and whether gold has it."""

    field: str
    confidence: float
    right: bool
    status: str = "accepted"
    document: str = ""
    issuer: str = ""


def judge_values(golds: Sequence[Gold], scores: Sequence[DocumentScore], run: Tables) -> list[Judged]:
    """Every value of the scored fields with the confidence of its surest evidence."""
    judged: list[Judged] = []
    for gold, score in zip(golds, scores, strict=True):
        if not score.lost and gold["is_soft_law"]:
            surest = find_surest(run.of_entry("evidence", score.slug))
            for (status, name, value), confidence in surest.items():
                # A place that does not count says nothing of a value that stands on others.
                lost = status == REJECTED and (ACCEPTED, name, value) not in surest
                right = judge_value(gold, name, value) if lost or status == ACCEPTED else None
                if right is not None:
                    issuer = score.slices["issuer"]
                    judged.append(Judged(name, confidence, right, status, score.slug, issuer))
    return judged


def find_surest(evidence: Iterable[Row]) -> dict[tuple[str, str, str], float]:
    """The highest confidence among the rows of each status, field and value."""
    surest: dict[tuple[str, str, str], float] = {}
    for row in evidence:
        key = (row["status"], row["field"], row["value"])
        surest[key] = max(surest.get(key, 0.0), row["confidence"])
    return surest


def judge_value(gold: Gold, name: str, value: str) -> bool | None:
    """Whether a value is right by itself; None where gold does not judge it."""
    if name in TAGS:
        return value in {*gold[name]["must"], *gold[name]["may"]}
    if name in ACCURACY:
        score = DocumentScore(gold["slug"], False, {})
        score_whole(score, gold, name, [value] if name in LISTS else value)
        return bool(score.counts[name].right)
    return judge_instrument(gold, value) if name == INSTRUMENTS else None


def judge_instrument(gold: Gold, value: str) -> bool | None:
    """Whether gold has an instrument; None for those that it calls neutral."""
    if not gold.get("hard_law_complete"):
        return None
    key = instrument_key(value)
    right = is_among(key, {instrument_key(item["id"]) for item in gold["hard_law"]})
    neutral = is_among(key, {instrument_key(item) for item in gold.get("hard_law_neutral", [])})
    return None if neutral and not right else right


def bin_values(judged: Iterable[Judged]) -> list[Row]:
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
