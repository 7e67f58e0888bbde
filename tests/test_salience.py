"""From mentions to what a document is about: places, signs and scores."""

import pytest

from builders import reading
from pipeline.assemble.salience import collect_signs, list_features, score_terms
from pipeline.assemble.weights import ODDS, WEIGHTS
from pipeline.vocabulary import load_vocabulary

FILLER = "p: The committee met in spring and went on with its work on the calendar of the year. " * 40


def place_kinds(name: str, *lines: str) -> list[tuple[str, str, str | None]]:
    signs = collect_signs(reading(*lines), name)
    return [(term, place.kind, place.idle) for term, sign in sorted(signs.items()) for place in sign.places]


@pytest.mark.parametrize(
    ("line", "kind", "idle"),
    [
        ("title: Transparency", "title", None),
        ("h: Transparency", "heading", None),
        ("li: Transparency. Users know it.", "lead", None),
        ("p: Those who operate the systems of the city value, in all they do, transparency.", "body", None),
        ("fn: Transparency.", "lead", "footnote"),
        ("furniture: Transparency.", "lead", "furniture"),
    ],
)
def test_the_place_of_a_mention(line: str, kind: str, idle: str | None) -> None:
    assert place_kinds("principles", line) == [("transparency", kind, idle)]


def scores(name: str, *lines: str) -> dict[str, float]:
    text = reading(*lines)
    return score_terms(text, name, collect_signs(text, name))


def test_a_passing_mention_in_a_long_text_does_not_count() -> None:
    lines = ["title: Annual report", *[FILLER] * 10, "p: Some also care for solidarity."]
    assert scores("principles", *lines)["solidarity"] < 0


def test_a_numbered_item_under_a_heading_counts_in_a_short_text() -> None:
    lines = ("h: Our principles", "li: 1. Solidarity: we share risks.", "li: 2. Safety: we test.")
    found = scores("principles", *lines)
    assert found["solidarity"] > 0
    assert found["safety"] > 0


def test_footnotes_alone_decide_nothing() -> None:
    assert scores("principles", "p: We met.", "fn: Fairness.", "fn: Fairness.")["fairness"] < 0


@pytest.mark.parametrize(
    ("field", "line", "term"),
    [
        ("law_area", "p: Directive 85/374/EEC applies.", "product_liability"),
        (
            "fundamental_rights",
            "p: Article 8 of the Charter of Fundamental Rights.",
            "data_protection",
        ),
        ("fundamental_rights", "p: See Article 6(1) ECHR.", "effective_remedy_and_fair_trial"),
    ],
)
def test_a_citation_is_evidence_of_its_subject(field: str, line: str, term: str) -> None:
    places = collect_signs(reading(line), field)[term].places
    assert {place.mention.rule.partition(".")[2] for place in places} <= {"instrument", "article"}


@pytest.mark.parametrize(
    ("line", "fills"),
    [
        ("h: Human oversight", True),
        ("h: 3. Ensuring human oversight", True),
        ("h: What the committee heard about human oversight in spring and summer", False),
        ("p: Human oversight", False),
    ],
)
def test_a_heading_is_on_a_term_that_fills_it(line: str, fills: bool) -> None:
    signs = collect_signs(reading(line), "principles")["human_oversight"]
    assert [place.fills_heading for place in signs.places] == [fills]


@pytest.mark.parametrize(
    ("line", "listed"),
    [
        ("p: We value solidarity, sustainability and transparency.", True),
        ("p: We value solidarity. We value sustainability. We value transparency.", False),
    ],
)
def test_three_terms_in_one_sentence_are_a_list(line: str, listed: bool) -> None:
    assert bool(collect_signs(reading(line), "principles")["solidarity"].stated) is listed


def test_a_duty_beside_a_sector_is_no_right() -> None:
    places = collect_signs(reading("p: Students must register."), "fundamental_rights")["education"].places
    assert [place.idle for place in places] == ["weak word alone"]


def test_each_weight_is_that_of_a_feature() -> None:
    features = list_features(collect_signs(reading("p: Fairness."), "principles"), 100)["fairness"]
    assert {sign for weights in WEIGHTS.values() for sign in weights} <= set(features)


@pytest.mark.parametrize(
    ("field", "terms"), [(field, set(load_vocabulary().terms[field])) for field in sorted(ODDS)]
)
def test_odds_are_those_of_terms(field: str, terms: set[str]) -> None:
    assert set(ODDS[field]) <= terms


@pytest.mark.parametrize(
    ("lines", "idle"),
    [
        (("h: Acknowledgements", "p: Ada Pane, Chief Security Officer, Sluice Works"), "list of people"),
        (("h: List of respondents", "p: Security Users Society"), "list of people"),
        (("h: Security", "p: Security is tested."), None),
    ],
)
def test_people_who_helped_are_no_subject(lines: tuple[str, ...], idle: str | None) -> None:
    last = collect_signs(reading(*lines), "principles")["security"].places[-1]
    assert last.idle == idle


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("h: Ada Pane, Secretary of State for Health and Industry", "en"),
        ("h: Ada Pane, Ministra de Salud y Educación", "es"),
        ("h: Le Ministre de la Santé et de l'Industrie", "fr"),
    ],
)
def test_the_name_of_an_office_is_no_subject(line: str, language: str) -> None:
    text = reading(line, language=language)
    signs = {**collect_signs(text, "project_area"), **collect_signs(text, "addressees")}
    places = [place.idle for sign in signs.values() for place in sign.places]
    assert places
    assert set(places) == {"name_of_office"}


def test_a_ministry_that_is_told_what_to_do_speaks_for_its_sector() -> None:
    line = "p: The Ministry of Health and Industry must report."
    assert [place.idle for place in collect_signs(reading(line), "project_area")["health"].places] == [None]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("p: Regulators should guide.", 1),
        ("p: Regulators and their staff must guide.", 1),
        ("p: For loans offered to the regulators, the others should pay.", 0),
        ("p: We met regulators. Others should pay.", 0),
    ],
)
def test_who_is_told_is_the_subject_of_the_verb(line: str, told: int) -> None:
    assert collect_signs(reading(line), "addressees")["regulators"].duty == told


def test_the_italian_subject_stands_before_its_verb() -> None:
    text = reading("p: I dati forniti ai giudici devono essere esatti.", language="it")
    assert collect_signs(text, "addressees")["courts_and_judiciary"].duty == 0
