"""docs/speed.md: pages a second, the time of each stage, peak memory and the time of the report."""

from __future__ import annotations

import platform
import statistics
from dataclasses import dataclass, field

PARSE = "parse"
PLUMBER = "pdfplumber extract_words"
# Targets of the project: pages a second, memory of a worker in MB, seconds of the report.
PARSE_RATE, RUN_RATE, TIMES_PLUMBER = 100, 60, 20
WORKER_MB, REPORT_SECONDS = 400, 20


@dataclass(slots=True)
class Measure:
    """Pages a second of one reader: the median of its rounds, the slowest and the fastest."""

    name: str
    pages: int
    rates: list[float]

    def row(self) -> str:
        """A row of the table."""
        middle, low, high = statistics.median(self.rates), min(self.rates), max(self.rates)
        return f"| {self.name} | {self.pages} | {len(self.rates)} | {middle:.1f} | {low:.1f}–{high:.1f} |"


@dataclass(slots=True)
class Speed:
    """All measures of one run of the benchmark; `stages` are seconds, `memory` is in MB."""

    documents: int
    pages: int
    readers: list[Measure] = field(default_factory=list)
    stages: dict[str, float] = field(default_factory=dict)
    memory: dict[str, int] = field(default_factory=dict)
    report_documents: int = 0
    report_seconds: list[float] = field(default_factory=list)

    def rate(self, name: str) -> float:
        """The median of a reader."""
        return next(statistics.median(item.rates) for item in self.readers if item.name == name)

    def run_rate(self) -> float:
        """Pages a second of all stages together."""
        return self.pages / sum(self.stages.values())


def judge(met: bool) -> str:
    """How a target stands."""
    return "met" if met else "missed"


def list_targets(speed: Speed) -> str:
    """What was to be reached, with what was measured."""
    times = speed.rate(PARSE) / speed.rate(PLUMBER)
    worker = max(size for name, size in speed.memory.items() if name.startswith("worker"))
    report = statistics.median(speed.report_seconds)
    share = speed.stages["tag"] / speed.stages["parse"]
    rows = [
        (f"parse: {PARSE_RATE} pages/s", f"{speed.rate('parse'):.0f}", speed.rate(PARSE) >= PARSE_RATE),
        (f"parse: {TIMES_PLUMBER} times pdfplumber", f"{times:.1f} times", times >= TIMES_PLUMBER),
        (f"whole run: {RUN_RATE} pages/s", f"{speed.run_rate():.1f}", speed.run_rate() >= RUN_RATE),
        ("tagging takes less time than parsing", f"{share:.2f} of it", share < 1),
        (f"a worker under {WORKER_MB} MB", f"{worker} MB", worker < WORKER_MB),
        (f"report under {REPORT_SECONDS} s", f"{report:.1f} s", report < REPORT_SECONDS),
    ]
    return "\n".join(f"| {target} | {value} | {judge(met)} |" for target, value, met in rows)


def list_stages(speed: Speed) -> str:
    """Seconds, milliseconds for a page and share of each stage, and of all together."""
    whole = sum(speed.stages.values())
    rows = [*speed.stages.items(), ("**whole run**", whole)]
    return "\n".join(
        f"| {name} | {seconds:.1f} | {1000 * seconds / speed.pages:.2f} | {seconds / whole:.0%} |"
        for name, seconds in rows
    )


def write_page(speed: Speed) -> str:
    """docs/speed.md."""
    readers = "\n".join(item.row() for item in speed.readers)
    memory = "\n".join(f"| {name} | {size} |" for name, size in speed.memory.items())
    low, high = min(speed.report_seconds), max(speed.report_seconds)
    return f"""# Speed

Written by `make bench`: {speed.documents} PDFs with a text layer, {speed.pages} pages, one core,
processor time; Python {platform.python_version()}, {platform.machine()}. Documents with pages that need OCR
are left out.

| target | measured | |
|---|---|---|
{list_targets(speed)}

## Readers on the same pages

Every reader reads every page; they take turns at each document, so that whatever else the machine
does slows all of them.

| reader | pages | rounds | pages/s, median | slowest–fastest |
|---|---|---|---|---|
{readers}

## The whole run by stages

Everything that `softlaw run` does, in one process, nothing kept from before:
**{speed.run_rate():.1f} pages a second**. *Start* is the interpreter, the libraries, the vocabulary and the
spaCy pipelines of the languages met, once for each worker and not for each document; *tag* is `annotate`,
*assemble* all fields, recommendations and evidence, *write* all tables, texts and the SQLite file.

| stage | seconds | ms for a page | share |
|---|---|---|---|
{list_stages(speed)}

## Memory

Highest resident memory (`VmHWM`) of the processes that `softlaw run --workers 1` uses. A *worker* reads,
tags and assembles; here it is a fresh one that did this one document. The *driver* hands the documents out
and writes the tables of the whole run.

| process | peak, MB |
|---|---|
{memory}

## Report

`softlaw report` over the run of all {speed.report_documents} documents of the folders, as a process of its
own, on the clock: {statistics.median(speed.report_seconds):.1f} s (median of {len(speed.report_seconds)},
{low:.1f}–{high:.1f} s).
"""
