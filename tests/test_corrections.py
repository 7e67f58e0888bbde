"""Corrections last over re-runs, go stale with their evidence, and never change anything in silence."""

import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pipeline.corrections import (
    Correction,
    CorrectionError,
    Corrector,
    format_correction,
    read_checked,
    read_corrections,
)
from pipeline.corrections.note import note_correction
from pipeline.records import Outcome
from pipeline.run.engine import write_outcomes
from pipeline.tables import read_tables
from pipeline.vocabulary import load_vocabulary
from pipeline.vocabulary.load import default_folder
from runs import outcome, write_run

TEXT = "p: Adopted in 2021, amended in 2022, by the River Board. Be fair and safe."
FACTS = {"date": {"2021": "Adopted in 2021"}, "principles": {"fairness": "fair", "safety": "safe"}}


def made(text: str = TEXT, **facts: Any) -> Outcome:
    return outcome("river", "title: River Code", text, facts=FACTS | facts)


def note(tmp_path: Path, field: str, **options: Any) -> Correction:
    run = read_tables(write_run(tmp_path / "seen", made()))
    options = {"before": None, "after": None, "quote": None} | options
    return note_correction(
        run,
        entry="river",
        field=field,
        reason="it is so",
        reviewer="R. Reader",
        day=date(2024, 6, 13),
        **options,
    )


def corrected(correction: Correction, again: Outcome) -> tuple[Outcome, str]:
    corrector = Corrector([correction])
    [result] = corrector.correct([again])
    return result, corrector.results[0].status


def test_a_corrected_value_survives_a_re_run_with_the_persons_evidence(tmp_path: Path) -> None:
    correction = note(tmp_path, "date", before="2021", after="2022", quote="amended in 2022")
    again, status = corrected(correction, made())
    assert status == "applied"
    assert (again.entry.date, again.entry.review_status) == ("2022", "corrected")
    [row] = [row for row in again.evidence if row.field == "date" and row.status == "accepted"]
    assert (row.value, row.quote, row.page, row.zone) == ("2022", "amended in 2022", 1, "operative")
    assert row.rule == "correction by R. Reader, 2024-06-13: it is so"
    assert again.text["text"][row.start : row.end] == row.quote


def test_the_value_before_is_kept_as_rejected_with_who_corrected_it(tmp_path: Path) -> None:
    again, _ = corrected(note(tmp_path, "date", before="2021", after="2022"), made())
    [row] = [row for row in again.evidence if row.field == "date" and row.status == "rejected"]
    assert (row.value, row.rule) == ("2021", "date.hand: corrected by R. Reader")


def test_a_tag_is_taken_out_and_the_others_stay(tmp_path: Path) -> None:
    again, _ = corrected(note(tmp_path, "principles", before="safety"), made())
    assert again.entry.principles == ["fairness"]
    statuses = {row.value: row.status for row in again.evidence if row.field == "principles"}
    assert statuses == {"fairness": "accepted", "safety": "rejected"}


def test_a_tag_is_added_in_order(tmp_path: Path) -> None:
    again, _ = corrected(note(tmp_path, "principles", after="privacy_and_data_governance"), made())
    assert again.entry.principles == ["fairness", "privacy_and_data_governance", "safety"]


def test_a_confirmed_value_gets_a_row_of_the_person(tmp_path: Path) -> None:
    again, status = corrected(note(tmp_path, "date", before="2021", after="2021"), made())
    assert (again.entry.date, status) == ("2021", "applied")
    assert [row.status for row in again.evidence if row.field == "date"] == ["accepted", "accepted"]


@pytest.mark.parametrize(
    ("field", "options", "again"),
    [
        (
            "date",
            {"before": "2021", "after": "2022"},
            {"text": TEXT.replace("Adopted", "Issued"), "date": {"2021": "Issued in 2021"}},
        ),
        ("date", {"before": "2021", "after": "2022"}, {"date": {"2020": "Adopted in 2021"}}),
        (
            "date",
            {"before": "2021", "after": "2022", "quote": "amended in 2022"},
            {"text": TEXT.replace("amended", "changed")},
        ),
        ("short_name", {"after": "The Code"}, {"text": TEXT + " More."}),
        ("short_name", {"after": "The Code"}, {"short_name": {"RC": "River Board"}}),
    ],
    ids=["quote changed", "value changed", "own quote gone", "text changed", "a value appeared"],
)
def test_a_correction_is_stale_when_its_evidence_has_changed(
    tmp_path: Path, field: str, options: dict[str, Any], again: dict[str, Any]
) -> None:
    correction = note(tmp_path, field, **options)
    untouched = made(**again)
    before = (getattr(untouched.entry, field), list(untouched.evidence))
    result, status = corrected(correction, untouched)
    assert status == "stale"
    assert (getattr(result.entry, field), result.evidence) == before
    assert result.entry.review_status == "machine"


