"""territorial_scope: where the guidance is meant to apply, not the seat of the body."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.assemble.body_nature import body_named, place_of
from pipeline.assemble.body_phrases import read_phrases
from pipeline.assemble.candidates import Candidate
from pipeline.assemble.countries import are_states, count_countries, find_country
from pipeline.assemble.reading import Reading
from pipeline.records import Block, Entry
from pipeline.vocabulary.choice import choose_from

FILE = "scope"
REGIONS = ("eu", "eea", "coe", "asean", "oecd", "global")
# Bodies whose guidance binds their own people unless the gazetteer says otherwise.
OWN_PEOPLE = frozenset({"academic_institution", "company"})
# The statement of scope stands in the first part of a document.
STATEMENT_LENGTH = 40_000
COVER_LENGTH = 600
# How often the law of the Union is named in a text that names no issuer, before it counts.
UNION_LAW = 5
# How often a country is named before it counts, with an issuer and without.
NAMED_BESIDE_ISSUER, NAMED_ALONE = 3, 6


def find_territorial_scope(reading: Reading, entry: Entry) -> Iterator[Candidate]:
    """A statement of the document itself, else the default of its issuer, else the country it names."""
    stated = list(find_statements(reading))
    usual = list(find_usual(reading, entry))
    if stated and not usual:
        yield from stated
        return
    for candidate in stated:
        narrows = any(item.value == candidate.value for item in usual)
        yield candidate if narrows else lose(candidate, "the issuer's own scope is surer")
    yield from usual or find_in_title(reading, entry)


def lose(candidate: Candidate, reason: str) -> Candidate:
    """The same candidate with the reason why it is not taken."""
    return Candidate(candidate.value, candidate.span, candidate.rule, candidate.score, reason)


def find_statements(reading: Reading) -> Iterator[Candidate]:
    """ "This guidance applies to controllers in the United Kingdom.", "addressed to Member States …"."""
    phrases = read_phrases(reading.vocabulary)
    verbs = choose_from(map(re.escape, reading.vocabulary.phrases(FILE, "applies")))
    applies = re.compile(rf"(?<!\w){verbs}(?!\w)", re.IGNORECASE)
    for block in reading.blocks:
        if block.start > STATEMENT_LENGTH:
            return
        if block.zone in ("references", "footnote", "contents", "furniture"):
            continue
        for start, end in (
            reading.sentences(block) if applies.search(reading.text, block.start, block.end) else ()
        ):
            verb = applies.search(reading.text, start, end)
            if verb and phrases.this_document.search(reading.text, start, verb.start()):
                yield from find_places(reading, verb.end(), end)


def find_places(reading: Reading, start: int, end: int) -> Iterator[Candidate]:
    """The region or country that a statement of scope names."""
    for region in REGIONS:
        for phrase in reading.vocabulary.phrases(FILE, region):
            at = reading.text.find(phrase, start, end)
            if at >= 0:
                yield Candidate(region, (at, at + len(phrase)), "territorial_scope.statement", 0.85)
                return
    found = find_country(reading.text[start:end], reading.vocabulary)
    if found:
        code, (first, last) = found
        yield Candidate(code, (start + first, start + last), "territorial_scope.statement", 0.85)


def find_usual(reading: Reading, entry: Entry) -> Iterator[Candidate]:
    """The default scope of the first body: of an authority its country, of a university its people."""
    if are_states(entry.enacting_body, reading.vocabulary):
        yield Candidate("global", place_of(reading, entry.enacting_body[0]), "territorial_scope.states", 0.6)
        return
    for name in entry.enacting_body[:1]:
        span = place_of(reading, name)
        body = body_named(reading, name)
        if body is not None and body.scope:
            yield Candidate(body.scope, span, "territorial_scope.issuer", 0.8)
        elif body is not None:
            continue
        elif entry.body_nature in OWN_PEOPLE:
            yield Candidate(f"organisation:{name}", span, "territorial_scope.own_people", 0.7)
        elif entry.body_nature == "eu_body":
            yield Candidate("eu", span, "territorial_scope.issuer", 0.7)
        else:
            yield from find_by_name(reading, name, span)


def find_by_name(reading: Reading, name: str, span: tuple[int, int] | None) -> Iterator[Candidate]:
    """The country in the name of a body that is not in the gazetteer, or beside it on the cover."""
    found = find_country(name, reading.vocabulary)
    if found:
        yield Candidate(found[0], span, "territorial_scope.name", 0.75)


def find_in_title(reading: Reading, entry: Entry) -> Iterator[Candidate]:
    """The country of the title or cover: "Strategy for AI in Ruritania", "Republic of Bulgaria"."""
    title = next((block for block in reading.blocks if block.kind == "title"), None)
    for block in filter(None, [title, *first_blocks(reading)]):
        found = find_country(reading.text_of(block), reading.vocabulary)
        if found and not names_organisation(reading, entry, block):
            code, (first, last) = found
            yield Candidate(code, (block.start + first, block.start + last), "territorial_scope.cover", 0.6)
            return
    if entry.enacting_body:
        if entry.body_nature != "international_body":
            yield from find_by_count(reading, NAMED_BESIDE_ISSUER)
        return
    law = list(find_union_law(reading))
    yield from law or find_by_count(reading, NAMED_ALONE)


def names_organisation(reading: Reading, entry: Entry, block: Block) -> bool:
    """Whether a country stands in the name of an international body: "Organization of American States"."""
    if entry.body_nature != "international_body":
        return False
    printed = reading.text_of(block).casefold()
    return any(name.casefold() in printed for name in entry.enacting_body)


def first_blocks(reading: Reading) -> list[Block]:
    """The short blocks that open the document, sentences left out."""
    return [
        block
        for block in reading.blocks
        if block.start <= COVER_LENGTH
        and block.end - block.start <= COVER_LENGTH // 3
        and not reading.text_of(block).rstrip().endswith(".")
    ]


def find_by_count(reading: Reading, least: int) -> Iterator[Candidate]:
    """The one country that the first part speaks of, when the issuer or its country is not known."""
    counts = count_countries(reading.text[:STATEMENT_LENGTH], reading.vocabulary)
    ranked = counts.most_common(2)
    if ranked and ranked[0][1] >= least and (len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1]):
        code = ranked[0][0]
        name = find_country(reading.text, reading.vocabulary)
        span = name[1] if name and name[0] == code else None
        if span:
            yield Candidate(code, span, "territorial_scope.country_named", 0.5)


def find_union_law(reading: Reading) -> Iterator[Candidate]:
    """A text without an issuer that helps to comply with the law of the Union applies there."""
    law = "|".join(map(re.escape, reading.vocabulary.phrases(FILE, "union_law")))
    matches = list(re.finditer(rf"(?<!\w)(?:{law})(?!\w)", reading.text[:STATEMENT_LENGTH]))
    if len(matches) >= UNION_LAW:
        yield Candidate("eu", matches[0].span(), "territorial_scope.union_law", 0.5)
