"""Headings and their levels, from fonts, numbering and the outline of the PDF; the title block."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass

from pipeline.parse.clean import MARKED
from pipeline.parse.layout.lines import Piece
from pipeline.parse.layout.numbering import label_depth, read_label
from pipeline.parse.numbering import follows

LONGEST = 220
# A line set at least this much larger than the text is a heading.
LARGER = 1.11
SENTENCE_END = (".", ";", ",", ":")
DECIMAL = re.compile(r"\d+(?:\.\d+)*")
# A title has a word of four letters: "EN EN" in large letters is the language of the edition.
TITLE_WORD = re.compile(r"[^\W\d_]{4}|[^\W\d_]{2,}.*\d")
NOT_WORD = re.compile(r"[\W_]+")


@dataclass(slots=True, frozen=True)
class Style:
    """What a heading looks like: headings of one style have one level."""

    size: int
    bold: bool
    caps: bool
    color: int


def usual_style(pieces: list[Piece]) -> tuple[float, int]:
    """Font size and colour of the running text: those of most letters."""
    sizes: Counter[float] = Counter()
    colors: Counter[int] = Counter()
    for piece in pieces:
        for line in piece.lines:
            sizes[round(line.size * 2) / 2] += len(line.text)
            colors[line.color] += len(line.text)
    if not sizes:
        return 10.0, 0
    return sizes.most_common(1)[0][0], colors.most_common(1)[0][0]


def mark_headings(pieces: list[Piece], body_size: float, outline: dict[str, int]) -> None:
    """Set kind and level of the pieces that are headings."""
    found: list[Piece] = []
    for index, piece in enumerate(pieces):
        if (
            piece.kind in ("paragraph", "list_item")
            and piece.zone == "operative"
            and is_heading(piece, pieces[index + 1] if index + 1 < len(pieces) else None, body_size, outline)
        ):
            piece.kind = "heading"
            found.append(piece)
    set_levels(found, outline)


def is_heading(piece: Piece, following: Piece | None, body_size: float, outline: dict[str, int]) -> bool:
    """Whether a piece is a heading: in the outline, larger than the text, or bold and alone."""
    text = plain_text(piece)
    if len(text) > LONGEST or text.startswith("•") or not any(char.isalpha() for char in text):
        return False
    if fold(text) in outline and len(piece.lines) <= 4:
        return True
    if piece.size >= LARGER * body_size and len(piece.lines) <= 5:
        return not (text[:1].islower() or (text.endswith((".", ",", ";")) and len(text) > 100))
    if following is None or len(piece.lines) > 3 or len(text) > 150:
        return False
    # "27. LTV" above "28. …" is an item of a list.
    listed = piece.number is not None and follows(piece.number, following.number)
    strong = piece.bold or piece.underlined or (text.isupper() and len(text) > 3 and not listed)
    strong = strong or _is_slanted(piece, following)
    if piece.number and piece.bold and not following.bold and following.kind == "paragraph":
        return not text.endswith((";", ","))
    return strong and not text[:1].islower() and not text.endswith((".", ";", ","))


def _is_slanted(piece: Piece, following: Piece) -> bool:
    """A short line in italics above upright text: "Final thoughts"."""
    if len(piece.lines) > 1 or len(piece.lines[0].text) > 90 or piece.kind != "paragraph":
        return False
    if piece.lines[0].x1 > max(line.x1 for line in following.lines) - 4 * piece.size:
        return False
    upright = following.kind in ("paragraph", "list_item") and not following.lines[0].italic
    return piece.lines[0].italic and upright and piece.lines[0].text.rstrip()[-1:].isalnum()


def set_levels(headings: list[Piece], outline: dict[str, int]) -> None:
    """Levels: by the outline for the styles that it knows, else by rank of style and numbering."""
    by_style: dict[Style, list[Piece]] = defaultdict(list)
    for piece in headings:
        by_style[style_of(piece)].append(piece)
    rank = 0
    for style in sorted(by_style, key=lambda style: (-style.size, not style.bold, not style.caps)):
        titles = [fold(plain_text(piece)) for piece in by_style[style]]
        known = Counter(outline[title] for title in titles if title in outline)
        rank = known.most_common(1)[0][0] if known else min(rank + 1, 6)
        for piece, title in zip(by_style[style], titles, strict=True):
            piece.level = min(outline.get(title, rank), 6)
    _deepen_numbered(headings, outline)


def _deepen_numbered(headings: list[Piece], outline: dict[str, int]) -> None:
    """ "3.2.1" stands below "3.2": a decimal number deepens the level of its style's first number."""
    base: dict[int, int] = {}
    for piece in headings:
        if piece.number and DECIMAL.fullmatch(piece.number) and fold(plain_text(piece)) not in outline:
            depth = label_depth(piece.number)
            if depth == 1:
                base[1] = piece.level or 1
            elif 1 in base:
                piece.level = min(base[1] + depth - 1, 6)


def style_of(piece: Piece) -> Style:
    """The style of a heading."""
    text = plain_text(piece)
    return Style(round(piece.size), piece.bold, text.isupper(), piece.lines[0].color)


def plain_text(piece: Piece) -> str:
    """The text of a piece without footnote marks."""
    return MARKED.sub("", " ".join(line.text.strip() for line in piece.lines)).strip()


def fold(text: str) -> str:
    """Letters and digits alone, without a leading number: titles of outline and print agree so."""
    label = read_label(text, apart=True)
    rest = text[label[1] :] if label else text
    return NOT_WORD.sub("", rest.casefold()) or NOT_WORD.sub("", text.casefold())


def read_outline(titles: list[tuple[int, str]]) -> dict[str, int]:
    """Outline titles, folded, and their levels."""
    found: dict[str, int] = {}
    for level, title in titles:
        key = fold(title)
        if len(key) > 2:
            found.setdefault(key, level)
    return found


def mark_title(pieces: list[Piece], body_size: float) -> None:
    """The largest text of the first page with text is the title, its neighbours of that size too."""
    first = [p for p in pieces if p.page == pieces[0].page and p.zone == "operative" and p.kind != "table"]
    candidates = [p for p in first if p.body == 0 and TITLE_WORD.search(plain_text(p))]
    if not candidates:
        return
    largest = max(p.size for p in candidates)
    if largest < 1.15 * body_size:
        bold = [p for p in candidates[:6] if p.bold and not plain_text(p).endswith(".")]
        for piece in bold[:1]:
            _make_title(piece)
        return
    for piece in candidates:
        if piece.size >= 0.97 * largest and len(plain_text(piece)) <= 400:
            _make_title(piece)


def _make_title(piece: Piece) -> None:
    piece.kind, piece.zone, piece.level = "title", "title", None
