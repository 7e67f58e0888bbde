"""Brings documents and their curated entries together, wherever their rows stand in sources.csv.

The pages are read before all else and kept, as they are few and short; the outcomes then pass in the
order of the sources, one document in memory at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from pipeline.corrections import Corrector, apply_known
from pipeline.records import Outcome, Source
from pipeline.run.inputs import curated_by


def map_curated(
    sources: Sequence[Source],
    corrector: Corrector,
    read: Callable[[Sequence[Source]], Iterator[Outcome]],
) -> Iterator[Outcome]:
    """One outcome for each source, in their order, with known values and curated entries applied.

    Reading is begun with the call, the rest with the first outcome that is asked for.
    """
    named = {curated_by(source) for source in sources}
    first = [source for source in sources if source.entry_id in named]
    others = (source for source in sources if source.entry_id not in named)
    outcomes = map(apply_known, read([*first, *others]))
    return pass_in_order(sources, corrector, outcomes, first)


def pass_in_order(
    sources: Sequence[Source], corrector: Corrector, outcomes: Iterator[Outcome], first: Sequence[Source]
) -> Iterator[Outcome]:
    """The outcomes in the order of the sources; `first` are the pages, which were read first."""
    pages = {page.source.entry_id: page for page in islice(outcomes, len(first))}
    for source in sources:
        outcome = pages[source.entry_id] if source.entry_id in pages else next(outcomes)
        curate(outcome, corrector, pages.__getitem__)
        yield outcome


def curate(outcome: Outcome, corrector: Corrector, find_page: Callable[[str], Outcome]) -> None:
    """Apply the curated entry that the row of a document names, if it names one."""
    page = curated_by(outcome.source)
    if page is not None:
        corrector.curate(outcome, find_page(page))
