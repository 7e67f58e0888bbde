"""Printed labels: what stands before an item ("3.2", "(a)", "•") and how lists of a web page count."""

from __future__ import annotations

import re

from pipeline.parse.clean import BULLETS, LONE_BULLETS

BULLET_GLYPHS = re.escape("".join(sorted(BULLETS)))
LONE_GLYPHS = re.escape("".join(sorted(LONE_BULLETS)))
BULLET_START = re.compile(rf"(?:[{BULLET_GLYPHS}]\s*|[{LONE_GLYPHS}]\s+)(?=\S)")

# "3.2", "1.", "12)", "(4)", "(a)", "a)", "a.", "(iv)", "iv.", "IV.", "A.1", "A-II", "R3.", "Q1:", "§ 3"
NUMBER_START = re.compile(
    r"""(?P<label>
        \((?:\d{1,4}[a-z]?|[a-zA-Z]{1,2}|[ivxlcIVXLC]{2,7})\)
      | (?:[A-Z][.-])?\d{1,3}(?:\.\d{1,3}){1,5}[.)]?[a-z]?
      | [A-Z]\d{1,3}(?:\.\d{1,3})*[.):]
      | \d{1,3}[a-z]?[.):]
      | [ivxlc]{1,7}[.)]
      | [IVXLC]{1,7}[.)]
      | [a-zA-Z][.)]
      | [A-Z]-(?:\d{1,3}|[IVX]{1,5})\b[.:]?
      | §\s?\d{1,3}[a-z]?\.?
    )(?=[\s\u2028]|\u00a0)\s*(?=\S)""",
    re.VERBOSE,
)
# "10.Publish a register": a number set close to its text, where the dot can end nothing else.
CLOSE_NUMBER = re.compile(r"(?P<label>\d{1,2}\.)(?=[^\W\d_a-z][a-zà-ž\s])")
# An amount at the start of a sentence is no label: "1.5 million people", "3.2 % of all".
AMOUNT = re.compile(
    r"\d+[.,]\d+\s+(?:%|per ?cent|[mb]illion|milliards?|Million|Mrd|millon|€|EUR|GB|kWh|times)"
)
# A label that stands alone on its line, its text on the next.
LONE_LABEL = re.compile(
    r"\((?:\d{1,3}[a-z]?|[a-zA-Z]{1,2}|[ivxlcIVXLC]{1,6})\)|\d{1,3}(?:\.\d{1,3}){0,4}[.)]|[a-z][.)]|[ivxlc]{1,6}[.)]"
    rf"|[{BULLET_GLYPHS}{LONE_GLYPHS}]"
)
# What stands alone in the first cell of a row that is an item; here a bare figure counts too.
CELL_LABEL = re.compile(rf"{LONE_LABEL.pattern}|\d{{1,3}}(?:\.\d{{1,3}})*|\[\d{{1,3}}\]")

ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def find_label(text: str) -> tuple[str | None, int] | None:
    """The printed label at the start of a text and the offset behind it: "(a) keep logs" -> "(a)", 4.

    A bullet gives number None. A closing dot is no part of the number: "1. Scope" -> "1".
    """
    match = NUMBER_START.match(text) or CLOSE_NUMBER.match(text)
    if match is not None:
        return None if AMOUNT.match(text) else (clean_number(match["label"]), match.end())
    bullet = BULLET_START.match(text)
    return (None, bullet.end()) if bullet else None


def clean_number(label: str) -> str:
    """The number of a label: "1." -> "1", "(a)" and "a)" stay."""
    return label.strip().rstrip(".:").strip()


def count_label(position: int, style: str) -> str:
    """The label that a browser prints for a list item: 3, "a" -> "c."; 4, "i" -> "iv."."""
    if position < 1 or style not in "aAiI":
        return f"{position}."
    written = write_roman(position) if style in "iI" else write_letters(position)
    return f"{written.upper() if style in 'AI' else written}."


def write_roman(number: int) -> str:
    """4 -> "iv"; from 400 on in figures, as no list is that long."""
    if number >= 400:
        return str(number)
    written = ""
    for value, sign in ROMAN:
        while number >= value:
            written += sign
            number -= value
    return written


def write_letters(number: int) -> str:
    """1 -> "a", 27 -> "aa"."""
    written = ""
    while number:
        number, rest = divmod(number - 1, 26)
        written = chr(ord("a") + rest) + written
    return written


# Romans are told from letters by their neighbours, and no such list is longer.
MOST_ITEMS = 50
ROMANS = {write_roman(number): number for number in range(1, MOST_ITEMS)}


def follows(label: str | None, following: str | None) -> bool:
    """Whether a label counts on from another one: "a)" and "b)", "(iv)" and "(v)", two bullets."""
    if label is None or following is None:
        return label is following
    first, second = (sign.strip("()").casefold() for sign in (label, following))
    if first.isdigit() and second.isdigit():
        return int(second) == int(first) + 1
    if ROMANS.get(first, 0) + 1 == ROMANS.get(second):
        return True
    return len(first) == len(second) == 1 and ord(second) == ord(first) + 1
