"""legal_force: what the document's own words say of its legal force, and the sentences that say it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.assemble.candidates import Candidate
from pipeline.assemble.phrases import phrase_pattern
from pipeline.assemble.reading import Reading
from pipeline.assemble.self_reference import PRONOUN, find_own_name, find_self
from pipeline.records import Block, Entry

NOT_STATED = "not_stated"
# How far the subject may stand before the words of force.
REACH = 220
# Kinds of document that bind their issuer's own people, and bodies that have such people.
INTERNAL_TYPES = ("policy", "memorandum", "code")
INTERNAL_BODIES = ("company", "academic_institution", "professional_or_industry_association")
OTHER_ZONES = ("contents", "references", "furniture")


@dataclass(slots=True, frozen=True)
class Statement:
    """A sentence on legal force, or why it is not about this document."""

    value: str
    span: tuple[int, int]
    rule: str
    score: float
    lost: str | None = None


def find_legal_force(reading: Reading, entry: Entry) -> Iterator[Candidate]:
    """Statements of the text, a label of a draft, and `not_stated` when there is none."""
    for statement in list_statements(reading, entry):
        yield Candidate(statement.value, statement.span, statement.rule, statement.score, statement.lost)
    if entry.date_role == "draft":
        yield Candidate("draft", None, "legal_force.draft_role", 0.86)
    yield Candidate(NOT_STATED, None, "legal_force.no_statement_found", 0.1)


def list_statements(reading: Reading, entry: Entry) -> Iterator[Statement]:
    """Each sentence with words of force, once for each value."""
    for group, value in (("non_binding", "non_binding_stated"), ("binding_internally", "binding_internally")):
        last = -1
        for match in phrase_pattern(reading, "force", group).finditer(reading.text):
            block = reading.document.block_at(match.start())
            if block is None or block.zone in OTHER_ZONES or match.start() < last:
                continue
            spans = reading.sentences(block)
            index = next((i for i, span in enumerate(spans) if span[0] <= match.start() < span[1]), None)
            if index is None:
                continue
            last = spans[index][1]
            previous = spans[index - 1] if index else None
            yield weigh(reading, entry, block, match, spans[index], previous, value)


def weigh(
    reading: Reading,
    entry: Entry,
    block: Block,
    match: re.Match[str],
    span: tuple[int, int],
    previous: tuple[int, int] | None,
    value: str,
) -> Statement:
    """Whether the sentence speaks of this document, and how sure that is."""
    rule = f"legal_force.{value}"
    sentence = reading.text[span[0] : span[1]]
    if phrase_pattern(reading, "force", "not_itself").search(sentence):
        return Statement(value, span, rule, 0.3, "about something else")
    subject = reading.text[max(span[0], match.start() - REACH) : match.end() + 60]
    own = find_self(reading, subject, entry.document_type) or find_own_name(subject, entry.full_name)
    offset = match.start() - max(span[0], match.start() - REACH)
    if own and own[0] <= offset:
        return Statement(value, span, rule, 0.9 if block.zone != "footnote" else 0.7)
    if names_own_type(reading, sentence, entry):
        return Statement(value, span, rule, 0.88)
    if (
        previous
        and PRONOUN.match(sentence)
        and find_self(reading, reading.text[slice(*previous)], entry.document_type)
    ):
        return Statement(value, span, rule, 0.87)
    if value == "binding_internally" and is_internal(entry):
        return Statement(value, span, rule, 0.8)
    return Statement(value, span, rule, 0.3, "not said of this document")


def names_own_type(reading: Reading, sentence: str, entry: Entry) -> bool:
    """Whether the sentence defines the document's kind: "Recommendations: instruments that …"."""
    term = reading.vocabulary.terms["document_type"].get(entry.document_type or "")
    words = term.words.get(reading.language) if term else None
    label = re.match(r"(?:OECD\s+)?(\w+)s?\s*[:–-]", sentence)
    return bool(words and label and label.group(1).lower().rstrip("s") in words.variants)


def is_internal(entry: Entry) -> bool:
    """Whether the document is one by which a body speaks to its own people."""
    return entry.document_type in INTERNAL_TYPES or entry.body_nature in INTERNAL_BODIES
