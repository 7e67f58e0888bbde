"""Which part of a document a block stands in, told from heading words of models/vocabulary."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.records import Block, Document
from pipeline.vocabulary import Vocabulary

FILE = "sections"
# The groups of headings that open a zone; a heading in none of them opens the operative part.
ZONE_GROUPS = (
    ("contents", "contents"),
    ("references", "references"),
    ("annex", "annex"),
    ("executive_summary", "front"),
    ("foreword", "front"),
    ("acknowledgements", "front"),
    ("abbreviations", "front"),
    ("preamble", "preamble"),
)
KIND_ZONES = {"footnote": "footnote", "furniture": "furniture", "title": "title"}
LEAD = re.compile(r"^(?:[\dIVXLC]{1,6}(?:\.\d+)*[.):]?\s+|[A-Z][.)]\s+)")
EDGE = re.compile(r"^[\s\W]+|[\s:.…]+$")
# Blocks before the first heading that is not the title are front matter only up to here.
FRONT_LIMIT = 12


class SectionNames:
    """The headings that open a zone: whole, or by their first word (phrases that end in "…")."""

    def __init__(self, vocabulary: Vocabulary, groups: Iterable[tuple[str, str]] = ZONE_GROUPS) -> None:
        self.whole: dict[str, str] = {}
        self.openings: dict[str, str] = {}
        for group, zone in groups:
            for phrase in vocabulary.phrases(FILE, group):
                names = self.openings if phrase.endswith("…") else self.whole
                names.setdefault(phrase.rstrip("… "), zone)
        self.recitals = tuple(vocabulary.phrases(FILE, "recitals"))

    def find_zone(self, heading: str) -> str | None:
        """The zone that a heading opens: "Annex II Forms" -> annex, "5. References" -> references."""
        folded = EDGE.sub("", LEAD.sub("", heading.strip())).casefold().replace("’", "'")
        if zone := self.whole.get(folded):
            return zone
        first = folded.split(" ", 1)[0]
        return self.openings.get(first)


def assign_zones(document: Document, vocabulary: Vocabulary) -> None:
    """Give each block its zone: that of its kind, else that of the heading above it."""
    names = SectionNames(vocabulary)
    zone, level = "operative", 0
    for block in document.blocks:
        if block.kind == "heading":
            zone, level = next_zone(names, document.text_of(block), block, zone, level)
        # A reader that saw the page knows its contents list and its running titles better.
        if block.zone == "operative":
            block.zone = KIND_ZONES.get(block.kind, zone)


def next_zone(names: SectionNames, heading: str, block: Block, zone: str, level: int) -> tuple[str, int]:
    """The zone from a heading on: a lower heading stays in the zone of the one above it."""
    depth = block.level or 1
    found = names.find_zone(heading)
    if found is not None:
        return found, depth
    if zone != "operative" and depth > level:
        return zone, level
    if zone == "annex" and depth == level:
        return zone, level
    return "operative", depth
