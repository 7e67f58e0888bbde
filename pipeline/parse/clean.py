"""Clean-up of strings, shared by the readers: spaces, glyphs of symbol fonts, ligatures, footnote marks.

A footnote mark travels through the layout wrapped in MARK_OPEN and MARK_CLOSE, so that any string
operation keeps it; `split_marks` takes the wrappers out once, when the canonical text is written.
"""

from __future__ import annotations

import re

MARK_OPEN = "\ue000"
MARK_CLOSE = "\ue001"
MARKED = re.compile(f"{MARK_OPEN}([^{MARK_CLOSE}]*){MARK_CLOSE}")

BULLET = "•"
BULLETS = frozenset("☐☑☒•◦▪▫■□●○◉◘∙‣⁃·➢➣➤►▶▸▹▻→⇒➔➜➡✓✔✗✘❖◆◇♦✦✧★☆❑❒❏❐⦿⮚")
# A hyphen, dash, asterisk or the letter of a symbol font is a bullet only where it stands alone.
LONE_BULLETS = frozenset("-–—*o§¾")

SUPERSCRIPTS = str.maketrans("0123456789+-=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ")
FROM_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")

# PDFium writes a hyphen at a line end as U+0002 or U+FFFE; others print the soft hyphen.
SOFT_HYPHENS = "\u0002\ufffe\u00ad"
LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
SPACES = "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
# Codes of Symbol and Wingdings, which PDF writers place at U+F000 + the code of the glyph.
SYMBOL_GLYPHS = {
    0xF0A7: BULLET, 0xF0A8: BULLET, 0xF0B7: BULLET, 0xF0D8: BULLET, 0xF0FC: BULLET, 0xF076: BULLET,
    0xF06E: BULLET, 0xF06C: BULLET, 0xF071: BULLET, 0xF0D2: BULLET, 0xF02D: "-", 0xF0BE: "—",
    0xF0E0: "→", 0xF0E8: "→", 0xF0AE: "→", 0xF0DE: "⇒", 0xF0B3: "≥", 0xF0A3: "≤", 0xF0D7: "·",
}  # fmt: skip


def _build_table() -> dict[int, str | None]:
    controls: dict[int, str | None] = dict.fromkeys((*range(32), *range(127, 160)))
    controls |= {ord(char): " " for char in "\n\r\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029"}
    controls |= dict.fromkeys(range(55296, 57344))
    controls |= dict.fromkeys(range(57344, 63744), BULLET)
    return (
        controls
        | {ord(char): " " for char in SPACES}
        | {ord(char): None for char in INVISIBLE}
        | {ord(char): text for char, text in LIGATURES.items()}
        | {ord(char): "\u00ad" for char in SOFT_HYPHENS}
        | dict(SYMBOL_GLYPHS)
    )


CLEAN_TABLE = _build_table()
MANY_SPACES = re.compile(" {2,}")


def clean_text(text: str) -> str:
    """Spaces folded, ligatures split, controls dropped, symbol glyphs as "•"; the soft hyphen stays."""
    if text.isascii() and text.isprintable():
        return MANY_SPACES.sub(" ", text) if "  " in text else text
    return MANY_SPACES.sub(" ", text.translate(CLEAN_TABLE))


def write_mark(text: str) -> str:
    """A footnote mark as superscript characters in its wrapper: "30" -> "³⁰"."""
    return f"{MARK_OPEN}{text.strip().translate(SUPERSCRIPTS)}{MARK_CLOSE}"


def split_marks(text: str) -> tuple[str, list[tuple[int, int]]]:
    """Text without the wrappers of footnote marks, and the spans of the marks in it."""
    if MARK_OPEN not in text:
        return text, []
    pieces: list[str] = []
    spans: list[tuple[int, int]] = []
    last = length = 0
    for found in MARKED.finditer(text):
        pieces += [text[last : found.start()], found[1]]
        start = length + found.start() - last
        length = start + len(found[1])
        spans.append((start, length))
        last = found.end()
    return "".join([*pieces, text[last:]]), spans
