"""full_name: the document's own title as printed."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.assemble.candidates import Candidate
from pipeline.assemble.reading import Reading
from pipeline.records import Entry


def find_full_name(reading: Reading, entry: Entry) -> Iterator[Candidate]:
    """The title block, else the first heading."""
    for kind, score in (("title", 0.9), ("heading", 0.5)):
        block = next((block for block in reading.blocks if block.kind == kind), None)
        if block is not None:
            text = " ".join(reading.text_of(block).split())
            yield Candidate(text, (block.start, block.end), f"full_name.{kind}", score)
