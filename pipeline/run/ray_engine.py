"""Maps the same core with Ray Data: documents over a cluster, outcomes as Parquet parts.

The parts are what the cluster writes; the tables are then made from them in the order of the
sources, by the same writer as every other run, so that the rows are the same.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import ray
from ray.data import ActorPoolStrategy, DataContext
from ray.exceptions import RayError

from pipeline.records import Outcome, Source
from pipeline.run.cluster import ClusterError
from pipeline.run.pool import Limits, Pool, Target, WorkerError
from pipeline.run.store import pack_thing, unpack_thing
from pipeline.run.worker import WorkerSettings, work

# Documents in one block of work: large enough that a part is worth a file, small enough that a
# lost machine costs little.
BLOCK = 32


class Reader:
    """An actor with a worker process of its own, so that a document has the limits of every other run."""

    def __init__(self, settings: WorkerSettings, limits: Limits, target: Target = work):
        self.pool = Pool(1, settings, limits, target)

    def __call__(self, batch: pa.Table) -> pa.Table:
        """Index and packed outcome of each source of a batch."""
        rows = batch.to_pylist()
        self.pool.add((row["index"], unpack_thing(row["source"], Source)) for row in rows)
        packed = [pack_thing(self.pool.fetch(row["index"])) for row in rows]
        return pa.table({"index": batch["index"], "outcome": pa.array(packed, pa.binary())})


def map_ray(
    sources: Sequence[Source],
    out: Path,
    settings: WorkerSettings,
    limits: Limits,
    address: str,
    workers: int,
) -> Iterator[Outcome]:
    """One outcome for each source in their order; the parts lie in `out/parts`.

    `address` is `local` for processes on this machine, `auto` or a Ray address for a cluster whose
    machines see the same paths. Raises ClusterError when it is not there, and WorkerError for an
    error of ours in a task.
    """
    parts = out / "parts"
    shutil.rmtree(parts, ignore_errors=True)
    connect(address, workers)
    try:
        write_parts(sources, parts, settings, limits, workers)
    except RayError as error:
        raise WorkerError(f"a Ray task stopped with an error:\n{error}") from error
    finally:
        ray.shutdown()
    yield from read_parts(parts)


def connect(address: str, workers: int) -> None:
    """Start Ray here, or join a cluster. Raises ClusterError."""
    try:
        ray.init(
            address=None if address == "local" else address,
            num_cpus=workers if address == "local" else None,
            include_dashboard=False,
            log_to_driver=False,
            configure_logging=False,
            ignore_reinit_error=True,
        )
    except (ConnectionError, RuntimeError, ValueError) as error:
        reason = " ".join(str(error).split())
        raise ClusterError(f"no Ray cluster at {address}: {reason}") from error


def write_parts(
    sources: Sequence[Source], parts: Path, settings: WorkerSettings, limits: Limits, workers: int
) -> None:
    """Read the sources with a pool of actors and write their outcomes as Parquet parts."""
    DataContext.get_current().enable_progress_bars = False
    rows: list[dict[str, Any]] = [
        {"index": index, "source": pack_thing(source)} for index, source in enumerate(sources)
    ]
    blocks = max(1, -(-len(rows) // BLOCK))
    ray.data.from_items(rows, override_num_blocks=blocks).map_batches(
        Reader,
        fn_constructor_args=(settings, limits),
        batch_size=1,
        batch_format="pyarrow",
        compute=ActorPoolStrategy(size=workers),
    ).write_parquet(str(parts.resolve()))


def read_parts(parts: Path) -> Iterator[Outcome]:
    """The outcomes of the parts in the order of the sources, one document in memory at a time."""
    places = sorted(
        (index, path, row)
        for path in sorted(parts.glob("*.parquet"))
        for row, index in enumerate(pq.read_table(path, columns=["index"])["index"].to_pylist())
    )
    opened: tuple[Path, pa.Table] | None = None
    for _, path, row in places:
        if opened is None or opened[0] != path:
            opened = (path, pq.read_table(path, columns=["outcome"]))
        yield unpack_thing(opened[1]["outcome"][row].as_py(), Outcome)
