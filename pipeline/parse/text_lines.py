"""Lines of plain text into blocks: which lines belong together is told from their shape."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from statistics import quantiles

from pipeline.parse.clean import BULLET, SYMBOL_GLYPHS
from pipeline.parse.drafts import HEADING_NUMBER, Draft, label_heading, label_paragraph
from pipeline.parse.layout.hyphenation import WordList, count_words, join_lines
from pipeline.parse.numbering import LONE_LABEL, find_label
from pipeline.parse.text_furniture import find_furniture, find_journal_head
from pipeline.parse.text_glued import split_glued

SPACE = re.compile(r"[ \t\u00a0\u2028\u2029\x0b\x85]+")
SENTENCE_END = re.compile(r"[.!?:;,][\"”’»)\]]*$")
# A journal's text breaks off before the mark of a note and goes on behind one space: "potential\n (3) which".
BROKEN_AT_NOTE = re.compile(r"(?<![.;:!?\n ])\n (?=\(\d{1,3}\))")
NOTE = re.compile(r"\(\d{1,3}\)\s")
# "> keep a log": an angle as bullet, as in a quoted mail but several times in a text.
ARROW_BULLET = re.compile(r"^[ \t]*> +", re.MULTILINE)
# Converters keep the codes of symbol fonts: "\uf0b7 keep a log". Those that the table lacks are bullets too.
SYMBOLS = dict.fromkeys(range(0xF000, 0xF100), BULLET) | SYMBOL_GLYPHS
BARE_NUMBER = re.compile(r"(\d{1,2}) +(?=[^\W\d_a-z])")
ADDRESS = re.compile(r"https?://|www\.")
FULL_STOP = re.compile(r"[.!?:;][\"”’»)\]]*$")
# "3.1 Scope ........ 12": a line of a contents list.
LEADER = re.compile(r"(?:\.\s?){4,}\s*\d{1,4}$|…{2,}\s*\d{1,4}$")
# A line is full, so that the next may continue it, from this share of the usual width on.
FULL = 0.72
# A line this full goes on even behind a full stop.
WHOLE = 0.88
# Lines longer than this were never wrapped for print.
UNWRAPPED = 160
HEADING_LENGTH = 120
# More short lines in a row than this are cells of a table or a list, not headings.
HEADING_RUN = 3
# The first lines are a cover, on which all lines are short.
COVER = 8
# Lines of the longest paragraph; text that never ends one would be joined for hours.
LONGEST = 400


@dataclass(slots=True)
class Group:
    """Lines that make one block, with the furniture that stood among them."""

    lines: list[str]
    furniture: list[str] = field(default_factory=list)


def read_lines(text: str, *, single: bool = False) -> list[Draft]:
    """Headings, paragraphs and items of plain text; `single` makes each line a block of its own."""
    text = BROKEN_AT_NOTE.sub(" ", text).translate(SYMBOLS)
    if len(ARROW_BULLET.findall(text)) > 1:
        text = ARROW_BULLET.sub(f"{BULLET} ", text)
    lines = [SPACE.sub(" ", line).strip() for raw in text.split("\n") for line in split_glued(raw)]
    if single:
        return [build_draft(line, WordList(), heading=is_heading_line(line)) for line in lines if line]
    width = line_width(lines)
    words = count_words(lines) if width else WordList()
    head = find_journal_head(lines)
    groups = group_lines(lines, head | find_furniture(lines), width)
    drafts = build_drafts(groups, words)
    close_contents(drafts)
    number_bare(drafts)
    if head:
        mark_notes(drafts)
        title = next((draft for draft in drafts if draft.kind != "furniture"), None)
        if title is not None:
            title.kind, title.level = "heading", 1
    return drafts


def mark_notes(drafts: list[Draft]) -> None:
    """The notes of a journal's text stand together at its end: "(1)  OJ L 99, 3.5.2031, p. 7."."""
    for draft in reversed(drafts):
        if draft.kind == "furniture":
            continue
        if not NOTE.match(draft.text):
            return
        draft.kind, draft.zone = "footnote", "footnote"
        if draft.number == "(1)":
            return


def line_width(lines: list[str]) -> int:
    """The width to which the text was wrapped, 0 when each line is a paragraph."""
    lengths = [len(line) for line in lines if len(line) > 25]
    if len(lengths) < 8:
        return 0
    usual = int(quantiles(lengths, n=20)[-2])
    return usual if usual <= UNWRAPPED else 0


def group_lines(lines: list[str], furniture: set[int], width: int) -> list[Group]:
    """Put lines together that make one block; furniture does not part them."""
    groups: list[Group] = []
    parted = True
    for index, line in enumerate(lines):
        if index in furniture:
            (groups or [Group([])])[-1].furniture.append(line)
            if not groups:
                groups.append(Group([], [line]))
        elif not line or line == "\f":
            parted = True
        elif groups and is_open(groups[-1].lines) and continues(groups[-1].lines, line, width, parted=parted):
            groups[-1].lines.append(line)
            parted = False
        else:
            groups.append(Group([line]))
            parted = False
    return groups


