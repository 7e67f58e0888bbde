"""Doubts about the vocabularies, their tables, and every mention behind a value."""

import csv
import io
from pathlib import Path

import pytest
from typer.testing import CliRunner

from builders import vocabulary
from pipeline.cli.app import app
from pipeline.vocabulary import load_vocabulary
from pipeline.vocabulary.lint import list_findings
from pipeline.vocabulary.table import write_csv, write_turtle

TERMS = """
[trust]
label = "Trust"
definition = "d"
[trust.en]
variants = ["trust"]
[fund]
label = "Fund"
definition = "d"
same_as = ["charter:17"]
[fund.en]
variants = ["trust fund"]
examples = ["A trust fund."]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "terms").mkdir()
    (tmp_path / "terms" / "x.toml").write_text(TERMS)
    return tmp_path


def kinds(folder: Path, fired: dict[tuple[str, str], set[str]], documents: int) -> set[tuple[str, str]]:
    findings = list_findings(load_vocabulary(folder), fired, documents)
    return {(finding.kind, finding.term) for finding in findings}


def test_a_missing_example_and_an_overlap_are_told(folder: Path) -> None:
    assert kinds(folder, {}, 0) == {("no_example", "trust"), ("overlap", "fund")}


def test_terms_that_never_fire_or_fire_everywhere_are_told(folder: Path) -> None:
    found = kinds(folder, {("x", "trust"): set("abcdef")}, 6)
    assert {("fires_everywhere", "trust"), ("never_fired", "fund")} <= found


def test_the_projects_own_terms_all_have_examples() -> None:
    findings = list_findings(vocabulary(), {}, 0)
    tagged = {"principles", "fundamental_rights", "law_area", "ai_systems", "addressees", "project_area"}
    assert [finding for finding in findings if finding.kind == "no_example" and finding.field in tagged] == []


def test_the_table_has_a_row_for_each_term_and_language(folder: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(write_csv(load_vocabulary(folder)))))
    assert [(row["id"], row["language"], row["variants"]) for row in rows] == [
        ("trust", "en", "trust"),
        ("fund", "en", "trust fund"),
    ]


def test_the_turtle_names_label_and_match(folder: Path) -> None:
    turtle = write_turtle(load_vocabulary(folder))
    assert 'skos:prefLabel "Fund"@en' in turtle
    assert "skos:exactMatch <urn:charter:17>" in turtle


def test_explain_shows_counted_and_uncounted_mentions(tmp_path: Path) -> None:
    source = tmp_path / "code.txt"
    source.write_text("Our principles\n\nTransparency is a principle.\n\nThis does not address solidarity.\n")
    runner = CliRunner()
    out = tmp_path / "run"
    assert runner.invoke(app, ["run", str(source), "--out", str(out)]).exit_code == 0
    shown = runner.invoke(app, ["explain", str(out), "code", "principles"]).output
    assert "transparency: weight +" in shown
    assert "- lead operative principles.phrase (negated)" in shown
