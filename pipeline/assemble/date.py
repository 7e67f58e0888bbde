"""date: when this version was adopted, else published, as precisely as it is printed."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.assemble.candidates import Candidate
from pipeline.assemble.printed_dates import list_dates
from pipeline.assemble.reading import Reading
from pipeline.records import Entry


def find_date(reading: Reading, entry: Entry) -> Iterator[Candidate]:
    """Every dated place of the front, the back, the running heads and the page's own metadata."""
    for dated in list_dates(reading):
        yield Candidate(dated.value, dated.span, dated.rule, dated.score, dated.lost)
