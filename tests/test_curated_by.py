"""A page of the database that sources.csv names is the curated entry of its document."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from pipeline.corrections import Corrector
from pipeline.records import Outcome, Source
from pipeline.run.core import Models, load_models
from pipeline.run.curated import map_curated
from pipeline.run.engine import Summary, write_outcomes
from pipeline.run.inputs import InputError, list_sources
from pipeline.run.parallel import map_parallel
from pipeline.run.pool import Limits
from pipeline.run.reading import map_sources
from pipeline.run.stages import assemble_parsed, export_outcomes, parse_sources
from pipeline.run.store import Store
from pipeline.run.worker import WorkerSettings
from pipeline.tables import read_tables

SAMPLES = Path(__file__).resolve().parent.parent / "raw" / "samples"
DOCUMENT = """Triage software in our wards

International Society of Emergency Nursing

12 May 2022

Guidelines

1. Hospitals should tell patients that software ranks them.
2. Safety: hospitals should check the software for safety every year. Safety comes before speed.
"""
ROWS = ("guidance,guidance.txt,page\n", "page,page.html,\n", "other,other.txt,\n")
Rows = Sequence[str]


@pytest.fixture(scope="module")
def models() -> Models:
    return load_models()


def write_sources(folder: Path, rows: Rows = ROWS) -> list[Source]:
    folder.mkdir(exist_ok=True)
    (folder / "guidance.txt").write_text(DOCUMENT)
    (folder / "other.txt").write_text("Guidelines\n\nStates should respect privacy.\n")
    (folder / "page.html").write_bytes((SAMPLES / "database-page.html").read_bytes())
    (folder / "sources.csv").write_text("id,path,curated_by\n" + "".join(rows))
    return list_sources([str(folder / "sources.csv")])[0]


def run(sources: list[Source], out: Path, models: Models, store: Store | None = None) -> Summary:
    corrector = Corrector()
    outcomes = map_curated(sources, corrector, lambda ordered: map_sources(ordered, models, store))
    return write_outcomes(outcomes, out, models.vocabulary, lambda outcome: None, corrector)


def read_rows(run_dir: Path, table: str, entry_id: str) -> list[dict[str, object]]:
    rows = pq.read_table(run_dir / f"{table}.parquet").to_pylist()
    return [row for row in rows if row["entry_id"] == entry_id]


def read_files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def run_dir(tmp_path_factory: pytest.TempPathFactory, models: Models) -> Path:
    folder = tmp_path_factory.mktemp("curated")
    run(write_sources(folder / "in"), folder / "out", models)
    return folder / "out"


def test_the_values_of_the_page_are_those_of_the_document(run_dir: Path) -> None:
    [entry] = read_rows(run_dir, "entries", "guidance")
    assert entry["review_status"] == "curated"
    assert entry["full_name"] == "Guidance on the use of triage software in emergency departments"
    assert entry["principles"] == ["accountability", "transparency"]
    assert entry["case_author"] == "Anna Example, Researcher, Institute for Health Law"


def test_each_value_of_the_page_has_a_row_that_names_the_page(run_dir: Path) -> None:
    rows = read_rows(run_dir, "evidence", "guidance")
    principles = {
        row["value"]: row["rule"]
        for row in rows
        if row["field"] == "principles" and row["status"] == "accepted"
    }
    assert principles == {"accountability": "curated entry page", "transparency": "curated entry page"}


def test_what_the_machine_found_is_kept_as_rejected(run_dir: Path) -> None:
    rows = read_rows(run_dir, "evidence", "guidance")
    [title] = [row for row in rows if row["field"] == "full_name" and row["value"].startswith("Triage")]
    assert title["status"] == "rejected"
    assert title["rule"].endswith(": replaced by curated entry page")
    assert title["quote"] == "Triage software in our wards"


def test_a_field_that_the_page_leaves_empty_keeps_what_the_machine_found(run_dir: Path) -> None:
    [entry] = read_rows(run_dir, "entries", "guidance")
    assert (entry["date"], entry["language"]) == ("2022-05-12", "en")
    assert entry["n_recommendations"] > 0


def test_the_page_and_other_documents_stay_as_they_are(run_dir: Path) -> None:
    statuses = {
        row["entry_id"]: row["review_status"]
        for row in pq.read_table(run_dir / "entries.parquet").to_pylist()
    }
    assert list(statuses.items()) == [("guidance", "curated"), ("page", "curated"), ("other", "machine")]


@pytest.mark.parametrize("order", [(1, 0, 2), (2, 0, 1), (0, 2, 1)])
def test_the_order_of_the_rows_does_not_matter(
    tmp_path: Path, models: Models, run_dir: Path, order: tuple[int, ...]
) -> None:
    run(write_sources(tmp_path / "in", [ROWS[place] for place in order]), tmp_path / "out", models)
    assert read_rows(tmp_path / "out", "entries", "guidance") == read_rows(run_dir, "entries", "guidance")
    assert read_rows(tmp_path / "out", "evidence", "guidance") == read_rows(run_dir, "evidence", "guidance")


def test_store_steps_and_workers_write_the_same_tables(tmp_path: Path, models: Models) -> None:
    sources, store = write_sources(tmp_path / "in"), Store(tmp_path / "store")
    run(sources, tmp_path / "plain", models)
    plain = read_files(tmp_path / "plain")
    parse_sources(sources, tmp_path / "parsed", models, store)
    assemble_parsed(tmp_path / "parsed", tmp_path / "outcomes", models, store)
    export_outcomes(tmp_path / "outcomes", tmp_path / "steps", models.vocabulary)
    assert read_files(tmp_path / "steps") == plain
    run(sources, tmp_path / "cold", models, store)
    run(sources, tmp_path / "warm", models, store)
    assert read_files(tmp_path / "cold") == read_files(tmp_path / "warm") == plain


@pytest.mark.slow
@pytest.mark.parametrize("workers", [1, 2])
def test_any_number_of_workers_writes_the_same_tables(tmp_path: Path, models: Models, workers: int) -> None:
    sources, corrector = write_sources(tmp_path / "in"), Corrector()
    run(sources, tmp_path / "plain", models)

    def read(ordered: Sequence[Source]) -> Iterator[Outcome]:
        return map_parallel(ordered, models.vocabulary, workers, WorkerSettings(), Limits())

    outcomes = map_curated(sources, corrector, read)
    write_outcomes(outcomes, tmp_path / "out", models.vocabulary, lambda outcome: None, corrector)
    assert read_files(tmp_path / "out") == read_files(tmp_path / "plain")


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (
            ["guidance,guidance.txt,other\n", ROWS[2]],
            "guidance: curated entry other: it is no page of the database",
        ),
        (["guidance,guidance.txt,page\n", "page,empty.txt,\n"], "the page was rejected"),
        (["page,page.html,twin\n", "twin,page.html,\n"], "the document is a page of the database itself"),
    ],
)
def test_a_curated_entry_that_does_not_fit_is_told_and_counted(
    tmp_path: Path, models: Models, rows: Rows, message: str
) -> None:
    (tmp_path / "empty.txt").touch()
    summary = run(write_sources(tmp_path, rows), tmp_path / "out", models)
    assert [line for line in summary.messages if message in line]
    assert summary.line().endswith(", 1 curated entries not applied")
    assert summary.failed
    [row] = read_tables(tmp_path / "out").corrections
    assert (row["file"], row["field"], row["status"]) == ("sources.csv", None, "not applied")
    assert message.endswith(row["why"])


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (["guidance,guidance.txt,nowhere\n"], "guidance: curated_by: no row has the id nowhere"),
        (["page,page.html,page\n"], "page: curated_by: the row page is curated itself"),
    ],
)
def test_a_wrong_column_is_refused_before_anything_is_read(tmp_path: Path, rows: Rows, message: str) -> None:
    with pytest.raises(InputError, match=message):
        write_sources(tmp_path, rows)


def test_the_samples_show_a_document_with_its_page(models: Models, tmp_path: Path) -> None:
    listed, _ = list_sources([str(SAMPLES.parent / "sources.csv")])
    pair = [source for source in listed if source.entry_id in ("triage-software-guidance", "database-page")]
    run(pair, tmp_path, models)
    (entry,) = read_rows(tmp_path, "entries", "triage-software-guidance")
    assert (entry["review_status"], entry["case_author"]) == (
        "curated",
        "Anna Example, Researcher, Institute for Health Law",
    )
    assert entry["date"] == "2022-05-12"
