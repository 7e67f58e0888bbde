"""What changed between two runs, and nothing else."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from pipeline.diff import COMPARED, Change, compare_runs, format_text, render_html
from pipeline.records import Outcome, Source
from pipeline.run.core import load_models, process
from pipeline.run.engine import write_outcomes
from pipeline.tables import Tables, read_tables
from pipeline.vocabulary import default_folder
from runs import outcome, write_run

RELEASE = Path(__file__).with_name("release")
LINES = (
    "title: River Code",
    "p@2: Be fair and safe, says the River Board in 2021 and in 2022.",
    "li: Boards should meet.",
    "li: Boards should vote.",
)


def made(entry_id: str = "river", **options: Any) -> Outcome:
    return outcome(entry_id, *LINES, **options)


def changes(tmp_path: Path, old: list[Outcome], new: list[Outcome]) -> list[Change]:
    return compare_runs(
        read_tables(write_run(tmp_path / "old", *old)), read_tables(write_run(tmp_path / "new", *new))
    )


def test_equal_runs_have_no_change(tmp_path: Path) -> None:
    assert changes(tmp_path, [made()], [made()]) == []
    assert format_text([]) == ["no change"]


def test_a_value_that_was_gained_comes_with_its_evidence(tmp_path: Path) -> None:
    [change] = changes(tmp_path, [made()], [made(facts={"principles": {"fairness": "fair"}})])
    assert (change.kind, change.field, change.new) == ("gained", "principles", "fairness")
    assert (change.rule, change.quote, change.page) == ("principles.hand", "fair", 2)


def test_a_value_that_was_lost_comes_with_the_evidence_it_had(tmp_path: Path) -> None:
    [change] = changes(tmp_path, [made(facts={"principles": {"safety": "safe"}})], [made()])
    assert (change.kind, change.old, change.quote) == ("lost", "safety", "safe")


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [("2021", "2022", "altered"), (None, "2022", "gained"), ("2021", None, "lost")],
)
def test_a_single_value_is_altered_gained_or_lost(
    tmp_path: Path, old: str | None, new: str | None, kind: str
) -> None:
    runs = [[made(facts={"date": {date: date}} if date else None)] for date in (old, new)]
    [change] = changes(tmp_path, *runs)
    assert (change.kind, change.old, change.new) == (kind, old, new)


def test_bodies_in_another_order_are_altered(tmp_path: Path) -> None:
    [change] = changes(tmp_path, [made(enacting_body=["A", "B"])], [made(enacting_body=["B", "A"])])
    assert (change.kind, change.old, change.new) == ("altered", "A | B", "B | A")


def test_entries_that_only_one_run_has_are_named(tmp_path: Path) -> None:
    found = changes(tmp_path, [made("a"), made("b")], [made("b"), made("c")])
    assert [(change.entry_id, change.field, change.kind) for change in found] == [
        ("a", "entry", "lost"),
        ("c", "entry", "gained"),
    ]


def test_recommendations_are_compared_by_their_text_and_then_by_their_attributes(tmp_path: Path) -> None:
    old = made(recommendations=["Boards should meet.", "Boards should vote."])
    new = made(recommendations=["Boards should meet."])
    new.recommendations[0].modality = "obligation"
    found = [(change.field, change.kind) for change in changes(tmp_path, [old], [new])]
    assert found == [("recommendations", "lost"), ("recommendations.modality", "altered")]


def test_instruments_are_compared_by_id(tmp_path: Path) -> None:
    [change] = changes(tmp_path, [made()], [made(instruments={"echr": "Board"})])
    assert (change.field, change.kind, change.new) == ("hard_law", "gained", "echr Board")


def test_the_text_names_entry_value_place_and_counts(tmp_path: Path) -> None:
    found = changes(tmp_path, [made()], [made(facts={"principles": {"fairness": "fair"}})])
    assert format_text(found) == [
        "river",
        '  + principles: fairness  [p. 2, principles.hand] "fair"',
        "",
        f"{'principles':26} +1 -0 ~0",
    ]


def test_a_column_that_the_last_release_had_not_yet_is_gained_where_it_has_a_value(tmp_path: Path) -> None:
    old, new = (
        read_tables(write_run(tmp_path / name, made(facts={"principles": {"fairness": "fair"}}, date="2021")))
        for name in ("old", "new")
    )
    for column in ("principles", "date", "official_id"):
        del old.entries["river"][column]
    assert [(change.kind, change.field, change.new) for change in compare_runs(old, new)] == [
        ("gained", "date", "2021"),
        ("gained", "principles", "fairness"),
    ]


def test_the_tables_of_the_last_release_are_there_and_can_be_compared() -> None:
    assert {path.name for path in RELEASE.iterdir()} == {f"{name}.parquet" for name in COMPARED}
    release = read_tables(RELEASE, COMPARED)
    assert release.entries
    assert compare_runs(release, release) == []


def test_the_page_escapes_what_comes_from_documents() -> None:
    page = render_html([Change("a", "full_name", "gained", new="<img src=x onerror=alert(1)>")], "old", "new")
    assert "<img" not in page
    assert "&lt;img src=x onerror=alert(1)&gt;" in page


def read_texts(texts: dict[str, str], out: Path, vocabulary: Path | None) -> Tables:
    """The tables of a run over Markdown texts."""
    models = load_models(vocabulary)
    outcomes = [process(Source(i, f"{i}.md"), text.encode(), models) for i, text in texts.items()]
    write_outcomes(outcomes, out, models.vocabulary, lambda done: None)
    return read_tables(out)


@pytest.mark.slow
def test_one_term_less_in_the_vocabulary_names_exactly_the_entries_that_changed(tmp_path: Path) -> None:
    vocabulary = tmp_path / "vocabulary"
    shutil.copytree(default_folder(), vocabulary)
    principles = vocabulary / "terms" / "principles.toml"
    tables = principles.read_text(encoding="utf-8").split("\n[")
    kept = [table for table in tables if not table.startswith(("solidarity]", "solidarity."))]
    assert len(kept) < len(tables)
    principles.write_text("\n[".join(kept), encoding="utf-8")
    texts = {
        name: f"# Principles\n\n## {word}\n\nThe principle of {word.lower()} shall be respected.\n"
        for name, word in (("a", "Solidarity"), ("b", "Transparency"), ("c", "Solidarity"))
    }
    found = compare_runs(
        read_texts(texts, tmp_path / "old", None), read_texts(texts, tmp_path / "new", vocabulary)
    )
    assert {
        (change.entry_id, change.field, change.old) for change in found if change.field == "principles"
    } == {
        ("a", "principles", "solidarity"),
        ("c", "principles", "solidarity"),
    }
    assert {change.entry_id for change in found} == {"a", "c"}
