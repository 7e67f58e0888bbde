"""One walk over the content of a web page: elements in, blocks out.

Iterative, because pages nested fifty thousand deep exist; what is open is kept in lists.
"""

from __future__ import annotations

import re
from typing import Any

from bs4 import Tag

from pipeline.parse.clean import MARK_CLOSE, MARK_OPEN
from pipeline.parse.drafts import Draft, join_drafts, label_heading, label_note, label_paragraph
from pipeline.parse.html_breaks import split_items
from pipeline.parse.html_inline import (
    BOLD,
    BOLD_CLOSE,
    BOLD_OPEN,
    BREAK,
    LINE_BREAK,
    PARAGRAPH_BREAK,
    build_draft,
    find_mark,
    is_text,
    short_text,
    write_power,
)
from pipeline.parse.html_lists import (
    OpenItem,
    OpenList,
    label_footnote,
    label_item,
    open_item,
    open_list,
    open_row_item,
)
from pipeline.parse.html_skip import Sizes, is_most, is_page_edge, is_surrounding
from pipeline.parse.html_surface import BOXES, find_list_level, find_styled_level, is_box, is_footnote
from pipeline.parse.html_tables import find_item_label, is_layout, read_table
from pipeline.parse.markdown import HEADING_LINE, read_markdown
from pipeline.parse.text_lines import read_lines

BLOCK_NAMES = """
    head address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure
    footer h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main ol p pre section summary table tbody
    td tfoot th thead tr ul menu dir
"""
BLOCKS = frozenset(BLOCK_NAMES.split())
# Elements whose own text may be source text: a ReSpec page writes Markdown between its tags.
LOOSE = frozenset(("head", "body", "main", "article", "section", "div", "html"))
LISTS = frozenset(("ol", "ul", "menu", "dir"))
NO_HEADING = frozenset(("td", "th", "dd", "dt", "caption", "figcaption", "legend"))
HEADINGS = {f"h{level}": level for level in range(1, 7)}
BACK_LINK = re.compile(r"[\s↩↵⏎^↑⬆¶#\ufe0e\ufe0f]+")
# A paragraph that is bold from end to end, or up to a line break, is a heading by sight.
BOLD_LINE = re.compile(
    rf"\s*{BOLD_OPEN}(?P<text>[^{BREAK}]{{3,130}}?){BOLD_CLOSE}(?P<tail>\s*:?\s*(?:{MARK_OPEN}[^{MARK_CLOSE}]*{MARK_CLOSE})?)\s*"
    rf"(?:{BREAK}|$)(?P<rest>.*)",
    re.DOTALL,
)
HEADING_TAIL = re.compile(r"\s*[¶#]\s*$")
BLANK_LINE = re.compile(r"\n[ \t]*\n")
LONG_HEADING = 250
SENTENCE_END = re.compile(r"[.;,]\s*$")


