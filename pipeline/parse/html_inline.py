"""The text inside a paragraph of HTML: spaces, line breaks, bold openings and footnote marks.

The walk over the page collects raw strings; private-use signs, which `decode` never lets through,
carry what a plain string cannot.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import Any

from bs4 import NavigableString, PageElement, Tag

from pipeline.parse.clean import MARK_OPEN, SUPERSCRIPTS, split_marks, write_mark
from pipeline.parse.drafts import Draft, Span

BREAK, BOLD_OPEN, BOLD_CLOSE = "\ue002", "\ue003", "\ue004"
SPACE = re.compile(r"\s+")
# Signs that print nothing and came in as character references: "Biden-&#8288;Harris".
UNPRINTED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ud800-\udfff]"
)
PRINTED = re.compile(r"\w")
LINE_BREAK = re.compile(BREAK)
PARAGRAPH_BREAK = re.compile(rf"(?:{BREAK}\s*){{2,}}")

# What a link to a note looks like: [3], (3), 3, a, *.
MARK_TEXT = re.compile(r"[\[(]?\s*(?:(?:foot|end)?note\s+)?(\d{1,3}|[a-z*†‡])\s*[\])]?")
NOTE_TARGET = re.compile(
    r"#[\w-]*?(?:fn|ftn|edn|footnote|endnote|cite[-_]?note|note|ntr|sdfootnote)[\w-]*?[-_:.]?\d|#E00\d\d",
    re.IGNORECASE,
)
# A power, not a note: "m²", "km²", "CO²".
POWER = re.compile(r"(?:\b[cdkm]?m|\bCO|\b[HO]|\d)$")
# A mark and its link hold no more nodes than this.
FEW_NODES = 12
BOLD = frozenset(("b", "strong"))
INLINE_BREAKS = frozenset(
    ("br", "hr", "p", "div", "li", "tr", "td", "th", "ul", "ol", "dd", "dt", "h3", "h4")
)


def find_mark(element: Tag, before: str) -> str | None:
    """The raw text of a footnote mark: `<sup><a href="#fn3">3</a></sup>` and its many kin.

    None when the element is none: "the 4<sup>th</sup> meeting", "see <a href="#s3">3</a>".
    """
    match = MARK_TEXT.fullmatch(short_text(element).strip())
    if match is None:
        return None
    printed = match[1]
    if element.name == "sup":
        linked = element.find("a") is not None or any(
            parent.name == "a" for parent in islice(element.parents, FEW_NODES)
        )
        if printed.isdigit() and (linked or not POWER.search(before[-4:])):
            return write_mark(printed)
        return write_mark(printed) if linked else None
    return write_mark(printed) if is_note_link(element) else None


def is_note_link(link: Tag) -> bool:
    """Whether a link without `sup` leads to a note: "[3]" by its address, by its role or class."""
    if "doc-noteref" in attribute(link, "role") or "footnote" in attribute(link, "class"):
        return True
    return bool(NOTE_TARGET.search(attribute(link, "href")))


def write_power(element: Tag) -> str | None:
    """A superscript that is no mark: figures are printed raised ("m²"), letters stay ("4th")."""
    text = short_text(element).strip()
    return text.translate(SUPERSCRIPTS) if text.isdigit() else None


def short_text(element: Tag) -> str:
    """The text of an element of a few nodes; nothing for a larger one.

    Walks by itself, as bs4 looks for the last descendant first, which takes long in deep nesting.
    """
    pieces: list[str] = []
    pending = list(reversed(element.contents[: FEW_NODES + 1]))
    seen = 0
    while pending:
        node = pending.pop()
        seen += 1
        if seen > FEW_NODES:
            return ""
        if isinstance(node, Tag):
            pending.extend(reversed(node.contents[: FEW_NODES + 1]))
        elif is_text(node):
            pieces.append(str(node))
    return "".join(pieces)


def attribute(element: Tag, name: str) -> str:
    """An attribute as one string; a list of classes is joined, a missing one is empty."""
    value: Any = element.attrs.get(name)
    if value is None:
        return ""
    return value if isinstance(value, str) else " ".join(value)


def raw_text(element: Tag) -> str:
    """The raw text of an element without looking at blocks in it: a table cell, a caption."""
    pieces: list[str] = []
    pending: list[PageElement] = [element]
    while pending:
        node = pending.pop()
        if isinstance(node, Tag):
            written = read_inline(node, pieces)
            if written is None:
                pending.extend(reversed(node.contents))
            else:
                pieces.append(written)
        elif is_text(node):
            pieces.append(str(node))
    return "".join(pieces)


def read_inline(element: Tag, pieces: list[str]) -> str | None:
    """What an element prints in place of its contents, or None to read these."""
    if element.name in INLINE_BREAKS:
        pieces.append(" ")
        return None
    if element.name in ("script", "style", "template", "svg", "button"):
        return ""
    if element.name in ("sup", "a"):
        before = pieces[-1] if pieces else ""
        mark = find_mark(element, before)
        return write_power(element) if mark is None and element.name == "sup" else mark
    return None


def is_text(node: PageElement) -> bool:
    """Whether a node is printed text: no comment, doctype, script or style."""
    return type(node) is NavigableString


def clean(raw: str) -> tuple[str, list[Span]]:
    """Fold spaces and take the signs out: the printed text and the spans of its marks."""
    folded = SPACE.sub(" ", UNPRINTED.sub("", raw).replace(BREAK, " "))
    folded = folded.replace(BOLD_OPEN, "").replace(BOLD_CLOSE, "")
    folded = SPACE.sub(" ", folded).strip()
    # A space before the mark of a note is no part of the print: "the Act <sup>3</sup>".
    return split_marks(folded.replace(f" {MARK_OPEN}", MARK_OPEN))


def build_draft(kind: str, raw: str) -> Draft | None:
    """A draft of raw text, or None when it prints nothing but signs ("***", "|")."""
    text, marks = clean(raw)
    return Draft(kind, text, marks=marks) if PRINTED.search(text) else None
