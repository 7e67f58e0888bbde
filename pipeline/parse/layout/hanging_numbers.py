"""Numbers of paragraphs without a stop, set in one run with their text: "3 The board should …".

A number that the reader gives as a run of its own is told by the gap behind it. In one run with the
text it is told by its fellows: paragraphs that count on, at one edge, with their further lines set in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipeline.parse.layout.blocks import INDENT, body_x
from pipeline.parse.layout.lines import Piece

NUMBER = re.compile(r"(\d{1,3})\s+(?=[^\W\d_a-z]|[“\"'‘«])")
# So many paragraphs count on, and so many of them have further lines that are set in.
FEWEST = 3
FEWEST_SET_IN = 2
# Points by which their left edges may differ.
SAME_EDGE = 2.0


def number_hanging(pieces: list[Piece]) -> None:
    """Give the paragraphs of a page that hang on bare, running numbers their numbers."""
    for run in _runs(pieces):
        if len(run) >= FEWEST and sum(_is_set_in(piece) for piece in run) >= FEWEST_SET_IN:
            for piece in run:
                found = NUMBER.match(piece.lines[0].text)
                if found is not None:
                    piece.kind, piece.number, piece.body = "list_item", found[1], found.end()


def _runs(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Paragraphs with bare numbers that count on at one left edge, whatever stands between them."""
    run: list[Piece] = []
    last = 0
    for piece in pieces:
        found = NUMBER.match(piece.lines[0].text) if piece.kind == "paragraph" else None
        if found is None:
            continue
        edge = run[-1].lines[0].x0 if run else 0.0
        if run and (int(found[1]) != last + 1 or abs(piece.lines[0].x0 - edge) > SAME_EDGE):
            yield run
            run = []
        run.append(piece)
        last = int(found[1])
    yield run


def _is_set_in(piece: Piece) -> bool:
    return len(piece.lines) > 1 and body_x(piece) > piece.lines[0].x0 + INDENT
