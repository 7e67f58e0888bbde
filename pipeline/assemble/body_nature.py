"""body_nature: the nature of the first enacting body."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.assemble.body_grammar import GROUP, build_grammar
from pipeline.assemble.body_names import ACRONYM, NAME, build_index
from pipeline.assemble.candidates import Candidate
from pipeline.assemble.countries import are_states
from pipeline.assemble.reading import Reading
from pipeline.records import Entry
from pipeline.vocabulary import Body

# A public body by the form of its name is one of the Union, or of the world, when its name says so.
UNION = re.compile(r"\b(?:European Union|EU|of the European Commission)\b|^European ")
WORLD = re.compile(
    r"\b(?:United Nations|UN|International|Intergovernmental|Inter-American|World|ASEAN|African Union)\b"
)


def find_body_nature(reading: Reading, entry: Entry) -> Iterator[Candidate]:
    """What the gazetteer says of the first body, else what its name says: "Ministry of …"."""
    if not entry.enacting_body:
        return
    first = entry.enacting_body[0]
    if are_states(entry.enacting_body, reading.vocabulary):
        yield Candidate("international_body", place_of(reading, first), "body_nature.states", 0.7)
        return
    span = place_of(reading, first)
    body = body_named(reading, first)
    if body is not None:
        yield Candidate(body.nature, span, "body_nature.gazetteer", 0.97)
        return
    nature = nature_by_name(reading, entry)
    if nature:
        yield Candidate(nature, span, "body_nature.name", 0.75)


def nature_by_name(reading: Reading, entry: Entry) -> str | None:
    """The nature that the head word of a name shows; a group has that of the body that set it up."""
    first, *others = entry.enacting_body
    nature = build_grammar(reading.vocabulary).nature(first)
    if nature == GROUP:
        founder = next((body for name in others if (body := body_named(reading, name))), None)
        founder = founder or founder_in_name(reading, first)
        nature = founder.nature if founder else "public_authority"
    if nature == "public_authority" and UNION.search(first):
        return "eu_body"
    if nature == "public_authority" and WORLD.search(first):
        return "international_body"
    return nature


def founder_in_name(reading: Reading, name: str) -> Body | None:
    """The body of the gazetteer that stands in the name of its group: "OECD Working Party on Ports"."""
    found = build_index(reading.vocabulary).find(name, 0, len(name), reading.language)
    return next((named.body for named in found if named.form in (NAME, ACRONYM)), None)


def body_named(reading: Reading, name: str) -> Body | None:
    """The body of the gazetteer with this official name in any language."""
    bodies = [
        body
        for body in reading.vocabulary.bodies.values()
        if name == body.name or name in body.names.values()
    ]
    return bodies[0] if len(bodies) == 1 else None


def place_of(reading: Reading, name: str) -> tuple[int, int] | None:
    """Where the name is printed first; a body known by its acronym or address has no such place."""
    words = r"\s+".join(re.escape(word) for word in name.split())
    match = re.search(words, reading.text, re.IGNORECASE)
    return match.span() if match else None
