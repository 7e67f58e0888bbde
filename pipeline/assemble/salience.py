"""From mentions to what a document is about: the places of a term, their signs and its score.

A place is a mention with what stands around it. The signs of a term add its places up; the score is
a weighted sum of signs, and a term whose score is above zero counts. `WEIGHTS` were learned on the
development part of the gold, issuer by issuer (benchmarks/folds.py); nothing here names a term.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from math import exp, log1p
from operator import mul

from pipeline.assemble.reading import Reading, body_start
from pipeline.records import Block, Mention

FEATURES = ("title", "heading", "lead", "cue", "body", "density", "share", "spread")
# For each field the weight of each feature and the bias.
WEIGHTS: dict[str, tuple[tuple[float, ...], float]] = {
    "principles": ((0.0, 0.33, 0.59, 0.4, 0.35, 2.71, 0.0, 0.0), -2.38),
    "fundamental_rights": ((0.0, 0.0, 0.33, 1.12, 0.61, 3.67, 0.0, 0.0), -3.3),
    "law_area": ((0.0, 0.0, 0.0, 0.87, 0.61, 0.42, 2.92, 0.0), -3.42),
    "ai_systems": ((0.67, 0.86, 0.0, 0.0, 1.16, 0.26, 0.23, 0.0), -3.02),
    "addressees": ((0.91, 0.24, 0.0, 0.32, 0.41, 0.37, 0.28, 0.0), -2.2),
    "project_area": ((0.0, 0.0, 0.5, 0.18, 0.41, 0.6, 0.97, 0.0), -4.58),
}
# Zones in which a mention never decides.
IDLE_ZONES = {"footnote", "references", "contents", "furniture"}
SENTENCE_BREAK = re.compile(r"[.!?;]\s|\n")
# The first words of an item or paragraph name its subject: "Transparency. Users …".
LEAD_CHARS = 60
SLICES = 10
# A weak word beside a cue counts this much of a phrase; without one, next to nothing.
WEAK_WITH_CUE = 0.4
WEAK_ALONE = 0.1
# How near a modal verb stands to the one whom it tells what to do: "providers of such systems must".
MODAL_REACH = 60


@dataclass(slots=True)
class Place:
    """A mention, the kind of place that it stands in and why it does not count, if so."""

    mention: Mention
    block: Block
    kind: str
    weight: float
    cue: bool
    slice: int
    idle: str | None = None

    @property
    def span(self) -> tuple[int, int]:
        """Offsets of the mention."""
        return self.mention.start, self.mention.end


@dataclass(slots=True)
class Signs:
    """What the places of one term add up to."""

    places: list[Place] = field(default_factory=list)
    title: float = 0.0
    heading: float = 0.0
    lead: float = 0.0
    cue: float = 0.0
    body: float = 0.0
    slices: set[int] = field(default_factory=set)

    def add(self, place: Place) -> None:
        """Count a place."""
        self.places.append(place)
        if place.idle:
            return
        self.body += place.weight
        if place.kind == "title":
            self.title = max(self.title, place.weight)
        elif place.kind == "heading":
            self.heading += place.weight
        elif place.kind == "lead":
            self.lead += place.weight
        if place.cue:
            self.cue += place.weight
        if place.weight > WEAK_ALONE:
            self.slices.add(place.slice)


class Surroundings:
    """The sentences of a document, and those that hold a cue of a field."""

    def __init__(self, reading: Reading, name: str):
        self.reading = reading
        self.breaks = [match.end() for match in SENTENCE_BREAK.finditer(reading.text)]
        self.cues = {bisect_right(self.breaks, at) for at in find_phrases(reading, name)}
        self.modals = find_phrases(reading, "modal")
        self.cue_blocks = self.find_cue_headings()

    def find_cue_headings(self) -> set[int]:
        """Blocks under a heading that holds a cue."""
        blocks = self.reading.blocks
        headings = {
            index
            for index, block in enumerate(blocks)
            if block.kind == "heading" and bisect_right(self.breaks, block.start) in self.cues
        }
        return {index for index, above in enumerate(self.reading.headings) if headings & set(above)}

    def sentence(self, offset: int) -> int:
        """Number of the sentence around an offset."""
        return bisect_right(self.breaks, offset)

    def is_subject(self, end: int) -> bool:
        """Whether a modal verb follows soon in the same sentence: "Developers must …"."""
        index = bisect_right(self.modals, end)
        if index == len(self.modals) or self.modals[index] > end + MODAL_REACH:
            return False
        return self.sentence(self.modals[index]) == self.sentence(end)


def find_phrases(reading: Reading, group: str) -> list[int]:
    """Offsets of the cue phrases of a group."""
    phrases = reading.vocabulary.phrases("cues", group, reading.language)
    if not phrases:
        return []
    pattern = "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))
    return [match.start() for match in re.finditer(rf"\b(?:{pattern})\b", reading.text, re.IGNORECASE)]


def collect_signs(reading: Reading, name: str) -> dict[str, Signs]:
    """The signs of each term of a field that the document mentions."""
    around = Surroundings(reading, name)
    signs: dict[str, Signs] = {}
    for mention in reading.mentions.get(name, ()):
        place = find_place(reading, around, mention)
        signs.setdefault(mention.value, Signs()).add(place)
    return signs


def find_place(reading: Reading, around: Surroundings, mention: Mention) -> Place:
    """The place of a mention."""
    index = reading.index_at(mention.start)
    block = reading.blocks[index]
    kind = kind_of_place(block, mention)
    if mention.group == "addressees":
        cue = around.is_subject(mention.end) or around.sentence(mention.start) in around.cues
    else:
        cue = around.sentence(mention.start) in around.cues or (
            kind in ("heading", "lead") and index in around.cue_blocks
        )
    weight = 1.0
    if mention.rule.endswith(".weak"):
        weight = WEAK_WITH_CUE if cue or kind in ("heading", "title") else WEAK_ALONE
    return Place(
        mention=mention,
        block=block,
        kind=kind,
        weight=weight,
        cue=cue,
        slice=mention.start * SLICES // max(len(reading.text), 1),
        idle=find_idle(block, mention),
    )


def kind_of_place(block: Block, mention: Mention) -> str:
    """title, heading, lead (the first words of an item or paragraph) or body."""
    if block.kind in ("title", "heading"):
        return block.kind
    if mention.start - body_start(block) <= LEAD_CHARS and block.kind != "table":
        return "lead"
    return "body"


def find_idle(block: Block, mention: Mention) -> str | None:
    """Why a place does not count, or None."""
    if block.zone in IDLE_ZONES:
        return block.zone
    return mention.context[0] if mention.context else None


def list_features(signs: dict[str, Signs], length: int) -> dict[str, list[float]]:
    """The features of each term, in the order of `FEATURES`."""
    most = max((sign.body for sign in signs.values()), default=0.0) or 1.0
    return {
        term: [
            sign.title,
            log1p(sign.heading),
            log1p(sign.lead),
            log1p(sign.cue),
            log1p(sign.body),
            log1p(sign.body * 10_000 / max(length, 1)),
            sign.body / most,
            len(sign.slices) / SLICES,
        ]
        for term, sign in signs.items()
    }


def score_terms(reading: Reading, name: str, signs: dict[str, Signs]) -> dict[str, float]:
    """The score of each term: above zero it counts."""
    weights, bias = WEIGHTS[name]
    return {
        term: sum(map(mul, weights, features), bias)
        for term, features in list_features(signs, len(reading.text)).items()
    }


def confidence(score: float) -> float:
    """A score as a number from 0 to 1: the model behind the weights is logistic."""
    return round(1 / (1 + exp(-score)), 2)
