"""The kind of document: the head of its title, a label, then what the text calls itself."""

import pytest

from builders import reading
from pipeline.assemble.candidates import judge_one
from pipeline.assemble.document_type import choose_type, find_document_type
from pipeline.records import Entry


@pytest.mark.parametrize(
    ("language", "title", "kind"),
    [
        ("en", "Guidelines on the Code of Practice", "guidelines"),
        ("en", "Code of Practice for Pilots", "code"),
        ("en", "Pier Governance Framework Playbook", "guidelines"),
        ("en", "Final Report: Guidelines on piers", "guidelines"),
        ("en", "Report on the Pier Strategy", "report"),
        ("en", "Piers for Everyone: An Action Plan", "strategy"),
        ("en", "Piers in the Age of Resilient Policy", None),
        ("en", "Dispute resolution at the pier", None),
        ("de", "Praxisleitfaden Hafen", "guidelines"),
        ("de", "Nationale Hafenstrategie", "strategy"),
        ("fr", "Charte des pilotes", "charter"),
        ("es", "Política Nacional para los Muelles", "strategy"),
        ("nl", "Handreiking steigers", "guidelines"),
        ("it", "Linee guida per i moli", "guidelines"),
        ("pt", "Livro branco dos cais", "white_paper"),
    ],
)
def test_the_head_of_a_title_names_the_kind(language, title, kind):
    name = choose_type(reading("p: Text.", language=language), title)
    assert (name.id if name else None) == kind


def find_type(entry: Entry, *lines: str) -> str | None:
    text = reading(*lines)
    return judge_one(text, "document_type", find_document_type(text, entry))[0]


def test_the_place_of_the_noun_in_the_title_is_its_evidence():
    text = reading("title: Guidelines on piers")
    entry = Entry(entry_id="sample", full_name="Guidelines on piers")
    candidate = next(iter(find_document_type(text, entry)))
    assert text.document.text[slice(*candidate.span)] == "Guidelines"


def test_everyday_nouns_name_a_kind_only_where_no_other_does():
    entry = Entry(entry_id="sample")
    assert (
        find_type(entry, "p: This analysis and this plan were made. This white paper shows both.")
        == "white_paper"
    )
    assert find_type(entry, "p: This policy was made by the keepers.") == "policy"
    assert find_type(entry, "p: This plan was made by the keepers.") is None
