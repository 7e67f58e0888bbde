"""legal_force: what the document's own words say of its legal force, and the sentences that say it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from pipeline.assemble.body_nature import place_of
from pipeline.assemble.candidates import Candidate
from pipeline.assemble.document_type import choose_type
from pipeline.assemble.force_grammar import is_said_of_itself, links, list_subjects, speaks_of_its_kind
from pipeline.assemble.front import front_lines
from pipeline.assemble.phrases import find_phrases, listed, phrase_pattern, small_words, whole_words
from pipeline.assemble.reading import Reading
from pipeline.assemble.self_reference import PRONOUN, find_self
from pipeline.assemble.type_names import find_type_names
from pipeline.records import Block, Entry

FILE = "force"
NOT_STATED = "not_stated"
NON_BINDING = "non_binding_stated"
INTERNAL = "binding_internally"
NON_BINDING_GROUP = "non_binding"
# Small words between a negator and what it denies: "not intended to have any legal effect" has four.
MAX_FILLERS = 6
# How far the subject may stand before the words of force.
REACH = 220
# How far behind the words their subject may stand: "the voluntary nature of this code".
BEHIND = 60
# Kinds of document by which a body binds its own people.
INTERNAL_TYPES = ("policy", "memorandum", "code")
# A label such as "Contains nonbinding recommendations" has few words.
MAX_LABEL_WORDS = 5
OTHER_ZONES = ("contents", "references", "furniture")
# A part of a sentence ends here.
PART_END = re.compile(r"[,;:]\s")
# "are not legally" required to follow this guide.
NEGATED = re.compile(
    r"\b(?:not|no|never|nor|nicht|kein\w*|pas|sans|non|niet|geen|não|nie)(?: [\w’'-]+){0,2}\s*\Z",
    re.IGNORECASE,
)
# Words between "voluntary" and the noun of the title: "Voluntary Harbour Code".
MAX_TITLE_GAP = 3


@dataclass(slots=True, frozen=True)
class Statement:
    """A sentence on legal force, or why it is not about this document."""

    value: str
    span: tuple[int, int]
    rule: str
    score: float
    lost: str | None = None


@dataclass(slots=True, frozen=True)
class Found:
    """Words of force with their block, their sentence and the sentence before it."""

    match: re.Match[str]
    block: Block
    span: tuple[int, int]
    previous: tuple[int, int] | None


def find_legal_force(reading: Reading, entry: Entry) -> Iterator[Candidate]:
    """Statements of the text, a label of a draft, and `not_stated` when there is none."""
    for statement in keep_statements(reading, entry):
        yield Candidate(statement.value, statement.span, statement.rule, statement.score, statement.lost)
    if entry.date_role == "draft":
        yield Candidate("draft", None, "legal_force.draft_role", 0.86)
    yield Candidate(NOT_STATED, None, "legal_force.no_statement_found", 0.1)


def keep_statements(reading: Reading, entry: Entry) -> list[Statement]:
    """The statements, listed once for the value and for its sentences."""
    return reading.keep("force statements", lambda: list(list_statements(reading, entry)))


def list_statements(reading: Reading, entry: Entry) -> Iterator[Statement]:
    """Each sentence with words of force, once for each value; then title and labels of the cover."""
    for found in find_words(reading, NON_BINDING_GROUP):
        yield weigh_non_binding(reading, entry, found)
    for found in find_words(reading, "binding_internally"):
        yield weigh_internal(reading, entry, found, scope_alone=False)
    for group in ("internal_scope", "own_people_must"):
        for found in find_words(reading, group):
            yield weigh_internal(reading, entry, found, scope_alone=True)
    yield from find_in_title(reading, entry)
    yield from find_labels(reading)


def find_words(reading: Reading, group: str) -> Iterator[Found]:
    """The first words of a group in each sentence that has any."""
    last = -1
    for match in find_force(reading, group):
        block = reading.document.block_at(match.start())
        if block is None or block.zone in OTHER_ZONES or match.start() < last:
            continue
        spans = reading.sentences(block)
        index = next((i for i, span in enumerate(spans) if span[0] <= match.start() < span[1]), None)
        if index is not None:
            last = spans[index][1]
            yield Found(match, block, spans[index], spans[index - 1] if index else None)


def find_force(reading: Reading, group: str) -> Iterator[re.Match[str]]:
    """The phrases of a group in the text; words of no force are also found by their form."""
    if group != NON_BINDING_GROUP:
        return find_phrases(reading, FILE, group)
    return no_force_pattern(reading, lowered=True).finditer(reading.lowered)


def no_force_pattern(reading: Reading, lowered: bool = False) -> re.Pattern[str]:
    """Phrases such as "for guidance only", and denials: "no legal weight", "not intended to be binding".

    A pattern for a text in small letters is several times as fast as one for any case.
    """
    groups = (NON_BINDING_GROUP, "negators", "denial_fillers", "denied")
    return build_no_force(*(listed(reading, FILE, group) for group in groups), lowered)


@lru_cache(maxsize=32)
def build_no_force(
    phrases: tuple[str, ...],
    negators: tuple[str, ...],
    fillers: tuple[str, ...],
    denied: tuple[str, ...],
    lowered: bool,
) -> re.Pattern[str]:
    """One pattern over phrases and denials: a negator, some small words, what is denied."""
    build = small_words if lowered else whole_words
    first, small, last, phrase = (build(words).pattern for words in (negators, fillers, denied, phrases))
    denial = rf"(?:{first})\s+(?:(?:{small})\s+){{0,{MAX_FILLERS}}}?(?:{last})"
    return re.compile(rf"{phrase}|{denial}", re.NOFLAG if lowered else re.IGNORECASE)


def weigh_non_binding(reading: Reading, entry: Entry, found: Found) -> Statement:
    """Whether a sentence such as "These guidelines are not binding" speaks of this document."""
    rule = f"legal_force.{NON_BINDING}"
    sentence = reading.text[slice(*found.span)]
    if speaks_of_others(reading, found):
        return Statement(NON_BINDING, found.span, rule, 0.3, "about something else")
    for match in no_force_pattern(reading).finditer(reading.text, *found.span):
        if speaks_of_itself(reading, entry, found.span, match):
            return Statement(NON_BINDING, found.span, rule, 0.9 if found.block.zone != "footnote" else 0.7)
        phrase = match.start() - found.span[0], match.end() - found.span[0]
        if speaks_of_its_kind(reading, entry, sentence, phrase):
            return Statement(NON_BINDING, found.span, rule, 0.88)
    if defines_own_type(reading, sentence, entry):
        return Statement(NON_BINDING, found.span, rule, 0.88)
    if points_back(reading, entry, sentence, found):
        return Statement(NON_BINDING, found.span, rule, 0.87)
    return Statement(NON_BINDING, found.span, rule, 0.3, "not said of this document")


def speaks_of_others(reading: Reading, found: Found) -> bool:
    """Whether the part of the sentence up to the mark behind the words of force is on another text."""
    mark = PART_END.search(reading.text, found.match.end(), found.span[1])
    end = mark.start() if mark else found.span[1]
    return bool(phrase_pattern(reading, FILE, "not_itself").search(reading.text, found.span[0], end))


def speaks_of_itself(reading: Reading, entry: Entry, span: tuple[int, int], match: re.Match[str]) -> bool:
    """Whether the words are said of the document in the part of the sentence around them."""
    start = max(span[0], match.start() - REACH)
    part = reading.text[start : min(span[1], match.end() + BEHIND)]
    return is_said_of_itself(reading, entry, part, (match.start() - start, match.end() - start))


def points_back(reading: Reading, entry: Entry, sentence: str, found: Found) -> bool:
    """ "It is not binding", behind a sentence on the document."""
    pronoun = PRONOUN.match(sentence)
    if found.previous is None or pronoun is None:
        return False
    before = reading.text[slice(*found.previous)]
    between = sentence[pronoun.end() : found.match.start() - found.span[0]]
    return bool(list_subjects(reading, entry, before)) and links(reading, between)


def defines_own_type(reading: Reading, sentence: str, entry: Entry) -> bool:
    """Whether the sentence defines the document's kind: "Board Recommendations: texts that do not bind"."""
    label = re.match(r"(?:[\w’'-]+\s+){0,3}?([\w-]+)\s*[:–-]", sentence)
    names = find_type_names(reading, label.group(1)) if label else []
    return bool(names) and names[0].id == entry.document_type


