"""The nature of the first body, from the gazetteer or from its name."""

import pytest

from builders import reading
from pipeline.assemble.body_nature import find_body_nature
from pipeline.assemble.candidates import judge_one
from pipeline.records import Entry


def nature(*bodies):
    """The nature that the rule gives for these enacting bodies."""
    text = reading("p: Some text.")
    entry = Entry(entry_id="sample", enacting_body=list(bodies))
    return judge_one(text, "body_nature", find_body_nature(text, entry))[0]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("World Health Organization", "international_body"),
        ("European Medicines Agency", "eu_body"),
        ("National Institute of Standards and Technology", "public_authority"),
        ("Consejo General del Poder Judicial", "court_or_judicial_body"),
        ("Internet Engineering Task Force", "standards_body"),
        ("American Bar Association", "professional_or_industry_association"),
        ("Telefónica", "company"),
        ("Leiden University", "academic_institution"),
        ("Amnesty International", "civil_society"),
        ("Pontifical Academy for Life", "religious_body"),
    ],
)
def test_the_gazetteer_tells_the_nature(body, expected):
    assert nature(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Ministry of Lighthouses", "public_authority"),
        ("Fjordland Police Authority", "public_authority"),
        ("Ministère des Phares", "public_authority"),
        ("Landesamt für Leuchttürme", "public_authority"),
        ("Secretaría de Faros", "public_authority"),
        ("University of Fjordland", "academic_institution"),
        ("Universidad de los Faros", "academic_institution"),
        ("Hochschule Leuchtturm", "academic_institution"),
        ("Supreme Court of Fjordland", "court_or_judicial_body"),
        ("Association of Lighthouse Keepers", "professional_or_industry_association"),
        ("Royal College of Pilots", "professional_or_industry_association"),
        ("Bundesverband Leuchtturm", "professional_or_industry_association"),
        ("Lighthouse Foundation", "civil_society"),
        ("Stiftung Leuchtturm", "civil_society"),
        ("Diocese of Fjordland", "religious_body"),
        ("Lighthouse Robotics GmbH", "company"),
        ("Lighthouse Systems Ltd", "company"),
        ("European Lighthouse Agency", "eu_body"),
        ("International Lighthouse Commission", "international_body"),
    ],
)
def test_the_name_of_an_unknown_body_tells_its_nature(body, expected):
    assert nature(body) == expected


def test_a_group_has_the_nature_of_the_body_that_set_it_up():
    assert nature("Expert Group on Lighthouses", "European Commission") == "eu_body"
    assert nature("Task Force on Lighthouses", "United Nations") == "international_body"


def test_without_a_body_there_is_no_nature():
    assert nature() is None