def test_text_that_only_moved_leaves_a_correction_in_force(tmp_path: Path) -> None:
    correction = note(tmp_path, "date", before="2021", after="2022")
    moved = outcome("river", "title: A longer title of the River Code", TEXT, facts=FACTS)
    assert corrected(correction, moved)[1] == "applied"


def test_what_the_rules_now_find_themselves_is_settled(tmp_path: Path) -> None:
    correction = note(tmp_path, "date", before="2021", after="2022")
    assert corrected(correction, made(date={"2022": "amended in 2022"}))[1] == "settled"


def test_a_correction_of_an_entry_that_is_not_in_the_run_is_listed(tmp_path: Path) -> None:
    assert (
        corrected(note(tmp_path, "principles", before="safety"), outcome("lake", "title: Lake"))[1]
        == "absent"
    )


def test_a_run_tells_its_stale_corrections_and_counts_them(tmp_path: Path) -> None:
    correction = note(tmp_path, "date", before="2021", after="2022")
    outcomes = [made(date={"2020": "Adopted in 2021"})]
    summary = write_outcomes(
        outcomes, tmp_path / "run", load_vocabulary(), lambda outcome: None, Corrector([correction])
    )
    assert summary.stale == 1
    assert summary.messages[-1].startswith(
        "correction stale: river: date: '2021' -> '2022': the value before"
    )
    assert "1 corrections stale" in summary.line()
    assert read_tables(tmp_path / "run").entries["river"]["date"] == "2020"


def test_a_run_keeps_what_became_of_each_correction_for_tools(tmp_path: Path) -> None:
    folder = tmp_path / "corrections"
    folder.mkdir()
    stale = note(tmp_path, "date", before="2021", after="2022")
    applied = note(tmp_path, "principles", before="safety")
    written = format_correction(stale) + format_correction(applied)
    (folder / "river.toml").write_text(written, encoding="utf-8")
    run, corrector = tmp_path / "run", Corrector(read_corrections(folder))
    outcomes = [made(date={"2020": "Adopted in 2021"})]
    write_outcomes(outcomes, run, load_vocabulary(), lambda outcome: None, corrector)
    first, second = read_tables(run).corrections
    assert first == {
        "file": "river.toml",
        "entry_id": "river",
        "field": "date",
        "before": "2021",
        "after": "2022",
        "reason": "it is so",
        "reviewer": "R. Reader",
        "date": "2024-06-13",
        "status": "stale",
        "why": "the value before is no longer '2021' but ['2020']",
    }
    assert (second["field"], second["after"], second["status"], second["why"]) == (
        "principles",
        None,
        "applied",
        "",
    )


def test_a_run_without_corrections_says_that_there_are_none(tmp_path: Path) -> None:
    run = write_run(tmp_path, made())
    assert (run / "corrections.json").is_file()
    assert read_tables(run).corrections == []


def test_a_correction_reads_back_as_it_was_written(tmp_path: Path) -> None:
    correction = note(tmp_path, "date", before="2021", after='20"22\\ \n=x', quote="amended in 2022")
    path = tmp_path / "river.toml"
    path.write_text(format_correction(correction) * 2, encoding="utf-8")
    assert read_corrections(path) == [correction, correction]