def weigh_internal(reading: Reading, entry: Entry, found: Found, *, scope_alone: bool) -> Statement:
    """Whether a sentence such as "Employees must comply with this policy" binds the issuer's people.

    `scope_alone`: "applies to all staff" and "staff must" bind in a policy; in guidance they only advise.
    """
    rule = f"legal_force.{INTERNAL}"
    sentence = reading.text[slice(*found.span)]
    lost = None
    if phrase_pattern(reading, FILE, "not_itself").search(sentence):
        lost = "about something else"
    elif NEGATED.search(reading.text, found.span[0], found.match.start()):
        lost = "denied"
    elif is_sample(reading, entry, found):
        lost = "a sample text"
    elif scope_alone and entry.document_type not in INTERNAL_TYPES:
        lost = "no policy or circular for its own people"
    elif is_told_of(reading, entry, sentence, found):
        lost = "told of something else"
    elif names_another_kind(reading, entry, sentence):
        lost = "about a text of another kind"
    if lost:
        return Statement(INTERNAL, found.span, rule, 0.3, lost)
    if names_itself(reading, found.match.group()) or find_self(reading, sentence, entry.document_type):
        return Statement(INTERNAL, found.span, rule, 0.9)
    if entry.document_type in INTERNAL_TYPES or entry.body_nature == "academic_institution":
        return Statement(INTERNAL, found.span, rule, 0.8)
    return Statement(INTERNAL, found.span, rule, 0.3, "not said of this document")


