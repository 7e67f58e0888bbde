"""Letter-spaced headings: "C O N T E N T S" is read as CONTENTS, the wider gaps part its words."""

from __future__ import annotations

import re
from itertools import pairwise
from statistics import median
from typing import Any

from pipeline.parse.clean import clean_text
from pipeline.parse.layout.lines import Line

# At least five single letters, each followed by a space.
SPACED = re.compile(r"\s*(?:[^\W_][,.:;&’'-]? ){4,}[^\W_][,.:;]?\s*|\s*(?:[^\W\d_] ){6,}.{0,3}")
# A gap between words is at least this much wider than the usual one between the letters.
WORD_GAP = 1.6


def is_spaced(text: str) -> bool:
    """Whether a line consists of single letters with spaces between them."""
    return len(text) > 8 and text[1] == " " and bool(SPACED.fullmatch(text))


def close_spaced(lines: list[Line], blocks: list[dict[str, Any]]) -> None:
    """Rewrite the letter-spaced lines from the places of their letters (the reader's `rawdict`)."""
    spaced = {(round(line.x0), round(line.y0)): line for line in lines if is_spaced(line.text)}
    for block in blocks:
        for raw in block["lines"]:
            line = spaced.get((round(raw["bbox"][0]), round(raw["bbox"][1])))
            if line is not None:
                line.text = join_letters(raw)


def join_letters(raw: dict[str, Any]) -> str:
    """The words of a letter-spaced line."""
    letters = [char for span in raw["spans"] for char in span["chars"] if char["c"].strip()]
    gaps = [right["bbox"][0] - left["bbox"][2] for left, right in pairwise(letters)]
    if not gaps:
        return "".join(char["c"] for char in letters)
    usual = max(median(gaps), 0.1)
    words = letters[0]["c"]
    for gap, char in zip(gaps, letters[1:], strict=True):
        words += (" " if gap > WORD_GAP * usual else "") + char["c"]
    return clean_text(words)
