"""`find_citations`: runs every grammar over a text and settles what overlaps."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from pipeline.annotate.citations import (
    constitutions,
    context,
    countries,
    defined,
    english_laws,
    eu_acts,
    names,
    national_laws,
    pinpoints,
)
from pipeline.annotate.citations.charter import CharterGrammar, build_charter_grammar, find_charter
from pipeline.annotate.citations.model import Citation, Phrases, alternation
from pipeline.annotate.citations.treaties import find_treaties
from pipeline.vocabulary import Instrument

# Of two overlapping citations the number wins, then the longer, then the more certain rule.
ORDER = ("eu_act", "eu_proposal", "name", "defined", "treaty", "national")


YEAR = re.compile(r",?\s\(?\d{4}")
NUMBER_GAP = re.compile(r"\s?\(?\s?[A-Z]*\)?[,;(]?\s?\(?")


@dataclass(slots=True, frozen=True)
class CitationGrammar:
    """All compiled grammars for texts of one language."""

    language: str
    acts: eu_acts.ActGrammar
    names: names.NameIndex
    english: english_laws.EnglishGrammar
    definitions: defined.DefinitionGrammar
    pinpoints: pinpoints.PinpointGrammar
    context: context.ContextGrammar
    charter: CharterGrammar
    countries: countries.CountryGrammar
    code_of_law: re.Pattern[str]
    law_begins: re.Pattern[str]
    no_law: frozenset[str]


def build_grammar(instruments: Mapping[str, Instrument], phrases: Phrases, language: str) -> CitationGrammar:
    """Compile the grammars for texts of one language."""
    named_countries = countries.build_country_grammar(phrases)
    return CitationGrammar(
        language=language,
        acts=eu_acts.build_act_grammar(phrases, instruments),
        names=names.build_name_index(instruments, language),
        english=english_laws.build_english_grammar(phrases, named_countries),
        definitions=defined.build_definition_grammar(phrases),
        pinpoints=pinpoints.build_pinpoint_grammar(phrases),
        context=context.build_context_grammar(phrases),
        charter=build_charter_grammar(phrases),
        countries=named_countries,
        code_of_law=constitutions.build_code_pattern(phrases),
        law_begins=re.compile(rf"\b{alternation(phrases, 'law_begins')}$", re.I),
        no_law=frozenset(phrases["no_law"]),
    )


def find_citations(text: str, grammar: CitationGrammar) -> list[Citation]:
    """All citations of binding instruments in a text, in order, none overlapping another."""
    numbered = list(eu_acts.find_eu_acts(text, grammar.acts))
    proposals = list(context.find_proposals(text, grammar.context))
    named = list(names.find_names(text, grammar.names))
    other = [*find_treaties(text), *national_laws.find_national_laws(text, grammar.language, grammar.no_law)]
    other += constitutions.find_constitutions(text, grammar.countries)
    other += constitutions.find_codes_of_law(text, grammar.code_of_law, grammar.countries)
    if grammar.language == "en":
        other += english_laws.find_english_laws(text, grammar.english)
    other = [law for citation in other if (law := identify(citation, grammar.names))]
    other = settle_tails(text, other, named, grammar.law_begins)
    pinned = find_pinned(text, named, grammar)
    known = names.settle_weak(text, named, [*numbered, *other], pinned)
    first = settle([*numbered, *proposals, *known, *other])
    first = context.join_proposals(text, context.mark_proposals(text, first, grammar.context))
    first = join_numbers(text, [*first, *find_charter(text, first, grammar.charter)])
    definitions = list(defined.find_definitions(text, first, grammar.definitions))
    uses = defined.find_uses(text, definitions, grammar.definitions)
    found = settle([*override(first, definitions, text), *uses])
    found = context.mark_titles(text, found, grammar.context)
    return [add_pinpoints(text, citation, grammar) for citation in found]


def identify(citation: Citation, index: names.NameIndex) -> Citation | None:
    """A law found by grammar under the id that the vocabulary gives its name: "Pub. L. 107-347".

    An abbreviation behind "Art." is a law only where the vocabulary has it: "Art. 3 GG", "Art. 3 KI".
    """
    country, _, name = citation.value.partition(":")
    ids = [
        item for item in index.by_name.get(name.lower(), ()) if country[0] == "?" or item.startswith(country)
    ]
    if not ids and citation.rule == "national:article":
        return None
    return replace(citation, value=ids[0]) if len(ids) == 1 else citation


def find_pinned(
    text: str, named: list[tuple[Citation, names.Name]], grammar: CitationGrammar
) -> frozenset[int]:
    """Where the weak names stand that an article or recital is cited of: "CRPD Article 9"."""
    return frozenset(
        citation.start
        for citation, name in named
        if name.weak and pinpoints.find_pinpoints(text, citation.start, citation.end, grammar.pinpoints)
    )


def settle_tails(
    text: str, laws: list[Citation], named: list[tuple[Citation, names.Name]], begins: re.Pattern[str]
) -> list[Citation]:
    """Drop a reading that only joins words to a known name: "Officers of CFO Act", "AI Act, 2024".

    "Protection of Privacy Act" is a name of its own.
    """
    ends = {citation.end: citation.start for citation, _ in named}
    union = {citation.start: citation.end for citation, _ in named if ":" not in citation.value}
    kept = []
    for law in laws:
        before = text[law.start : ends.get(law.end, law.start)].rstrip()
        joined = before.rpartition(" ")[2].islower() and not begins.search(before)
        dated = law.start in union and YEAR.fullmatch(text, union[law.start], law.end)
        if not ((joined or dated) and law.rule == "national:act"):
            kept.append(law)
    return kept


def join_numbers(text: str, citations: list[Citation]) -> list[Citation]:
    """A number right behind a law's name is of that law: "E-Commerce Act 2011 (Cap. 553)"."""
    joined: list[Citation] = []
    for citation in sorted(citations, key=lambda item: item.start):
        last = joined[-1] if joined else None
        numbered = citation.rule == "national:number" and last and last.rule.startswith(("national", "name"))
        if last and numbered and NUMBER_GAP.fullmatch(text, last.end, citation.start):
            joined.append(replace(citation, value=last.value))
        else:
            joined.append(citation)
    return joined


