"""Markdown source into blocks: files of their own, and the text between the tags of ReSpec pages."""

from __future__ import annotations

import re

from pipeline.parse.clean import BULLET, SUPERSCRIPTS, write_mark
from pipeline.parse.drafts import Draft, Span, label_heading, label_paragraph, label_text
from pipeline.parse.html_inline import build_draft, clean
from pipeline.parse.numbering import clean_number, find_label

HEADING_LINE = re.compile(r"^ {0,3}(#{1,6})[ \t]+(\S.*?)[ \t]*#*[ \t]*$", re.MULTILINE)
HEADING_ID = re.compile(r"\s*\{[#.:][^}]*\}\s*$")
UNDERLINE = re.compile(r" {0,3}(=+|-{2,})\s*")
ITEM = re.compile(
    r"(?P<indent>\s*)(?:(?P<bullet>[-*+•])|(?P<label>\d{1,3}[.)]|\([a-zA-Z0-9]{1,4}\)|[a-z]\)))\s+(?P<text>\S.*)"
)
NOTE = re.compile(r" {0,3}\[\^([^\]]+)\]:\s*(.*)")
NOTE_MARK = re.compile(r"\[\^([^\]\s]{1,8})\]")
QUOTE = re.compile(r" {0,3}>\s?")
FENCE = re.compile(r" {0,3}(?:```|~~~)")
RULE = re.compile(r" {0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})")
TABLE_RULE = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*")
LINK_TARGET = re.compile(r" {0,3}\[[^\]^]+\]:\s+\S+.*")
# Spaces of indent to one level of a list.
INDENT = 2

INLINE = (
    (re.compile(r"!\[([^\]]*)\]\([^)]*\)"), r"\1"),
    (re.compile(r"\[([^\]\[]+)\]\([^)\s]*(?:\s+\"[^\"]*\")?\)"), r"\1"),
    (re.compile(r"\[([^\]\[]+)\]\[[^\]]*\]"), r"\1"),
    (re.compile(r"\[\[\[?[?!]*#?([^\]\[]{1,200}?)\]?\]\]"), r"[\1]"),
    (re.compile(r"<((?:https?://|mailto:)[^>]+)>"), r"\1"),
    (re.compile(r"(?<![\w*])\*\*(?=\S)(.{1,500}?)(?<=\S)\*\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<![\w_])__(?=\S)(.{1,500}?)(?<=\S)__(?![\w_])"), r"\1"),
    (re.compile(r"(?<![\w*])\*(?=\S)([^*]+?)(?<=\S)\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<![\w_])_(?=\S)([^_]+?)(?<=\S)_(?![\w_])"), r"\1"),
    (re.compile(r"`([^`]+)`"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!>-])"), r"\1"),
)


def read_markdown(text: str) -> list[Draft]:
    """Headings, paragraphs, nested lists, tables, quotes and notes of Markdown source."""
    reader = MarkdownLines()
    for line in text.split("\n"):
        reader.read_line(line)
    reader.close()
    return reader.drafts


def strip_inline(text: str) -> str:
    """Take the marking of links, emphasis and code out of a line: "see [the Act](u)" -> "see the Act"."""
    for pattern, replacement in INLINE:
        text = pattern.sub(replacement, text)
    return NOTE_MARK.sub(lambda match: write_mark(match[1]), text)


