"""official_id: the number under which the document itself was issued, as printed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.assemble.candidates import Candidate
from pipeline.assemble.document_numbers import read_numbers
from pipeline.assemble.front import Line, front_lines
from pipeline.assemble.phrases import phrase_pattern
from pipeline.assemble.reading import Reading
from pipeline.assemble.type_names import TypeName, find_type_names
from pipeline.records import Block, Entry

# The number of an act in the Official Journal stands in brackets behind its title, or before it.
ACT_NUMBER = re.compile(
    r"\((?P<behind>(?:19|20)?\d\d/(?:\d{1,4}/(?:EU|EC|EEC|JHA|CFSP|Euratom)|C\s?\d{1,4}/\d{1,3}))\)"
    r"|^\s*(?P<before>\d{2,4}/\d{1,4}/(?:EU|EC|EEC|JHA|CFSP|Euratom)):"
)
# "RESOLUTION No 196", "Circular nº 12/2031", "Resolution 2344 (2020)": the number of an act behind its kind.
KIND_NUMBER = re.compile(
    r"\s+(?:(?:no|nr|n|núm)\s?[.ºo°]{0,2}\s?\d[\d/.-]*(?:\s?\(\d{4}\))?|\d{3,4}\s\((?:19|20)\d\d\))(?![\w%])",
    re.IGNORECASE,
)
# "Circular 15/2031 (BA)": of a circular the year is enough.
CIRCULAR_NUMBER = re.compile(r"\s+\d{1,3}/(?:19|20)\d\d(?:\s?\([A-Z]{1,4}\))?(?![\w/])")
# "Reference: 2021-014", "Document number XY/12": a number under its label.
LABELLED = re.compile(r"\s*[:#]\s*(?P<number>[A-Z0-9][\w/().-]*\d[\w/().-]*)")
# The symbols of documents of international bodies: an acronym, parts between strokes, one of them a year.
SYMBOL = re.compile(
    r"[A-Z]{2,}[A-Z0-9.-]*(?:/[A-Z0-9][A-Z0-9.-]*)*(?:/(?:19|20)\d\d|\((?:19|20)\d\d\)\d+)(?:[/(][\w.()-]+)*"
)
BOOK_NUMBER = re.compile(r"ISBN|ISSN|DOI|doi|[Cc]atalogue|JEL|arXiv")
# A letterhead before the kind of an act: some capitalised words.
LONG_WORD = re.compile(r"[^\W\d_]{4,}")
MAX_HEAD_WORDS = 12
# A longer line is a sentence that may speak of another document.
MAX_LABEL_WORDS = 14
# What stands before a number in its own sentence and tells whose it is.
BEFORE = 40


def find_official_id(reading: Reading, entry: Entry) -> Iterator[Candidate]:
    """Numbers of the cover and title, then under a label, then of running heads and citation line."""
    lines = front_lines(reading)
    for line in lines:
        if line.leaf < 2 and line.words <= MAX_LABEL_WORDS and not BOOK_NUMBER.search(line.text):
            yield from find_numbers(reading, line.block, "official_id.cover", 0.9 - 0.05 * line.leaf)
        if line.leaf < 2:
            yield from find_act_number(reading, line)
            yield from find_under_label(reading, line)
        if line.leaf == 0:
            yield from find_behind_kind(reading, line)
            yield from find_symbol(reading, line)
    yield from find_in_citation(reading, lines)
    for block in reading.blocks:
        if block.zone == "furniture":
            yield from find_numbers(reading, block, "official_id.running_head", 0.7)


def find_numbers(reading: Reading, block: Block, rule: str, score: float) -> Iterator[Candidate]:
    """A number in a short line: "Brussels, 3.5.2031 COM(2031) 7 final", "WP 999 rev.01"."""
    other = phrase_pattern(reading, "titles", "other_number")
    for match, _ in read_numbers(reading.vocabulary).find(reading.text, block.start, block.end):
        before = reading.text[max(block.start, match.start() - BEFORE) : match.start()]
        lost = "number of another document" if other.search(before) else None
        yield Candidate(" ".join(match.group().split()), match.span(), rule, score, lost)


def find_act_number(reading: Reading, line: Line) -> Iterator[Candidate]:
    """The number of an act of the Official Journal: "(2031/7/EU)", "(96/C 99/01)", "91/999/EEC: …"."""
    for match in ACT_NUMBER.finditer(reading.text_of(line.block)):
        group = "behind" if match["behind"] else "before"
        start, end = match.span(group)
        span = line.block.start + start, line.block.start + end
        yield Candidate(match[group], span, "official_id.official_journal", 0.8)


def find_behind_kind(reading: Reading, line: Line) -> Iterator[Candidate]:
    """The number of an act at the beginning of a line: "RESOLUTION No 196 of the Council"."""
    text = reading.text_of(line.block)
    name = act_in(reading, text)
    if name is not None:
        match = KIND_NUMBER.match(text, name.end)
        if name.id == "memorandum":
            match = match or CIRCULAR_NUMBER.match(text, name.end)
        if match:
            number = match.group().rstrip(" .,-/")
            span = line.block.start + name.start, line.block.start + name.end + len(number)
            value = " ".join((text[name.start : name.end] + number).split())
            yield Candidate(value, span, "official_id.act", 0.6)


def act_in(reading: Reading, text: str) -> TypeName | None:
    """The kind that opens a line, or stands behind a letterhead: "HARBOUR COUNCIL RESOLUTION No 9"."""
    name = next(iter(find_type_names(reading, text)), None)
    if name is None or name.start == 0:
        return name
    words = LONG_WORD.findall(text[: name.start])
    headed = len(words) <= MAX_HEAD_WORDS and text[name.start : name.end].isupper()
    return name if headed and all(word[0].isupper() for word in words) else None


def find_symbol(reading: Reading, line: Line) -> Iterator[Candidate]:
    """A line that is nothing but a symbol with its year: "ABC/REC/2031/4", "XYZ/2031(12)"."""
    match = SYMBOL.fullmatch(line.text.strip())
    if match:
        start = line.block.start + reading.text_of(line.block).index(match.group())
        yield Candidate(match.group(), (start, start + len(match.group())), "official_id.symbol", 0.65)


def find_under_label(reading: Reading, line: Line) -> Iterator[Candidate]:
    """A number under its label: "Reference: 2021-014"."""
    text = reading.text_of(line.block)
    for label in phrase_pattern(reading, "titles", "number_label").finditer(text):
        match = LABELLED.match(text, label.end())
        if match and not BOOK_NUMBER.search(text):
            start = match.start("number")
            number = match["number"].rstrip(".,;")
            span = line.block.start + start, line.block.start + start + len(number)
            yield Candidate(number, span, "official_id.label", 0.75)


def find_in_citation(reading: Reading, lines: list[Line]) -> Iterator[Candidate]:
    """The number in the line that tells how to cite: "Please cite as: Board, Safe Roads, XY/LEGAL/12"."""
    cite = phrase_pattern(reading, "titles", "cite_as")
    for line in lines:
        if cite.search(line.text):
            for block in reading.blocks[line.index : line.index + 2]:
                yield from find_numbers(reading, block, "official_id.citation", 0.85)
