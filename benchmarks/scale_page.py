"""docs/scale.md: what was measured, and the arithmetic from there to many documents."""

from __future__ import annotations

from dataclasses import dataclass

BATCH, CLUSTER = 100_000, 10_000_000
BATCH_CORES, CLUSTER_CORES = 16, 512
# Targets of the project.
LEAST_RATIO, MOST_ADDED = 1.7, 0.1


@dataclass(slots=True, frozen=True)
class Costs:
    """Medians in seconds over all documents, and bytes for one document."""

    documents: int
    rounds: int
    one: float
    two: float
    added: float
    again: float
    start: float
    link_bytes: int
    outcome_bytes: int
    table_bytes: int
    machine: str

    @property
    def core_seconds(self) -> float:
        """Seconds that one worker takes for a document, the start of the run left out."""
        return (self.one - self.start) / self.documents

    @property
    def serial_seconds(self) -> float:
        """Seconds for one document that only the driver can do: store, links and tables."""
        return (self.again - self.start) / self.documents


def show_time(seconds: float) -> str:
    """45.0 s, 12.3 min, 4.5 h or 3.2 days."""
    for size, unit in ((86_400.0, "days"), (3_600.0, "h"), (60.0, "min")):
        if seconds >= size:
            return f"{seconds / size:.1f} {unit}"
    return f"{seconds:.1f} s"


def show_bytes(count: float) -> str:
    """1.5 kB, 20.0 MB, 3.0 GB or 1.2 TB."""
    for size, unit in ((1e12, "TB"), (1e9, "GB"), (1e6, "MB")):
        if count >= size:
            return f"{count / size:.1f} {unit}"
    return f"{count / 1e3:.1f} kB"


def judge(met: bool) -> str:
    """How a target stands."""
    return "met" if met else "missed"


def show_project(costs: Costs, documents: int, cores: int) -> str:
    """A row: what a number of documents takes, from the cost of one."""
    parallel, serial = documents * costs.core_seconds / cores, documents * costs.serial_seconds
    cells = [
        f"{documents:,}",
        str(cores),
        show_time(parallel),
        show_time(serial),
        show_bytes(documents * costs.link_bytes),
        show_bytes(documents * costs.outcome_bytes),
        show_bytes(documents * costs.table_bytes),
    ]
    return f"| {' | '.join(cells)} |"


def find_bottleneck(costs: Costs) -> str:
    """One paragraph: what stops first when cores are added."""
    if costs.serial_seconds <= 0:
        return "The serial part is too short to measure over so few documents."
    cores = costs.core_seconds / costs.serial_seconds
    memory = 16e9 / costs.link_bytes
    return f"""The first bottleneck is the driver, which alone unpacks outcomes, links duplicates and
writes the tables: from {costs.core_seconds:.3f} / {costs.serial_seconds:.4f} = {cores:.0f} cores on, more
cores do not help. Its memory comes next: the duplicate links keep {show_bytes(costs.link_bytes)} for a
document, so that a driver with 16 GB holds {memory:,.0f} documents. The Parquet parts of Ray are no
limit: the workers write them, and they are read back one at a time."""


def write_page(costs: Costs) -> str:
    """docs/scale.md."""
    ratio, added = costs.one / costs.two, costs.added / costs.one
    return f"""# Scale

Written by `make bench`: {costs.documents} documents, median of {costs.rounds} rounds on an otherwise idle
machine ({costs.machine}). Each run is `softlaw run` as a process of its own, seconds on the clock.

| run | seconds | target |
|---|---|---|
| all documents, one worker | {costs.one:.1f} | |
| all documents, two workers | {costs.two:.1f} | {LEAST_RATIO} times as fast |
| one added document | {costs.added:.2f} | under {MOST_ADDED:.0%} of the full run |
| nothing new | {costs.again:.2f} | little more than the start |
| one stored line of text: the start | {costs.start:.2f} | |

- Two workers are {ratio:.2f} times as fast as one: {judge(ratio >= LEAST_RATIO)}.
- One added document takes {added:.1%} of the full run: {judge(added < MOST_ADDED)}.
- A run with nothing new takes {costs.again - costs.start:.2f} s more than the start.

## What one document costs
- **A core**: ({costs.one:.1f} s with one worker − {costs.start:.2f} s start) / {costs.documents} =
  **{costs.core_seconds:.3f} s**.
- **The driver**, with everything stored: ({costs.again:.2f} s − {costs.start:.2f} s) / {costs.documents} =
  **{costs.serial_seconds:.4f} s**. This part is serial.
- **Memory of the driver**: {show_bytes(costs.link_bytes)} in the duplicate links, measured on made
  documents that share nothing, the dearest case.
- **Disk**: {show_bytes(costs.outcome_bytes)} for a stored outcome, which is also a row of a Parquet part;
  {show_bytes(costs.table_bytes)} in the tables and texts.

## Many documents
Documents times the cost of one; the parallel part is divided by the cores.

| documents | cores | parallel | serial | memory of the links | outcomes | tables |
|---|---|---|---|---|---|---|
{show_project(costs, BATCH, BATCH_CORES)}
{show_project(costs, CLUSTER, CLUSTER_CORES)}

## Where it stops
{find_bottleneck(costs)}

Beyond that, split the sources: each part is a run of its own with its own driver, and their tables have
the same columns; only links between documents of two parts are then missing.
"""
