"""Tables that read back equal, run nothing in a spreadsheet and are valid by their own description."""

import csv
import json
from pathlib import Path

import frictionless
import jsonschema
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.export.cells import as_cell
from pipeline.tables import cell_reader, read_csv_table, read_tables, split_list
from runs import outcome, rejected_outcome, write_run

HOSTILE = '=HYPERLINK("http://example.org","a")'
LINES = ("title: =A code", 'p: Be open | honest.\r\nEach "word" counts.', "li: -1 is too few.")


@pytest.fixture
def run(tmp_path: Path) -> Path:
    first = outcome(
        "a",
        *LINES,
        facts={"full_name": {"=A code": "=A code"}, "enacting_body": {HOSTILE: "Be open", "B|C\\": "code"}},
        recommendations=["-1 is too few."],
        instruments={"echr": "word"},
        summary='Be open | honest.\r\nEach "word" counts.',
        short_name="",
        language="en",
    )
    return write_run(tmp_path, first, outcome("b", "title: Another"), rejected_outcome("c.pdf"))


def test_every_csv_table_reads_back_equal_to_its_parquet(run: Path) -> None:
    resources = json.loads((run / "datapackage.json").read_text(encoding="utf-8"))["resources"]
    as_csv = {item["path"]: list(read_csv_table(run / item["path"], item["schema"])) for item in resources}
    as_parquet = {path: pq.read_table((run / path).with_suffix(".parquet")).to_pylist() for path in as_csv}
    assert as_csv == as_parquet
    assert len(as_csv["entries.csv"]) == 2


def test_no_cell_of_a_csv_table_starts_as_a_formula(run: Path) -> None:
    with (run / "entries.csv").open(encoding="utf-8", newline="") as lines:
        cells = [cell for row in csv.reader(lines) for cell in row]
    assert any(HOSTILE in cell for cell in cells)
    assert not [cell for cell in cells if cell.lstrip().startswith(("=", "+", "-", "@"))]


def test_the_data_package_is_valid_with_its_foreign_keys(run: Path) -> None:
    report = frictionless.Package(run / "datapackage.json").validate()
    assert report.valid, report.flatten(["title", "message"])
    assert len(report.tasks) == 9


def test_a_row_without_its_entry_makes_the_package_invalid(run: Path) -> None:
    table = run / "hard_law.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("\na,", "\nz,"), encoding="utf-8")
    report = frictionless.Package(run / "datapackage.json").validate()
    assert [row[0] for row in report.flatten(["type"])] == ["foreign-key"]


def test_an_entry_fits_its_json_schema_and_a_wrong_date_does_not(run: Path) -> None:
    validator = jsonschema.Draft202012Validator(
        json.loads((run / "entry.schema.json").read_text(encoding="utf-8"))
    )
    entry = read_tables(run).entries["a"]
    assert validator.is_valid(entry)
    assert not validator.is_valid(entry | {"date": "May 2020"})
    assert not validator.is_valid(entry | {"legal_force": "strong"})


def test_the_versions_of_pipeline_schema_and_vocabulary_are_told(run: Path) -> None:
    versions = json.loads((run / "datapackage.json").read_text(encoding="utf-8"))["softlaw:versions"]
    assert all(versions[name] for name in ("pipeline", "schema", "vocabulary"))


def test_two_runs_over_the_same_outcomes_are_byte_identical(tmp_path: Path) -> None:
    made = outcome("a", *LINES, facts={"full_name": {"=A code": "=A code"}}, language="en")
    folders = [write_run(tmp_path / name, made) for name in ("one", "two")]
    files = [
        {path.relative_to(folder): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
        for folder in folders
    ]
    assert files[0] == files[1]
    assert len(files[0]) > 15


@given(st.one_of(st.none(), st.text(), st.text(alphabet="'=|\\\r\n ")))
def test_any_text_reads_back_from_its_cell(text: str | None) -> None:
    assert cell_reader({"type": "string"})(as_cell(text)) == text


@given(st.lists(st.one_of(st.text(), st.text(alphabet="'=|\\"))))
def test_any_list_reads_back_from_its_cell(items: list[str]) -> None:
    assert split_list(as_cell(items)) == items


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (["a", "b"], "a|b"),
        (["a|b"], "a\\|b"),
        ([], ""),
        (None, ""),
        ("", "'"),
        (True, "true"),
        (-3, -3),
        ("=1+1", "'=1+1"),
        (" @a", "' @a"),
        ("'tis", "''tis"),
    ],
)
def test_a_cell_is_written_as_people_read_it(value: object, cell: object) -> None:
    assert as_cell(value) == cell
