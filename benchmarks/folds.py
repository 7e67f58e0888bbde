"""Learns the weights of the tagged fields, and measures them on issuers that were not seen.

    python -m benchmarks.folds RUN_DIR GOLD_DIR [MORE_GOLD_DIR ...] [--write]

RUN_DIR holds the texts of a run over the documents of the gold folders. The issuer of a document is the
first part of its slug; five folds of issuers are left out in turn, for five divisions of the issuers
drawn by number, as one division is much a matter of luck. All folders teach; the scores are
those of the documents of the first. `--write` renews the numbers in pipeline/assemble/weights.py.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from pprint import pformat

import numpy as np

from pipeline.annotate import annotate_document
from pipeline.assemble import weights as weights_module
from pipeline.assemble.reading import read
from pipeline.assemble.salience import collect_signs, list_features
from pipeline.assemble.tags import CROSS_SECTOR
from pipeline.assemble.weights import WEIGHTS
from pipeline.evaluate.gold import Gold, read_gold
from pipeline.run.core import Models, load_models
from pipeline.run.explain import read_kept_document

FOLDS = 5
DIVISIONS = 5
# A `may` value is a weak yes; a term that the gold leaves out is a full no.
WEIGHT_OF_MAY = 0.25
RIDGE = 0.5
# How firmly the odds of a term are held to zero; fields with few labels for each term have none.
ODDS_RIDGE = {"principles": 2.0, "fundamental_rights": 3.0, "law_area": 2.0, "addressees": 4.0}
STEPS = 3000
RATE = 0.03
# Values predicted for each value wanted in the documents measured: above this a list is no longer careful.
# Lists of types of systems are short, and a few more values outweigh them.
MOST_PREDICTED = {"ai_systems": 1.55}
MOST_PREDICTED_ELSE = 1.65
# The line is drawn where the scores around it do well too, so that it stands on no cliff.
AROUND_LINE = np.linspace(-0.3, 0.3, 7)
# Odds nearer to zero than this are not worth a line.
LEAST_ODDS = 0.05


@dataclass(slots=True)
class Samples:
    """The terms of all documents for one field: features, gold, issuer, whether it is measured."""

    features: np.ndarray
    terms: np.ndarray
    must: np.ndarray
    may: np.ndarray
    issuers: np.ndarray
    measured: np.ndarray
    unseen: int = 0

    def part(self, chosen: np.ndarray) -> Samples:
        """The samples at some positions, with their share of the wanted terms that no text mentions."""
        return Samples(
            self.features[chosen],
            self.terms[chosen],
            self.must[chosen],
            self.may[chosen],
            self.issuers[chosen],
            self.measured[chosen],
            round(self.unseen * float(chosen.mean())),
        )


@dataclass(slots=True)
class Model:
    """What is learned for one field: weights by position, odds by term, bias."""

    weights: np.ndarray
    odds: dict[str, float]
    bias: float

    def score(self, samples: Samples) -> np.ndarray:
        """The score of each sample."""
        odds = np.array([self.odds.get(term, 0.0) for term in samples.terms])
        return np.asarray(samples.features @ self.weights + odds + self.bias)


def collect_samples(run_dir: Path, folders: Sequence[list[Gold]]) -> dict[str, Samples]:
    """Features of every term that a document mentions; `unseen` counts wanted terms without mention."""
    models = load_models()
    golds = [(gold, index == 0) for index, folder in enumerate(folders) for gold in folder]
    rows: dict[str, list[tuple[list[float], str, bool, bool, str, bool]]] = {name: [] for name in WEIGHTS}
    unseen = dict.fromkeys(WEIGHTS, 0)
    for gold, measured in golds:
        for name, features in list_document(run_dir, gold, models).items():
            must, may = set(gold[name]["must"]) - {CROSS_SECTOR}, set(gold[name]["may"])
            unseen[name] += len(must - set(features)) * measured
            for term, values in features.items():
                rows[name].append((values, term, term in must, term in may, issuer_of(gold), measured))
    return {name: stack(samples, unseen[name]) for name, samples in rows.items()}


def issuer_of(gold: Gold) -> str:
    """The first part of the slug."""
    return str(gold["slug"]).split("-")[0]


def list_document(run_dir: Path, gold: Gold, models: Models) -> dict[str, dict[str, list[float]]]:
    """The features of the terms of one document, by field; in the order of the field's weights."""
    document = read_kept_document(run_dir, gold["slug"], gold["language"])
    mentions = annotate_document(document, models.pipeline(document.language))
    reading = read(document, mentions, models.vocabulary)
    found = {}
    for name, weights in WEIGHTS.items():
        signs = collect_signs(reading, name)
        signs.pop(CROSS_SECTOR, None)
        found[name] = {
            term: [features[sign] for sign in weights]
            for term, features in list_features(signs, len(reading.text)).items()
        }
    return found


def stack(rows: list[tuple[list[float], str, bool, bool, str, bool]], unseen: int) -> Samples:
    """Rows as arrays."""
    features, terms, must, may, issuers, measured = map(np.array, zip(*rows, strict=True))
    return Samples(features, terms, must, may, issuers, measured, unseen)


