"""Paragraphs and items that run over a column or page break are joined into one piece."""

from __future__ import annotations

from pipeline.parse.layout.blocks import SAME_SIZE, body_x
from pipeline.parse.layout.lines import Line, Piece
from pipeline.parse.layout.numbering import ends_with, read_label

SENTENCE_END = (".", "!", "?", ":", "。", ".”", '."', "?”", ".)")
JOINABLE = ("paragraph", "list_item")
# How many pieces of a box may stand between the two parts.
LOOK_BACK = 8
# In font sizes: an address is longer than a line, and tells nothing.
LONGEST_WORD = 8
# Points by which the left edges of two parts of one text may differ.
SAME_EDGE = 2.0
OPEN_ENDS = (",", "-", "\u00ad", "–", "(")


def join_broken(pieces: list[Piece]) -> list[Piece]:
    """Pieces in reading order, with those that a break cut in two made one.

    Boxes and pull quotes that stand between the two parts are left behind the joined piece.
    """
    joined: list[Piece] = []
    for piece in pieces:
        last = next((known for known in reversed(joined[-LOOK_BACK:]) if known.boxed == piece.boxed), None)
        if joined and _is_open_box(joined[-1], piece):
            last = joined[-1]
        if last is not None and goes_on(last, piece):
            last.lines += piece.lines
        else:
            joined.append(piece)
    return joined


def goes_on(first: Piece, second: Piece) -> bool:
    """Whether the second piece is the rest of the first, behind a column or page break."""
    last, top = first.lines[-1], second.lines[0]
    if not _are_neighbours(first, second) or abs(last.size - top.size) > 2 * SAME_SIZE:
        return False
    text, start = last.text.rstrip(), top.text.lstrip()
    if start[:1].islower():
        return not ends_with(text, (".", "!", "?")) and not read_label(start)
    if text.endswith(OPEN_ENDS):
        return True
    if ends_with(text, (*SENTENCE_END, ";")) or top.bold != last.bold:
        return False
    return _is_full(first, top) and len(first.lines) > 1


def _are_neighbours(first: Piece, second: Piece) -> bool:
    """Two pieces of one kind on the two sides of a column or page break."""
    if first.kind not in JOINABLE or second.kind != "paragraph":
        return False
    if first.zone != second.zone or (first.boxed != second.boxed and not _is_open_box(first, second)):
        return False
    pages = second.page - first.lines[-1].page
    return 0 < pages <= 2 or (pages == 0 and first.column != second.column)


def _is_open_box(first: Piece, second: Piece) -> bool:
    """A box that the page break leaves open is a box on one side only: its lines have one edge."""
    if first.boxed == second.boxed or second.page - first.lines[-1].page != 1:
        return False
    edges = (first.lines[-1].x0, body_x(first))
    return any(abs(edge - second.lines[0].x0) < SAME_EDGE for edge in edges)


def _is_full(piece: Piece, following: Line) -> bool:
    """Whether the first word of the next line would not have fitted behind the last one."""
    last = piece.lines[-1]
    word = len(following.text.split(" ", 1)[0]) * (following.x1 - following.x0) / len(following.text)
    room = max(line.x1 for line in piece.lines) - last.x1
    return room < max(3 * piece.size, min(word, LONGEST_WORD * piece.size))
