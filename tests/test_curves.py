"""Curves from strength to confidence are learned from judged values."""

import json
from pathlib import Path

import pytest

from pipeline.calibration import load_calibration, read_curve
from pipeline.evaluate.calibration import Judged, judge_value
from pipeline.evaluate.curves import (
    fit_calibration,
    fit_curve,
    fit_curves,
    leave_issuers_out,
    write_calibration,
)

GOLD = {
    "slug": "river-code",
    "is_soft_law": True,
    "full_name": "River Code",
    "enacting_body": ["River Board"],
    "territorial_scope": ["GB"],
    "date": "2021-05-04",
    "principles": {"must": ["fairness"], "may": ["security"]},
    "hard_law": [{"id": "32016R0679"}],
    "hard_law_neutral": ["INT:River Treaty"],
    "hard_law_complete": True,
}


def judged(*runs: tuple[float, bool, int], field: str = "date", issuer: str = "a") -> list[Judged]:
    """So many values of a confidence, right or wrong."""
    return [
        Judged(field, confidence, right, issuer=issuer, document=issuer)
        for confidence, right, number in runs
        for _ in range(number)
    ]


def test_a_curve_never_falls_though_the_shares_do() -> None:
    curve = fit_curve(judged((0.2, True, 30), (0.5, False, 30), (0.9, True, 60)), ())
    assert curve == [(0.2, 0.5), (0.5, 0.5), (0.9, 0.983)]


def test_values_of_one_strength_stand_in_one_step() -> None:
    assert fit_curve(judged((0.5, False, 15), (0.5, True, 15)), ()) == [(0.5, 0.5)]


@pytest.mark.parametrize("runs", [((0.2, False, 4), (0.9, True, 60)), ((0.2, False, 60), (0.9, True, 4))])
def test_a_step_of_few_values_joins_its_neighbour(runs: tuple[tuple[float, bool, int], ...]) -> None:
    assert len({share for _, share in fit_curve(judged(*runs), ())}) == 1


@pytest.mark.parametrize("number", [1, 10, 5000])
def test_right_values_alone_are_not_certainty(number: int) -> None:
    kind = [(0.0, 0.999)]
    assert fit_curve(judged((0.9, True, number)), kind)[0][1] <= (number + 1) / (number + 2)


def test_a_field_with_few_values_leans_on_its_kind() -> None:
    others = judged((0.9, True, 50), (0.9, False, 50), field="language")
    curves = fit_curves([*judged((0.9, True, 1)), *others])["accepted"]
    assert curves["date"][0][1] == pytest.approx((1 + 10 * 51 / 101) / 11, abs=0.001)
    assert "principles" not in curves


def test_a_field_without_values_has_the_curve_of_its_kind() -> None:
    curves = fit_curves(judged((0.9, True, 50)))["accepted"]
    assert curves["official_id"] == [(0.9, 0.98)]


def test_the_confidence_of_an_issuer_is_read_off_the_curves_of_the_others() -> None:
    items = [*judged((0.9, True, 50), issuer="a"), *judged((0.9, False, 50), issuer="b")]
    told = {item.issuer: item.confidence for item in leave_issuers_out(items)}
    assert told == {"a": pytest.approx(0.0, abs=0.03), "b": pytest.approx(1.0, abs=0.03)}


def test_what_is_written_reads_back(tmp_path: Path) -> None:
    fitted = fit_calibration([*judged((0.9, True, 50)), *judged((0.9, True, 50), issuer="b")])
    write_calibration(tmp_path / "calibration.json", fitted)
    curves = load_calibration(tmp_path / "calibration.json").curves
    assert read_curve(curves["accepted"]["date"], 0.9) == fitted["curves"]["accepted"]["date"][0][1]
    assert json.loads((tmp_path / "calibration.json").read_text(encoding="utf-8"))["values"] == 100


@pytest.mark.parametrize(
    ("field", "value", "right"),
    [
        ("is_soft_law", "True", True),
        ("full_name", "River code", True),
        ("enacting_body", "Lake Board", False),
        ("territorial_scope", "GB", True),
        ("date", "2020", False),
        ("principles", "security", True),
        ("principles", "privacy", False),
        ("hard_law", "32016r0679", True),
        ("hard_law", "32016R0680", False),
        ("hard_law", "INT:River Treaty", None),
        ("summary", "Be fair.", None),
    ],
)
def test_a_value_is_judged_by_itself(field: str, value: str, right: bool | None) -> None:
    assert judge_value(GOLD, field, value) is right
