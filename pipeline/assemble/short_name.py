"""short_name: the name by which a page of the database would head the document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.assemble.candidates import Candidate
from pipeline.assemble.reading import Reading
from pipeline.records import Entry

# A longer name is no short name.
MAX_CHARACTERS = 80


def find_short_name(reading: Reading, entry: Entry) -> Iterator[Candidate]:
    """The title before its subtitle, when that is short."""
    if not entry.full_name:
        return
    head = re.split(r":\s|\s[–—]\s", entry.full_name)[0].strip()
    if len(head.split()) >= 2 and len(head) <= MAX_CHARACTERS:
        yield Candidate(head, find_printed(reading, head), "short_name.title", 0.8)


def find_printed(reading: Reading, name: str) -> tuple[int, int] | None:
    """Where the name is printed first, line breaks and case aside."""
    pattern = r"\s+".join(re.escape(word) for word in name.split())
    match = re.search(pattern, reading.text, re.IGNORECASE)
    return match.span() if match else None
