"""docs/scale.md shows its arithmetic, and the arithmetic is right."""

from dataclasses import replace

import pytest

from benchmarks.batches import measure_links
from benchmarks.scale_page import Costs, show_bytes, show_time, write_page

COSTS = Costs(
    documents=60,
    rounds=5,
    one=122.0,
    two=66.0,
    added=4.0,
    again=2.6,
    start=2.0,
    link_bytes=40_000,
    outcome_bytes=8_000,
    table_bytes=200_000,
    machine="2 cores",
)


def test_the_cost_of_a_document_leaves_the_start_out() -> None:
    assert COSTS.core_seconds == pytest.approx(2.0)
    assert COSTS.serial_seconds == pytest.approx(0.01)
    assert "(122.0 s with one worker − 2.00 s start) / 60 =\n  **2.000 s**" in write_page(COSTS)


def test_many_documents_are_the_cost_of_one_times_their_number() -> None:
    # 100,000 x 2 s / 16 cores = 12,500 s; 100,000 x 0.01 s = 1,000 s; 100,000 x 40 kB = 4 GB.
    assert "| 100,000 | 16 | 3.5 h | 16.7 min | 4.0 GB | 800.0 MB | 20.0 GB |" in write_page(COSTS)


def test_the_bottleneck_is_where_serial_and_parallel_part_meet() -> None:
    assert "from 2.000 / 0.0100 = 200 cores on" in write_page(COSTS)
    assert "400,000 documents" in write_page(COSTS)
    assert "too short to measure" in write_page(replace(COSTS, again=2.0))


@pytest.mark.parametrize(("two", "verdict"), [(66.0, "1.85 times as fast as one: met"), (100.0, ": missed")])
def test_a_target_is_met_or_missed(two: float, verdict: str) -> None:
    assert verdict in write_page(replace(COSTS, two=two))


def test_times_and_sizes_have_fitting_units() -> None:
    assert [show_time(value) for value in (45, 738, 16_200, 276_480)] == [
        "45.0 s",
        "12.3 min",
        "4.5 h",
        "3.2 days",
    ]
    assert [show_bytes(value) for value in (1_500, 2e7, 3e9, 1.2e12)] == [
        "1.5 kB",
        "20.0 MB",
        "3.0 GB",
        "1.2 TB",
    ]


@pytest.mark.slow
def test_the_links_of_a_document_take_some_kilobytes() -> None:
    assert 1_000 < measure_links() < 100_000
