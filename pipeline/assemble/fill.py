"""Candidates into an entry: one field is judged and set, and its evidence given back."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.assemble.candidates import Candidate, judge_many, judge_one, judge_sentences
from pipeline.assemble.reading import Reading
from pipeline.records import Assertion, Entry

# Fields whose value is several verbatim sentences, joined by a space.
SENTENCE_FIELDS = frozenset({"summary", "situations", "hard_law_statement", "legal_force_statement"})


def fill_field(reading: Reading, entry: Entry, name: str, candidates: Iterable[Candidate]) -> list[Assertion]:
    """Set one field of the entry from its candidates and give back the evidence."""
    if isinstance(getattr(entry, name), list):
        values, rows = judge_many(reading, name, candidates)
        # Lists of ids are sorted by contract; the bodies keep the order of the print.
        setattr(entry, name, values if name == "enacting_body" else sorted(values))
        return rows
    judge = judge_sentences if name in SENTENCE_FIELDS else judge_one
    value, rows = judge(reading, name, candidates)
    if value is not None:
        # A truth value is proposed as "True" or "False".
        setattr(entry, name, value == "True" if isinstance(getattr(entry, name), bool) else value)
    return rows
