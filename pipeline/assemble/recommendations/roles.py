"""The role of each section, told by its heading: recommends, commits, checklist, principles or skip."""

from __future__ import annotations

import re

from pipeline.assemble.recommendations.items import Phrases, Scan
from pipeline.records import Block, Entry

# A longer heading is a sentence about its subject rather than the name of a kind of section.
HEADING_WORDS = 9
# "Section 2: …", "Teil III. …".
NAMED_NUMBER = re.compile(r"\w+ (?:\d+|[IVX]+)\s*[:.–—-]")
# The role of a summary, which headings below it do not inherit.
BRIEF = "brief"
# Headings that are these words and no more.
WHOLE_HEADINGS = (("heading_brief", BRIEF), ("heading_intro", "intro"))
# "Example", "Example 2:", "Illustration 1a –".
EXAMPLE_NUMBER = re.compile(r"\s*(?:\d{1,2}[a-z]?)?\s*(?:[:.–—]|$)")
# A line of more words above a list is no label.
LABEL_WORDS = 4
# Words behind "Our response" that say to what: "to recommendation 12".
ANSWERED_WORDS = 3
# Behind this share of a text a short heading on the issuer ends what it says: "About the Harbour Board".
TAIL, ABOUT_WORDS = 0.8, 6
# In this order: "Our commitments: principles" commits, "Checklist of recommendations" is a checklist.
ROLES = (
    ("heading_checklist", "checklist"),
    ("heading_commits", "commits"),
    ("heading_recommends", "recommends"),
    ("heading_principles", "principles"),
)


def mark_roles(scan: Scan, entry: Entry) -> None:
    """Set the role of each block: that of the nearest heading above it that has one."""
    scan.answers = bool(scan.phrases.found("title_response", entry.full_name or ""))
    own: dict[int, str | None] = {}
    for index, block in enumerate(scan.reading.blocks):
        if block.kind == "heading":
            own[index] = role_of(heading_words(scan, block), scan.phrases, scan.answers)
    title = role_of(entry.full_name or "", scan.phrases, scan.answers)
    enacted = end_of_preamble(scan)
    for index in range(len(scan.reading.blocks)):
        path = [
            above
            for above in (*scan.reading.headings[index], index)
            if (index < enacted or above >= enacted) and speaks_for(scan, above, index)
        ]
        scan.roles[index] = inherit(scan, path, own)
        if scan.roles[index] is None and title == "checklist":
            scan.roles[index] = title
    for index in range(len(scan.reading.blocks)):
        mark_labelled(scan, index)
    for index in range(end_of_content(scan), len(scan.reading.blocks)):
        scan.roles[index] = "skip"


def end_of_content(scan: Scan) -> int:
    """Where a text goes over to tell of its issuer and of the kinds of its texts, to its end."""
    blocks, length = scan.reading.blocks, len(scan.reading.text)
    for index, block in enumerate(blocks):
        if block.kind == "heading" and block.start > TAIL * length:
            words = heading_words(scan, block)
            if len(words.split()) <= ABOUT_WORDS and scan.phrases.opens("heading_about", words):
                return index
    return len(blocks)


def mark_labelled(scan: Scan, index: int) -> None:
    """The role that a line in front gives: "Example 2: A crew …", "Mitigations" above its bullets."""
    block = scan.reading.blocks[index]
    if block.kind != "paragraph" or not scan.is_body(index):
        return
    words = " ".join(scan.reading.body_of(block).split())
    label = scan.phrases.opens("example_label", words)
    if label and EXAMPLE_NUMBER.match(words, label.end()):
        scan.roles[index] = "skip"
        if not words[label.end() :].strip(" :.0123456789"):
            scan.roles[index + 1 : index + 2] = ["skip"] * len(scan.roles[index + 1 : index + 2])
    elif len(words.split()) <= LABEL_WORDS and not words.endswith((".", ":", ";", ",")):
        role = role_of(words, scan.phrases)
        for below in range(index + 1, len(scan.roles)) if role else ():
            if scan.reading.blocks[below].kind != "list_item" and scan.is_body(below):
                break
            scan.roles[below] = role


def speaks_for(scan: Scan, above: int, index: int) -> bool:
    """Whether a heading may tell what a block is: one in a box, "Example", tells it of the box alone."""
    blocks = scan.reading.blocks
    return blocks[index].boxed or not blocks[above].boxed


def end_of_preamble(scan: Scan) -> int:
    """Where recitals end: what a "Background" printed before them is no heading of what is adopted."""
    recitals = [index for index, block in enumerate(scan.reading.blocks) if block.zone == "preamble"]
    return recitals[-1] + 1 if recitals else 0


def is_own_answer(words: str, phrases: Phrases) -> bool:
    """Whether a heading opens an answer: "Government response", "Our response to question 4".

    "Harbour plan: government response to the public" and "Evidence and response" name more than that.
    """
    match = phrases.opens("own_answer", words)
    return bool(match) and len(words[match.end() :].split()) <= ANSWERED_WORDS if match else False


def is_skipped(words: str, phrases: Phrases) -> bool:
    """Whether the words name a section that only tells or shows: "Example 3", "Annex D: References"."""
    skip = phrases.opens("heading_skip", words)
    return bool(skip) and not words[skip.end() :].strip()[:1].isalpha() if skip else False


def inherit(scan: Scan, path: list[int], own: dict[int, str | None]) -> str | None:
    """The role that the headings above a block hand down, the nearest first.

    A numbered section is no part of an unnumbered "Background" that happens to be set larger.
    """
    numbered = False
    passed = 0
    for index in reversed(path):
        role = own.get(index)
        passed += scan.reading.blocks[index].kind == "heading"
        if role == BRIEF:
            role = "skip" if passed == 1 else None
        if role and not (numbered and role in ("skip", "intro")):
            return role
        numbered = numbered or is_numbered(scan, index)
    return None


def is_numbered(scan: Scan, index: int) -> bool:
    """A heading with a number: "2. Duties", "Section 2: Duties"."""
    block = scan.reading.blocks[index]
    if block.kind != "heading":
        return False
    return block.number is not None or bool(NAMED_NUMBER.match(scan.reading.text_of(block)))


def heading_words(scan: Scan, block: Block) -> str:
    """The words of a heading behind its number."""
    return " ".join(scan.reading.body_of(block).split())


def role_of(heading: str, phrases: Phrases, answers: bool = False) -> str | None:
    """The role that a heading gives: "Key actions" recommends, "Example 3" is skipped."""
    words = heading.strip(" :.*").replace("’", "'")
    if answers and is_own_answer(words, phrases):
        return "commits"
    if is_skipped(words, phrases) or is_skipped(words.rpartition(":")[2].strip(), phrases):
        return "skip"
    for group, role in WHOLE_HEADINGS:
        named = phrases.opens(group, words)
        if named and named.end() == len(words):
            return role
    if len(words.split()) > HEADING_WORDS:
        return None
    for group, role in ROLES:
        if phrases.found(group, words):
            return "skip" if answers and phrases.found("heading_answered", words) else role
    return None
