"""Dates in the margins of a document: running heads, the page's own metadata, the imprint."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from pipeline.assemble.date_cues import Dated, read_cues, reject_reason
from pipeline.assemble.front import Line, back_blocks, names_body
from pipeline.assemble.phrases import phrase_pattern
from pipeline.assemble.reading import Reading
from pipeline.assemble.type_names import find_type_names
from pipeline.records import Block

# Between "©" and its year stand the name of the holder and little more.
NEAR = 45
# "Harbour Board of Ys 2031", below the word "Copyright".
MAX_HOLDER_WORDS = 7
NAME_AND_YEAR = re.compile(r"(?P<before>\D{3,60}?)\s(?P<year>(?:19|20)\d\d)\.?")
PLACE_NAME = re.compile(r"[A-ZÀ-Ž][\w’'-]+(?: [A-ZÀ-Ž][\w’'-]+)?,")
YEAR = re.compile(r"(?<![\d/.-])(?:19|20)\d\d(?![\d/]|[-–]\d)")
ISO_DAY = re.compile(r"(?:19|20)\d\d-[01]\d-[0-3]\d")
PICTURE = re.compile(r"photo|image|shutterstock|getty|istock|illustration|cover|font|logo", re.IGNORECASE)


def find_in_running_heads(reading: Reading) -> Iterator[Dated]:
    """A date in the margin of the pages: "Guide 0.2 | 19 May 2023"; each value once."""
    seen = set()
    for block in reading.blocks:
        if block.zone != "furniture" or block.page is None:
            continue
        for mention in reading.mentions_in("dates", block):
            cues = read_cues(reading, mention, block)
            lost = reject_reason(reading, mention, block, cues)
            if mention.value not in seen:
                seen.add(mention.value)
                role = cues.dated_role
                yield Dated.of(reading, mention, "date.running_head", 0.72, role, lost)


def find_in_page_metadata(reading: Reading) -> Iterator[Dated]:
    """The day of publication that a web page states of itself; the dates of a PDF file do not count."""
    match = ISO_DAY.match(reading.document.metadata.get("published", ""))
    if match:
        yield Dated(match.group(), None, "date.page_metadata", 0.78, "published")


def find_in_imprint(reading: Reading, lines: list[Line]) -> Iterator[Dated]:
    """The year of the imprint: "© The Board 2024", "Published in 2023 by …", or alone on the cover."""
    for line in lines:
        if re.fullmatch(YEAR, line.text):
            yield year_of(line.block, reading, line.block.start, "date.cover_year", 0.7)
        yield from find_year(reading, line.block)
        yield from find_behind_name(reading, line)
    front = {line.block.block_id for line in lines}
    back = back_blocks(reading)
    for previous, block in pairwise([None, *back]):
        if block is not None and block.block_id not in front:
            yield from find_year(reading, block)
            yield from find_below_label(reading, previous, block)


def find_behind_name(reading: Reading, line: Line) -> Iterator[Dated]:
    """The year behind a place or a body on the cover: "Geneva, 2031", "Harbour Board 2031"."""
    match = NAME_AND_YEAR.fullmatch(line.text)
    if match is None or line.leaf > 0 or line.words > MAX_HOLDER_WORDS or line.block.kind == "title":
        return
    before, start = match["before"], line.block.start + reading.text_of(line.block).rfind(match["year"])
    event = phrase_pattern(reading, "dates", "event").search(before) or find_type_names(reading, before)
    if not event and (PLACE_NAME.fullmatch(before) or names_body(reading, before)):
        yield year_of(line.block, reading, start, "date.name_and_year", 0.6)


def find_below_label(reading: Reading, label: Block | None, block: Block) -> Iterator[Dated]:
    """The year of a line below "Copyright": "Harbour Board 2031"."""
    text = reading.text_of(block)
    alone = label and phrase_pattern(reading, "dates", "imprint").fullmatch(
        reading.text_of(label).strip(" :")
    )
    match = YEAR.search(text)
    if alone and match and len(text.split()) <= MAX_HOLDER_WORDS and not PICTURE.search(text):
        yield year_of(block, reading, block.start + match.start(), "date.imprint", 0.55)


def find_year(reading: Reading, block: Block) -> Iterator[Dated]:
    """A year beside a sign or word of the imprint, not that of a picture."""
    if block.page is None and block.zone == "furniture":
        return
    text = reading.text_of(block)
    for cue in phrase_pattern(reading, "dates", "imprint").finditer(text):
        match = YEAR.search(text, cue.end(), cue.end() + NEAR)
        stop = text.find(". ", match.end()) if match else -1
        last = min(match.end() + NEAR, stop if stop > 0 else len(text)) if match else 0
        if match and not PICTURE.search(text, max(cue.start() - NEAR, 0), last):
            score = 0.55 if cue.group()[0] in "©(cC" else 0.65
            yield year_of(block, reading, block.start + match.start(), "date.imprint", score)


def year_of(block: Block, reading: Reading, start: int, rule: str, score: float) -> Dated:
    """A year alone."""
    return Dated(reading.text[start : start + 4], (start, start + 4), rule, score, "published")
