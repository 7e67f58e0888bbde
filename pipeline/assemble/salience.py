"""From mentions to what a document is about: the signs of each term and its score.

The places of a term (places.py) add up to signs; the score is a weighted sum of signs and the odds of
the term (weights.py), and a term whose score is above zero counts. Nothing here names a term or a
document.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from math import exp, log1p

from pipeline.assemble.places import Place, collect_places
from pipeline.assemble.reading import Reading
from pipeline.assemble.weights import BIAS, ODDS, WEIGHTS

# Density is counted for each so many characters, some four pages.
PER_CHARS = 10_000
# A shorter text counts as one of this length: one word in a paragraph is no density.
SHORT_CHARS = 3_500
# So many terms of a field in one sentence are a list: "fair, transparent and safe".
LIST_TERMS = 3


@dataclass(slots=True)
class Signs:
    """What the places of one term add up to; a weak word counts beside a cue or a norm only."""

    places: list[Place] = field(default_factory=list)
    sections: set[tuple[int, ...]] = field(default_factory=set)
    heading: int = 0
    lead: int = 0
    cue: int = 0
    norm: int = 0
    duty: int = 0
    spoken: int = 0
    body: int = 0
    weak: int = 0
    stated: int = 0

    @property
    def hints(self) -> int:
        """Weak words that count: where nothing names the term, one of them is too little."""
        return self.weak if self.body or self.weak > 1 else 0

    def add(self, place: Place, listed: bool) -> None:
        """Count a place; `listed` says that its sentence lists terms of the field."""
        place.listed = listed
        self.places.append(place)
        if place.idle:
            return
        if place.weak:
            self.weak += 1
            return
        self.body += 1
        self.sections.add(place.section)
        self.heading += place.fills_heading
        self.lead += place.kind == "lead"
        self.cue += place.cue
        self.norm += place.norm
        self.duty += place.duty
        self.spoken += place.spoken or place.duty or place.fills_heading
        self.stated += listed and place.cue


def collect_signs(reading: Reading, name: str) -> dict[str, Signs]:
    """The signs of each term of a field that the document mentions."""
    places = list(collect_places(reading, name))
    lists = find_lists(places)
    signs: dict[str, Signs] = {}
    for place in places:
        signs.setdefault(place.mention.value, Signs()).add(place, place.sentence in lists)
    return signs


def find_lists(places: Iterable[Place]) -> set[int]:
    """The sentences that name several terms, as "Our values are fairness, safety and privacy" does."""
    terms: dict[int, set[str]] = {}
    for place in places:
        if not place.idle and not place.weak:
            terms.setdefault(place.sentence, set()).add(place.mention.value)
    return {sentence for sentence, named in terms.items() if len(named) >= LIST_TERMS}


def list_features(signs: dict[str, Signs], length: int) -> dict[str, dict[str, float]]:
    """The features of each term by the names of weights.py."""
    most = max((sign.body for sign in signs.values()), default=0) or 1
    whole = sum(sign.body for sign in signs.values()) or 1
    per = PER_CHARS / max(length, SHORT_CHARS)
    return {
        term: {
            "body": log1p(sign.body),
            "cue": log1p(sign.cue),
            "duty": log1p(sign.duty),
            "heading": log1p(sign.heading),
            "sections": log1p(len(sign.sections)),
            "stated": log1p(sign.stated),
            "density": log1p(sign.body * per),
            "weak": log1p(sign.hints * per),
            "norm": log1p(sign.norm * per),
            "told": log1p(sign.duty * per),
            "ever": float(sign.spoken > 0),
            "lead": log1p(sign.lead * per),
            "share": sign.body / most,
            "part": sign.body / whole,
        }
        for term, sign in signs.items()
    }


def score_terms(reading: Reading, name: str, signs: dict[str, Signs]) -> dict[str, float]:
    """The score of each term: above zero it counts."""
    odds = ODDS.get(name, {})
    return {
        term: sum(weight * features[sign] for sign, weight in WEIGHTS[name].items())
        + odds.get(term, 0.0)
        + BIAS[name]
        for term, features in list_features(signs, len(reading.text)).items()
    }


def confidence(score: float) -> float:
    """A score as a number from 0 to 1: the model behind the weights is logistic."""
    return round(1 / (1 + exp(-score)), 2)
