"""Labels inside drawings: "Data sources", "Model", "User" scattered over a diagram are no running text."""

from __future__ import annotations

from pipeline.parse.layout.lines import Page, Piece, box_of

# A page with fewer paths has rules and boxes, no drawing.
FEWEST_PATHS = 12
FEWEST_LABELS = 5
MOST_WORDS = 6
# Labels stand at so many places, told by their left edges and by their middles (points).
FEWEST_PLACES = 4
SAME_PLACE = 5
CLOSED = (".", ":", ";", "?", "!")


def mark_labels(pieces: list[Piece], page: Page, body_size: float) -> None:
    """Set the labels of a drawing apart: short pieces one behind the other, each at a place of its own."""
    if page.path_count < FEWEST_PATHS:
        return
    run: list[Piece] = []
    for piece in [*pieces, None]:
        if piece is not None and is_label(piece, body_size):
            run.append(piece)
            continue
        if run and piece is not None and abs(run[-1].lines[0].x0 - piece.lines[0].x0) < SAME_PLACE:
            # The heading of what follows the drawing.
            run.pop()
        if are_scattered(run):
            for label in run:
                label.kind, label.zone = "furniture", "furniture"
        run = []


def is_label(piece: Piece, body_size: float) -> bool:
    """Whether a piece may be a label: some words, no larger than the text, no item, no sentence."""
    text = " ".join(line.text for line in piece.lines)
    short = len(text.split()) <= MOST_WORDS and not text.rstrip().endswith(CLOSED)
    return short and piece.kind == "paragraph" and piece.zone == "operative" and piece.size <= body_size


def are_scattered(run: list[Piece]) -> bool:
    """Whether pieces stand neither below each other nor around one middle, as lists and headings do."""
    if len(run) < FEWEST_LABELS:
        return False
    boxes = [box_of(piece.lines) for piece in run]
    edges = {round(box[0] / SAME_PLACE) for box in boxes}
    middles = {round((box[0] + box[2]) / 2 / SAME_PLACE) for box in boxes}
    return len(edges) >= FEWEST_PLACES and len(middles) >= FEWEST_PLACES
