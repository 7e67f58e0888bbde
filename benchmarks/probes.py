"""What docs/speed.md measures in processes of their own: the stages of a run, and peak memory.

A stage is timed in processor seconds from the start of the process on; memory is what the kernel tells of
a process while it lives.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.annotate import annotate_document
from pipeline.records import Outcome, Source
from pipeline.run.core import Models, load_models, make_outcome, parse
from pipeline.run.engine import write_outcomes
from pipeline.run.inputs import list_sources
from pipeline.run.parallel import map_parallel
from pipeline.run.pool import Limits, Pool
from pipeline.run.worker import WorkerSettings, spare_collector

PROJECT = Path(__file__).resolve().parent.parent
KILOBYTES = 1024
STAGES = ("start", "parse", "tag", "assemble", "write")


def run_probe(name: str, arguments: Iterable[Path]) -> str:
    """The last line that a function of this module prints in a process of its own."""
    code = f"import sys; from benchmarks.probes import {name}; {name}(*sys.argv[1:])"
    command = [sys.executable, "-c", code, *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=PROJECT)
    return done.stdout.splitlines()[-1]


def measure_stages(paths: list[Path], out: Path) -> dict[str, float]:
    """Processor seconds of each stage of a run over some documents."""
    seconds: dict[str, float] = json.loads(run_probe("probe_stages", [out, *paths]))
    return seconds


def measure_worker(path: Path) -> int:
    """Peak memory in MB of a fresh worker process that makes the outcome of one document."""
    return int(run_probe("probe_worker", [path]))


def measure_driver(folders: list[Path], out: Path) -> int:
    """Run over all documents of the folders with one worker; peak memory in MB of the driver."""
    return int(run_probe("probe_driver", [out, *folders]))


@dataclass(slots=True)
class Clock:
    """Processor seconds of this process by stage."""

    seconds: dict[str, float] = field(default_factory=lambda: dict.fromkeys(STAGES, 0.0))
    last: float = 0.0

    def stop(self, stage: str) -> None:
        """Book what has passed since the last stop."""
        now = time.process_time()
        self.seconds[stage] += now - self.last
        self.last = now


def probe_stages(out: str, *paths: str) -> None:
    """Print the seconds of each stage as JSON; what passed before the first stop is start, too."""
    clock = Clock()
    models = load_models()
    spare_collector()
    sources, _ = list_sources(list(paths))
    clock.stop("start")
    write_outcomes(run_stages(sources, models, clock), Path(out), models.vocabulary, lambda _: None)
    clock.stop("write")
    print(json.dumps(clock.seconds))


def run_stages(sources: list[Source], models: Models, clock: Clock) -> Iterator[Outcome]:
    """The outcomes, made as a worker makes them, stage by stage."""
    for source in sources:
        clock.stop("write")
        parsed = parse(source, Path(source.location).read_bytes(), models)
        document = parsed.document
        assert document is not None
        clock.stop("parse")
        pipeline = models.pipeline(document.language)
        clock.stop("start")
        mentions = annotate_document(document, pipeline)
        clock.stop("tag")
        outcome = make_outcome(document, mentions, parsed.raw_sha256, models.vocabulary)
        clock.stop("assemble")
        yield outcome


def probe_worker(path: str) -> None:
    """Print the peak memory of a worker of the pool, as `softlaw run` starts it."""
    with Pool(1, WorkerSettings(), Limits()) as pool:
        pool.add([(0, Source(Path(path).stem, path))])
        pool.fetch(0)
        # With the outcome the worker is done and waits; the pool ends it behind the block.
        print(peak_memory(pool.workers[0].process.pid or "self"))


def probe_driver(out: str, *folders: str) -> None:
    """Print the peak memory of the process that hands out the documents and writes the tables."""
    sources, _ = list_sources(list(folders))
    models = load_models()
    outcomes = map_parallel(sources, models.vocabulary, 1, WorkerSettings(), Limits())
    write_outcomes(outcomes, Path(out), models.vocabulary, lambda _: None)
    print(peak_memory("self"))


def peak_memory(process: int | str) -> int:
    """The highest resident memory of a living process in MB.

    Not `ru_maxrss`: a process takes that number over from the one that started it.
    """
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) // KILOBYTES
