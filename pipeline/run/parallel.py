"""Maps the core over the sources with worker processes; stored work needs no worker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.records import Outcome, Source
from pipeline.run.inputs import ADDRESS
from pipeline.run.loading import load_bytes
from pipeline.run.pool import Limits, Pool
from pipeline.run.store import Store, stored_key
from pipeline.run.worker import WorkerSettings
from pipeline.vocabulary import Vocabulary


def map_parallel(
    sources: Sequence[Source],
    vocabulary: Vocabulary,
    workers: int,
    settings: WorkerSettings,
    limits: Limits,
) -> Iterator[Outcome]:
    """One outcome for each source, in the order of the sources. Raises WorkerError.

    Where there is work for them, the workers' code is loaded beside what the caller does next.
    """
    store = Store(settings.store) if settings.store is not None else None
    keys = list_stored(sources, vocabulary, store) if store is not None else {}
    pool = Pool(workers, settings, limits)
    if len(keys) < len(sources):
        pool.load_code()
    return take_in_order(sources, keys, store, pool)


def take_in_order(
    sources: Sequence[Source], keys: dict[int, str], store: Store | None, pool: Pool
) -> Iterator[Outcome]:
    """Stored outcomes from the store, the others from workers, who begin before the first is read."""
    with pool:
        pool.add((index, source) for index, source in enumerate(sources) if index not in keys)
        for index, source in enumerate(sources):
            stored = store.get("outcomes", keys[index], Outcome) if store and index in keys else None
            if stored is None and index in keys:
                # Cut short by a crash.
                pool.add([(index, source)])
            yield stored or pool.fetch(index)


def list_stored(sources: Sequence[Source], vocabulary: Vocabulary, store: Store) -> dict[int, str]:
    """The keys of the local sources whose outcome is stored already, by their indexes."""
    keys = {}
    for index, source in enumerate(sources):
        data = None if ADDRESS.match(source.location) else load_bytes(source)
        if isinstance(data, bytes):
            key = stored_key(source, data, vocabulary)
            if store.has("outcomes", key):
                keys[index] = key
    return keys
