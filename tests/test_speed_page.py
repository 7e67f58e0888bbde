"""docs/speed.md shows each stage and says which targets are met."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.probes import PROJECT, STAGES, measure_stages, measure_worker, peak_memory
from benchmarks.speed_page import PLUMBER, WORKER_MB, Measure, Speed, write_page

SAMPLE = PROJECT / "raw" / "samples" / "university-policy-generative-ai.pdf"
SPEED = Speed(
    documents=4,
    pages=120,
    readers=[Measure("parse", 120, [110.0, 130.0, 120.0]), Measure(PLUMBER, 12, [5.0])],
    stages={"start": 0.2, "parse": 0.9, "tag": 0.45, "assemble": 0.35, "write": 0.1},
    memory={"worker, the longest": 310, "driver": 420},
    report_documents=9,
    report_seconds=[3.0, 2.0, 2.5],
)


def test_the_rate_of_the_run_is_of_all_stages_together() -> None:
    assert "| whole run: 60 pages/s | 60.0 | met |" in write_page(SPEED)
    assert "| tag | 0.5 | 3.75 | 22% |" in write_page(SPEED)


def test_the_driver_is_no_worker() -> None:
    assert "| a worker under 400 MB | 310 MB | met |" in write_page(SPEED)


def test_a_target_that_is_missed_is_told() -> None:
    slow = replace(SPEED, stages={**SPEED.stages, "tag": 1.8})
    assert "| tagging takes less time than parsing | 2.00 of it | missed |" in write_page(slow)


def ask_peak() -> int:
    """The peak memory that a fresh process tells of itself."""
    ask = "from benchmarks.probes import peak_memory; print(peak_memory('self'))"
    command = [sys.executable, "-c", ask]
    return int(subprocess.run(command, capture_output=True, text=True, check=True, cwd=PROJECT).stdout)


@pytest.mark.slow
def test_memory_is_that_of_the_process_and_not_of_the_one_that_started_it() -> None:
    before = ask_peak()
    big = bytearray(b"x") * 500_000_000
    assert peak_memory("self") > len(big) // 1_100_000
    assert abs(ask_peak() - before) < 50


@pytest.mark.slow
def test_every_stage_of_a_run_takes_time(tmp_path: Path) -> None:
    seconds = measure_stages([SAMPLE], tmp_path / "run")
    assert list(seconds) == list(STAGES)
    assert min(seconds.values()) > 0


@pytest.mark.slow
def test_a_worker_stays_under_its_limit() -> None:
    assert 50 < measure_worker(SAMPLE) < WORKER_MB
