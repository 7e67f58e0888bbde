"""The review queue: what is doubted, why, and what confidence has been worth."""

from pathlib import Path
from typing import Any

import pytest

from pipeline.review import Calibration, CalibrationError, Doubt, list_doubts, read_calibration
from pipeline.tables import read_tables
from runs import outcome, write_run

FULL = {
    "full_name": {"River Code": "River Code"},
    "enacting_body": {"River Board": "River Board"},
    "document_type": {"code": "Code"},
    "date": {"2021": "2021"},
}


def doubts_of(tmp_path: Path, calibration: Calibration | None = None, **options: Any) -> dict[str, Doubt]:
    lines = (
        "title: River Code",
        "p: The River Board adopted in 2021, not 1999, what is fair.",
        "fn: Be safe.",
    )
    facts = FULL | options.pop("facts", {})
    made = outcome("river", *lines, facts=facts, **options)
    run = read_tables(write_run(tmp_path, made))
    return {doubt.field: doubt for doubt in list_doubts(run, calibration or Calibration())}


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


def test_a_close_candidate_makes_a_value_doubtful(tmp_path: Path) -> None:
    doubts = doubts_of(tmp_path, rejected={"date": {"1999": "1999"}}, confidence=0.3)
    assert doubts["date"].reasons == ("close candidate",)


def test_a_value_that_says_that_nothing_is_said_needs_no_place(tmp_path: Path) -> None:
    assert doubts_of(tmp_path, facts={"legal_force": {"not_stated": None}})["legal_force"].reasons == ()


def test_a_distant_candidate_does_not(tmp_path: Path) -> None:
    assert doubts_of(tmp_path, rejected={"date": {"1999": "1999"}})["date"].reasons == ()


def test_a_field_that_is_nearly_always_there_is_doubted_when_it_is_missing(tmp_path: Path) -> None:
    run = read_tables(write_run(tmp_path, outcome("bare", "title: A code")))
    found = {doubt.field: doubt.reasons for doubt in list_doubts(run, Calibration())}
    assert found == dict.fromkeys(("date", "document_type", "enacting_body", "full_name"), ("not found",))


def test_the_most_doubtful_comes_first(tmp_path: Path) -> None:
    made = outcome("river", "title: River Code", "p: Be fair.", facts={"principles": {"fairness": "fair"}})
    doubts = list_doubts(read_tables(write_run(tmp_path, made)), Calibration())
    assert [doubt.doubt for doubt in doubts] == sorted((doubt.doubt for doubt in doubts), reverse=True)


def test_calibration_turns_confidence_into_the_share_that_was_right(tmp_path: Path) -> None:
    calibration = Calibration({"*": [(0.0, 0.4), (0.8, 0.7)], "date": [(0.0, 0.99)]})
    doubts = doubts_of(tmp_path, calibration)
    assert doubts["full_name"].doubt == 0.3
    assert doubts["date"].doubt == 0.01


def test_the_calibration_of_the_project_is_readable_and_never_falls() -> None:
    for steps in read_calibration().steps.values():
        assert steps == sorted(steps)
        assert [share for _, share in steps] == sorted(share for _, share in steps)


def test_a_file_that_is_no_calibration_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "calibration.json"
    path.write_text("[1]", encoding="utf-8")
    with pytest.raises(CalibrationError, match="expected the steps"):
        read_calibration(path)
