"""Printed labels at the start of a line: bullets, numbers, letters, "Article 5", "Recommendation 3"."""

from __future__ import annotations

import re

from pipeline.parse.clean import BULLET, BULLETS, LONE_BULLETS, MARK_CLOSE, MARKED
from pipeline.parse.numbering import clean_number, find_label

# A bare number is a label only where the layout sets it apart from its text.
BARE = re.compile(r"(?P<label>\d{1,3}|[IVX]{1,5}|[ivx]{1,4}|[A-Za-z])(?P<space>\s+)(?=\S)")
# A label alone on its line, its text beside it in another font or on the next line.
LONE_LABEL = re.compile(r"(?P<label>\([a-z\d]{1,3}\)|\d{1,3}(?:\.\d{1,3})*[.)]|\d{1,3}(?:\.\d{1,3})+)\s*")
# "(10)collecting": a label in brackets set close to its text.
CLOSE_LABEL = re.compile(r"(?P<label>\((?:\d{1,3}|[a-z])\))(?=[A-Za-z]{3})")
BULLET_START = re.compile(rf"(?P<bullet>[{re.escape(''.join(sorted(BULLETS)))}\ufffd])\s*(?=\S|$)")
LONE_START = re.compile(rf"(?P<bullet>[{re.escape(''.join(sorted(LONE_BULLETS)))}])\s+(?=\S)")


def read_bullet(text: str) -> int:
    """The offset behind a bullet at the start of a text, or 0: "▪ Provide training" -> 2."""
    found = BULLET_START.match(text)
    return found.end() if found else 0


def write_bullet(text: str) -> tuple[str, int]:
    """A text whose bullet of any glyph is written "• ", and the offset behind it."""
    found = BULLET_START.match(text) or LONE_START.match(text)
    if not found:
        return text, 0
    return f"{BULLET} {text[found.end() :]}", 2


def read_label(text: str, *, apart: bool = False) -> tuple[str, int] | None:
    """A printed label and the offset behind it: "3.2 Scope" -> ("3.2", 4); "(a) to" -> ("(a)", 4).

    `apart` says that the layout leaves a gap behind the first word, so that a bare "3" counts too.
    """
    found = find_label(text)
    if found and found[0] is not None:
        return found[0], found[1]
    lone = LONE_LABEL.fullmatch(text)
    if lone:
        return clean_number(lone["label"]), len(text)
    bare = (BARE.match(text) if apart else None) or CLOSE_LABEL.match(text)
    return (bare["label"], bare.end()) if bare else None


def label_depth(label: str) -> int:
    """How deep a decimal number is: "3" -> 1, "3.2" -> 2, "A.1.4" -> 3."""
    return len([part for part in re.split(r"[.\-]", label.strip("().")) if part])


def ends_with(text: str, endings: tuple[str, ...]) -> bool:
    """Whether a text ends in one of the signs, a footnote mark behind it apart: "of the Act.¹²"."""
    text = text.rstrip()
    if text.endswith(MARK_CLOSE):
        text = MARKED.sub("", text).rstrip()
    return text.endswith(endings)
