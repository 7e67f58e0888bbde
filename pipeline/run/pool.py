"""Worker processes with a hard limit of time and memory for each document.

Documents are given out one at a time. A worker that goes over a limit is killed and replaced and
its document rejected; a worker that dies by itself takes only its document with it.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from multiprocessing import forkserver, resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from pipeline.records import Outcome, Reject, Source
from pipeline.run.worker import CODE, WorkerSettings, work

# Seconds between two looks at time and memory.
LOOK = 0.1
# The process has printed its traceback to stderr when its end is noticed.
STOPPED = "the worker stopped with an error; its traceback stands above"
PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")

# What a worker runs.
Target = Callable[[Connection, WorkerSettings], None]


class WorkerError(Exception):
    """A worker met a bug of ours, a broken vocabulary or a full disk; the run stops."""


def describe_error(error: OSError) -> str:
    """What the system said, and about which file: "No space left on device: /kept/a.gz"."""
    said = error.strerror or str(error)
    return said if error.filename is None else f"{said}: {error.filename}"


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
    """Up to `size` workers, which start when there is work for them and end with the `with` block.

    `waiting` is what no worker has begun, by its index among the sources; `done` what nobody has fetched.
    """

    size: int
    settings: WorkerSettings
    limits: Limits
    target: Target = work
    workers: list[Worker] = field(default_factory=list)
    waiting: deque[tuple[int, Source]] = field(default_factory=deque)
    done: dict[int, Outcome] = field(default_factory=dict)
    context: Any = field(default_factory=lambda: multiprocessing.get_context("forkserver"))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        while self.workers:
            self.workers.pop().end()

    def load_code(self) -> None:
        """Let the server load what workers run, beside what the caller does; a worker is a fork of it."""
        self.context.set_forkserver_preload([CODE])
        # The tracker lifts the mask when it starts, so it starts first.
        resource_tracker.ensure_running()
        # The parent alone answers Ctrl-C: the mask is inherited by the server and all its workers.
        mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            forkserver.ensure_running()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, mask)

    def start_worker(self) -> Worker:
        """Start one more process."""
        self.load_code()
        ours, theirs = self.context.Pipe()
        process = self.context.Process(target=self.target, args=(theirs, self.settings), daemon=True)
        process.start()
        theirs.close()
        worker = Worker(process, ours)
        self.workers.append(worker)
        return worker

    def add(self, sources: Iterable[tuple[int, Source]]) -> None:
        """Take more work, each source with its index; idle workers begin at once."""
        self.waiting.extend(sources)
        self.hand_out()

    def fetch(self, index: int) -> Outcome:
        """Wait for the outcome of a source that was added. Raises WorkerError."""
        while index not in self.done:
            self.hand_out()
            self.collect()
        return self.done.pop(index)

    def hand_out(self) -> None:
        """Give work to idle workers, and start new ones while there is work."""
        idle = [worker for worker in self.workers if worker.source is None]
        while self.waiting and (idle or len(self.workers) < self.size):
            worker = idle.pop() if idle else self.start_worker()
            worker.give(*self.waiting.popleft())

    def collect(self) -> None:
        """Take what is done by now; kill what is over its limit."""
        busy = [worker for worker in self.workers if worker.source is not None]
        ready = set(wait([worker.connection for worker in busy], timeout=LOOK))
        for worker in busy:
            if worker.connection in ready:
                self.receive(worker)
            elif time.monotonic() - worker.since > self.limits.seconds:
                reason = f"the document took more than {self.limits.seconds:g} seconds"
                self.replace(worker, "timeout", reason)
            elif worker.memory() > self.limits.bytes:
                self.replace(worker, "out_of_memory", self.memory_reason())

    def receive(self, worker: Worker) -> None:
        """Keep the outcome that a worker sent, or the reject for a worker that died."""
        assert worker.source is not None
        assert worker.index is not None
        try:
            answer: Outcome | OSError | None = worker.connection.recv()
        except (EOFError, ConnectionResetError):
            worker.process.join()
            code = worker.process.exitcode or 0
            if code > 0:
                raise WorkerError(f"{worker.source.location}: {STOPPED}") from None
            self.replace(worker, "unreadable", f"the reader crashed with signal {-code}")
            return
        if answer is None:
            self.replace(worker, "out_of_memory", self.memory_reason())
            return
        if isinstance(answer, OSError):
            raise WorkerError(f"{worker.source.location}: {describe_error(answer)}")
        self.done[worker.index] = answer
        worker.index = worker.source = None

    def replace(self, worker: Worker, code: str, reason: str) -> None:
        """End a worker and reject its document; a new worker starts with the next work."""
        assert worker.source is not None
        assert worker.index is not None
        self.workers.remove(worker)
        worker.end()
        reject = Reject(worker.source.location, "parse", code, reason)
        self.done[worker.index] = Outcome(worker.source, reject=reject)

    def memory_reason(self) -> str:
        """One sentence."""
        return f"the document took more than {self.limits.bytes // 1_000_000:,} MB of memory"
