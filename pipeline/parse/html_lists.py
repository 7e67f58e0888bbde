"""Lists of a web page: which number a browser prints before an item."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bs4 import Tag

from pipeline.parse.clean import BULLET, FROM_SUPERSCRIPTS, SUPERSCRIPTS
from pipeline.parse.drafts import Draft, label_text
from pipeline.parse.html_inline import attribute
from pipeline.parse.numbering import clean_number, count_label, find_label

STYLES = {
    "lower-alpha": "a",
    "lower-latin": "a",
    "upper-alpha": "A",
    "upper-latin": "A",
    "lower-roman": "i",
    "upper-roman": "I",
}
STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([a-z-]+)")
WHOLE = re.compile(r"\s*-?\d{1,6}\s*")
# A note prints its own mark: "[3] See …", "3. See …", "(3) See …", "³ See …".
NOTE_LABEL = re.compile(r"[\[(]?\s*([0-9⁰-⁹¹²³]{1,3}|[*†‡])\s*[\])]?[.:]?\s+(?=\S)")


@dataclass(slots=True)
class OpenList:
    """A list that is being read: how it counts and where it stands."""

    ordered: bool
    style: str
    position: int
    step: int


@dataclass(slots=True)
class OpenItem:
    """An item that is being read; `draft` is its block once it has text."""

    label: str
    level: int
    ordered: bool
    draft: Draft | None = None


def open_list(element: Tag) -> OpenList:
    """Read `start`, `type`, `reversed` and the style of a list."""
    ordered = element.name == "ol"
    declared = STYLE.search(attribute(element, "style"))
    style = STYLES.get(declared[1], "1") if declared else attribute(element, "type")[:1] or "1"
    step = -1 if "reversed" in element.attrs else 1
    start = read_whole(element, "start")
    if start is None:
        start = 1 if step == 1 else len(element.find_all("li", recursive=False))
    return OpenList(ordered, style, start - step, step)


def read_whole(element: Tag, name: str) -> int | None:
    """A whole number in an attribute, or None."""
    value = attribute(element, name)
    return int(value) if WHOLE.fullmatch(value) else None


def open_item(element: Tag, lists: list[OpenList]) -> OpenItem:
    """Count an item of the innermost list and give it its label."""
    if not lists:
        return OpenItem(BULLET, 1, ordered=False)
    current = lists[-1]
    value = read_whole(element, "value")
    current.position = current.position + current.step if value is None else value
    label = count_label(current.position, current.style) if current.ordered else BULLET
    return OpenItem(label, len(lists), current.ordered)


def open_row_item(label: str, level: int) -> OpenItem:
    """The item of a table row whose first cell holds the label: "(a)", "–"."""
    found = find_label(f"{label} x")
    bullet = found is not None and found[0] is None
    return OpenItem(BULLET if bullet else label, level, ordered=not bullet)


def label_item(draft: Draft, item: OpenItem) -> Draft:
    """Print the label of an item, unless its text has brought its own: `<li>(a) keep logs</li>`."""
    draft.level = item.level
    printed = find_label(draft.text)
    if printed is not None:
        draft.number, draft.body = printed
        return draft
    return label_text(draft, item.label, clean_number(item.label) if item.label != BULLET else None)


def label_footnote(draft: Draft, item: OpenItem | None) -> Draft:
    """Give a footnote its mark in superscript: the printed one, else the number of its item."""
    draft.kind = "footnote"
    printed = NOTE_LABEL.match(draft.text)
    if printed is not None:
        cut_label(draft, printed.end())
        mark = printed[1].translate(FROM_SUPERSCRIPTS)
    elif item is not None and item.ordered:
        mark = clean_number(item.label)
    else:
        return draft
    label_text(draft, mark.translate(SUPERSCRIPTS), mark)
    draft.marks.insert(0, (0, len(mark)))
    return draft


def cut_label(draft: Draft, length: int) -> None:
    """Take the first characters of a draft away, with the marks that stand in them."""
    draft.text = draft.text[length:]
    draft.marks = [(start - length, end - length) for start, end in draft.marks if start >= length]
