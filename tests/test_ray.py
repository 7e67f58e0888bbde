"""Ray on this machine gives the same tables as a plain run."""

import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pytest

from pipeline.records import Outcome, Source
from pipeline.run import Models, Store
from pipeline.run.ray_engine import Reader
from pipeline.run.store import pack_thing, unpack_thing
from pipeline.run.worker import WorkerSettings

ROOT = Path(__file__).resolve().parent.parent
TABLES = ("entries", "recommendations", "hard_law", "evidence", "documents", "rejects")


def run(out: Path, *options: str) -> None:
    command = [sys.executable, "-m", "pipeline", "run", "raw/samples", "--out", str(out), *options]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=400, check=False)
    assert done.returncode == 0, done.stderr


def read_parquet(folder: Path) -> dict[str, bytes]:
    return {name: (folder / f"{name}.parquet").read_bytes() for name in TABLES}


@pytest.mark.slow
def test_ray_writes_the_same_rows(tmp_path: Path) -> None:
    run(tmp_path / "plain")
    run(tmp_path / "ray", "--engine", "ray", "--address", "local", "--workers", "2")
    assert read_parquet(tmp_path / "ray") == read_parquet(tmp_path / "plain")
    assert list((tmp_path / "ray" / "parts").glob("*.parquet"))


def test_a_document_that_takes_all_memory_is_rejected_alone() -> None:
    def read(source: Source, models: Models, store: Store | None) -> Outcome:
        if source.entry_id == "large":
            raise MemoryError
        return Outcome(source)

    rows = [
        {"index": number, "source": pack_thing(Source(name, f"{name}.pdf"))}
        for number, name in enumerate(("a", "large"))
    ]
    outcomes = Reader(WorkerSettings(), read)(pa.Table.from_pylist(rows))["outcome"].to_pylist()
    small, large = (unpack_thing(packed, Outcome).reject for packed in outcomes)
    assert small is None
    assert large is not None
    assert (large.source, large.code) == ("large.pdf", "out_of_memory")
