"""Text whose line ends were lost: one line of thousands of characters is cut into its paragraphs.

Old dumps of legal databases print a whole act on one line. Two spaces, or none behind a stop, stand
where a line ended: "…,Having regard to the Treaty,  Whereas: (1) The aim … (2) The means".
"""

from __future__ import annotations

import re
from itertools import zip_longest

# No printed paragraph is longer; a line that is has lost its ends.
GLUED = 3000
FIRST = {"2.": "1.", "(2)": "(1)", "(b)": "(a)", "b)": "a)"}
SECOND = re.compile(r"(?:2\.|\(2\)|\(b\)|b\))(?=\s)")
BORDER = re.compile(
    r"(?<=[;:.,)\]])[ ]{2,}(?=[A-Z(\d'‘“—-])"
    r"|(?<=[\w)\]'’][;:.,])(?=[A-Z][a-zA-Z]|[A-Z]\s)"
    r"|(?<=[a-zà-ÿ])(?=(?:Article|Artikel|Articolo|Artículo|Artigo) \d)"
    r"|(?<=[;:.,])\s*(?=\(\d{1,3}\)\s+[A-ZÀ-Ý])"
    r"|(?<=[;:.,])\s*(?=\([a-z]\)\s+[a-zà-ÿ])"
    r"|(?<=[.;:])\s+(?=\d{1,2}\.\s+[A-ZÀ-Ý])"
    r"|(?<=\))(?=[A-Z]{2,}\s)"
)


def split_glued(line: str) -> list[str]:
    """The paragraphs of a line that has lost its line ends; any other line as it is."""
    if len(line) <= GLUED:
        return [line]
    parts = [part for part in BORDER.split(line) if part.strip()]
    return [
        piece
        for part, after in zip_longest(parts, parts[1:], fillvalue="")
        for piece in split_first(part, after)
    ]


def split_first(part: str, after: str) -> list[str]:
    """Cut the first item off the heading before it, when the second item follows: "Aims 1. The …"."""
    second = SECOND.match(after)
    if second is None:
        return [part]
    label = FIRST[second[0].strip()]
    place = part.rfind(f" {label} ")
    return [part] if place <= 0 else [part[:place], part[place + 1 :]]
