"""A page of the database itself -> the `curated` entry: what a person wrote, in our ids.

Nothing is inferred from the prose of such a page: no recommendations, no tags, and no binding law
but what its author names under "Connection with hard law".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from pipeline.assemble.candidates import Candidate
from pipeline.assemble.curated_values import (
    Forms,
    list_forms,
    list_scopes,
    match_body,
    match_values,
)
from pipeline.assemble.fill import fill_field
from pipeline.assemble.hard_law import find_hard_law, list_hard_law
from pipeline.assemble.language import find_language
from pipeline.assemble.reading import Reading
from pipeline.records import Entry, LabelledValue, Outcome
from pipeline.vocabulary.folding import fold

LABELS = "database_page"
RULE = "curated"
TEXTS = ("summary", "situations", "hard_law_statement", "legal_force_statement")
TERMS = (
    "body_nature",
    "document_type",
    "project_area",
    "law_area",
    "addressees",
    "ai_systems",
    "fundamental_rights",
    "principles",
)
# Name, role and organisation of the author; what follows on a page without mark-up is its footer.
AUTHOR_LINES = 3


@dataclass(slots=True)
class Sheet:
    """The printed values of a page by column, and what the run has to say about them."""

    reading: Reading
    values: dict[str, list[LabelledValue]]
    notes: list[str] = field(default_factory=list)

    def text(self, value: LabelledValue) -> str:
        """A value as printed."""
        return self.reading.document.text[value.start : value.end]


def build_curated_entry(reading: Reading) -> Outcome:
    """The entry that a person has written; an unknown value is kept as printed and noted."""
    sheet = Sheet(reading, sort_values(reading))
    entry = Entry(entry_id=reading.entry_id, source_url=reading.document.source.url, review_status="curated")
    evidence = fill_field(reading, entry, "language", find_language(reading, entry))
    for name, rule in RULES.items():
        evidence += fill_field(reading, entry, name, list(rule(sheet, name)))
    law = narrow_to_law(sheet)
    evidence += fill_field(reading, entry, "hard_law", find_hard_law(law, entry))
    return Outcome(
        source=reading.document.source,
        entry=entry,
        hard_law=list_hard_law(law, entry),
        evidence=evidence,
        notes=sheet.notes,
    )


def narrow_to_law(sheet: Sheet) -> Reading:
    """The reading with the mentions under "Connection with hard law" alone."""
    spans = [(value.start, value.end) for value in sheet.values.get("hard_law_statement", [])]
    mentions = {
        group: [item for item in found if any(start <= item.start < end for start, end in spans)]
        for group, found in sheet.reading.mentions.items()
    }
    return replace(sheet.reading, mentions=mentions)


def sort_values(reading: Reading) -> dict[str, list[LabelledValue]]:
    """The values of the page under the column that their label fills."""
    vocabulary = reading.vocabulary
    columns = {
        fold(label): name
        for name in vocabulary.phrase_lists[LABELS]
        for label in vocabulary.phrases(LABELS, name)
    }
    values: dict[str, list[LabelledValue]] = {}
    for value in reading.document.curated or []:
        # The heading of the page has no label: it is the short name.
        name = columns[fold(value.label)] if value.label else "short_name"
        values.setdefault(name, []).append(value)
    return values


def propose_line(sheet: Sheet, name: str) -> Iterator[Candidate]:
    """A value of one line; a title printed on two lines is joined."""
    values = sheet.values.get(name, [])
    if values:
        joined = " ".join(sheet.text(value) for value in values)
        yield Candidate(joined, (values[0].start, values[-1].end), RULE, 1.0)


def propose_author(sheet: Sheet, name: str) -> Iterator[Candidate]:
    """ "Name", "role", "organisation" on three lines -> "name, role, organisation"."""
    values = sheet.values.get(name, [])[:AUTHOR_LINES]
    if values:
        joined = ", ".join(sheet.text(value).strip(" ,") for value in values)
        yield Candidate(joined, (values[0].start, values[-1].end), RULE, 1.0)


def propose_texts(sheet: Sheet, name: str) -> Iterator[Candidate]:
    """The paragraphs of a free text, each with its place."""
    for value in sheet.values.get(name, []):
        yield Candidate(sheet.text(value), (value.start, value.end), RULE, 1.0)


def propose_bodies(sheet: Sheet, name: str) -> Iterator[Candidate]:
    """ "World Health Organization (WHO)" -> the official name; several stand on lines or behind ";"."""
    for value in sheet.values.get(name, []):
        for printed in sheet.text(value).split(";"):
            if printed.strip():
                body = match_body(printed.strip(), sheet.reading.vocabulary)
                yield Candidate(body, (value.start, value.end), RULE, 1.0)


def propose_terms(sheet: Sheet, name: str) -> Iterator[Candidate]:
    """The ids of a closed list."""
    terms = sheet.reading.vocabulary.terms.get(name, {}).values()
    yield from propose_ids(sheet, name, list_forms(terms, sheet.reading.vocabulary))


def propose_scope(sheet: Sheet, name: str) -> Iterator[Candidate]:
    """ "Global" -> `global`, "France" -> `FR`."""
    yield from propose_ids(sheet, name, list_scopes(sheet.reading.vocabulary))


def propose_ids(sheet: Sheet, name: str, forms: Forms) -> Iterator[Candidate]:
    """The ids of each printed value; an unknown one is kept and noted."""
    for value in sheet.values.get(name, []):
        for matched, known in match_values(sheet.text(value), forms, sheet.reading.vocabulary):
            if not known:
                sheet.notes.append(f"{sheet.reading.entry_id}: {name}: {matched!r} is not in the vocabulary")
            yield Candidate(matched, (value.start, value.end), RULE, 1.0 if known else 0.5)


def propose_date(sheet: Sheet, name: str) -> Iterator[Candidate]:
    """The date printed under the label; an empty "Date" stays null."""
    for value in sheet.values.get(name, []):
        for mention in sheet.reading.mentions.get("dates", []):
            if value.start <= mention.start and mention.end <= value.end:
                yield Candidate(mention.value, (mention.start, mention.end), RULE, 1.0)


RULES: dict[str, Callable[[Sheet, str], Iterator[Candidate]]] = {
    "short_name": propose_line,
    "full_name": propose_line,
    "enacting_body": propose_bodies,
    "date": propose_date,
    "territorial_scope": propose_scope,
    "case_author": propose_author,
    **dict.fromkeys(TERMS, propose_terms),
    **dict.fromkeys(TEXTS, propose_texts),
}