class MarkdownLines:
    """Collects lines into blocks; one line at a time, nothing is read twice."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self.lines: list[str] = []
        self.rows: list[str] = []
        self.item: re.Match[str] | None = None
        self.note: str | None = None
        self.indents: list[int] = []
        self.quoted = False
        self.fenced = False
        self.blank = False

    def read_line(self, line: str) -> None:
        """Take in one line of the source."""
        if FENCE.match(line):
            self.close()
            self.fenced = not self.fenced
        elif self.fenced:
            self.lines.append(line)
        elif not line.strip():
            self.close()
            self.blank = True
        else:
            self.read_text(line)
            self.blank = False

    def read_text(self, line: str) -> None:
        """A line that prints something, outside code."""
        heading = HEADING_LINE.match(line)
        if heading is not None:
            self.close()
            self.add_heading(HEADING_ID.sub("", heading[2]), len(heading[1]))
        elif self.lines and self.item is None and not self.quoted and UNDERLINE.fullmatch(line):
            text = " ".join(self.lines)
            self.lines.clear()
            self.add_heading(text, 1 if "=" in line else 2)
        elif RULE.fullmatch(line):
            self.close()
        elif line.lstrip().startswith("|") or (self.rows and "|" in line):
            self.rows.append(line)
        elif not LINK_TARGET.fullmatch(line):
            self.read_prose(line)

    def read_prose(self, line: str) -> None:
        """A line of a paragraph, item, note or quotation."""
        quote = QUOTE.match(line)
        if bool(quote) != self.quoted:
            self.close()
            self.quoted = bool(quote)
        if quote:
            line = line[quote.end() :]
        item, note = ITEM.fullmatch(line), NOTE.fullmatch(line)
        if note is not None:
            self.close()
            self.note, self.lines = note[1], [note[2]]
        elif item is not None:
            self.close(keep_quote=True)
            self.item = item
            self.lines.append(item["text"])
        else:
            self.lines.append(line.strip())
            if not line.startswith((" ", "\t")) and self.blank:
                self.indents.clear()

    def close(self, *, keep_quote: bool = False) -> None:
        """Turn the lines read so far into a block."""
        if self.rows:
            self.add_table()
        raw = strip_inline(" ".join(self.lines)) if not self.fenced else " ".join(self.lines)
        draft = build_draft("paragraph", raw)
        if draft is not None:
            self.add(draft)
        self.lines.clear()
        self.item = self.note = None
        self.quoted = self.quoted and keep_quote

    def add(self, draft: Draft) -> None:
        """Add the block that the open lines make."""
        draft.boxed = self.quoted
        if self.note is not None:
            draft.kind = "footnote"
            mark = label_text(draft, self.note.translate(SUPERSCRIPTS), self.note)
            mark.marks.insert(0, (0, len(self.note)))
        elif self.item is not None:
            self.add_item(draft, self.item)
        else:
            label_paragraph(draft)
        self.drafts.append(draft)

    def add_item(self, draft: Draft, item: re.Match[str]) -> None:
        """Give an item its level by its indent and print its label."""
        indent = len(item["indent"].expandtabs(4))
        while self.indents and self.indents[-1] >= indent + INDENT:
            self.indents.pop()
        if not self.indents or indent >= self.indents[-1] + INDENT:
            self.indents.append(indent)
        draft.kind, draft.level = "list_item", len(self.indents)
        if item["bullet"] and (found := find_label(draft.text)) and found[0]:
            draft.number, draft.body = found
        elif item["bullet"]:
            label_text(draft, BULLET, None)
        else:
            label_text(draft, item["label"], clean_number(item["label"]))

    def add_heading(self, text: str, level: int) -> None:
        """A heading with its level."""
        draft = build_draft("heading", strip_inline(text))
        if draft is not None:
            draft.level = level
            self.indents.clear()
            self.drafts.append(label_heading(draft))

    def add_table(self) -> None:
        """The rows of a pipe table as one block; the line under its head is not printed."""
        rows = [split_row(row) for row in self.rows if not TABLE_RULE.fullmatch(row)]
        self.rows.clear()
        cells: list[list[Span]] = []
        offset = 0
        for row in rows:
            spans: list[Span] = []
            for cell in row:
                spans.append((offset, offset + len(cell)))
                offset += len(cell) + 1
            cells.append(spans)
        text = "\n".join("\t".join(row) for row in rows)
        if text.strip():
            self.drafts.append(Draft("table", text, cells=cells))


def split_row(row: str) -> list[str]:
    """The cells of a line of a pipe table."""
    return [clean(strip_inline(cell))[0] for cell in row.strip().strip("|").split("|")]