def learn(name: str, samples: Samples) -> Model:
    """Weights (none below zero), odds and bias: logistic regression, then the line of the best F1."""
    terms = sorted(set(samples.terms.tolist())) if name in ODDS_RIDGE else []
    rows = np.hstack([samples.features, *(samples.terms[:, None] == term for term in terms)])
    signs = samples.features.shape[1]
    ridge = np.array([RIDGE] * signs + [ODDS_RIDGE.get(name, 0.0)] * len(terms) + [0.0])
    rows = np.hstack([rows, np.ones((len(rows), 1))])
    wanted = (samples.must | samples.may).astype(float)
    cost = np.where(samples.may & ~samples.must, WEIGHT_OF_MAY, 1.0)
    found, mean, square = (np.zeros(rows.shape[1]) for _ in range(3))
    for step in range(1, STEPS + 1):
        chance = 1 / (1 + np.exp(-np.clip(rows @ found, -30, 30)))
        slope = rows.T @ (cost * (chance - wanted)) / cost.sum() + ridge * found / len(wanted)
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        found -= RATE * mean / (1 - 0.9**step) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
        found[:signs] = np.maximum(found[:signs], 0)
    model = Model(found[:signs], dict(zip(terms, map(float, found[signs:-1]), strict=True)), found[-1])
    most = MOST_PREDICTED.get(name, MOST_PREDICTED_ELSE)
    model.bias = float(model.bias - best_line(samples, model.score(samples), most))
    return model


def best_line(samples: Samples, scores: np.ndarray, most: float) -> float:
    """The score from which predicting gives the best F1, there and nearby, without predicting too much."""
    best = (-1.0, 0.0)
    wanted = samples.must[samples.measured].sum() + samples.unseen
    for line in np.quantile(scores, np.linspace(0.5, 1, 200)):
        if (scores[samples.measured] >= line).sum() <= most * wanted:
            worth = np.mean([f1(*measure(samples, scores >= line + move)) for move in AROUND_LINE])
            best = max(best, (float(worth), float(line)))
    return best[1]


def measure(samples: Samples, chosen: np.ndarray) -> tuple[float, float]:
    """Precision over must and may, and recall over must."""
    right = (chosen & (samples.must | samples.may)).sum()
    found = (chosen & samples.must).sum()
    wanted = samples.must.sum() + samples.unseen
    return right / max(chosen.sum(), 1), found / max(wanted, 1)


def f1(precision: float, recall: float) -> float:
    """The harmonic mean."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def leave_issuers_out(name: str, samples: Samples, division: int) -> np.ndarray:
    """Which terms are chosen when each fold of issuers is scored by weights learned on the others."""
    issuers = np.random.default_rng(division).permutation(np.unique(samples.issuers))
    chosen = np.zeros(len(samples.must), dtype=bool)
    for fold in range(FOLDS):
        left = np.isin(samples.issuers, issuers[fold::FOLDS])
        chosen[left] = learn(name, samples.part(~left)).score(samples.part(left)) > 0
    return chosen


def score(samples: Samples, chosen: np.ndarray) -> float:
    """F1 over the documents that are measured."""
    part = samples.part(samples.measured)
    part.unseen = samples.unseen
    return f1(*measure(part, chosen[samples.measured]))


def score_divisions(name: str, samples: Samples) -> list[float]:
    """F1 with issuers left out, once for each division of the issuers into folds."""
    return [score(samples, leave_issuers_out(name, samples, number)) for number in range(DIVISIONS)]


def format_weights(models: dict[str, Model]) -> str:
    """The numbers of weights.py as Python."""
    weights = {
        name: {sign: round(float(value), 2) for sign, value in zip(WEIGHTS[name], model.weights, strict=True)}
        for name, model in models.items()
    }
    odds = {
        name: {term: round(value, 2) for term, value in model.odds.items() if abs(value) >= LEAST_ODDS}
        for name, model in models.items()
        if model.odds
    }
    bias = {name: round(model.bias, 2) for name, model in models.items()}
    return (
        f"WEIGHTS: dict[str, dict[str, float]] = {pformat(weights, sort_dicts=False)}\n"
        f"BIAS: dict[str, float] = {pformat(bias, sort_dicts=False)}\n"
        "# What a term is worth by itself: how often it is at issue where a text names it.\n"
        f"ODDS: dict[str, dict[str, float]] = {pformat(odds)}\n"
    )


def main() -> None:
    """Print one line a field, and renew the weights when asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run_dir", type=Path)
    parser.add_argument("gold_dirs", type=Path, nargs="+")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    folders = [[gold for gold in read_gold(path) if gold["is_soft_law"]] for path in options.gold_dirs]
    models = {}
    for name, samples in collect_samples(options.run_dir, folders).items():
        models[name] = learn(name, samples)
        whole = score(samples, models[name].score(samples) > 0)
        apart = score_divisions(name, samples)
        spread = f"{min(apart):.3f} to {max(apart):.3f}"
        print(f"{name:20} all {whole:.3f}  issuers left out {np.mean(apart):.3f} ({spread})", flush=True)
    if options.write:
        path = Path(str(weights_module.__file__))
        head = path.read_text(encoding="utf-8").partition("WEIGHTS:")[0]
        path.write_text(head + format_weights(models), encoding="utf-8")


if __name__ == "__main__":
    main()
