"""Mentions that are part of a longer name: of a law, a body, a work. Such a place speaks for no principle."""

from __future__ import annotations

import re

from pipeline.records import Block, Mention

# Room for the words of a name beside a mention.
NAME_REACH = 40
SMALL_BEFORE = r"(?:of|for|on|to|and|the|de|des|du|del|della|per|l’|l'|van|voor|y|e|et)"
SMALL_BEHIND = r"(?:of|for|on|and|the|de|des|du|del|della|van|voor|y|e|et)"
# "[Ministry of] Innovation"; not the first word of a sentence, an item or a cell.
NAME_BEFORE = re.compile(
    rf"(?<![.!?:;•\t\n]\s)(?<!^)\b[A-ZÀ-Þ][a-zà-ÿ]{{2,}}\s(?:{SMALL_BEFORE}\s?){{0,2}}$",
)
# "Security [Union]".
NAME_BEHIND = re.compile(rf"\s(?:{SMALL_BEHIND}\s){{0,2}}[A-ZÀ-Þ][a-zà-ÿ]{{2,}}")
LAW_BEHIND = re.compile(r"\s(?:[A-Z][a-z]+\s)?(?:Act|Bill|Directive|Regulation|Ordinance)\b(?!\.)")


def is_in_name(text: str, block: Block, mention: Mention) -> bool:
    """Whether a mention is part of a longer name: "the EU Security Union", "Principles to Promote Fairness".

    A heading may be written in capitals throughout, and a sentence begins with one.
    """
    if block.kind in ("title", "heading") or not text[mention.start].isupper():
        return False
    before = text[max(mention.start - NAME_REACH, block.start) : mention.start]
    behind = text[mention.end : mention.end + NAME_REACH]
    return bool(NAME_BEFORE.search(before) or NAME_BEHIND.match(behind))


def is_in_law(text: str, mention: Mention) -> bool:
    """Whether a mention stands in the name of a law: "the Access to Information Act"."""
    return LAW_BEHIND.match(text, mention.end) is not None
