"""Where a document is meant to apply: its own words, its issuer's territory, or the country it names."""

import pytest

from builders import reading
from pipeline.assemble.candidates import judge_many
from pipeline.assemble.territorial_scope import find_territorial_scope
from pipeline.records import Entry


def scope(*lines, bodies=(), nature=None, language="en"):
    """The territorial scope of a document by hand, its issuer being known."""
    text = reading(*lines, language=language)
    entry = Entry(entry_id="sample", enacting_body=list(bodies), body_nature=nature)
    return judge_many(text, "territorial_scope", find_territorial_scope(text, entry))[0]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("European Banking Authority", "eu"),
        ("Council of Europe", "coe"),
        ("UNICEF", None),
        ("United Nations Children's Fund", "global"),
        ("Organisation for Economic Co-operation and Development", "oecd"),
        ("Association of Southeast Asian Nations", "asean"),
        ("Information Commissioner's Office", "GB"),
        ("Commission nationale de l'informatique et des libertés", "FR"),
        ("Scottish Government", "subnational:GB-SCT"),
        ("Yale University", "organisation:Yale University"),
        ("Microsoft", "organisation:Microsoft"),
        ("Amnesty International", "global"),
    ],
)
def test_the_issuer_has_a_territory_of_its_own(body, expected):
    assert scope("p: Rules of conduct.", bodies=[body]) == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("lines", "body", "nature", "expected"),
    [
        (("title: Rules", "p: On towers."), "Tower Authority of Ghana", "public_authority", ["GH"]),
        (("title: Strategy for Kenya", "p: On towers."), "Ministry of Towers", "public_authority", ["KE"]),
        (("p: REPUBLIC OF MALTA", "title: Rules"), "Ministry of Towers", "public_authority", ["MT"]),
        (("title: Rules",), "Towertown College", "academic_institution", ["organisation:Towertown College"]),
        (("title: Rules",), "Tower Robotics Ltd", "company", ["organisation:Tower Robotics Ltd"]),
        (("title: Rules",), "Ministry of Towers", "public_authority", []),
    ],
)
def test_an_unknown_issuer_applies_where_its_name_or_cover_says(lines, body, nature, expected):
    assert scope(*lines, bodies=[body], nature=nature) == expected


@pytest.mark.parametrize(
    ("sentence", "language", "expected"),
    [
        ("This guidance applies to organisations in the United Kingdom.", "en", ["GB"]),
        ("These guidelines apply in all EU Member States.", "en", ["eu"]),
        ("Dieser Leitfaden richtet sich an Unternehmen in Deutschland.", "de", ["DE"]),
        ("Este documento se aplica en toda la Unión Europea.", "es", ["eu"]),
        ("The earlier report applies to Canada.", "en", []),
    ],
)
def test_a_statement_of_scope_counts_when_no_issuer_is_known(sentence, language, expected):
    assert scope("title: Rules", f"p: {sentence}", language=language) == expected


def test_a_text_without_issuer_on_the_law_of_the_union_applies_there():
    lines = [f"p: Point {number}: the AI Act asks this of providers." for number in range(6)]
    assert scope("title: A code", *lines) == ["eu"]


def test_a_text_without_issuer_applies_in_the_one_country_it_speaks_of():
    told = "p: Towers of Canada are high, and the towns of Canada keep them."
    assert scope("title: Rules", told, told, told) == ["CA"]
    assert scope("title: Rules", told) == []
