"""How batches scale: two workers against one, one added document, nothing new; writes docs/scale.md.

`python -m benchmarks.batches [FOLDER ...]` runs `softlaw run` as a user does, each time as a process of
its own, on an otherwise idle machine; `--documents N` tries it on the first N files.
"""

from __future__ import annotations

import argparse
import os
import platform
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.probes import PROJECT
from benchmarks.scale_page import Costs, write_page
from benchmarks.speed import default_folders
from pipeline.records import DocumentRecord, Outcome, Source
from pipeline.run.duplicates import SKETCH, Links

ROUNDS = 5
# Documents for the memory of the duplicate links: enough that the interpreter itself does not count.
LINKED = 10_000
LINKS_PROBE = "from benchmarks.batches import probe_links; probe_links()"


def time_run(inputs: list[Path], out: Path, cache: Path | None, workers: int) -> float:
    """Seconds on the clock of one `softlaw run` in a process of its own."""
    command = [sys.executable, "-m", "pipeline", "run", *map(str, inputs), "--out", str(out)]
    command += ["--workers", str(workers), *(["--cache", str(cache)] if cache else [])]
    # An installed package has its byte code; a checkout writes it with the first run, where it may.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, cwd=PROJECT, env=environment)
    return time.perf_counter() - start


def measure_workers(paths: list[Path], folder: Path, rounds: int) -> tuple[float, float]:
    """One worker and two by turns, so that a slow minute of the machine meets both."""
    one, two = [], []
    for _ in range(rounds):
        one.append(time_run(paths, folder / "one", None, 1))
        two.append(time_run(paths, folder / "two", None, 2))
    return statistics.median(one), statistics.median(two)


def measure_added(paths: list[Path], folder: Path, rounds: int) -> float:
    """One added document a round, on a store that holds the others; the added ones are of all sizes."""
    by_size = sorted(paths, key=lambda path: path.stat().st_size)
    added = [by_size[(2 * place + 1) * len(by_size) // (2 * rounds)] for place in range(rounds)]
    known = [path for path in paths if path not in added]
    time_run(known, folder / "warm", folder / "cache", 2)
    runs = []
    for path in added:
        known.append(path)
        runs.append(time_run(known, folder / "warm", folder / "cache", 1))
    return statistics.median(runs)


def measure_start(folder: Path, rounds: int) -> float:
    """A run over one line of text that the store holds: what every run takes."""
    source = folder / "line.txt"
    source.write_text("Guidelines\n\nStates should respect privacy.\n", encoding="utf-8")
    time_run([source], folder / "start", folder / "cache-start", 1)
    return statistics.median(
        [time_run([source], folder / "start", folder / "cache-start", 1) for _ in range(rounds)]
    )


def probe_links() -> None:
    """In a process of its own: prints the bytes that the duplicate links keep of one document."""
    chance, links = random.Random(1), Links()
    before = resident_bytes()
    for number in range(LINKED):
        links.link(make_outcome(f"document-{number:08}", chance))
    print((resident_bytes() - before) // LINKED)


def make_outcome(entry_id: str, chance: random.Random) -> Outcome:
    """A document that shares nothing with any other, the dearest case."""
    raw, text = (f"{chance.getrandbits(256):064x}" for _ in range(2))
    nothing = (None, None, "0", "0")
    record = DocumentRecord(
        entry_id, "a.pdf", None, "application/pdf", 1, "en", raw, text, "pdf", [], None, *nothing
    )
    sketch = sorted(chance.getrandbits(63) for _ in range(SKETCH))
    return Outcome(Source(entry_id, "a.pdf"), record=record, sketch=sketch)


def resident_bytes() -> int:
    """Resident memory of this process."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def measure_links() -> int:
    """Bytes of memory that the duplicate links take for a document."""
    command = [sys.executable, "-c", LINKS_PROBE]
    return int(subprocess.run(command, check=True, capture_output=True, text=True, cwd=PROJECT).stdout)


def folder_bytes(folder: Path) -> int:
    """The bytes of all files of a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def measure_all(paths: list[Path], rounds: int) -> Costs:
    """All measures over some documents."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        one, two = measure_workers(paths, folder, rounds)
        tables = folder_bytes(folder / "one")
        shutil.rmtree(folder / "two")
        added = measure_added(paths, folder, rounds)
        again = statistics.median(
            [time_run(paths, folder / "warm", folder / "cache", 1) for _ in range(rounds)]
        )
        start = measure_start(folder, rounds)
        outcomes = folder_bytes(folder / "cache" / "outcomes")
    return Costs(
        documents=len(paths),
        rounds=rounds,
        one=one,
        two=two,
        added=added,
        again=again,
        start=start,
        link_bytes=measure_links(),
        outcome_bytes=outcomes // len(paths),
        table_bytes=tables // len(paths),
        machine=f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}",
    )


def main() -> None:
    """Measure and write docs/scale.md."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, help="folders of documents")
    parser.add_argument("--documents", type=int, help="only the first of them")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--out", type=Path, default=PROJECT / "docs" / "scale.md")
    arguments = parser.parse_args()
    folders = arguments.folders or default_folders()
    paths = sorted(path for folder in folders for path in folder.rglob("*") if path.is_file())
    paths = paths[: arguments.documents]
    if len(paths) <= arguments.rounds:
        parser.error(f"{len(paths)} documents in {', '.join(map(str, folders))}: more than rounds are needed")
    page = write_page(measure_all(paths, arguments.rounds))
    arguments.out.write_text(page, encoding="utf-8")
    print(page)


if __name__ == "__main__":
    main()
