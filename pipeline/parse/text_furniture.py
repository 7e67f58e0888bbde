"""What a page printed around the text of a plain text dump: page numbers, running titles, headers."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

PAGE_NUMBER = re.compile(
    r"(?:[-–—|]\s*)?(?:(?:page|seite|pagina|página|strona|p\.)\s+)?(\d{1,4})(?:\s*(?:/|of|de|von|sur|van|di)\s*\d{1,4})?"
    r"(?:\s*[-–—|])?",
    re.IGNORECASE,
)
# The head of an Official Journal page: "4.5.2013", "EN", "Official Journal …", "L 124/1".
JOURNAL_DATE = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}")
JOURNAL_PAGE = re.compile(r"(?:[LC] \d{1,4}(?:/\d{1,4}| [A-Z]?)|[LC]/?\d{4}/\d+)")
JOURNAL_LINES = 6
# The head of the older dumps: "EUR-Lex - 31992H0241 - EN", a notice, "|", the number.
JOURNAL_LINE = re.compile(r".{5,60} [LCS] \d{3}[A-Z]? ?, \d{2}/\d{2}/\d{4} [A-Z]\.? .*")
DUMP_HEAD = re.compile(r"EUR-Lex - (\S+) - [A-Z]{2}")
# Where each page prints it, a running title stands within this many lines of the page number.
NEAR = 3
TITLE_LENGTH = 120
SHORT = 12
DIGITS = re.compile(r"\d+")


def find_furniture(lines: list[str]) -> set[int]:
    """Indexes of the page numbers and running titles among the lines."""
    numbers = find_page_numbers(lines) | find_numbered_titles(lines)
    return numbers | find_running_titles(lines, numbers)


def find_numbered_titles(lines: list[str]) -> set[int]:
    """Running titles with the page number in them: "Gazette – 2 – No. 23", "Gazette – 3 – No. 23"."""
    places: dict[str, list[int]] = {}
    for index, line in enumerate(lines):
        if len(line) < TITLE_LENGTH and (folded := fold(line)) != line.casefold() and len(folded) > NEAR:
            places.setdefault(folded, []).append(index)
    return {index for found in places.values() if counts_up([lines[i] for i in found]) for index in found}


def counts_up(lines: list[str]) -> bool:
    """Whether one of the figures of these lines grows by one or two from line to line."""
    if len(lines) <= NEAR:
        return False
    columns = zip(*([int(digits) for digits in DIGITS.findall(line)] for line in lines), strict=False)
    return any(all(0 < after - before <= 2 for before, after in pairwise(column)) for column in columns)


def find_journal_head(lines: list[str]) -> set[int]:
    """The lines above the title of a text from the Official Journal."""
    printed = [index for index, line in enumerate(lines[:30]) if line]
    if not printed:
        return set()
    if match := DUMP_HEAD.fullmatch(lines[printed[0]]):
        ends = [index for index in printed[1:JOURNAL_LINES] if lines[index] == match[1]]
        journal = {index for index in printed[:JOURNAL_LINES] if JOURNAL_LINE.fullmatch(lines[index])}
        return {index for index in printed if ends and index <= ends[0]} | journal
    if JOURNAL_DATE.fullmatch(lines[printed[0]]):
        ends = [index for index in printed[1:JOURNAL_LINES] if JOURNAL_PAGE.fullmatch(lines[index])]
        return {index for index in printed if ends and index <= ends[0]}
    return set()


def find_page_numbers(lines: list[str]) -> set[int]:
    """Lines that hold nothing but a figure, where these figures count up through the text."""
    found = [
        (index, int(match[1])) for index, line in enumerate(lines) if (match := PAGE_NUMBER.fullmatch(line))
    ]
    counting: list[tuple[int, int]] = []
    for index, number in found:
        last = counting[-1][1] if counting else 0
        if last < number <= last + (NEAR if counting else 10):
            counting.append((index, number))
    # Three numbers in a row, on lines apart, are no accident.
    apart = [index for (index, _), (after, _) in pairwise(counting) if after - index > NEAR]
    if len(apart) < NEAR:
        return set()
    # Where pages are numbered, other lone figures far from any other are page numbers out of order.
    return {index for index, _ in counting} | {index for index, _ in found if is_lone(lines, index)}


def is_lone(lines: list[str], index: int) -> bool:
    """Whether no other short line stands beside a line, as in a table."""
    beside = lines[max(index - 1, 0) : index] + lines[index + 1 : index + 2]
    return not any(line and len(line) < SHORT for line in beside)


def find_running_titles(lines: list[str], numbers: set[int]) -> set[int]:
    """Short lines near page numbers that come back on page after page."""
    near = [
        index
        for number in numbers
        for index in range(max(number - NEAR, 0), min(number + NEAR + 1, len(lines)))
        if lines[index] and index not in numbers and len(lines[index]) < TITLE_LENGTH
    ]
    counts = Counter(fold(lines[index]) for index in set(near))
    return {index for index in near if counts[fold(lines[index])] >= NEAR}


def fold(line: str) -> str:
    """A line without its figures: the page number may be part of a running title."""
    return DIGITS.sub("#", line.casefold())
