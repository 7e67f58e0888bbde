"""Printed labels: what stands before an item ("3.2", "(a)", "•") and how lists count."""

from __future__ import annotations

import re

# Glyphs that print a bullet; Word's symbol fonts put theirs into the private use area.
BULLETS = "•◦▪▫●○■□‣⁃∙·➢➤►▶✓✔❖–—*-"
BULLET_START = re.compile(r"(?:[•◦▪▫●○■□‣⁃∙➢➤►▶✓✔❖\uf0b7\uf0a7\uf0d8]\s*|[–—*·-]\s+)(?=\S)")

# "3.2", "1.", "12)", "(4)", "(a)", "a)", "a.", "(iv)", "iv.", "IV.", "A.1", "A-II", "§ 3", "Art. 5."
NUMBER_START = re.compile(
    r"""(?P<label>
        \((?:\d{1,4}[a-z]?|[a-zA-Z]{1,2}|[ivxlcIVXLC]{2,7})\)
      | (?:[A-Z][.-])?\d{1,3}(?:\.\d{1,3}){1,5}[.)]?[a-z]?
      | \d{1,3}[a-z]?[.)]
      | [ivxlc]{1,7}[.)]
      | [IVXLC]{1,7}[.)]
      | [a-zA-Z][.)]
      | [A-Z]-(?:\d{1,3}|[IVX]{1,5})\b[.:]?
      | §\s?\d{1,3}[a-z]?\.?
    )(?=[\s\u2028]|\u00a0)\s*(?=\S)""",
    re.VERBOSE,
)
# A year or an amount at the start of a sentence is no label: "2021. The", "1.5 million".
NOT_LABEL = re.compile(
    r"\d+[.,]\d+\s+(?:%|per ?cent|million|billion|milliards?|Millionen|Mrd|millones|€|EUR)"
)
ENUMERATOR = re.compile(
    r"[(\[]?(?:\d{1,3}(?:\.\d{1,3})*[a-z]?|[a-zA-Z]{1,2}|[ivxlcIVXLC]{1,7})[)\].]?|[•◦▪●○■–—·*-]"
)

ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def find_label(text: str) -> tuple[str | None, int] | None:
    """The printed label at the start of a text and the offset behind it: "(a) keep logs" -> "(a)", 4.

    A bullet gives number None. A closing dot is no part of the number: "1. Scope" -> "1".
    """
    if bullet := BULLET_START.match(text):
        return None, bullet.end()
    match = NUMBER_START.match(text)
    if match is None or NOT_LABEL.match(text):
        return None
    return clean_number(match["label"]), match.end()


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
