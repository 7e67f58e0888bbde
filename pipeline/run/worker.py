"""A worker process: takes one source at a time from its parent and sends the outcome back."""

from __future__ import annotations

import gc
import signal
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from pipeline.records import Outcome, Source
from pipeline.run.store import Store

# What a worker runs. The server that workers are forked from loads it; the driver of a run never does.
CODE = "pipeline.run.reading"

# Objects made before Python looks for cycles among the young ones; its own 700 is for small programs.
# A document makes hundreds of thousands that all live until its outcome is sent.
YOUNG_OBJECTS = 50_000


@dataclass(slots=True, frozen=True)
class WorkerSettings:
    """What a worker needs to load its own models: folders, never the models themselves."""

    vocabulary: Path | None = None
    models: Path | None = None
    store: Path | None = None


def work(connection: Connection, settings: WorkerSettings) -> None:
    """Process sources until the parent closes the connection or is gone.

    A MemoryError is a fact about the document, sent as None. An OSError is one about the machine, sent as
    it is: a full disk stops the run with one sentence. Any other error is a bug: it ends the worker and,
    with it, the run.
    """
    from pipeline.parse.language import await_classifier  # noqa: PLC0415
    from pipeline.run.reading import Models, load_rules, read_source  # noqa: PLC0415

    # The parent alone answers Ctrl-C: it knows what is done.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Most of its half second is unpacking, which needs no turn of the interpreter. An error comes again
    # with the first document.
    ThreadPoolExecutor(1).submit(await_classifier)
    store = Store(settings.store) if settings.store else None
    models = Models(load_rules(settings.vocabulary, store), settings.models)
    spare_collector()
    while True:
        try:
            source: Source | None = connection.recv()
        except EOFError:
            return
        if source is None:
            return
        answer: Outcome | OSError | None
        try:
            answer = read_source(source, models, store)
        except MemoryError:
            answer = None
        except OSError as error:
            answer = error
        connection.send(answer)


def spare_collector() -> None:
    """Look for cycles seldom, and never among libraries and vocabulary, which stay: a tenth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG_OBJECTS)
