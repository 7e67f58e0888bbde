"""Learns the weights of the tagged fields, and measures them on issuers that were not seen.

    python -m benchmarks.folds RUN_DIR GOLD_DIR [--write]

RUN_DIR holds the texts of a run over the documents of GOLD_DIR. The issuer of a document is the first
part of its slug; five folds of issuers are left out in turn. `--write` prints the weights as they
stand in pipeline/assemble/weights.py.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from pipeline.annotate import annotate_document
from pipeline.assemble.reading import read
from pipeline.assemble.salience import collect_signs, list_features
from pipeline.assemble.tags import CROSS_SECTOR
from pipeline.assemble.weights import FEATURES, WEIGHTS
from pipeline.evaluate.gold import Gold, read_gold
from pipeline.run.core import load_models
from pipeline.run.explain import read_kept_document

FOLDS = 5
# A `may` value is a weak yes; a term that the gold leaves out is a full no.
WEIGHT_OF_MAY = 0.25
RIDGE = 0.3
STEPS = 3000
RATE = 0.03
# Values predicted for each value wanted: above this a list is no longer careful.
MOST_PREDICTED = 1.7


@dataclass(slots=True)
class Samples:
    """The terms of all documents for one field: features, gold and the fold of the issuer."""

    features: np.ndarray
    must: np.ndarray
    may: np.ndarray
    folds: np.ndarray
    unseen: int = 0

    def part(self, chosen: np.ndarray) -> Samples:
        """The samples at some positions."""
        return Samples(self.features[chosen], self.must[chosen], self.may[chosen], self.folds[chosen])


def collect_samples(run_dir: Path, golds: list[Gold]) -> dict[str, Samples]:
    """Features of every term that a document mentions; `unseen` counts wanted terms without mention."""
    models = load_models()
    issuers = sorted({gold["slug"].split("-")[0] for gold in golds})
    rows: dict[str, list[tuple[list[float], bool, bool, int]]] = {name: [] for name in WEIGHTS}
    unseen = dict.fromkeys(WEIGHTS, 0)
    for gold in golds:
        document = read_kept_document(run_dir, gold["slug"], gold["language"])
        mentions = annotate_document(document, models.pipeline(document.language))
        reading = read(document, mentions, models.vocabulary)
        fold = issuers.index(gold["slug"].split("-")[0]) % FOLDS
        for name, samples in rows.items():
            signs = collect_signs(reading, name)
            signs.pop(CROSS_SECTOR, None)
            must, may = set(gold[name]["must"]) - {CROSS_SECTOR}, set(gold[name]["may"])
            unseen[name] += len(must - set(signs))
            for term, features in list_features(signs, len(reading.text)).items():
                samples.append((features, term in must, term in may, fold))
    return {name: stack(samples, unseen[name]) for name, samples in rows.items()}


def stack(rows: list[tuple[list[float], bool, bool, int]], unseen: int) -> Samples:
    """Rows as arrays."""
    features, must, may, folds = zip(*rows, strict=True)
    return Samples(np.array(features), np.array(must), np.array(may), np.array(folds), unseen)


def learn(samples: Samples) -> tuple[np.ndarray, float]:
    """Weights (none below zero) and bias: logistic regression, then the line of the best F1."""
    wanted = (samples.must | samples.may).astype(float)
    cost = np.where(samples.may & ~samples.must, WEIGHT_OF_MAY, 1.0)
    weights, bias = np.zeros(samples.features.shape[1]), 0.0
    mean, square = np.zeros(len(weights) + 1), np.zeros(len(weights) + 1)
    for step in range(1, STEPS + 1):
        chance = 1 / (1 + np.exp(-np.clip(samples.features @ weights + bias, -30, 30)))
        error = cost * (chance - wanted) / cost.sum()
        slope = np.append(samples.features.T @ error + RIDGE * weights / len(wanted), error.sum())
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        move = RATE * mean / (1 - 0.9**step) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
        weights, bias = np.maximum(weights - move[:-1], 0), bias - move[-1]
    return weights, bias - best_line(samples, samples.features @ weights + bias)


def best_line(samples: Samples, scores: np.ndarray) -> float:
    """The score from which predicting gives the best F1 without predicting too much."""
    best = (-1.0, 0.0)
    for line in np.quantile(scores, np.linspace(0.5, 1, 200)):
        precision, recall, predicted = measure(samples, scores >= line)
        if predicted <= MOST_PREDICTED * (samples.must.sum() + samples.unseen):
            best = max(best, (f1(precision, recall), float(line)))
    return best[1]


def measure(samples: Samples, chosen: np.ndarray) -> tuple[float, float, int]:
    """Precision over must and may, recall over must, and the number predicted."""
    right = (chosen & (samples.must | samples.may)).sum()
    found = (chosen & samples.must).sum()
    wanted = samples.must.sum() + samples.unseen
    return right / max(chosen.sum(), 1), found / max(wanted, 1), int(chosen.sum())


def f1(precision: float, recall: float) -> float:
    """The harmonic mean."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def leave_issuers_out(samples: Samples) -> float:
    """F1 when each fold of issuers is scored by weights learned on the others."""
    chosen = np.zeros(len(samples.must), dtype=bool)
    for fold in range(FOLDS):
        left = samples.folds == fold
        if left.any():
            weights, bias = learn(samples.part(~left))
            chosen[left] = samples.features[left] @ weights + bias > 0
    precision, recall, _ = measure(samples, chosen)
    return f1(precision, recall)


def main() -> None:
    """Print one line a field, and the weights when asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run_dir", type=Path)
    parser.add_argument("gold_dir", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    golds = [gold for gold in read_gold(options.gold_dir) if gold["is_soft_law"]]
    for name, samples in collect_samples(options.run_dir, golds).items():
        weights, bias = learn(samples)
        precision, recall, _ = measure(samples, samples.features @ weights + bias > 0)
        print(f"{name:20} all {f1(precision, recall):.3f}  issuers left out {leave_issuers_out(samples):.3f}")
        if options.write:
            print({key: round(float(value), 2) for key, value in zip(FEATURES, weights, strict=True)})
            print(round(float(bias), 2))


if __name__ == "__main__":
    main()