def is_told_of(reading: Reading, entry: Entry, sentence: str, found: Found) -> bool:
    """Whether the text only tells of the duty: "This guide explains which rules are binding on staff"."""
    own = find_self(reading, sentence, entry.document_type)
    at = found.match.start() - found.span[0]
    other = phrase_pattern(reading, FILE, "other_clause")
    return own is not None and own[1] <= at and bool(other.search(sentence, own[1], at))


def names_itself(reading: Reading, words: str) -> bool:
    """Whether the words of force name the text: "breach of this policy", but not "breach of this"."""
    determiner = phrase_pattern(reading, FILE, "determiners").search(words)
    return determiner is not None and determiner.end() < len(words)


def is_sample(reading: Reading, entry: Entry, found: Found) -> bool:
    """Whether the words stand in a specimen for others: under "Template for a staff policy"."""
    sample = phrase_pattern(reading, FILE, "sample")
    above = reading.headings_above(reading.index_at(found.block.start))
    titles = [entry.full_name or "", *(reading.text_of(block) for block in above)]
    return any(sample.search(title) for title in titles)


def names_another_kind(reading: Reading, entry: Entry, sentence: str) -> bool:
    """Whether "this policy" stands in a text that is no policy."""
    kinds = {name.id for name in find_type_names(reading, sentence)} & set(INTERNAL_TYPES)
    return bool(kinds) and entry.document_type not in (None, *kinds)


def find_in_title(reading: Reading, entry: Entry) -> Iterator[Statement]:
    """The title says it: "Voluntary Code of Conduct on Harbour Lights"."""
    title = entry.full_name or ""
    head, place = choose_type(reading, title), place_of(reading, title) if title else None
    match = phrase_pattern(reading, FILE, "attributes").search(title)
    if head is None or match is None or place is None or match.end() > head.start:
        return
    if len(title[match.end() : head.start].split()) <= MAX_TITLE_GAP:
        yield Statement(NON_BINDING, place, "legal_force.title", 0.85)


def find_labels(reading: Reading) -> Iterator[Statement]:
    """A label of the cover or running head: "Contains Nonbinding Recommendations"."""
    attributes = phrase_pattern(reading, FILE, "attributes")
    for line in front_lines(reading):
        labelled = line.leaf == 0 and line.words <= MAX_LABEL_WORDS and line.block.kind != "heading"
        match = attributes.search(line.text) if labelled and not line.text.endswith(".") else None
        if match and (find_type_names(reading, line.text) or len(line.text) == len(match.group())):
            span = line.block.start, line.block.end
            yield Statement(NON_BINDING, span, "legal_force.label", 0.84)
