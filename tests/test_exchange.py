"""Evidence goes to annotation tools and comes back as gold or corrections."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pipeline.corrections import Corrector
from pipeline.evaluate.gold import read_file
from pipeline.exchange import (
    export_annotations,
    export_tasks,
    label_config,
    read_labels,
    to_corrections,
    to_gold,
)
from pipeline.exchange.label_studio import LabelError
from pipeline.records import Outcome
from pipeline.tables import Tables, read_tables
from runs import outcome, write_run

LINES = ("title: River 🌊 Code", "p@2: Be fair and safe.")
FACTS = {
    "full_name": {"River 🌊 Code": "River 🌊 Code"},
    "principles": {"fairness": "fair"},
    "language": {"en": None},
}


def made() -> Outcome:
    return outcome("river", *LINES, facts=FACTS, rejected={"principles": {"safety": "safe"}})


@pytest.fixture
def run(tmp_path: Path) -> Tables:
    return read_tables(write_run(tmp_path / "run", made()))


def labelled(tmp_path: Path, run: Tables, *labels: tuple[str, str]) -> Path:
    [task] = export_tasks(run)
    results = [
        {"type": "labels", "value": {"start": 0, "end": 1, "text": text, "labels": [label]}}
        for label, text in labels
    ]
    task["annotations"] = [{"completed_by": 1, "result": []}, {"completed_by": 7, "result": results}]
    path = tmp_path / "export.json"
    path.write_text(json.dumps([task]), encoding="utf-8")
    return path


def test_a_web_annotation_finds_its_quote_by_position_and_by_words(run: Tables) -> None:
    collection = export_annotations(run)
    text = run.text("river")["text"]
    assert collection["total"] == 2
    [item] = [item for item in collection["first"]["items"] if item["body"][0]["value"] == "fairness"]
    quote, position, page = item["target"]["selector"]
    assert text[position["start"] : position["end"]] == quote["exact"] == "fair"
    assert quote["prefix"] + quote["exact"] + quote["suffix"] in text
    assert page["value"] == "page=2"
    assert item["target"]["source"].startswith("urn:sha256:")


def test_label_studio_offsets_are_utf_16_code_units(run: Tables) -> None:
    [task] = export_tasks(run)
    units = task["data"]["text"].encode("utf-16-le")
    results = task["predictions"][0]["result"]
    assert [result["value"]["labels"][0] for result in results] == ["full_name", "principles: fairness"]
    found = [
        units[2 * result["value"]["start"] : 2 * result["value"]["end"]].decode("utf-16-le")
        for result in results
    ]
    assert found == ["River 🌊 Code", "fair"]


def test_the_interface_has_a_label_for_each_id(run: Tables) -> None:
    config = label_config(run)
    assert '<Label value="principles: fairness"/>' in config
    assert config.startswith("<View>")


def test_labels_come_back_as_corrections_that_apply(tmp_path: Path, run: Tables) -> None:
    labels = read_labels(labelled(tmp_path, run, ("principles: safety", "safe")))
    corrections = list(to_corrections(labels, run, "R. Reader", date(2024, 6, 13)))
    assert [(item.before, item.after) for item in corrections] == [("fairness", None), (None, "safety")]
    [again] = Corrector(corrections).correct([made()])
    assert again.entry.principles == ["safety"]


def test_labels_that_agree_with_the_run_correct_nothing(tmp_path: Path, run: Tables) -> None:
    labels = read_labels(labelled(tmp_path, run, ("principles: fairness", "fair")))
    assert list(to_corrections(labels, run, "R. Reader", date(2024, 6, 13))) == []


def test_labels_come_back_as_gold_that_evaluate_reads(tmp_path: Path, run: Tables) -> None:
    labels = read_labels(
        labelled(tmp_path, run, ("principles: safety", "safe"), ("full_name", "River 🌊\nCode"))
    )
    [gold] = to_gold(labels, run)
    path = tmp_path / "river.json"
    path.write_text(json.dumps(gold), encoding="utf-8")
    read = read_file(path)
    assert read["principles"] == {"must": ["safety"], "may": []}
    assert read["full_name"] == "River 🌊 Code"


@pytest.mark.parametrize("content", ["no json", "{}", '[{"data": {}}]', "[1]"])
def test_what_is_no_export_is_refused(tmp_path: Path, content: Any) -> None:
    path = tmp_path / "export.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(LabelError, match="expected the JSON export"):
        read_labels(path)
