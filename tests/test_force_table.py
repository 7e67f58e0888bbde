"""Sentences on legal force in the forms that issuers use, and sentences that only look like them."""

from pathlib import Path

import pytest

from builders import annotated, document
from pipeline.assemble import assemble_outcome

FORCES = {
    "not binding": "non_binding_stated",
    "not stated": "not_stated",
    "binding internally": "binding_internally",
}
TABLE = (Path(__file__).parent / "force_sentences.txt").read_text(encoding="utf-8")
ROWS = [tuple(line.split(" | ")) for line in TABLE.splitlines() if line and not line.startswith("#")]


@pytest.mark.parametrize(("force", "language", "title", "sentence"), ROWS)
def test_what_a_sentence_says_of_the_force_of_its_document(force, language, title, sentence):
    made = document(f"title~24: {title}", f"p: {sentence}", language=language)
    assert assemble_outcome(*annotated(made)).entry.legal_force == FORCES[force]


def test_the_table_has_sentences_of_each_kind_and_language():
    assert len(ROWS) >= 150
    assert {row[0] for row in ROWS} == set(FORCES)
    assert {row[1] for row in ROWS} == {"en", "fr", "de", "es", "nl", "it", "pt", "pl"}
