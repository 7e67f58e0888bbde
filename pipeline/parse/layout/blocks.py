"""Rows of one column -> pieces: paragraphs, list items, lines of different fonts kept apart."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from statistics import median

from pipeline.parse.layout.lines import Line, Piece, group_rows
from pipeline.parse.layout.numbering import ends_with, read_bullet, read_label, write_bullet
from pipeline.parse.numbering import follows

# A gap this much wider than the usual distance of baselines starts a new paragraph.
WIDE_GAP = 1.22
SAME_SIZE = 0.6
# A sentence goes on in small letters over a gap of up to this many font sizes.
RUN_OVER = 2.6
BELOW_BULLET = 2.3
# No page has so many columns.
INSIDE = 100
# Lines are fitted by up to this share of their size, and stand no farther apart than this many sizes.
FITTED = 0.15
WIDEST_LINE = 1.5
# Points by which a line must stand in or out to count as indented.
INDENT = 4.0
# A first line that leaves this share of the column free did not break for want of room.
FORCED_ROOM = 0.35
# Small letters that begin no rest of a sentence: "office@harbour.example", "www.harbour.example".
ADDRESS = re.compile(r"[\w.+-]+@\w|https?://|www\.")
ENDINGS = (".", "!", "?", ":", ";", "”", '"', "。", "؟")


def build_pieces(lines: list[Line], column: int) -> list[Piece]:
    """The pieces of one column, from top to bottom."""
    rows = group_rows(lines)
    if not rows:
        return []
    leading = usual_leading(rows)
    right = _right_edge(rows)
    pieces: list[Piece] = []
    fresh = True
    for row in rows:
        if row.unit is not None:
            pieces += _place_unit(row.unit, column)
        elif fresh or _starts_piece(pieces[-1], row, leading, right):
            pieces.append(start_piece(row, column))
        else:
            pieces[-1].lines.append(row)
        fresh = row.unit is not None
    return pieces


def _place_unit(unit: list[Piece], column: int) -> list[Piece]:
    for piece in unit:
        # A box has columns of its own: its text goes on from one to the next.
        piece.column += INSIDE * (column + 1)
    return unit


def usual_leading(rows: list[Line]) -> dict[int, float]:
    """The usual distance of baselines for each font size (rounded), and under 0 the overall ratio."""
    by_size: dict[int, list[float]] = {}
    for above, below in itertools.pairwise(rows):
        gap = below.base - above.base
        if abs(above.size - below.size) < SAME_SIZE and 0.5 * above.size < gap < 2.4 * above.size:
            by_size.setdefault(round(above.size), []).append(round(gap, 1))
    return {size: _lower_mode(gaps) for size, gaps in by_size.items()}


def _lower_mode(gaps: list[float]) -> float:
    """The most frequent distance; among few the smallest, since wider ones part paragraphs."""
    if len(gaps) < 4:
        return min(gaps)
    counts = Counter(round(gap * 2) / 2 for gap in gaps)
    most = max(counts.values())
    return min(gap for gap, count in counts.items() if count >= 0.5 * most)


def _right_edge(rows: list[Line]) -> float:
    """Where full lines end: the upper quartile of right edges."""
    edges = sorted(row.x1 for row in rows)
    return edges[(len(edges) * 3) // 4]


def start_piece(row: Line, column: int) -> Piece:
    """A piece that begins with this row, its bullet or label read."""
    text, body = write_bullet(row.text) if _has_bullet(row) else (row.text, 0)
    piece = Piece([row], column=column, boxed=row.floating)
    if body:
        row.text = text
        piece.kind, piece.body = "list_item", body
        inner = read_label(text[body:])
        if inner and inner[0].startswith("("):
            piece.number, piece.body = inner[0], body + inner[1]
        return piece
    label = read_label(row.text, apart=label_apart(row))
    if label:
        number, body = label
        # "10.Publish": the space that the print leaves out, so that the first word is a word.
        if body < len(row.text) and not row.text[body - 1].isspace():
            row.text, body = f"{row.text[:body]} {row.text[body:]}", body + 1
        piece.kind, piece.number, piece.body = "list_item", number, body
    return piece


def label_apart(row: Line) -> bool:
    """Whether the layout sets the first word of a row apart from the rest, as it does with numbers."""
    if len(row.pieces) < 2:
        return False
    first, second = row.pieces[0], row.pieces[1]
    return len(first.text.strip()) <= 8 and second.x0 - first.x1 > 0.4 * row.size


def _has_bullet(row: Line) -> bool:
    if read_bullet(row.text):
        return True
    if label_apart(row) and _is_glyph(row.pieces[0].text.strip()):
        return True
    return len(row.text) > 2 and row.text[1] == " " and (label_apart(row) or row.text[0] in "-–*")


def _is_glyph(text: str) -> bool:
    """A single sign that is no letter, figure or quotation mark: the glyph of a symbol font."""
    return len(text) == 1 and not text.isalnum() and text not in "\"'“”‘’«»([¿¡§"


def _starts_piece(piece: Piece, row: Line, leading: dict[int, float], right: float) -> bool:
    last = piece.lines[-1]
    if abs(row.size - last.size) > max(SAME_SIZE, 0.07 * last.size) and not _varies_in_size(last, row):
        return True
    gap = row.base - last.base
    usual = leading.get(round(last.size), 1.25 * last.size)
    if gap < 0 or (gap > WIDE_GAP * usual + 0.5 and not _runs_over_gap(piece, row, gap)):
        return True
    if _changes_weight(piece, row, right):
        return True
    return _starts_item(piece, row, right) or _starts_paragraph(piece, row, right)


def _varies_in_size(last: Line, row: Line) -> bool:
    """A sentence that goes on right below in nearly the same size: typesetters fit lines so."""
    near = abs(row.size - last.size) < FITTED * last.size and row.base - last.base < WIDEST_LINE * last.size
    return near and (row.bold, row.color) == (last.bold, last.color) and _breaks_sentence(last, row)


def _runs_over_gap(piece: Piece, row: Line, gap: float) -> bool:
    """A sentence that goes on in small letters below a wider gap: some paragraphs are set wider."""
    last = piece.lines[-1]
    edges = (last.x0, body_x(piece))
    # What stands far below the bullet of an item may go on with the sentence above the list.
    widest = BELOW_BULLET if piece.body and row.x0 < piece.lines[0].x0 + INDENT else RUN_OVER
    same = row.bold == last.bold and any(-3 * INDENT < row.x0 - edge < INDENT for edge in edges)
    return same and row.text[:1].islower() and not _is_closed(last.text) and gap < widest * row.size


def _changes_weight(piece: Piece, row: Line, right: float) -> bool:
    """A bold line under a light paragraph, or the other way round, is a heading and its text."""
    last = piece.lines[-1]
    if row.bold == last.bold:
        return False
    if row.bold:
        return _is_closed(last.text)
    # A first line that is bold and full may be the bold beginning of a paragraph.
    full = last.x1 > right - 3 * last.size and not _is_closed(last.text)
    return piece.lines[0].bold and not full and not _breaks_sentence(last, row)


def _breaks_sentence(last: Line, row: Line) -> bool:
    return row.text[:1].islower() and not _is_closed(last.text) and not ADDRESS.match(row.text)


def _is_closed(text: str) -> bool:
    return ends_with(text, ENDINGS)


def _starts_item(piece: Piece, row: Line, right: float) -> bool:
    last = piece.lines[-1]
    apart = label_apart(row)
    if _has_bullet(row):
        sure = bool(read_bullet(row.text)) or apart or _is_closed(last.text)
        return sure or last.x1 < right - 3 * row.size
    label = read_label(row.text, apart=apart)
    if not label or _runs_on(piece, label[0]):
        return False
    if apart or _is_closed(last.text) or last.text.rstrip().endswith((",", " and", " or")):
        return True
    if _counts_on(piece, row, label[0]):
        return True
    return last.x1 < right - 4 * row.size


def _counts_on(piece: Piece, row: Line, label: str) -> bool:
    """Whether a label stands below the one before it ("a.", "b."), or left of it, as no wrapped line does."""
    apart = row.x0 - piece.lines[0].x0
    if piece.number is None or apart > INDENT:
        return False
    return apart < -INDENT or follows(piece.number, label)


def _runs_on(piece: Piece, label: str) -> bool:
    """Whether a line begins with a number of an enumeration inside the sentence: "… (6) a, and / (7) b"."""
    before = _label_before(label)
    return before is not None and any(f" {before}" in line.text for line in piece.lines)


def _label_before(label: str) -> str | None:
    """The label before one in brackets: "(7)" -> "(6)", "(b)" -> "(a)"."""
    inner = label.strip("()")
    if not label.startswith("(") or inner in ("1", "a", "i"):
        return None
    if inner.isdigit():
        return f"({int(inner) - 1})"
    return f"({chr(ord(inner) - 1)})" if len(inner) == 1 else None


def body_x(piece: Piece) -> float:
    """The x at which the lines of a piece go on below the first."""
    if len(piece.lines) > 1:
        return median(line.x0 for line in piece.lines[1:])
    first = piece.lines[0]
    if piece.body and len(first.pieces) > 1 and label_apart(first):
        return first.pieces[1].x0
    return first.x0


def _starts_paragraph(piece: Piece, row: Line, right: float) -> bool:
    """Without a gap: a first line set in, a line set out of a list item, a line that ends too soon."""
    last = piece.lines[-1]
    closed = _is_closed(last.text)
    opens = row.text[:1].isupper() or row.text[:1] in "“\"‘'«¿¡("
    if not closed and not opens:
        return False
    edge = body_x(piece)
    if piece.body and len(piece.lines) > 1 and row.x0 < edge - 2 * INDENT and closed:
        return True
    if not piece.body and row.x0 > edge + INDENT and closed and len(piece.lines) > 1:
        return row.x0 < edge + 8 * row.size
    if not opens:
        return False
    short = last.x1 < right - 0.12 * (right - edge) - row.size
    return (short and closed) or _is_forced_break(piece, row, right)


def _is_forced_break(piece: Piece, row: Line, right: float) -> bool:
    """Whether the first word of a row would have fitted on the line above: the break was meant."""
    last = piece.lines[-1]
    if abs((row.x0 + row.x1) - (last.x0 + last.x1)) < row.size:
        return False
    room = max([line.x1 for line in piece.lines[:-1]], default=right) - last.x1
    if row.x0 > last.x0 + INDENT and not piece.body:
        return room > 0.3 * (right - last.x0)
    word = len(row.text.split(" ", 1)[0]) * (row.x1 - row.x0) / max(len(row.text), 1)
    least = 2 * row.size if len(piece.lines) > 1 else FORCED_ROOM * (right - last.x0)
    return not row.bold and abs(row.x0 - body_x(piece)) < INDENT and room > word + least
