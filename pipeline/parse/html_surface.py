"""What class, id and role of an element say of its text: footnote, box, title, heading."""

from __future__ import annotations

import re

from bs4 import Tag

from pipeline.parse.html_inline import attribute

BOXES = frozenset(("blockquote", "aside"))
FOOTNOTE_NAME = re.compile(
    r"(?:^|[\s_-])(?:footnotes?|endnotes?|footnote-?text|oj-note|reference-text|references?-list)(?:$|[\s_-])"
    r"|MsoFootnoteText|MsoEndnoteText",
    re.IGNORECASE,
)
FOOTNOTE_ID = re.compile(r"_?(?:fn|ftn|edn|footnote|endnote|cite_note|sdfootnote|sdendnote)[-_:.]?\d[\w-]*")
BOX_NAME = re.compile(
    r"(?:^|[\s_-])(?:callout|box|infobox|inset|inset-text|alert|panel|highlight|textbox|admonition|key-point\w*)(?:$|[\s_-])"
)
# Titles and headings that office software and official journals write as paragraphs with a class.
TITLE_NAME = re.compile(r"(?:^|[\s_-])(?:doc-ti|doc-title|document-title|MsoTitle|main-title)(?:$|[\s_-])")
HEADING_NAME = re.compile(
    r"(?:^|[\s_-])(?:(?:Mso)?[Hh]eading[\s_-]?(?P<level>[1-6])?|s?ti-art|ti-section-\d|ti-grseq-\d)(?:$|[\s_-])"
)
LIST_LEVEL = re.compile(r"mso-list:[^;]*\blevel([1-9])")


def is_footnote(element: Tag) -> bool:
    """`<li id="fn:3">`, `<p class="oj-note">`, `<div class="footnotes">`, role `doc-endnotes`."""
    if FOOTNOTE_ID.fullmatch(attribute(element, "id")):
        return True
    return bool(
        FOOTNOTE_NAME.search(attribute(element, "class"))
        or attribute(element, "role") in ("doc-footnote", "doc-endnotes", "doc-endnote")
    )


def find_styled_level(element: Tag, level: int) -> int | None:
    """The level of a paragraph that its class calls a title or heading: `<p class="Heading2">`."""
    if element.name != "p":
        return None
    names = attribute(element, "class")
    if not names:
        return None
    if TITLE_NAME.search(names):
        return 1
    found = HEADING_NAME.search(names)
    if found is None:
        return None
    return int(found["level"]) if found["level"] else max(2, min(level, 6))


def find_list_level(element: Tag) -> int:
    """The depth that office software writes in the style of an item: "mso-list:l0 level2 lfo1" -> 2."""
    found = LIST_LEVEL.search(attribute(element, "style"))
    return int(found[1]) if found else 1


def is_box(element: Tag) -> bool:
    """`<blockquote>`, `<aside>`, `<div class="callout">`."""
    return element.name in BOXES or bool(BOX_NAME.search(attribute(element, "class")))
