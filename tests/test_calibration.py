"""Confidence is read off curves of what the strength of rules has been worth."""

from pathlib import Path

import pytest

from pipeline.calibration import (
    Calibration,
    CalibrationError,
    calibrate_outcomes,
    load_calibration,
    read_curve,
)
from pipeline.run.engine import write_outcomes
from pipeline.tables import read_tables
from pipeline.vocabulary import load_vocabulary
from runs import outcome

CURVES = {"accepted": {"date": [(0.5, 0.8), (0.9, 1.0)]}, "rejected": {"date": [(0.0, 0.1)]}}
FACTS = {"date": {"2021": "2021"}, "full_name": {"River Code": "River Code"}}


@pytest.mark.parametrize(
    ("strength", "share"), [(0.0, 0.0), (0.25, 0.4), (0.5, 0.8), (0.7, 0.9), (0.9, 1.0), (1.0, 1.0)]
)
def test_a_curve_is_straight_between_its_points_and_level_after_the_last(
    strength: float, share: float
) -> None:
    assert read_curve(CURVES["accepted"]["date"], strength) == pytest.approx(share)


def test_a_field_without_a_curve_keeps_the_strength_of_its_rule() -> None:
    assert Calibration(CURVES).confidence("summary", "accepted", 0.42) == 0.42


@pytest.mark.parametrize(
    ("rule", "confidence"),
    [
        ("date.imprint", 0.9),
        ("date.imprint: replaced by curated entry page", 0.9),
        ("curated", 0.7),
        ("curated entry page", 0.7),
        ("known from sources.csv", 0.7),
        ("correction by A. Person, 2024-06-13: read", 0.7),
    ],
)
def test_what_a_person_wrote_is_not_measured(rule: str, confidence: float) -> None:
    made = outcome("river", "p: In 2021.", facts={"date": {"2021": "2021"}}, confidence=0.7)
    made.evidence[0].rule = rule
    (told,) = calibrate_outcomes([made], Calibration(CURVES))
    assert told.evidence[0].confidence == confidence


def test_a_run_tells_which_curves_its_confidence_was_read_off(tmp_path: Path) -> None:
    lines = ("title: River Code", "p: In 2021, not 1999.")
    made = outcome("river", *lines, facts=FACTS, rejected={"date": {"1999": "1999"}}, confidence=0.5)
    curves = Calibration(CURVES, version="abc")
    write_outcomes([made], tmp_path, load_vocabulary(), lambda done: None, calibration=curves)
    run = read_tables(tmp_path)
    told = {(row["field"], row["value"]): row["confidence"] for row in run.rows["evidence"]}
    assert run.calibration == "abc"
    assert told == {("date", "2021"): 0.8, ("date", "1999"): 0.1, ("full_name", "River Code"): 0.5}


def test_without_curves_a_run_says_so(tmp_path: Path) -> None:
    made = outcome("river", "p: In 2021.", facts={"date": {"2021": "2021"}}, confidence=0.5)
    write_outcomes([made], tmp_path, load_vocabulary(), lambda done: None)
    run = read_tables(tmp_path)
    assert (run.calibration, run.rows["evidence"][0]["confidence"]) == (None, 0.5)


@pytest.mark.parametrize("status", ["accepted", "rejected"])
def test_the_curves_of_the_project_never_fall_and_never_say_certain(status: str) -> None:
    shares = [[share for _, share in curve] for curve in load_calibration().curves[status].values()]
    assert shares == [sorted(each) for each in shares]
    assert 0 < min(map(min, shares)) < max(map(max, shares)) < 1


def test_the_curves_of_the_project_serve_values_better_than_bare_strength() -> None:
    calibration = load_calibration()
    off_before, off_after = (
        sum(row["values"] * abs(row["confidence"] - row["right"]) for row in bins)
        for bins in (calibration.before, calibration.after)
    )
    assert off_after < off_before / 2


@pytest.mark.parametrize("text", ["[1]", "{}", '{"curves": {"accepted": {"date": [1]}}}', "nothing"])
def test_a_file_that_is_no_calibration_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "calibration.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CalibrationError, match="expected what `softlaw evaluate --calibration` writes"):
        load_calibration(path)
