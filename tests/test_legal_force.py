"""Legal force: sentences about the document itself, and its evidence."""

import pytest

from builders import reading
from pipeline.assemble.legal_force import list_statements
from pipeline.assemble.legal_force_statement import find_legal_force_statement
from pipeline.assemble.self_reference import find_self
from pipeline.records import Entry


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("These guidelines help keepers.", "These guidelines"),
        (
            "For the purpose of these non-binding ethics guidelines we say so.",
            "these non-binding ethics guidelines",
        ),
        ("This document helps keepers.", "This document"),
        ("The present Charter helps keepers.", "The present Charter"),
        ("The Board's guidelines help keepers.", None),
        ("These guidelines of the Board help keepers.", None),
        ("The guidelines of others help keepers.", None),
    ],
)
def test_a_sentence_names_its_own_document(sentence, found):
    span = find_self(reading("p: x"), sentence)
    assert (sentence[slice(*span)] if span else None) == found


def test_the_statement_is_the_whole_sentence_without_its_neighbours():
    text = reading("p: Piers are old. These guidelines are not legally binding. They help.")
    entry = Entry(entry_id="sample", legal_force="non_binding_stated")
    assert [found.value for found in find_legal_force_statement(text, entry)] == [
        "These guidelines are not legally binding."
    ]


def test_a_rejected_sentence_keeps_its_reason():
    text = reading("p: The Board's guidelines are not binding.")
    (statement,) = list_statements(text, Entry(entry_id="sample"))
    assert statement.lost == "about something else"
