"""Maps the core over the sources with worker processes; stored work needs no worker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.records import Outcome, Source
from pipeline.run.core import Models, stored_key
from pipeline.run.engine import load_bytes, read_source
from pipeline.run.inputs import ADDRESS
from pipeline.run.pool import Limits, Pool
from pipeline.run.store import Store
from pipeline.run.worker import WorkerSettings


def map_parallel(
    sources: Sequence[Source], models: Models, workers: int, settings: WorkerSettings, limits: Limits
) -> Iterator[Outcome]:
    """One outcome for each source, in the order of the sources. Raises WorkerError."""
    store = Store(settings.store) if settings.store is not None else None
    stored = list_stored(sources, models, store) if store is not None else set()
    missing = [(index, source) for index, source in enumerate(sources) if index not in stored]
    done = Pool(min(workers, max(len(missing), 1)), settings, limits).map(missing)
    held: dict[int, Outcome] = {}
    for index, source in enumerate(sources):
        if index in stored:
            yield read_source(source, models, store)
            continue
        while index not in held:
            number, outcome = next(done)
            held[number] = outcome
        yield held.pop(index)


def list_stored(sources: Sequence[Source], models: Models, store: Store) -> set[int]:
    """The indexes of the local sources whose outcome is stored already."""
    found = set()
    for index, source in enumerate(sources):
        if ADDRESS.match(source.location):
            continue
        data = load_bytes(source)
        if isinstance(data, bytes) and store.has("outcomes", stored_key(source, data, models.vocabulary)):
            found.add(index)
    return found
