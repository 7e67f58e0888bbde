"""Scores of runs written by hand against gold written by hand."""

import json
from pathlib import Path
from typing import Any

import pytest

from pipeline.evaluate import GoldError, read_gold, score_documents, summarise
from pipeline.evaluate.calibration import Judged, bin_values
from pipeline.evaluate.matching import match_recommendations, same_instrument, same_name
from pipeline.evaluate.plots import write_plots
from pipeline.tables import RunError, read_tables
from runs import outcome, write_run

GOLD: dict[str, Any] = {
    "slug": "river-code",
    "is_soft_law": True,
    "full_name": "River Code",
    "enacting_body": ["River Board"],
    "enacting_body_variants": ["RB"],
    "body_nature": "public_authority",
    "date": "2021-05-04",
    "date_also_ok": ["2021-05"],
    "date_traps": ["1999 (date of the founding act)"],
    "language": "en",
    "territorial_scope": ["GB"],
    "legal_force": {"value": "not_stated"},
    "principles": {"must": ["fairness", "safety"], "may": ["security"]},
    "hard_law": [{"id": "32016R0679", "name": "GDPR"}],
    "hard_law_complete": True,
    "recommendations": [
        {"number": "1", "text": "Boards should publish a register.", "page": 1, "modality": "recommendation"}
    ],
    "recommendations_complete": True,
}
LINES = (
    "title: River Code",
    "p: The River Board asks for fairness and security.",
    "li: Boards should publish a register.",
    "p: See Regulation (EU) 2016/679.",
)


def gold_folder(tmp_path: Path, **changes: Any) -> Path:
    folder = tmp_path / "gold"
    folder.mkdir()
    (folder / "river-code.json").write_text(json.dumps(GOLD | changes), encoding="utf-8")
    return folder


def evaluate(tmp_path: Path, facts: dict[str, Any], **changes: Any) -> dict[str, Any]:
    made = outcome(
        "river-code",
        *LINES,
        facts=facts,
        recommendations=["Boards should publish a register."],
        instruments={"32016R0679": "Regulation (EU) 2016/679"},
        language="en",
    )
    run = read_tables(write_run(tmp_path / "run", made))
    return summarise(score_documents(read_gold(gold_folder(tmp_path, **changes)), run), run)


def test_a_tag_is_right_under_must_or_may_and_wanted_under_must_alone(tmp_path: Path) -> None:
    facts = {"principles": {"fairness": "fairness", "security": "security", "innovation": "asks"}}
    field = evaluate(tmp_path, facts)["fields"]["principles"]
    assert (field["right"], field["predicted"], field["found"], field["wanted"]) == (2, 3, 1, 2)
    assert field["f1"] == pytest.approx(2 * (2 / 3) * 0.5 / (2 / 3 + 0.5), abs=1e-4)


@pytest.mark.parametrize(
    ("date", "right", "fault"),
    [
        ("2021-05-04", 1, None),
        ("2021-05", 1, None),
        ("1999", 0, "trapped"),
        ("2020", 0, "wrong"),
    ],
)
def test_a_date_is_right_or_its_fault_is_named(
    tmp_path: Path, date: str, right: int, fault: str | None
) -> None:
    metrics = evaluate(tmp_path, {"date": {date: "River"}})
    assert metrics["fields"]["date"]["right"] == right
    assert [name for name, count in metrics["dates"].items() if count] == ([fault] if fault else [])


def test_a_date_that_gold_does_not_have_is_invented(tmp_path: Path) -> None:
    metrics = evaluate(tmp_path, {"date": {"2020": "River"}}, date=None)
    assert metrics["dates"]["invented"] == 1


def test_an_accepted_form_of_the_body_is_right(tmp_path: Path) -> None:
    assert evaluate(tmp_path, {"enacting_body": {"RB": "River"}})["fields"]["enacting_body"]["accuracy"] == 1


def test_another_body_is_wrong(tmp_path: Path) -> None:
    metrics = evaluate(tmp_path, {"enacting_body": {"Lake Board": "River"}})
    assert metrics["fields"]["enacting_body"]["accuracy"] == 0


def test_instruments_and_recommendations_are_matched_and_their_attributes_judged(tmp_path: Path) -> None:
    fields = evaluate(tmp_path, {})["fields"]
    assert fields["hard_law"]["f1"] == 1
    assert fields["recommendations"]["f1"] == 1
    assert fields["recommendations.page"]["accuracy"] == 1


