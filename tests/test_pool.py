"""The pool: limits for each document, and a dead worker takes only its document with it."""

import multiprocessing
from collections.abc import Iterable

import pytest

from pipeline.records import Outcome, Source
from pipeline.run.pool import Limits, Pool, WorkerError
from pipeline.run.worker import WorkerSettings
from tests.pool_targets import misbehave


def run(names: Iterable[str], size: int = 2) -> dict[str, Outcome]:
    sources = [Source(name, name) for name in names]
    with Pool(size, WorkerSettings(), Limits(seconds=3, bytes=250_000_000), target=misbehave) as pool:
        pool.add(enumerate(sources))
        return {source.location: pool.fetch(index) for index, source in enumerate(sources)}


@pytest.mark.parametrize(
    ("name", "code", "reason"),
    [
        ("slow", "timeout", "the document took more than 3 seconds"),
        ("greedy", "out_of_memory", "the document took more than 250 MB of memory"),
        ("refused", "out_of_memory", "the document took more than 250 MB of memory"),
        ("crash", "unreadable", "the reader crashed with signal 11"),
    ],
)
def test_a_document_over_its_limit_is_rejected_and_the_others_are_read(
    name: str, code: str, reason: str
) -> None:
    outcomes = run(["a", name, "b", "c"])
    reject = outcomes[name].reject
    assert reject is not None
    assert (reject.code, reject.reason) == (code, reason)
    assert [outcomes[other].reject for other in "abc"] == [None, None, None]


def test_a_bug_in_a_worker_stops_the_run() -> None:
    with pytest.raises(WorkerError, match="bug: the worker stopped with an error"):
        run(["bug"])


def test_a_full_disk_in_a_worker_stops_the_run_with_what_the_disk_said() -> None:
    with pytest.raises(WorkerError, match="disk: No space left on device: /kept/a"):
        run(["disk"])


def test_no_worker_is_left_behind() -> None:
    run(["a", "slow", "crash", "b"])
    assert multiprocessing.active_children() == []