class PageWalk:
    """Reads the content of a page into drafts; one for each page.

    `markdown` reads bare text as Markdown source, `by_line` makes each printed line a paragraph.
    """

    def __init__(self, root: Tag, sizes: Sizes, *, markdown: bool = False, by_line: bool = False) -> None:
        self.root = root
        self.sizes = sizes
        self.markdown = markdown
        self.by_line = by_line
        self.border = LINE_BREAK if by_line else PARAGRAPH_BREAK
        self.drafts: list[Draft] = []
        self.raw: list[str] = []
        self.path: list[Tag] = [root]
        self.lists: list[OpenList] = []
        self.items: list[OpenItem] = []
        self.notes: list[Tag] = []
        self.boxes: list[Tag] = []
        self.opened: list[tuple[Tag, list[Any]]] = []
        self.heading: int | None = None
        self.level = 1
        self.skipped: set[int] = set()
        self.marks: set[str] = set()

    def read(self) -> list[Draft]:
        """Walk over the page once."""
        children = [iter(self.root.contents)]
        while children:
            node = next(children[-1], None)
            if node is None:
                self.leave(self.path[-1])
                children.pop()
                self.path.pop()
            elif isinstance(node, Tag):
                if self.enter(node):
                    self.path.append(node)
                    children.append(iter(node.contents))
            elif is_text(node):
                self.raw.append(str(node))
        self.path = [self.root]
        self.flush()
        return self.drafts

    def open(self, element: Tag, stack: list[Any], value: Any) -> None:
        """Put a value on one of the stacks until `element` is left."""
        stack.append(value)
        self.opened.append((element, stack))

    def enter(self, element: Tag) -> bool:
        """Take an element in; False when its contents are left out or already read."""
        if is_surrounding(element, self.sizes) or is_page_edge(element, self.root, self.sizes):
            return False
        if element.name not in BLOCKS:
            return self.enter_inline(element)
        if self.heading is not None:
            self.raw.append(" ")
            return True
        self.flush()
        self.note_surface(element)
        return self.enter_block(element)

    def enter_inline(self, element: Tag) -> bool:
        """A line break, a bold opening, a superscript or a link to a note."""
        name = element.name
        if name == "br":
            self.raw.append(BREAK)
        elif name in BOLD:
            self.raw.append(BOLD_OPEN)
        elif name in ("sup", "a"):
            mark = find_mark(element, self.raw[-1] if self.raw else "")
            if mark is None and name == "sup":
                mark = write_power(element)
            if mark is None and BACK_LINK.fullmatch(short_text(element)):
                mark = ""
            if mark is not None:
                self.raw.append(mark)
            return mark is None
        return True

    def enter_block(self, element: Tag) -> bool:
        """A heading, list, item, table or preformatted text; anything else is only a border."""
        name = element.name
        if name in HEADINGS or name == "summary":
            self.heading = HEADINGS.get(name) or min(self.level + 1, 6)
        elif name in LISTS:
            self.open(element, self.lists, open_list(element))
        elif name == "li":
            self.open(element, self.items, open_item(element, self.lists))
        elif name == "tr":
            self.enter_row(element)
        elif name == "table":
            return self.enter_table(element)
        elif name == "pre":
            self.drafts += read_preformatted(element)
            return False
        return id(element) not in self.skipped

    def enter_table(self, table: Tag) -> bool:
        """Read a table of data at once; walk through one of layout."""
        if self.by_line or is_layout(table, self.sizes):
            return True
        draft = read_table(table)
        if draft is not None:
            draft.boxed = bool(self.boxes)
            self.drafts.append(draft)
        return False

    def enter_row(self, row: Tag) -> None:
        """A row of a layout table that begins with a label is an item: "(a) | keep logs"."""
        found = find_item_label(row, self.sizes)
        if found is not None:
            cell, label = found
            self.skipped.add(id(cell))
            self.open(row, self.items, open_row_item(label, len(self.items) + 1))

    def note_surface(self, element: Tag) -> None:
        """Remember the opening of a footnote or of a box."""
        if not element.attrs and element.name not in BOXES:
            return
        if is_footnote(element) and not is_most(element, self.sizes):
            self.open(element, self.notes, element)
        if is_box(element) and not is_most(element, self.sizes):
            self.open(element, self.boxes, element)

    def leave(self, element: Tag) -> None:
        """Close an element: what it held becomes a block, what it opened is forgotten."""
        name = element.name
        if name in BOLD:
            self.raw.append(BOLD_CLOSE)
        if name not in BLOCKS:
            return
        closes_heading = name in HEADINGS or name == "summary"
        if self.heading is None or closes_heading:
            self.flush()
        if closes_heading:
            self.heading = None
        while self.opened and self.opened[-1][0] is element:
            self.opened.pop()[1].pop()

    def flush(self) -> None:
        """Turn the text read since the last border into blocks."""
        raw = "".join(self.raw)
        self.raw.clear()
        if not raw.strip():
            return
        if self.heading is not None:
            self.add_heading(raw, self.heading)
        elif self.is_markdown(raw):
            self.drafts += read_markdown(raw.replace(BREAK, "\n"))
        elif self.notes:
            self.add_note(raw)
        elif self.items:
            self.add_item_text(raw)
        else:
            parts = (item for part in self.border.split(raw) for item in split_items(part))
            for part in parts:
                self.add_paragraph(part)

    def is_markdown(self, raw: str) -> bool:
        """Whether text lies bare between sections and is Markdown source, as in ReSpec pages."""
        if self.path[-1].name not in LOOSE or self.items:
            return False
        if len(HEADING_LINE.findall(raw)) > 1:
            self.markdown = True
        return self.markdown

    def add_heading(self, raw: str, level: int) -> None:
        """A heading; in a list item that begins with it, it carries the item's number."""
        draft = build_draft("heading", HEADING_TAIL.sub("", raw))
        if draft is None:
            return
        if len(draft.text) > LONG_HEADING:
            # A lead paragraph set as a heading for its looks.
            draft.kind = "paragraph"
            self.append(draft)
            return
        self.level = draft.level = level
        item = self.items[-1] if self.items else None
        label_heading(draft)
        if item is not None and item.draft is None:
            item.draft = draft
            if draft.number is None and item.ordered:
                label_item(draft, item)
                draft.level = level
        self.append(draft)

    def add_paragraph(self, raw: str) -> None:
        """A paragraph, or a heading by class or by sight with what follows it."""
        styled = find_styled_level(self.path[-1], self.level)
        if styled is not None and len(raw) <= LONG_HEADING and not SENTENCE_END.search(raw):
            self.add_styled(raw, styled)
            return
        match = BOLD_LINE.match(raw)
        if match and not SENTENCE_END.search(match["text"]) and self.is_heading_text(match["text"]):
            draft = build_draft("heading", match["text"] + match["tail"])
            if draft is not None:
                draft.level = min(self.level + 1, 6)
                self.append(label_heading(draft))
            raw = match["rest"]
        paragraph = build_draft("paragraph", raw)
        if paragraph is not None:
            label_note(label_paragraph(paragraph), self.marks)
            if paragraph.kind == "list_item":
                paragraph.level = find_list_level(self.path[-1])
            self.append(paragraph)

    def add_styled(self, raw: str, level: int) -> None:
        """A paragraph that its class calls a title or heading; a title on several lines is one block."""
        draft = build_draft("heading", raw)
        last = self.drafts[-1] if self.drafts else None
        if draft is None:
            return
        if level == 1 and last is not None and last.kind == "heading" and last.level == 1:
            join_drafts(last, draft)
            return
        draft.level = level
        self.append(label_heading(draft))

    def is_heading_text(self, text: str) -> bool:
        """Whether bold text can be a heading: letters in it, and no cell, caption or term around it."""
        return any(sign.isalpha() for sign in text) and self.path[-1].name not in NO_HEADING

    def add_item_text(self, raw: str) -> None:
        """The text of a list item; its further paragraphs join it while nothing stands between."""
        item = self.items[-1]
        draft = build_draft("list_item", raw)
        if draft is None:
            return
        if item.draft is None:
            item.draft = label_item(draft, item)
            self.append(item.draft)
        elif self.drafts[-1] is item.draft and item.draft.kind == "list_item":
            join_drafts(item.draft, draft)
        else:
            draft.kind = "paragraph"
            self.append(label_paragraph(draft))

    def add_note(self, raw: str) -> None:
        """A footnote; its further paragraphs join it."""
        draft = build_draft("footnote", raw)
        if draft is None:
            return
        item = self.items[-1] if self.items else None
        last = self.drafts[-1] if self.drafts else None
        if item is not None and item.draft is not None and last is item.draft:
            join_drafts(item.draft, draft)
            return
        label_footnote(draft, item)
        if item is not None:
            item.draft = draft
        self.append(draft)

    def append(self, draft: Draft) -> None:
        """Add a block, boxed when it stands in a box."""
        draft.boxed = bool(self.boxes)
        self.marks |= {draft.text[start:end] for start, end in draft.marks}
        self.drafts.append(draft)


def read_preformatted(element: Tag) -> list[Draft]:
    """`<pre>`: a text with its own lines, or a piece of code as one paragraph."""
    text = element.get_text()
    if len(BLANK_LINE.findall(text)) > 2:
        return read_lines(text)
    draft = build_draft("paragraph", text)
    return [draft] if draft else []
