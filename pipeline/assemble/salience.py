"""From mentions to what a document is about: the places of a term, their signs and its score.

A place is a mention with what stands around it. The signs of a term add its places up; the score is
a weighted sum of signs (weights.py), and a term whose score is above zero counts. Nothing here names
a term or a document.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from math import exp, log1p
from operator import mul

from pipeline.assemble.reading import Reading, body_start
from pipeline.assemble.weights import BIAS, FEATURES, WEIGHTS
from pipeline.records import Block, Mention

# Zones in which a mention never decides.
IDLE_ZONES = {"footnote", "references", "contents", "furniture"}
SENTENCE_BREAK = re.compile(r"[.!?;]\s|\n")
# The first words of an item or paragraph name its subject: "Transparency. Users …".
LEAD_CHARS = 60
# Density is counted for each so many characters, some four pages.
PER_CHARS = 10_000
# How near a modal verb stands to the one whom it tells what to do: "providers of such systems must".
MODAL_REACH = 60


@dataclass(slots=True)
class Place:
    """A mention, the kind of place that it stands in and why it does not count, if so."""

    mention: Mention
    block: Block
    kind: str
    weak: bool
    cue: bool
    norm: bool
    duty: bool
    idle: str | None = None

    @property
    def span(self) -> tuple[int, int]:
        """Offsets of the mention."""
        return self.mention.start, self.mention.end


@dataclass(slots=True)
class Signs:
    """What the places of one term add up to; a weak word counts beside a cue or a norm only."""

    places: list[Place] = field(default_factory=list)
    heading: int = 0
    lead: int = 0
    cue: int = 0
    norm: int = 0
    duty: int = 0
    body: int = 0
    weak: int = 0

    def add(self, place: Place) -> None:
        """Count a place."""
        self.places.append(place)
        if place.idle:
            return
        if place.weak:
            self.weak += 1
            return
        self.body += 1
        self.heading += place.kind in ("title", "heading")
        self.lead += place.kind == "lead"
        self.cue += place.cue
        self.norm += place.norm
        self.duty += place.duty


class Surroundings:
    """The sentences of a document, and those that hold a cue of a field."""

    def __init__(self, reading: Reading, name: str):
        self.reading = reading
        self.breaks = [match.end() for match in SENTENCE_BREAK.finditer(reading.text)]
        self.cues = {bisect_right(self.breaks, at) for at in find_phrases(reading, name)}
        self.norms = {bisect_right(self.breaks, at) for at in find_phrases(reading, "norm")}
        self.modals = find_phrases(reading, "duty")
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
    sentence = around.sentence(mention.start)
    place = Place(
        mention=mention,
        block=block,
        kind=kind,
        weak=mention.rule.endswith(".weak"),
        cue=sentence in around.cues or (kind in ("heading", "lead") and index in around.cue_blocks),
        norm=sentence in around.norms,
        duty=around.is_subject(mention.end),
    )
    place.idle = find_idle(place)
    return place


def kind_of_place(block: Block, mention: Mention) -> str:
    """title, heading, lead (the first words of an item or paragraph) or body."""
    if block.kind in ("title", "heading"):
        return block.kind
    if mention.start - body_start(block) <= LEAD_CHARS and block.kind != "table":
        return "lead"
    return "body"


def find_idle(place: Place) -> str | None:
    """Why a place does not count, or None."""
    if place.block.zone in IDLE_ZONES:
        return place.block.zone
    if place.mention.context:
        return place.mention.context[0]
    if place.weak and not (place.cue or place.norm):
        return "weak word alone"
    return None


def list_features(signs: dict[str, Signs], length: int) -> dict[str, list[float]]:
    """The features of each term, in the order of `weights.FEATURES`."""
    most = max((sign.body for sign in signs.values()), default=0) or 1
    share_of_text = PER_CHARS / max(length, 1)
    return {
        term: [
            log1p(sign.heading),
            log1p(sign.lead),
            log1p(sign.cue),
            log1p(sign.norm),
            log1p(sign.duty),
            log1p(sign.body),
            log1p(sign.body * share_of_text),
            log1p(sign.weak * share_of_text),
            sign.body / most,
        ]
        for term, sign in signs.items()
    }


def score_terms(reading: Reading, name: str, signs: dict[str, Signs]) -> dict[str, float]:
    """The score of each term: above zero it counts."""
    weights = [WEIGHTS[name][feature] for feature in FEATURES]
    return {
        term: sum(map(mul, weights, features), BIAS[name])
        for term, features in list_features(signs, len(reading.text)).items()
    }


def confidence(score: float) -> float:
    """A score as a number from 0 to 1: the model behind the weights is logistic."""
    return round(1 / (1 + exp(-score)), 2)
