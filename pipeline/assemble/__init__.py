"""Document + Mentions -> Entry: one function a field, candidates and the rule that chose."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from pipeline.assemble.body_nature import find_body_nature
from pipeline.assemble.candidates import Candidate
from pipeline.assemble.curated import build_curated_entry
from pipeline.assemble.date import find_date
from pipeline.assemble.date_role import find_date_role
from pipeline.assemble.document_type import find_document_type
from pipeline.assemble.enacting_body import find_enacting_body
from pipeline.assemble.fill import fill_field
from pipeline.assemble.full_name import find_full_name
from pipeline.assemble.hard_law import find_hard_law, find_hard_law_statement, list_hard_law
from pipeline.assemble.language import find_language
from pipeline.assemble.legal_force import find_legal_force
from pipeline.assemble.legal_force_statement import find_legal_force_statement
from pipeline.assemble.official_id import find_official_id
from pipeline.assemble.reading import Reading, read
from pipeline.assemble.recommendations import find_recommendations
from pipeline.assemble.screening import find_is_soft_law, find_screen_reason
from pipeline.assemble.short_name import find_short_name
from pipeline.assemble.situations import find_situations
from pipeline.assemble.summary import find_summary
from pipeline.assemble.tags import (
    find_addressees,
    find_ai_systems,
    find_fundamental_rights,
    find_law_area,
    find_principles,
    find_project_area,
)
from pipeline.assemble.territorial_scope import find_territorial_scope
from pipeline.records import Assertion, Document, Entry, Mention, Outcome
from pipeline.vocabulary import Vocabulary

FieldRule = Callable[[Reading, Entry], Iterable[Candidate]]

# In order: a later field may read an earlier one from the entry. A new field is a line here, a
# column in records and its module.
FIELDS: tuple[tuple[str, FieldRule], ...] = (
    ("language", find_language),
    ("full_name", find_full_name),
    ("enacting_body", find_enacting_body),
    ("body_nature", find_body_nature),
    ("territorial_scope", find_territorial_scope),
    ("date", find_date),
    ("date_role", find_date_role),
    ("official_id", find_official_id),
    ("short_name", find_short_name),
    ("document_type", find_document_type),
    ("is_soft_law", find_is_soft_law),
    ("screen_reason", find_screen_reason),
    ("legal_force", find_legal_force),
    ("legal_force_statement", find_legal_force_statement),
    ("summary", find_summary),
    ("situations", find_situations),
    ("project_area", find_project_area),
    ("law_area", find_law_area),
    ("ai_systems", find_ai_systems),
    ("addressees", find_addressees),
    ("fundamental_rights", find_fundamental_rights),
    ("principles", find_principles),
    ("hard_law", find_hard_law),
    ("hard_law_statement", find_hard_law_statement),
)


def assemble_outcome(document: Document, mentions: list[Mention], vocabulary: Vocabulary) -> Outcome:
    """The entry of a document with its rows; the document record is added by the engine."""
    reading = read(document, mentions, vocabulary)
    if document.curated is not None:
        return build_curated_entry(reading)
    entry = Entry(entry_id=reading.entry_id, source_url=document.source.url)
    evidence: list[Assertion] = []
    for name, rule in FIELDS:
        evidence += fill_field(reading, entry, name, rule(reading, entry))
    recommendations = find_recommendations(reading, entry)
    entry.n_recommendations = len(recommendations)
    return Outcome(
        source=document.source,
        entry=entry,
        recommendations=recommendations,
        hard_law=list_hard_law(reading, entry),
        evidence=evidence,
    )
