"""Zones are told from heading words and from the openings of recitals."""

import pytest

from pipeline.parse import read_document
from pipeline.parse.zones import SectionNames
from pipeline.records import Source
from pipeline.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()


def zones(page: str) -> list[tuple[str, str]]:
    document = read_document(Source("p", "p"), page.encode(), VOCABULARY)
    return [(block.zone, document.text_of(block)) for block in document.blocks]


@pytest.mark.parametrize(
    ("heading", "zone"),
    [
        ("Annex II: Forms", "annex"),
        ("ANNEXE", "annex"),
        ("5. References", "references"),
        ("Inhaltsverzeichnis", "contents"),
        ("Résumé exécutif", "front"),
        ("Foreword by the Minister", "front"),
        ("Annexation of islands", None),
        ("Duties of operators", None),
    ],
)
def test_a_heading_opens_its_zone(heading: str, zone: str | None) -> None:
    assert SectionNames(VOCABULARY).find_zone(heading, early=True) == zone


def test_a_summary_inside_a_chapter_is_no_front_matter() -> None:
    assert SectionNames(VOCABULARY).find_zone("Summary", early=False) is None


def test_the_zone_of_a_heading_holds_until_the_next_of_its_level() -> None:
    found = zones(
        "<h1>Code</h1><h2>Foreword</h2><p>I am glad.</p><h3>Thanks</h3><p>To all.</p>"
        "<h2>Duties</h2><p>Keep a log.</p><h2>Annex A</h2><p>Forms.</p><h2>Part 2</h2><p>More forms.</p>"
    )
    assert [zone for zone, text in found if text.endswith(".")] == [
        "front",
        "front",
        "operative",
        "annex",
        "annex",
    ]


def test_a_late_run_of_bracketed_numbers_is_the_list_of_references() -> None:
    entries = "".join(f"<p>[{number}] Harbour Board: Tide tables, 200{number}.</p>" for number in range(1, 7))
    found = zones(f"<h1>Code</h1><p>{'Operators should keep a log. ' * 20}</p><h2>Aims</h2>{entries}")
    assert [zone for zone, _ in found][-6:] == ["references"] * 6


def test_a_few_bracketed_numbers_are_no_list_of_references() -> None:
    found = zones("<h1>Code</h1><p>Operators keep a log.</p><p>[1] Lamps.</p><p>[2] Ropes.</p>")
    assert [zone for zone, _ in found][-2:] == ["operative", "operative"]


def test_the_lines_around_a_title_are_front_matter() -> None:
    found = zones("<p>Policy paper</p><h1>Code</h1><p>Published 3 May 2024</p><p>Operators keep a log.</p>")
    assert [zone for zone, _ in found] == ["front", "title", "front", "operative"]


def test_a_date_under_the_title_is_front_matter() -> None:
    found = zones(
        "<h1>Code</h1><p>Published 3 May 2024</p><p>© Board. All rights reserved.</p>"
        "<h2>Aims</h2><p>Operators keep a log.</p>"
    )
    assert [zone for zone, _ in found] == ["title", "front", "front", "operative", "operative"]


def test_recitals_are_the_preamble_up_to_the_words_that_enact() -> None:
    found = zones(
        "<h1>Recommendation on lamps</h1><p>THE HARBOUR BOARD,</p><p>Having regard to its statute,</p>"
        "<p>Whereas:</p><p>(1) Lamps save lives.</p><p>(2) Few boats carry one.</p>"
        "<p>HAS ADOPTED THIS RECOMMENDATION:</p><p>1. Boats should carry a lamp.</p>"
    )
    assert [zone for zone, _ in found] == ["title", *["preamble"] * 5, "operative", "operative"]


def test_a_resolution_recalls_before_it_recommends() -> None:
    found = zones(
        "<h1>Resolution</h1><p>Recalling its mandate,</p><p>Recognizing that boats sink,</p>"
        "<p>Deeply concerned by this,</p><p>1. Recommends that all boats carry lamps;</p>"
        "<p>2. Invites all ports to help.</p>"
    )
    assert [zone for zone, _ in found] == ["title", *["preamble"] * 3, "operative", "operative"]


def test_a_document_without_such_words_is_operative() -> None:
    assert {zone for zone, _ in zones("<h1>Code</h1><h2>Aims</h2><p>Considering others is kind.</p>")} == {
        "title",
        "operative",
    }


def test_a_document_that_is_an_annex_as_a_whole_is_operative() -> None:
    rules = "".join(f"<h3>Rule {number}</h3><p>Operators keep log {number}.</p>" for number in range(9))
    assert "annex" not in {zone for zone, _ in zones(f"<h1>Plan</h1><h2>ANNEX</h2>{rules}")}
