"""A batch of broken files: each in documents or in rejects, in bounded time and memory, no process left."""

import multiprocessing
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from pipeline.run.core import load_models
from pipeline.run.engine import write_outcomes
from pipeline.run.inputs import list_sources
from pipeline.run.parallel import map_parallel
from pipeline.run.pool import Limits
from pipeline.run.worker import WorkerSettings
from tests.mutator import write_broken_files

SAMPLES = sorted((Path(__file__).resolve().parent.parent / "raw" / "samples").iterdir())
NUMBER = 160


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    write_broken_files(SAMPLES, folder / "in", NUMBER, seed=1)
    sources, _ = list_sources([str(folder / "in")])
    models, limits = load_models(), Limits(seconds=60, bytes=1_000_000_000)
    outcomes = map_parallel(sources, models.vocabulary, 2, WorkerSettings(), limits)
    write_outcomes(outcomes, folder / "out", models.vocabulary, lambda outcome: None)
    return folder


def read(tables: Path, name: str) -> list[dict[str, object]]:
    return pq.read_table(tables / "out" / f"{name}.parquet").to_pylist()


def test_every_broken_file_is_in_documents_or_in_rejects(tables: Path) -> None:
    told = [str(row["source"]) for name in ("documents", "rejects") for row in read(tables, name)]
    assert sorted(told) == sorted(path.as_posix() for path in (tables / "in").iterdir())
    assert len(told) == NUMBER


def test_each_reject_has_a_reason_and_none_ran_out_of_time_or_memory(tables: Path) -> None:
    rejects = read(tables, "rejects")
    assert rejects
    assert [row for row in rejects if not row["reason"]] == []
    assert {row["code"] for row in rejects} <= {"unreadable", "empty", "unsupported_type", "encrypted"}


def test_no_process_is_left(tables: Path) -> None:
    assert multiprocessing.active_children() == []
