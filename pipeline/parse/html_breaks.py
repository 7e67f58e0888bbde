"""Items that a web page parts by line breaks alone: "a) keep logs<br>b) test<br>c) train"."""

from __future__ import annotations

from itertools import pairwise

from pipeline.parse.html_inline import BREAK, clean
from pipeline.parse.numbering import find_label, follows


def split_items(raw: str) -> list[str]:
    """The raw text of a paragraph, cut before each printed line whose label counts on from the last one.

    Two labels that do not follow each other, as the initials of names, part nothing.
    """
    lines = raw.split(BREAK)
    labels = [(index, found[0]) for index, line in enumerate(lines) if (found := find_label(clean(line)[0]))]
    starts = {
        place
        for (first, label), (second, following) in pairwise(labels)
        if follows(label, following)
        for place in (first, second)
    }
    parts: list[list[str]] = [[]]
    for index, line in enumerate(lines):
        if index in starts:
            parts.append([])
        parts[-1].append(line)
    return [BREAK.join(part) for part in parts if part]