def test_a_document_without_an_entry_is_wrong_in_every_field(tmp_path: Path) -> None:
    run = read_tables(write_run(tmp_path / "run", outcome("other", *LINES)))
    metrics = summarise(score_documents(read_gold(gold_folder(tmp_path)), run), run)
    assert metrics["lost"] == 1
    assert {field.get("accuracy", field.get("f1")) for field in metrics["fields"].values()} == {0}


def test_no_documents_have_no_scores(tmp_path: Path) -> None:
    metrics = summarise([], read_tables(write_run(tmp_path, outcome("other", *LINES))))
    assert (metrics["fields"], metrics["accuracy_mean"]) == ({}, None)


def test_quotes_that_are_not_the_text_are_counted(tmp_path: Path) -> None:
    made = outcome("river-code", *LINES, facts={"full_name": {"River Code": "River Code"}})
    made.evidence[0].quote = "Lake Code"
    run = read_tables(write_run(tmp_path / "run", made))
    evidence = summarise(score_documents(read_gold(gold_folder(tmp_path)), run), run)["evidence"]
    assert (evidence["values"], evidence["covered"]) == (1, 1)
    assert (evidence["quotes"], evidence["exact"]) == (1, 0)


def test_the_interval_holds_the_score_and_is_the_same_again(tmp_path: Path) -> None:
    first = evaluate(tmp_path, {"principles": {"fairness": "fairness"}})
    (tmp_path / "again").mkdir()
    second = evaluate(tmp_path / "again", {"principles": {"fairness": "fairness"}})
    field = first["fields"]["principles"]
    assert field["low"] <= field["f1"] <= field["high"]
    assert first == second


def test_slices_tell_the_language_and_format(tmp_path: Path) -> None:
    slices = evaluate(tmp_path, {})["slices"]
    assert slices["language"]["en"]["documents"] == 1
    assert slices["format"]["pdf"]["hard_law_f1"] == 1


def test_plots_have_a_row_for_each_scored_field(tmp_path: Path) -> None:
    metrics = evaluate(tmp_path, {})
    write_plots(tmp_path / "plots", metrics, bin_values([Judged("date", 0.95, True)]))
    lines = (tmp_path / "plots" / "fields.csv").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "field,score,low,high"
    assert len(lines) == len(metrics["fields"]) + 1


def test_calibration_tells_the_share_that_is_right_by_confidence() -> None:
    judged = [Judged("date", 0.95, True), Judged("date", 0.91, False), Judged("date", 0.3, False)]
    low, high = bin_values(judged)
    assert (low["values"], low["right"]) == (1, 0.0)
    assert (high["values"], high["confidence"], high["right"]) == (2, 0.93, 0.5)


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Guidelines on Consent", "Guidelines on consent.", True),
        ("Guidelines 05/2020 on consent", "Guidelines 04/2020 on consent", False),
        ("", "", False),
    ],
)
def test_names_match_when_words_and_numbers_agree(left: str, right: str, same: bool) -> None:
    assert same_name(left, right) is same


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("32016r0679", "32016r0679", True),
        ("32016r0679", "32016r0680", False),
        ("us:privacy act of 1974", "us:privacy act", False),
        ("us:freedom of information act 1966", "us:freedom of information act", True),
        ("us:freedom of information act", "gb:freedom of information act", False),
    ],
)
def test_instruments_match_by_id_or_by_prefix_and_name(left: str, right: str, same: bool) -> None:
    assert same_instrument(left, right) is same


def test_a_recommendation_with_a_not_too_many_is_another() -> None:
    rows = [{"text": "Boards should not share the register with anybody at all.", "number": None}]
    gold = [{"text": "Boards should share the register with anybody at all.", "number": None}]
    assert match_recommendations(rows, gold) == []


def test_a_gold_text_cut_with_an_ellipsis_is_compared_by_its_own_length() -> None:
    rows = [{"text": "1. Boards should share the register with the public each year.", "number": "1."}]
    assert match_recommendations(rows, [{"text": "Boards should share the register…", "number": None}]) == [
        (0, 0)
    ]


def test_an_empty_gold_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="holds no gold"):
        read_gold(tmp_path)


def test_a_gold_file_without_a_name_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"slug": "a", "is_soft_law": true}', encoding="utf-8")
    with pytest.raises(GoldError, match="full_name is missing"):
        read_gold(tmp_path)


def test_a_folder_without_tables_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RunError, match=r"expected entries\.parquet"):
        read_tables(tmp_path)
