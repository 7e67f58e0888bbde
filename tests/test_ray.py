"""Ray on this machine gives the same tables as a plain run."""

from pathlib import Path

import pyarrow as pa
import pytest

from pipeline.records import Outcome, Source
from pipeline.run.pool import Limits
from pipeline.run.ray_engine import Reader
from pipeline.run.store import pack_thing, unpack_thing
from pipeline.run.worker import WorkerSettings
from tests.engines import compare_engines
from tests.kills import ROOT
from tests.pool_targets import misbehave


@pytest.mark.slow
def test_ray_writes_the_same_files(tmp_path: Path) -> None:
    files, different = compare_engines([ROOT / "raw" / "samples"], tmp_path)
    assert (files > 20, different) == (True, [])
    assert list((tmp_path / "ray" / "parts").glob("*.parquet"))


def test_a_document_over_its_limits_is_rejected_alone() -> None:
    names = ("a", "slow", "greedy", "b")
    rows = [
        {"index": number, "source": pack_thing(Source(name, name))} for number, name in enumerate(names, 5)
    ]
    reader = Reader(WorkerSettings(), Limits(seconds=3, bytes=250_000_000), misbehave)
    with reader.pool:
        packed = reader(pa.Table.from_pylist(rows))["outcome"].to_pylist()
    rejects = [unpack_thing(each, Outcome).reject for each in packed]
    assert [reject and reject.code for reject in rejects] == [None, "timeout", "out_of_memory", None]
