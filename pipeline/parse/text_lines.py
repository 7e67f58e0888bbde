"""Lines of plain text into blocks: which lines belong together is told from their shape."""

from __future__ import annotations

import re
from statistics import quantiles

from pipeline.parse.drafts import Draft, label_heading, label_paragraph
from pipeline.parse.numbering import find_label

SPACE = re.compile(r"[ \t\u00a0\u2028\u2029\x0b]+")
LONE_LABEL = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-zA-Z]{1,2}|[ivxlc]{1,7})[.)]|[•–—-]|\d{1,3}\.")
SENTENCE_END = re.compile(r"[.!?:;][\"”’»)\]]*$")
# A line is full, so that the next may continue it, from this share of the usual width on.
FULL = 0.72
# Lines longer than this were never wrapped for print.
UNWRAPPED = 160
HEADING_LENGTH = 120


def read_lines(text: str) -> list[Draft]:
    """Headings, paragraphs and items of plain text."""
    lines = [SPACE.sub(" ", line).strip() for line in text.replace("\f", "\n\f\n").split("\n")]
    width = line_width(lines)
    drafts = []
    for group in group_lines(lines, width):
        drafts.append(build_block(group, width))
    return drafts


def line_width(lines: list[str]) -> int:
    """The width to which the text was wrapped, 0 when each line is a paragraph."""
    lengths = [len(line) for line in lines if len(line) > 25]
    if len(lengths) < 8:
        return 0
    usual = int(quantiles(lengths, n=20)[-2])
    return usual if usual <= UNWRAPPED else 0


def group_lines(lines: list[str], width: int) -> list[list[str]]:
    """Lines that make one block."""
    groups: list[list[str]] = []
    open_group: list[str] = []
    for line in lines:
        if not line:
            if open_group:
                groups.append(open_group)
            open_group = []
        elif open_group and continues(open_group[-1], line, width):
            open_group.append(line)
        else:
            if open_group:
                groups.append(open_group)
            open_group = [line]
    if open_group:
        groups.append(open_group)
    return groups


def continues(before: str, line: str, width: int) -> bool:
    """Whether a line goes on with the paragraph of the line before it."""
    if LONE_LABEL.fullmatch(before):
        return not LONE_LABEL.fullmatch(line)
    if not width or find_label(line) or LONE_LABEL.fullmatch(line):
        return False
    return len(before) >= FULL * width


def build_block(group: list[str], width: int) -> Draft:
    """A heading or a paragraph of lines that belong together."""
    text = " ".join(group)
    if len(text) <= HEADING_LENGTH and not SENTENCE_END.search(text) and len(group) <= 2:
        return label_heading(Draft("heading", text, level=2))
    return label_paragraph(Draft("paragraph", text))