TABLE = {
    "entry": '"river"',
    "field": '"date"',
    "after": '"2022"',
    "reason": '"so"',
    "reviewer": '"R"',
    "date": "2024-06-13",
    "evidence": '"0"',
}


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"field": '"colour"'}, "colour is no column"),
        ({"field": '"entry_id"'}, "entry_id is no column"),
        ({"after": "3"}, "expected one or both as str"),
        ({"after": None}, "expected one or both"),
        ({"field": '"is_soft_law"'}, "as bool"),
        ({"reason": None}, "reason is missing"),
        ({"colour": '"red"'}, "colour is not known"),
        ({"date": '"June"'}, "expected a day"),
        ({"field": '"legal_force"', "after": None, "before": '"draft"'}, "always has a value"),
    ],
)
def test_a_wrong_correction_is_refused_with_its_place(
    tmp_path: Path, change: dict[str, str | None], message: str
) -> None:
    lines = [f"{name} = {value}" for name, value in (TABLE | change).items() if value is not None]
    path = tmp_path / "wrong.toml"
    path.write_text("\n".join(["[[correction]]", *lines]), encoding="utf-8")
    with pytest.raises(CorrectionError, match=f"wrong.toml, correction 1: .*{message}"):
        read_corrections(path)


@pytest.mark.parametrize(
    ("field", "options", "message"),
    [
        ("date", {"before": "1999", "after": "2022"}, "is '2021' and not '1999'"),
        ("date", {"after": "2022"}, "expected it as the value before"),
        ("principles", {"after": "justice", "quote": "be just"}, "does not stand in the text"),
        ("is_soft_law", {"before": "true", "after": "perhaps"}, "expected true or false"),
    ],
)
def test_a_correction_that_does_not_fit_the_run_is_refused(
    tmp_path: Path, field: str, options: dict[str, Any], message: str
) -> None:
    with pytest.raises(CorrectionError, match=message):
        note(tmp_path, field, **options)


@pytest.mark.slow
def test_the_command_line_corrects_a_run_and_fails_on_a_stale_correction(tmp_path: Path) -> None:
    def softlaw(*words: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "pipeline", *words]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    source, out, folder = tmp_path / "code.txt", str(tmp_path / "run"), str(tmp_path / "corrections")
    source.write_text("River Code\n\nDecisions must be fair.\n", encoding="utf-8")
    assert softlaw("run", str(source), "--out", out).returncode == 0
    why = ["--reason", "so", "--reviewer", "R", "--corrections", folder]
    noted = softlaw("correct", out, "code", "official_id", "--after", "RC 1", *why)
    assert noted.returncode == 0, noted.stderr
    assert softlaw("run", str(source), "--out", out, "--corrections", folder).returncode == 0
    assert read_tables(Path(out)).entries["code"]["official_id"] == "RC 1"
    source.write_text("River Code\n\nDecisions must be fair and safe.\n", encoding="utf-8")
    stale = softlaw("run", str(source), "--out", out, "--corrections", folder)
    assert stale.returncode == 1
    assert "correction stale: code: official_id" in stale.stderr
    assert [row["status"] for row in read_tables(Path(out)).corrections] == ["stale"]
    assert read_tables(Path(out)).entries["code"]["official_id"] is None


@pytest.mark.parametrize(
    ("field", "after", "message"),
    [
        ("principles", '"fairnes"', "'fairnes' is no id of the vocabulary: did you mean fairness"),
        ("legal_force", '"xyz"', "expected one of binding_internally, draft"),
        ("date", '"May 2022"', "has not the form"),
    ],
)
def test_a_value_that_its_column_cannot_hold_is_refused(
    tmp_path: Path, field: str, after: str, message: str
) -> None:
    table = TABLE | {"field": f'"{field}"', "after": after}
    lines = [f"{name} = {value}" for name, value in table.items()]
    path = tmp_path / "typed.toml"
    path.write_text("\n".join(["[[correction]]", *lines]), encoding="utf-8")
    with pytest.raises(CorrectionError, match=f"typed.toml.*: river: {field}: .*{message}"):
        read_checked(path)


def test_an_id_of_the_users_own_vocabulary_is_accepted(tmp_path: Path) -> None:
    rules = shutil.copytree(default_folder(), tmp_path / "rules")
    terms = rules / "terms" / "principles.toml"
    terms.write_text(terms.read_text(encoding="utf-8").replace("[fairness", "[fair_lamps"), encoding="utf-8")
    table = TABLE | {"field": '"principles"', "after": '"fair_lamps"'}
    path = tmp_path / "own.toml"
    path.write_text(
        "\n".join(["[[correction]]", *(f"{k} = {v}" for k, v in table.items())]), encoding="utf-8"
    )
    assert [item.after for item in read_checked(path, rules)] == ["fair_lamps"]
    with pytest.raises(CorrectionError, match="fair_lamps"):
        read_checked(path)
