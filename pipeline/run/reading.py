"""One source in, one outcome out: its bytes through the core. What every worker does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.records import Outcome, Reject, Source
from pipeline.run.core import Models, process
from pipeline.run.loading import load_bytes
from pipeline.run.rules import load_rules
from pipeline.run.store import Store

__all__ = ["Models", "load_rules", "map_sources", "read_source"]


def map_sources(sources: Iterable[Source], models: Models, store: Store | None = None) -> Iterator[Outcome]:
    """One outcome for each source, in the order of the sources, made in this process."""
    for source in sources:
        yield read_source(source, models, store)


def read_source(source: Source, models: Models, store: Store | None = None) -> Outcome:
    """Get the bytes of one source and process them."""
    data = load_bytes(source)
    if isinstance(data, Reject):
        return Outcome(source, reject=data)
    return process(source, data, models, store)
