"""The six tagged fields: which terms of a vocabulary a document expressly addresses.

`find_tags` turns the signs of each term (salience.py) into candidates: a term whose score is above
zero is accepted with its best places; the others stay as rejected rows that say why.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from pipeline.assemble.candidates import Candidate
from pipeline.assemble.places import IDLE_ZONES, Place
from pipeline.assemble.reading import Reading
from pipeline.assemble.salience import (
    PER_CHARS,
    Signs,
    collect_signs,
    confidence,
    score_terms,
)
from pipeline.assemble.worth import count_rows, worth
from pipeline.records import Entry

# Rows kept for a rejected value; `softlaw explain` lists every place.
REJECTED_ROWS = 2
# A sector named this often in 10,000 characters, and at least as often as AI in general, is what the
# text is devoted to. Devoted texts of the development gold begin at 13.9, others end at 10.7.
DEVOTED = 13.0
# Those whom a text names and never speaks to are its addressees from this score on: the agencies of a
# strategy. Of rows read without it every tenth was a bare name.
NAMED_ONLY = 0.75
CROSS_SECTOR = "cross_sector"
# The sectors of those who have one. A text that speaks to them so often, and to others not more often, is
# devoted to their sector, few as the words on it may be.
SECTOR_OF_READERS = {
    "public_authorities": "public_administration",
    "courts_and_judiciary": "justice",
    "educators_and_students": "education",
    "financial_institutions": "finance",
    "media": "media_and_culture",
}
LEAST_TOLD = 2
MOST_TOLD = 0.5
CROSS_SECTOR_SCORE = 1.0
RANK = {"title": 0, "heading": 1, "lead": 2, "body": 3}


def find_tags(name: str, reading: Reading, entry: Entry) -> Iterator[Candidate]:
    """Candidates of one field; in a language without words none is guessed, and a row says so."""
    if not has_words(reading, name):
        yield Candidate(reading.language, None, f"{name}.language", 0.0, "no words in this language")
        return
    signs = take_signs(reading, name)
    for term, score in sorted(score_terms(reading, name, signs).items()):
        silent = name == "addressees" and 0 < score < NAMED_ONLY and not is_spoken_to(signs[term])
        yield from list_candidates(name, term, signs[term], "named, not spoken to" if silent else score)


def is_spoken_to(signs: Signs) -> bool:
    """Whether the text speaks anywhere to those whom a term stands for."""
    return any(place.spoken and not place.idle for place in signs.places)


def take_signs(reading: Reading, name: str) -> dict[str, Signs]:
    """The signs of a field, collected once: the sectors look at the addressees too."""
    return reading.keep(f"signs of {name}", lambda: collect_signs(reading, name))


def has_words(reading: Reading, name: str) -> bool:
    """Whether any term of the field has words in the document's language."""
    return any(reading.language in term.words for term in reading.vocabulary.terms[name].values())


def list_candidates(name: str, term: str, signs: Signs, score: float | str) -> Iterator[Candidate]:
    """The best places of a term, and the first of those that do not count.

    `score` is its weight, or the reason for which it lost.
    """
    counted = sorted((place for place in signs.places if not place.idle), key=order)
    best = max(map(worth, counted), default=0)
    counted = [place for place in counted if worth(place) == best]
    lost = score if isinstance(score, str) else None if score > 0 else f"too little weight ({score:.1f})"
    sure = 0.0 if isinstance(score, str) else confidence(score)
    for place in counted[: REJECTED_ROWS if lost else count_rows(best)]:
        yield Candidate(term, place.span, describe(name, place), sure, lost)
    for place in [place for place in signs.places if place.idle][:REJECTED_ROWS]:
        yield Candidate(term, place.span, describe(name, place), 0.0, place.idle)


def order(place: Place) -> tuple[int, int, int, int]:
    """What speaks most for the term first, then phrases that name it, then titles before running text."""
    spoken = 2 * place.fills_heading + 2 * (place.duty or place.spoken) + 2 * place.cue + place.norm
    return -worth(place), -spoken, RANK[place.kind], place.mention.start


def describe(name: str, place: Place) -> str:
    """The rule of a row: `principles.phrase in heading, stated`."""
    return f"{place.mention.rule} in {place.kind}" + (", stated" if place.cue else "")


def find_project_area(reading: Reading, entry: Entry) -> Iterator[Candidate]:
    """The sectors of a document, and `cross_sector` where it is devoted to none of them."""
    if not has_words(reading, "project_area"):
        yield from find_tags("project_area", reading, entry)
        return
    signs = collect_signs(reading, "project_area")
    general = signs.pop(CROSS_SECTOR, Signs())
    scores = score_terms(reading, "project_area", signs)
    for term, score in sorted(scores.items()):
        yield from list_candidates("project_area", term, signs[term], score)
    yield from find_sector_of_readers(reading, {term for term, score in scores.items() if score > 0})
    yield from find_cross_sector(reading, signs, general)


def find_sector_of_readers(reading: Reading, found: set[str]) -> Iterator[Candidate]:
    """The sector of those whom the text speaks to above all: "Agencies must list their tools"."""
    signs = take_signs(reading, "addressees")
    told = {
        term: [place for place in sign.places if place.spoken and not place.idle and not place.weak]
        for term, sign in signs.items()
    }
    whole = sum(map(len, told.values()))
    for term, places in sorted(told.items()):
        sector = SECTOR_OF_READERS.get(term)
        if sector and sector not in found and len(places) >= max(LEAST_TOLD, whole * MOST_TOLD):
            for place in sorted(places, key=order)[: count_rows(worth(places[0]))]:
                yield Candidate(sector, place.span, "project_area.addressee", confidence(CROSS_SECTOR_SCORE))


def find_cross_sector(reading: Reading, signs: dict[str, Signs], general: Signs) -> Iterator[Candidate]:
    """`cross_sector`, at words on AI in general, else at the title; or why not, at the sector's words."""
    sector = max(sorted(signs), key=lambda term: signs[term].body, default=None)
    if sector is not None and is_devoted(reading, signs[sector], general):
        yield from list_candidates("project_area", CROSS_SECTOR, general, f"devoted to {sector}")
        return
    if general.body:
        yield from list_candidates("project_area", CROSS_SECTOR, general, CROSS_SECTOR_SCORE)
    else:
        heads = [block for block in reading.blocks if block.kind in ("title", "heading")]
        whole = [block for block in heads if " " in reading.text_of(block)]
        body = [block for block in reading.blocks if block.zone not in IDLE_ZONES]
        block = next(iter([*whole, *heads, *body]), None)
        if block is not None:
            span = (block.start, block.end)
            yield Candidate(CROSS_SECTOR, span, "project_area.no_sector", confidence(CROSS_SECTOR_SCORE))


def is_devoted(reading: Reading, sector: Signs, general: Signs) -> bool:
    """Whether a text is devoted to a sector: named often, and not less than AI in general."""
    density = sector.body * PER_CHARS / max(len(reading.text), 1)
    return density >= DEVOTED and sector.body >= general.body


find_principles = partial(find_tags, "principles")
find_fundamental_rights = partial(find_tags, "fundamental_rights")
find_law_area = partial(find_tags, "law_area")
find_ai_systems = partial(find_tags, "ai_systems")
find_addressees = partial(find_tags, "addressees")
