"""Issuers where no rule finds a name that signs: the countries listed at the end, or the one body named.

A declaration of states has no issuer but those that it lists. A company that speaks in the first
person may print its name a single time.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.assemble.body_grammar import COMPANY
from pipeline.assemble.body_names import NAME, Named
from pipeline.assemble.body_phrases import read_phrases
from pipeline.assemble.body_search import Search
from pipeline.assemble.countries import LEAST_STATES, find_country
from pipeline.records import Block

MAX_COUNTRY_WORDS = 8
# A short text is searched to its end for the one body that it names.
SHORT_TEXT = 30_000
# How often a text says "we will" or "our" that speaks in the first person.
FIRST_PERSON = 5
SPEAKING_NATURES = (
    "company",
    "civil_society",
    "professional_or_industry_association",
    "academic_institution",
)


def find_signatories(search: Search) -> list[Named]:
    """Countries and unions below a line such as "The countries represented were:", one in each block."""
    lead = read_phrases(search.reading.vocabulary).signatories
    blocks = search.reading.blocks
    for index, block in enumerate(blocks):
        text = search.reading.text_of(block)
        if text.rstrip().endswith(":") and lead.search(text):
            named = list(read_list(search, blocks[index + 1 :]))
            if len(named) >= LEAST_STATES:
                return named
    return []


def read_list(search: Search, blocks: list[Block]) -> Iterator[Named]:
    """The countries at the beginning of some blocks, up to the first that is none."""
    for block in blocks:
        printed = search.reading.body_of(block).strip()
        if len(printed.split()) > MAX_COUNTRY_WORDS or not is_state(search, printed):
            return
        start = search.reading.text.index(printed, block.start)
        yield Named(printed, start, start + len(printed), "signatory")


def is_state(search: Search, printed: str) -> bool:
    """Whether a line is the name of a country or of a union of countries."""
    vocabulary = search.reading.vocabulary
    return bool(find_country(printed, vocabulary)) or printed in vocabulary.phrases("scope", "eu")


def find_only_named(search: Search) -> Named | None:
    """The one organisation, known or by its legal form, in a short text that says "we will" and "our"."""
    text = search.reading.text
    if len(text) > SHORT_TEXT:
        return None
    if len(read_phrases(search.reading.vocabulary).first_person.findall(text)) < FIRST_PERSON:
        return None
    named = [found for found in search.find_known(text, 0, len(text)) if found.form == NAME]
    if not named:
        return find_only_company(search)
    bodies = {found.body.id for found in named if found.body}
    speaks = named[0].body is not None and named[0].body.nature in SPEAKING_NATURES
    return named[0] if speaks and len(bodies) == 1 else None


def find_only_company(search: Search) -> Named | None:
    """The one company that a text names with its legal form: "Harbour Robotics AS builds cranes"."""
    text, grammar = search.reading.text, search.grammar
    found = grammar.find(text, 0, len(text), search.reading.language)
    companies = [named for named in found if grammar.nature(named.value) == COMPANY]
    return companies[0] if len({named.value for named in companies}) == 1 else None