def is_open(lines: list[str]) -> bool:
    """Whether a block may take in another line."""
    return 0 < len(lines) < LONGEST


def continues(group: list[str], line: str, width: int, *, parted: bool) -> bool:
    """Whether a line goes on with the paragraph of the lines before it.

    `parted` says that a blank line or a page end stands between: then only a sentence that is
    plainly unfinished goes on.
    """
    before = group[-1]
    if len(group) == 1 and LONE_LABEL.fullmatch(before):
        return not LONE_LABEL.fullmatch(line)
    if LEADER.search(before) or LEADER.search(line) or LONE_LABEL.fullmatch(line):
        return False
    unfinished = not FULL_STOP.search(before)
    if line[0].islower() and unfinished and find_label(line) is None:
        return width > 0 or is_heading_line(group[0])
    if parted or find_label(line) is not None:
        return False
    if before.isupper() and line.isupper() and unfinished and not before.startswith("("):
        return True
    return len(before) >= (FULL if unfinished else WHOLE) * width > 0


def build_drafts(groups: list[Group], words: WordList) -> list[Draft]:
    """Blocks of the groups; a run of many short lines is no run of headings."""
    short = [is_heading_group(group.lines) for group in groups]
    drafts: list[Draft] = []
    run = 0
    for index, group in enumerate(groups):
        run = run + 1 if short[index] else 0
        reach = COVER if index < COVER else HEADING_RUN if run <= HEADING_RUN else 1
        heading = short[index] and opens_prose(groups[index + 1 : index + 1 + reach], short[index + 1 :])
        if group.lines:
            drafts.append(build_draft(join_lines(group.lines, words), words, heading=heading))
        drafts += [Draft("furniture", line, zone="furniture") for line in group.furniture]
    return drafts


def opens_prose(following: list[Group], short: list[bool]) -> bool:
    """Whether prose or an item stands among the groups that follow a short line."""
    return any(group.lines and not is_short for group, is_short in zip(following, short, strict=False))


def close_contents(drafts: list[Draft]) -> None:
    """A line of a contents list that runs over two lines: the first has no page number."""
    for before, draft, after in zip(drafts, drafts[1:], drafts[2:], strict=False):
        if before.zone == after.zone == "contents" and draft.zone == "operative":
            draft.kind, draft.zone, draft.level = "paragraph", "contents", None


def number_bare(drafts: list[Draft]) -> None:
    """Paragraphs that count "1 Identify …", "2 Publish …" without a stop behind the number."""
    found = [(int(match[1]), match.end(), draft) for draft in drafts if (match := is_bare(draft))]
    counted = [number for number, _, _ in found]
    if len(found) > HEADING_RUN and counted == list(range(1, len(found) + 1)):
        for number, end, draft in found:
            draft.number, draft.body = str(number), end


def is_bare(draft: Draft) -> re.Match[str] | None:
    """A paragraph that begins with a bare figure and a capital."""
    if draft.kind != "paragraph" or draft.number or draft.zone != "operative":
        return None
    return BARE_NUMBER.match(draft.text)


def is_heading_group(lines: list[str]) -> bool:
    """Whether the lines have the shape of a heading."""
    text = " ".join(lines)
    return bool(lines) and len(lines) <= 3 and is_heading_line(text)


def is_heading_line(text: str) -> bool:
    """A short line with a capital or number first and no stop at its end: "3.2 Scope and aims"."""
    if len(text) > HEADING_LENGTH or any(sign.search(text) for sign in (SENTENCE_END, LEADER, ADDRESS)):
        return False
    label = find_label(text)
    bare = HEADING_NUMBER.match(text)
    body = text[label[1] :] if label else text[bare.end() :] if bare else text
    if label is not None and (label[0] is None or not (label[0][0].isdigit() or label[0][0].isupper())):
        return False
    return body[:1].isupper() or (label is not None and body[:1].isalpha())


def build_draft(text: str, words: WordList, *, heading: bool) -> Draft:
    """A heading, a line of contents, a paragraph or an item."""
    if heading:
        return number_level(label_heading(Draft("heading", text, level=2)))
    if LEADER.search(text):
        return Draft("paragraph", text, zone="contents")
    return label_paragraph(Draft("paragraph", text))


def number_level(draft: Draft) -> Draft:
    """The level of a heading by its number: "3" is 2, "3.2" is 3, as 1 is the title."""
    if draft.number and draft.number[0].isdigit():
        draft.level = min(2 + draft.number.count("."), 6)
    return draft
