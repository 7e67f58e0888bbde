"""language: the language of the body of the text, as the reader detected it."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.assemble.candidates import Candidate
from pipeline.assemble.reading import Reading
from pipeline.records import Entry


def find_language(reading: Reading, entry: Entry) -> Iterator[Candidate]:
    """The detected language; it stands nowhere in the text."""
    if reading.language:
        yield Candidate(reading.language, None, "language.detected", 0.99)
