"""How often a value is right that a rule is so and so sure of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.evaluate.gold import TAGS, Gold
from pipeline.evaluate.scoring import EXACT, DocumentScore
from pipeline.tables import Row, Tables

BINS = 10
# A field with fewer judged values takes the steps of all fields; a step with fewer values is noise.
FEWEST_VALUES = 60
FEWEST_IN_STEP = 15
ALL_FIELDS = "*"
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


def fit_steps(judged: Sequence[Judged]) -> dict[str, list[tuple[float, float]]]:
    """By field, from which confidence on which share is right; `*` holds all fields together.

    The steps never fall: where a higher confidence proved right less often, the two are pooled.
    """
    groups: dict[str, list[Judged]] = {ALL_FIELDS: list(judged)}
    for item in judged:
        groups.setdefault(item.field, []).append(item)
    return {
        name: pool_steps(items)
        for name, items in sorted(groups.items())
        if name == ALL_FIELDS or len(items) >= FEWEST_VALUES
    }


def pool_steps(items: Iterable[Judged]) -> list[tuple[float, float]]:
    """Pool adjacent violators: blocks of (lowest confidence, right, number) with rising shares."""
    blocks: list[tuple[float, int, int]] = []
    for item in sorted(items, key=lambda item: item.confidence):
        blocks.append((item.confidence, int(item.right), 1))
        while len(blocks) > 1 and not rises(blocks[-2], blocks[-1]):
            low, right, number = blocks[-2]
            blocks[-2:] = [(low, right + blocks[-1][1], number + blocks[-1][2])]
    # One value more on either side: a step of three right values is not certainty.
    return [(round(low, 4), round((right + 1) / (number + 2), 4)) for low, right, number in blocks]


def rises(left: tuple[float, int, int], right: tuple[float, int, int]) -> bool:
    """Whether the share of the right block is higher, its confidence too, and the left is large enough."""
    shares = (left[1] + 1) / (left[2] + 2) < (right[1] + 1) / (right[2] + 2)
    return shares and left[0] < right[0] and left[2] >= FEWEST_IN_STEP
