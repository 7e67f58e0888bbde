"""Worker processes with a hard limit of time and memory for each document.

Documents are given out one at a time. A worker that goes over a limit is killed and replaced and
its document rejected; a worker that dies by itself takes only its document with it. Outcomes come
back in the order of the sources, whatever the order of the work.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from pipeline.records import Outcome, Reject, Source
from pipeline.run.worker import WorkerSettings, work

# Seconds between two looks at time and memory.
LOOK = 0.1
# The process has printed its traceback to stderr when its end is noticed.
STOPPED = "the worker stopped with an error; its traceback stands above"
PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")


class WorkerError(Exception):
    """A worker met a bug of ours or a broken vocabulary; the run stops."""


@dataclass(slots=True, frozen=True)
class Limits:
    """What one document may take: seconds and bytes of resident memory."""

    seconds: float = 300.0
    bytes: int = 2_000_000_000


@dataclass(slots=True)
class Worker:
    """One process, the source that it works on, and since when (None while it starts)."""

    process: BaseProcess
    connection: Connection
    index: int | None = None
    source: Source | None = None
    since: float = 0.0

    def give(self, index: int, source: Source) -> None:
        """Hand a source over."""
        self.index, self.source, self.since = index, source, time.monotonic()
        self.connection.send(source)

    def end(self) -> None:
        """End the process at once."""
        self.process.kill()
        self.process.join()
        self.connection.close()

    def memory(self) -> int:
        """Resident memory in bytes; 0 when the process is gone."""
        try:
            fields = Path(f"/proc/{self.process.pid}/statm").read_text(encoding="ascii").split()
        except (FileNotFoundError, ProcessLookupError):
            return 0
        return int(fields[1]) * PAGE_BYTES


@dataclass(slots=True)
class Pool:
    """Up to `size` workers; they start when there is work for them."""

    size: int
    settings: WorkerSettings
    limits: Limits
    target: Callable[[Connection, WorkerSettings], None] = work
    workers: list[Worker] = field(default_factory=list)
    context: Any = field(default_factory=lambda: multiprocessing.get_context("forkserver"))

    def start_worker(self) -> Worker:
        """Start one more process."""
        # The server imports the code once; a worker is a fork of it and starts at once.
        self.context.set_forkserver_preload(["pipeline.run.worker"])
        ours, theirs = self.context.Pipe()
        process = self.context.Process(target=self.target, args=(theirs, self.settings), daemon=True)
        # The tracker lifts the mask when it starts, so it starts first.
        resource_tracker.ensure_running()
        # The parent alone answers Ctrl-C: the mask is inherited by the server and all its workers.
        mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            process.start()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        theirs.close()
        worker = Worker(process, ours)
        self.workers.append(worker)
        return worker

    def close(self) -> None:
        """End all workers."""
        while self.workers:
            self.workers.pop().end()

    def map(self, sources: Iterable[tuple[int, Source]]) -> Iterator[tuple[int, Outcome]]:
        """The outcomes with their indexes, as they are done. Raises WorkerError."""
        waiting = deque(sources)
        try:
            while waiting or any(worker.source for worker in self.workers):
                self.hand_out(waiting)
                yield from self.collect()
        finally:
            self.close()

    def hand_out(self, waiting: deque[tuple[int, Source]]) -> None:
        """Give work to idle workers, and start new ones while there is work."""
        idle = [worker for worker in self.workers if worker.source is None]
        while waiting and (idle or len(self.workers) < self.size):
            worker = idle.pop() if idle else self.start_worker()
            worker.give(*waiting.popleft())

    def collect(self) -> Iterator[tuple[int, Outcome]]:
        """What is done by now; kills what is over its limit."""
        busy = [worker for worker in self.workers if worker.source is not None]
        ready = set(wait([worker.connection for worker in busy], timeout=LOOK))
        for worker in busy:
            if worker.connection in ready:
                yield self.receive(worker)
            elif time.monotonic() - worker.since > self.limits.seconds:
                reason = f"the document took more than {self.limits.seconds:g} seconds"
                yield self.replace(worker, "timeout", reason)
            elif worker.memory() > self.limits.bytes:
                yield self.replace(worker, "out_of_memory", self.memory_reason())

    def receive(self, worker: Worker) -> tuple[int, Outcome]:
        """The outcome that a worker sent, or the reject for a worker that died."""
        assert worker.source is not None
        assert worker.index is not None
        try:
            outcome: Outcome | None = worker.connection.recv()
        except (EOFError, ConnectionResetError):
            worker.process.join()
            code = worker.process.exitcode or 0
            if code > 0:
                raise WorkerError(f"{worker.source.location}: {STOPPED}") from None
            return self.replace(worker, "unreadable", f"the reader crashed with signal {-code}")
        if outcome is None:
            return self.replace(worker, "out_of_memory", self.memory_reason())
        index, worker.index, worker.source = worker.index, None, None
        return index, outcome

    def replace(self, worker: Worker, code: str, reason: str) -> tuple[int, Outcome]:
        """End a worker and reject its document; a new worker starts with the next work."""
        assert worker.source is not None
        assert worker.index is not None
        self.workers.remove(worker)
        worker.end()
        reject = Reject(worker.source.location, "parse", code, reason)
        return worker.index, Outcome(worker.source, reject=reject)

    def memory_reason(self) -> str:
        """One sentence."""
        return f"the document took more than {self.limits.bytes // 1_000_000:,} MB of memory"
