"""Which part of a document a block stands in, told from the words of models/vocabulary/phrases/sections.toml.

A document without such words is operative from end to end.
"""

from __future__ import annotations

import re
from itertools import pairwise

from pipeline.parse.preamble import mark_preamble
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
    ("abbreviations", "front"),
    ("acknowledgements", "front"),
    ("preamble", "preamble"),
)
# These open the front only where they stand at the front: chapters have summaries of their own.
EARLY_GROUPS = frozenset(("executive_summary", "foreword", "abbreviations"))
EARLY_SHARE = 0.3
EARLY_LENGTH = 8000
KIND_ZONES = {"footnote": "footnote", "furniture": "furniture", "title": "title"}
LEAD = re.compile(r"^(?:[\dIVXLC]{1,6}(?:\.\d+)*[.):]?\s+|[A-Z][.)]\s+)")
EDGE = re.compile(r"^[\s\W]+|[\s:.…]+$")
# What stands between title and text on a cover: short lines without a stop, and not many of them.
FRONT_LIMIT = 20
PROSE_WORDS = 18
# A zone that begins within the first blocks and holds this share of them is the document itself.
EARLY_BLOCKS = 15
WHOLE_SHARE = 0.6
# "[12] Ministry of Ys: Report, 2020": so many of them late in a text are its list of references.
REFERENCE = re.compile(r"\[\d{1,3}\]\s")
FEWEST_REFERENCES = 5
LATE_SHARE = 0.5
FULL_STOP = re.compile(r"[.!?;:][\"”’»)]*$")


class SectionNames:
    """The headings that open a zone: whole, or by their first word (phrases that end in "…")."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.whole: dict[str, tuple[str, str]] = {}
        self.openings: dict[str, tuple[str, str]] = {}
        for group, zone in ZONE_GROUPS:
            for phrase in vocabulary.phrases(FILE, group):
                names = self.openings if phrase.endswith("…") else self.whole
                names.setdefault(fold_heading(phrase.rstrip("… ")), (group, zone))

    def find_zone(self, heading: str, *, early: bool) -> str | None:
        """The zone that a heading opens: "Annex II Forms" -> annex, "5. References" -> references."""
        folded = fold_heading(LEAD.sub("", heading.strip()))
        found = self.whole.get(folded) or self.whole.get(fold_heading(heading)) or self.find_opening(folded)
        if found is None or (found[0] in EARLY_GROUPS and not early):
            return None
        return found[1]

    def find_opening(self, folded: str) -> tuple[str, str] | None:
        """By the first words: "annex a", "foreword by the minister"."""
        words = folded.split(" ", 3)
        for count in range(min(len(words), 3), 0, -1):
            if found := self.openings.get(fold_heading(" ".join(words[:count]))):
                return found
        return None


def fold_heading(heading: str) -> str:
    """A heading in one case, without punctuation at its ends and with straight apostrophes."""
    return EDGE.sub("", heading).casefold().replace("’", "'")


def assign_zones(document: Document, vocabulary: Vocabulary) -> None:
    """Give each block its zone: that of its kind, else that of the heading above it."""
    names = SectionNames(vocabulary)
    early_end = max(EARLY_LENGTH, int(EARLY_SHARE * len(document.text)))
    zone, level = "operative", 0
    for block in document.blocks:
        if block.kind == "heading":
            found = names.find_zone(document.text_of(block), early=block.start < early_end)
            zone, level = next_zone(found, block, zone, level)
        # A reader that saw the page knows its contents list and its running titles better.
        if block.zone == "operative":
            block.zone = KIND_ZONES.get(block.kind, zone)
    undo_whole(document, "annex")
    undo_whole(document, "front")
    mark_references(document)
    mark_preamble(document, vocabulary)
    mark_cover(document, tuple(vocabulary.phrases(FILE, "imprint")))


def next_zone(found: str | None, block: Block, zone: str, level: int) -> tuple[str, int]:
    """The zone from a heading on: a lower heading stays in the zone of the one above it."""
    depth = block.level or 1
    if found is not None:
        return found, depth
    if zone != "operative" and depth > level:
        return zone, level
    # Annexes end a document: what follows at their level is a part of one.
    if zone == "annex" and depth == level:
        return zone, level
    return "operative", depth


def undo_whole(document: Document, zone: str) -> None:
    """A text published as "ANNEX to the …" is the document itself: its zone is no part but the whole."""
    blocks = [block for block in document.blocks if block.kind not in KIND_ZONES]
    marked = [index for index, block in enumerate(blocks) if block.zone == zone]
    if marked and marked[0] < EARLY_BLOCKS and len(marked) > WHOLE_SHARE * len(blocks):
        for index in marked:
            blocks[index].zone = "operative"


def mark_references(document: Document) -> None:
    """A list of references that no heading opens: late blocks that begin "[1] …", "[2] …" and their lines."""
    late = LATE_SHARE * len(document.text)
    found = [
        index
        for index, block in enumerate(document.blocks)
        if block.start > late and block.zone == "operative" and REFERENCE.match(document.text, block.start)
    ]
    if len(found) < FEWEST_REFERENCES:
        return
    for before, after in pairwise(found):
        # A block or two between them is an address that went over to the next line.
        if after - before <= FEWEST_REFERENCES:
            for block in document.blocks[before : after + 1]:
                if block.zone == "operative":
                    block.zone = "references"


def mark_cover(document: Document, imprint: tuple[str, ...]) -> None:
    """Front matter: a first page without prose, and the short lines around a title."""
    first_page = [block for block in document.blocks if block.page == 1]
    if first_page and not any(is_prose(document.text_of(block)) for block in first_page):
        mark_front(first_page)
    cover: list[Block] = []
    titled = False
    for block in document.blocks[:FRONT_LIMIT]:
        if block.kind == "title":
            titled = True
            mark_front(cover)
        elif block.kind not in KIND_ZONES and not is_cover_line(block, document.text_of(block), imprint):
            mark_front(cover if titled else [])
            return
        else:
            cover.append(block)


def mark_front(blocks: list[Block]) -> None:
    """Set the zone of what is operative so far."""
    for block in blocks:
        if block.zone == "operative":
            block.zone = "front"


def is_cover_line(block: Block, text: str, imprint: tuple[str, ...]) -> bool:
    """ "Policy paper", "Published 3 May 2024", "© Harbour Board …": no sentence, no numbered item."""
    if block.kind not in ("paragraph", "list_item") or block.number is not None:
        return False
    if block.zone not in ("operative", "front"):
        return False
    return text.startswith(imprint) or not (is_prose(text) or FULL_STOP.search(text))


def is_prose(text: str) -> bool:
    """Whether a text is as long as a sentence."""
    return len(text.split()) >= PROSE_WORDS
