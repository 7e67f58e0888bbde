"""Printed numbers: their style, the nesting that it tells, and the full number of an item."""

from __future__ import annotations

import re

from pipeline.records import Block

STYLES = (
    ("decimal", re.compile(r"\(?\d+(?:\.\d+)+\.?\)?")),
    ("integer", re.compile(r"\(?\d+[.)]?")),
    ("roman", re.compile(r"\(?[ivxl]+[.)]?")),
    ("ROMAN", re.compile(r"\(?[IVXL]+[.)]?")),
    ("letter", re.compile(r"\(?[a-z][.)]?")),
    ("LETTER", re.compile(r"\(?[A-Z][.)]?")),
)
# Numbers that mean nothing without what they stand under: "(1)", "a)", "ii.".
PARTIAL = re.compile(r"\(\w{1,4}\)|[a-z]{1,4}[.)]?|\d+\)")


def style_of(number: str | None, after: str | None = None) -> str:
    """The style of a printed number; "i" behind "h" is a letter, else roman."""
    if number is None:
        return "bullet"
    brackets = "(" if number.startswith("(") else ""
    for name, pattern in STYLES:
        if pattern.fullmatch(number):
            letter = number.strip("().")
            if name == "roman" and after and after.strip("().") == chr(ord(letter[0]) - 1):
                return brackets + "letter"
            depth = str(number.count(".", 0, -1)) if name == "decimal" else ""
            return brackets + name + depth
    return "other"


def nest(blocks: list[Block]) -> list[int]:
    """The depth of each item: printed levels, or one deeper for each new style of number."""
    levels = {block.level for block in blocks}
    if None not in levels and len(levels) > 1:
        return [block.level or 1 for block in blocks]
    depths: list[int] = []
    stack: list[str] = []
    before: str | None = None
    for index, block in enumerate(blocks):
        style = style_of(block.number, before)
        if style in stack and style != stack[-1] and interrupts(blocks, index, style):
            stack.append(f"{style} again")
        elif style not in stack:
            stack.append(style)
        elif stack[-1] != f"{style} again" or count_of(block.number) == 1:
            del stack[stack.index(style) + 1 :]
        depths.append(len(stack))
        before = block.number
    return depths


def interrupts(blocks: list[Block], index: int, style: str) -> bool:
    """Whether a count that begins anew only interrupts another one: "E.", "F.", "1.", "2.", "G."."""
    before = blocks[index - 1]
    if count_of(blocks[index].number) != 1 or style_of(before.number) == "bullet":
        return False
    for block in blocks[index + 1 :]:
        if style_of(block.number) == style_of(before.number):
            return count_of(block.number) == count_of(before.number) + 1
        if style_of(block.number) != style:
            return False
    return False


def count_of(number: str | None) -> int:
    """How far an integer or a letter has counted: "3." and "(c)" are 3."""
    sign = (number or "").strip("().").lower()
    if sign.isdigit():
        return int(sign)
    return ord(sign) - ord("a") + 1 if len(sign) == 1 and sign.isascii() and sign.isalpha() else 0


def join_number(parent: str | None, number: str | None) -> str | None:
    """The full number: "1.2" and "a)" give "1.2 a)"; "115.1" stands for itself."""
    if number is None:
        return None
    return f"{parent} {number}" if parent and PARTIAL.fullmatch(number) else number
