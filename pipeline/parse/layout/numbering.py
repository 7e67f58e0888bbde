"""Printed labels at the start of a line: bullets, numbers, letters, "Article 5", "Recommendation 3"."""

from __future__ import annotations

import re

from pipeline.parse.clean import BULLET, BULLETS, LONE_BULLETS

# "3.2", "3.2.1.", "12.", "12)", "(12)", "(a)", "a)", "a.", "(iv)", "iv.", "IV.", "A.", "A.1", "A-II"
LABEL = re.compile(
    r"(?P<label>"
    r"\((?:\d{1,3}|[a-zA-Z]{1,2}|[ivxlc]{1,6}|[IVXLC]{1,6})\)"
    r"|\d{1,3}(?:\.\d{1,3}){1,4}[.)]?(?:\([a-z]\))?"
    r"|\d{1,3}[.)]"
    r"|[ivxlc]{1,6}[.)]|[IVXLC]{1,6}[.)]|[a-zA-Z][.)]"
    r"|[A-Z]\.?\d{1,2}(?:\.\d{1,2}){0,3}[.)]?"
    r"|[A-Z]{1,2}[.-](?:[IVXLC]{1,5}|\d{1,2}(?:\.\d{1,2}){0,3})[.)]?"
    r")(?P<space>\s+|$)(?=\S|$)"
)
# A bare number is a label only where the layout sets it apart from its text.
BARE = re.compile(r"(?P<label>\d{1,3}|[IVX]{1,5}|[A-Z])(?P<space>\s+)(?=\S)")
BULLET_START = re.compile(rf"(?P<bullet>[{re.escape(''.join(sorted(BULLETS)))}\ufffd])\s*(?=\S|$)")
LONE_START = re.compile(rf"(?P<bullet>[{re.escape(''.join(sorted(LONE_BULLETS)))}])\s+(?=\S)")
TRAILING = ".):"


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
    found = LABEL.match(text) or (BARE.match(text) if apart else None)
    if not found:
        return None
    label = found["label"]
    return (label if label.startswith("(") else label.rstrip(TRAILING), found.end())


def label_depth(label: str) -> int:
    """How deep a decimal number is: "3" -> 1, "3.2" -> 2, "A.1.4" -> 3."""
    return len([part for part in re.split(r"[.\-]", label.strip("().")) if part])
