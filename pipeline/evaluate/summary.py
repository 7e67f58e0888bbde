"""Adds the counts of documents up to scores, with bootstrap intervals over documents and slices."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipeline.evaluate.evidence import count_evidence
from pipeline.evaluate.gold import TAGS
from pipeline.evaluate.scoring import ACCURACY, ATTRIBUTES, SETS, Counts, DocumentScore
from pipeline.tables import Tables

# Resamples of the documents, and the seed that makes two evaluations of one run equal.
RESAMPLES = 1000
SEED = 20240613
INTERVAL = (2.5, 97.5)
SLICES = ("body_nature", "issuer", "language", "format")
Array = NDArray[np.float64]


def summarise(scores: Sequence[DocumentScore], run: Tables) -> dict[str, Any]:
    """The metrics of a run: fields with counts and intervals, slices, dates and evidence."""
    resamples = draw_resamples(len(scores))
    fields = {
        name: summarise_field(scores, name, resamples)
        for name in (*ACCURACY, *SETS, *(f"recommendations.{name}" for name in ATTRIBUTES))
    }
    faults = Counter(fault for score in scores for fault in score.dates)
    return {
        "documents": len(scores),
        "lost": sum(score.lost for score in scores),
        **summarise_means(scores),
        "recommendations_mean_f1": mean_document_f1(scores, "recommendations"),
        "fields": {name: field for name, field in fields.items() if field},
        "dates": {fault: faults[fault] for fault in ("invented", "trapped", "wrong", "missing")},
        "evidence": count_evidence([score.slug for score in scores], run),
        "slices": {name: summarise_slices(scores, name) for name in SLICES},
    }


def draw_resamples(documents: int) -> NDArray[np.int64]:
    """Indexes of documents drawn with replacement, one row a resample; the same for every field."""
    return np.random.default_rng(SEED).integers(0, max(documents, 1), (RESAMPLES, documents))


def summarise_field(
    scores: Sequence[DocumentScore], name: str, resamples: NDArray[np.int64]
) -> dict[str, Any]:
    """The score of a field, its interval and its counts; empty where no document is scored on it."""
    counts = counts_of(scores, name)
    total = counts.sum(axis=0)
    if not total[[1, 3]].any():
        return {}
    is_set = name in SETS
    measure = measure_f1 if is_set else measure_share
    low, high = np.nanpercentile(measure(counts[resamples].sum(axis=1)), INTERVAL)
    right, predicted, found, wanted = (int(count) for count in total)
    score = float(measure(total[None, :])[0])
    if not is_set:
        return {
            "accuracy": rounded(score),
            "low": rounded(low),
            "high": rounded(high),
            "right": right,
            "judged": wanted,
        }
    return {
        "precision": rounded(right / predicted) if predicted else None,
        "recall": rounded(found / wanted) if wanted else None,
        "f1": rounded(score),
        "low": rounded(low),
        "high": rounded(high),
        "right": right,
        "predicted": predicted,
        "found": found,
        "wanted": wanted,
    }


def counts_of(scores: Sequence[DocumentScore], name: str) -> Array:
    """Counts of a field, one row a document."""
    empty = Counts()
    rows = [score.counts.get(name, empty) for score in scores]
    counts = [[row.right, row.predicted, row.found, row.wanted] for row in rows]
    return np.array(counts, dtype=np.float64).reshape(-1, 4)


def measure_share(counts: Array) -> Array:
    """Share of documents that are right; not a number where none was judged."""
    with np.errstate(invalid="ignore"):
        share: Array = counts[:, 2] / counts[:, 3]
    return share


def measure_f1(counts: Array) -> Array:
    """F1 of precision and recall, which have counts of their own since a `may` is right but not wanted."""
    right, predicted, found, wanted = counts.T
    with np.errstate(invalid="ignore", divide="ignore"):
        precision, recall = right / predicted, found / wanted
        f1 = 2 * precision * recall / (precision + recall)
    # Nothing right where something was predicted or wanted is 0; nothing of both is not a number.
    judged = (predicted > 0) | (wanted > 0)
    return np.asarray(np.where(np.isnan(f1) & judged, 0.0, f1), dtype=np.float64)


def summarise_means(scores: Sequence[DocumentScore]) -> dict[str, float | None]:
    """Mean accuracy over the single-valued fields and mean F1 over the tag fields."""
    accuracies = [float(measure_share(total_of(scores, name))[0]) for name in ACCURACY]
    f1s = [float(measure_f1(total_of(scores, name))[0]) for name in TAGS]
    return {"accuracy_mean": mean(accuracies), "tag_f1_mean": mean(f1s)}


def total_of(scores: Sequence[DocumentScore], name: str) -> Array:
    """The counts of a field over all documents, as one row."""
    total: Array = counts_of(scores, name).sum(axis=0, keepdims=True)
    return total


def mean(values: Sequence[float]) -> float | None:
    """Mean of the numbers among the values."""
    numbers = [value for value in values if not math.isnan(value)]
    return rounded(sum(numbers) / len(numbers)) if numbers else None


def mean_document_f1(scores: Sequence[DocumentScore], name: str) -> float | None:
    """Mean F1 over the documents in which something is wanted or predicted."""
    counts = [score.counts[name] for score in scores if name in score.counts]
    return mean(
        [2 * row.right / (row.predicted + row.wanted) for row in counts if row.predicted or row.wanted]
    )


def summarise_slices(scores: Sequence[DocumentScore], name: str) -> dict[str, dict[str, Any]]:
    """The means of each group of documents, groups in alphabetical order."""
    groups: dict[str, list[DocumentScore]] = {}
    for score in scores:
        groups.setdefault(score.slices[name], []).append(score)
    return {
        group: {
            "documents": len(members),
            **summarise_means(members),
            "hard_law_f1": mean([float(measure_f1(total_of(members, "hard_law"))[0])]),
            "recommendations_f1": mean([float(measure_f1(total_of(members, "recommendations"))[0])]),
        }
        for group, members in sorted(groups.items())
    }


def rounded(value: float) -> float:
    """Four digits: more would be noise, and would make every diff of metrics a change."""
    return round(float(value), 4)