def override(citations: list[Citation], definitions: list[defined.Definition], text: str) -> list[Citation]:
    """A name that the text itself defines means what the text says, not what the vocabulary says."""
    meanings = {definition.name: definition for definition in definitions}
    settled = []
    for citation in citations:
        meant = meanings.get(text[citation.start : citation.end])
        if meant and citation.rule.startswith("name") and citation.start >= meant.start:
            settled.append(replace(citation, value=meant.value, kind=meant.kind, rule="defined"))
        else:
            settled.append(citation)
    return settled


def settle(citations: Iterable[Citation]) -> list[Citation]:
    """Drop the loser of every overlap and sort by place."""
    kept: list[Citation] = []
    for citation in sorted(citations, key=rank):
        place = bisect(kept, citation.start, key=lambda item: item.start)
        free_before = place == 0 or kept[place - 1].end <= citation.start
        free_behind = place == len(kept) or citation.end <= kept[place].start
        if free_before and free_behind:
            kept.insert(place, citation)
    return kept


def rank(citation: Citation) -> tuple[int, int, int, int]:
    """Sort key of an overlap: numbers of EU acts first, then length, then the order of the rules."""
    family = citation.rule.partition(":")[0]
    level = 0 if family.startswith("eu_") else 2 if family == "treaty" else 1
    return (level, citation.start - citation.end, ORDER.index(family), citation.start)


def add_pinpoints(text: str, citation: Citation, grammar: CitationGrammar) -> Citation:
    """The citation with the articles, recitals and annexes cited beside it."""
    found = pinpoints.find_pinpoints(text, citation.start, citation.end, grammar.pinpoints)
    return replace(citation, pinpoints=found) if found else citation
