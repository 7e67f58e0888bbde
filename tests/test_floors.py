"""The scores on the project's own samples, field by field, never fall below tests/floors.json."""

import json
from pathlib import Path

import pytest

from pipeline.evaluate import read_gold, score_documents, summarise
from pipeline.evaluate.floors import find_falls, raise_floors
from pipeline.run.core import load_models
from pipeline.run.engine import write_outcomes
from pipeline.run.inputs import list_sources
from pipeline.run.reading import map_sources
from pipeline.tables import read_tables

ROOT = Path(__file__).resolve().parent.parent
METRICS = {"fields": {"date": {"accuracy": 0.875}, "principles": {"f1": 0.5}}}


@pytest.mark.slow
def test_no_field_falls_below_its_floor_on_the_samples(tmp_path: Path) -> None:
    sources, _ = list_sources([str(ROOT / "raw" / "sources.csv")])
    models = load_models()
    write_outcomes(map_sources(sources, models), tmp_path, models.vocabulary, lambda done: None)
    run, gold = read_tables(tmp_path), read_gold(ROOT / "tests" / "gold")
    metrics = summarise(score_documents(gold, run), run)
    assert find_falls(metrics, json.loads((ROOT / "tests" / "floors.json").read_text(encoding="utf-8"))) == []
    assert metrics["evidence"]["covered"] == metrics["evidence"]["values"] > 100
    assert metrics["evidence"]["exact"] == metrics["evidence"]["quotes"] > 100


def test_a_field_below_its_floor_is_named_with_both_numbers() -> None:
    assert find_falls(METRICS, {"date": 0.9, "principles": 0.5}) == ["date: 0.875 is below 0.9"]


def test_a_field_that_is_gone_is_below_its_floor() -> None:
    assert find_falls(METRICS, {"hard_law": 0.1}) == ["hard_law: None is below 0.1"]


def test_floors_are_raised_and_never_lowered(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    path.write_text('{"date": 0.5, "principles": 0.7}', encoding="utf-8")
    assert raise_floors(path, METRICS) == ["principles: 0.5 is below 0.7"]
    assert json.loads(path.read_text(encoding="utf-8")) == {"date": 0.87, "principles": 0.7}
