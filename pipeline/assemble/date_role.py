"""date_role: what the printed date says about this version."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.assemble.candidates import Candidate
from pipeline.assemble.front import Line, front_lines
from pipeline.assemble.phrases import phrase_pattern
from pipeline.assemble.printed_dates import list_dates
from pipeline.assemble.reading import Reading
from pipeline.assemble.self_reference import find_self, list_selves
from pipeline.records import Entry

# A label of a draft stands in a line of the cover, not in a paragraph.
MAX_LABEL_WORDS = 10
# How far before the word its subject may stand.
REACH = 60
COPULA = re.compile(r"\s*(?:is|are|ist|est|es|è|é)\s+(?:an?|the|un|ein|una)?\s*")


def find_date_role(reading: Reading, entry: Entry) -> Iterator[Candidate]:
    """The role of the chosen date; a text that calls itself a draft is one, dated or not."""
    yield from find_draft_label(reading)
    for dated in list_dates(reading):
        if dated.value == entry.date and not dated.lost:
            yield Candidate(dated.role, dated.span, dated.rule.replace("date.", "date_role."), dated.score)


def find_draft_label(reading: Reading) -> Iterator[Candidate]:
    """A label of the cover, "DRAFT FOR CONSULTATION", or "this document is a draft …"."""
    draft = phrase_pattern(reading, "dates", "draft")
    for line in front_lines(reading):
        for match in draft.finditer(reading.text_of(line.block)):
            span = line.block.start + match.start(), line.block.start + match.end()
            dated = reading.mentions_in("dates", line.block)
            if is_label(line, match.group()) and not dated:
                yield Candidate("draft", span, "date_role.draft_label", 0.98)
            elif says_draft(reading, line, match.start()):
                yield Candidate("draft", span, "date_role.draft_sentence", 0.97)


def is_label(line: Line, found: str) -> bool:
    """Whether a short line of the first two pages is, or ends or begins with, the word."""
    text = line.text.casefold().strip("()[] –-:")
    label = found.casefold()
    return (
        line.leaf < 2 and line.words <= MAX_LABEL_WORDS and (text.startswith(label) or text.endswith(label))
    )


def says_draft(reading: Reading, line: Line, offset: int) -> bool:
    """Whether the document calls itself so: "This document is a draft …", "This draft strategy …"."""
    text = reading.text_of(line.block)
    if any(start <= offset < end for start, end in list_selves(reading, text)):
        return True
    before = text[max(offset - REACH, 0) : offset]
    itself = find_self(reading, before)
    return bool(itself and COPULA.fullmatch(before[itself[1] :]))
