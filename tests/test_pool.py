"""The pool: limits for each document, and a dead worker takes only its document with it."""

import multiprocessing
from collections.abc import Iterable

import pytest

from pipeline.records import Outcome, Source
from pipeline.run.pool import Limits, Pool, WorkerError
from pipeline.run.worker import WorkerSettings
from tests.pool_targets import misbehave


def run(names: Iterable[str], size: int = 2) -> dict[str, Outcome]:
    pool = Pool(size, WorkerSettings(), Limits(seconds=3, bytes=250_000_000), target=misbehave)
    sources = [(index, Source(name, name)) for index, name in enumerate(names)]
    return {outcome.source.location: outcome for _, outcome in pool.map(sources)}


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


def test_no_worker_is_left_behind() -> None:
    run(["a", "slow", "crash", "b"])
    assert multiprocessing.active_children() == []
