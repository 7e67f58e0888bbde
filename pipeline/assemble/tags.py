"""The six tagged fields: which terms of a vocabulary a document expressly addresses.

`find_tags` turns the signs of each term (salience.py) into candidates: a term whose score is above
zero is accepted with its best places; the others stay as rejected rows that say why.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from pipeline.assemble.candidates import Candidate
from pipeline.assemble.reading import Reading
from pipeline.assemble.salience import Place, Signs, collect_signs, confidence, score_terms
from pipeline.records import Entry

# Rows kept for an accepted value and for a rejected one; `softlaw explain` lists every place.
ACCEPTED_ROWS = 5
REJECTED_ROWS = 2
RANK = {"title": 0, "heading": 1, "lead": 2, "body": 3}


def find_tags(name: str, reading: Reading, entry: Entry) -> Iterator[Candidate]:
    """Candidates of one field; in a language without words none is guessed, and a row says so."""
    if not has_words(reading, name):
        yield Candidate(reading.language, None, f"{name}.language", 0.0, "no words in this language")
        return
    signs = collect_signs(reading, name)
    for term, score in sorted(score_terms(reading, name, signs).items()):
        yield from list_candidates(name, term, signs[term], score)


def has_words(reading: Reading, name: str) -> bool:
    """Whether any term of the field has words in the document's language."""
    return any(reading.language in term.words for term in reading.vocabulary.terms[name].values())


def list_candidates(name: str, term: str, signs: Signs, score: float) -> Iterator[Candidate]:
    """The best places of a term, and the first of those that do not count."""
    counted = sorted((place for place in signs.places if not place.idle), key=order)
    sure = confidence(score)
    lost = None if score > 0 else f"too little weight ({score:.1f})"
    for place in counted[: REJECTED_ROWS if lost else ACCEPTED_ROWS]:
        yield Candidate(term, place.span, describe(name, place), sure, lost)
    for place in [place for place in signs.places if place.idle][:REJECTED_ROWS]:
        yield Candidate(term, place.span, describe(name, place), 0.0, place.idle)


def order(place: Place) -> tuple[int, bool, bool, int]:
    """Titles before headings, items and running text; phrases before weak words; stated before not."""
    return RANK[place.kind], place.weak, not place.cue, place.mention.start


def describe(name: str, place: Place) -> str:
    """The rule of a row: `principles.phrase in heading, stated`."""
    return f"{place.mention.rule} in {place.kind}" + (", stated" if place.cue else "")


find_principles = partial(find_tags, "principles")
find_fundamental_rights = partial(find_tags, "fundamental_rights")
find_law_area = partial(find_tags, "law_area")
find_ai_systems = partial(find_tags, "ai_systems")
find_addressees = partial(find_tags, "addressees")
find_project_area = partial(find_tags, "project_area")
