"""The review queue: what is doubted, and why."""

from pathlib import Path
from typing import Any

import pytest

from pipeline.review import Doubt, list_doubts
from pipeline.tables import read_tables
from runs import outcome, write_run

FULL = {
    "full_name": {"River Code": "River Code"},
    "enacting_body": {"River Board": "River Board"},
    "document_type": {"code": "Code"},
    "date": {"2021": "2021"},
}


def doubts_of(tmp_path: Path, **options: Any) -> dict[str, Doubt]:
    lines = (
        "title: River Code",
        "p: The River Board adopted in 2021, not 1999, what is fair.",
        "fn: Be safe.",
    )
    facts = FULL | options.pop("facts", {})
    made = outcome("river", *lines, facts=facts, **options)
    run = read_tables(write_run(tmp_path, made))
    return {doubt.field: doubt for doubt in list_doubts(run)}


def test_a_value_without_reasons_is_doubted_as_far_as_its_rule_is_unsure(tmp_path: Path) -> None:
    doubt = doubts_of(tmp_path)["full_name"]
    assert (doubt.doubt, doubt.reasons) == (0.1, ())


@pytest.mark.parametrize(
    ("options", "field", "reason"),
    [
        ({"facts": {"principles": {"fairness": "fair"}}}, "principles", "one place only"),
        ({"facts": {"principles": {"safety": "safe"}}}, "principles", "only in notes or contents"),
        ({"facts": {"body_nature": {"company": None}}}, "body_nature", "not in the text"),
    ],
)
def test_a_weak_value_is_doubted_for_its_reason(
    tmp_path: Path, options: dict[str, Any], field: str, reason: str
) -> None:
    assert reason in doubts_of(tmp_path, **options)[field].reasons


@pytest.mark.parametrize(("confidence", "reasons"), [(0.2, ("close candidate",)), (0.1, ())])
def test_a_candidate_that_may_well_be_right_makes_a_value_doubtful(
    tmp_path: Path, confidence: float, reasons: tuple[str, ...]
) -> None:
    doubts = doubts_of(tmp_path, rejected={"date": {"1999": "1999"}}, rejected_confidence=confidence)
    assert doubts["date"].reasons == reasons


def test_a_value_that_says_that_nothing_is_said_needs_no_place(tmp_path: Path) -> None:
    assert doubts_of(tmp_path, facts={"legal_force": {"not_stated": None}})["legal_force"].reasons == ()


def test_a_field_that_is_nearly_always_there_is_doubted_when_it_is_missing(tmp_path: Path) -> None:
    run = read_tables(write_run(tmp_path, outcome("bare", "title: A code")))
    found = {doubt.field: doubt.reasons for doubt in list_doubts(run)}
    assert found == dict.fromkeys(("date", "document_type", "enacting_body", "full_name"), ("not found",))


@pytest.mark.parametrize(
    "rule", ["curated", "curated entry page", "known from sources.csv", "correction by A. Person"]
)
def test_what_a_person_wrote_is_beyond_doubt(tmp_path: Path, rule: str) -> None:
    made = outcome("river", "p: In 2021.", facts={"date": {"2021": None}}, review_status="curated")
    made.evidence[0].rule = rule
    assert list_doubts(read_tables(write_run(tmp_path, made))) == []


def test_the_most_doubtful_comes_first(tmp_path: Path) -> None:
    made = outcome("river", "title: River Code", "p: Be fair.", facts={"principles": {"fairness": "fair"}})
    doubts = list_doubts(read_tables(write_run(tmp_path, made)))
    assert [doubt.doubt for doubt in doubts] == sorted((doubt.doubt for doubt in doubts), reverse=True)
