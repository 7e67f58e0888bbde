"""short_name: the name by which a page of the database would head the document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.assemble.candidates import Candidate
from pipeline.assemble.reading import Reading
from pipeline.records import Entry

# A longer name is no short name.
MAX_CHARACTERS = 80
PART = re.compile(r":\s|\s[–—]\s|\s-\s(?=[A-ZÀ-Þ])")
QUOTED = re.compile(r"[“„«\"](?P<title>[^“”„«»\"]{8,})[”“»\"]")
# Behind these a long title only says on which act it stands: "… for the purposes of Regulation".
LEGAL_TAIL = re.compile(
    r"\s(?:for the purposes? of|established by|under|pursuant to|within the meaning of|in accordance with"
    r"|au sens d[ue]|en application d[ue]|im Sinne|gemäß|en virtud de|ai sensi d|nos termos d)\b"
)


def find_short_name(reading: Reading, entry: Entry) -> Iterator[Candidate]:
    """The title before its subtitle when that is short, else another part of it, else the number."""
    seen = set()
    for score, name in enumerate_names(entry):
        if name not in seen and len(name.split()) >= 2 and len(name) <= MAX_CHARACTERS:
            seen.add(name)
            yield Candidate(name, find_printed(reading, name), "short_name.title", score)
    if entry.official_id:
        yield Candidate(
            entry.official_id, find_printed(reading, entry.official_id), "short_name.official_id", 0.5
        )


def enumerate_names(entry: Entry) -> Iterator[tuple[float, str]]:
    """Parts of the title and their scores: before the subtitle or a legal tail, quoted, the subtitle."""
    if not entry.full_name:
        return
    head, *rest = (part.strip() for part in PART.split(entry.full_name))
    yield 0.8, head
    yield 0.7, LEGAL_TAIL.split(head)[0]
    if quoted := QUOTED.search(entry.full_name):
        yield 0.65, quoted["title"]
    if rest:
        yield 0.6, rest[0]


def find_printed(reading: Reading, name: str) -> tuple[int, int] | None:
    """Where the name is printed first, line breaks and case aside."""
    pattern = r"\s+".join(re.escape(word) for word in name.split())
    match = re.search(pattern, reading.text, re.IGNORECASE)
    return match.span() if match else None
