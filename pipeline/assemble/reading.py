"""What the rules of all fields need of one document, computed once."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast

from pipeline.records import METADATA_ZONE, Assertion, Block, Document, Mention
from pipeline.vocabulary import Vocabulary

# A full stop, question or exclamation mark (with closing quotes), then space and a capital, digit,
# quote or bracket.
SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*\s+(?=[\"'“‘«(\[]?[\w•])")
ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|cf|No|no|Nr|Art|art|Arts|Sec|sec|para|paras|pp?|Vol|vol|ed|eds|al|Dr|Mr|Mrs|Ms"
    r"|Prof|St|vs|bzw|ca|Abs|Nos|Fig|Inc|Ltd|Co|Corp|U\.S|approx|resp|z\.B|d\.h|u\.a|bspw|núm|pág|bijv|ex)"
    r"|\b[A-Z])\.$"
)

Thing = TypeVar("Thing")


@dataclass(slots=True)
class Reading:
    """A document with its mentions by group, and evidence rows made from offsets.

    `text` is the canonical text with footnote marks blanked: rules match on it, and its offsets
    are those of the canonical text. `lowered` is the same text in small letters at the same offsets:
    a pattern over the whole text is twice as quick where it need not ignore case. `kept` is what rules
    of several fields share.
    """

    document: Document
    vocabulary: Vocabulary
    mentions: dict[str, list[Mention]]
    text: str = ""
    lowered: str = ""
    kept: dict[str, Any] = field(default_factory=dict)
    starts: list[int] = field(default_factory=list)
    headings: list[tuple[int, ...]] = field(default_factory=list)

    @property
    def entry_id(self) -> str:
        """Id of the entry."""
        return self.document.source.entry_id

    @property
    def blocks(self) -> list[Block]:
        """Blocks of the document in reading order."""
        return self.document.blocks

    @property
    def language(self) -> str:
        """Language of the document, ISO 639-1."""
        return self.document.language

    def text_of(self, block: Block) -> str:
        """Text of a block with footnote marks blanked."""
        return self.text[block.start : block.end]

    def body_of(self, block: Block) -> str:
        """Text of a block behind its number or bullet, footnote marks blanked."""
        return self.text[body_start(block) : block.end]

    def keep(self, name: str, make: Callable[[], Thing]) -> Thing:
        """What the rules of several fields need of the document, made for the first of them."""
        if name not in self.kept:
            self.kept[name] = make()
        return cast(Thing, self.kept[name])

    def index_at(self, offset: int) -> int:
        """Index of the block at or before an offset."""
        return max(bisect_right(self.starts, offset) - 1, 0)

    def headings_above(self, index: int) -> list[Block]:
        """The headings under which a block stands, highest first."""
        return [self.blocks[i] for i in self.headings[index]]

    def sentences(self, block: Block) -> list[tuple[int, int]]:
        """Offsets of the sentences of a block, printed number or bullet left out."""
        return split_sentences(self.text, body_start(block), block.end)

    def mentions_in(self, group: str, block: Block) -> list[Mention]:
        """Mentions of a group that start in a block."""
        return self.mentions_between(group, block.start, block.end)

    def mentions_between(self, group: str, start: int, end: int) -> list[Mention]:
        """Mentions of a group that start in text[start:end]."""
        listed = self.mentions.get(group, [])
        first = bisect_left(listed, start, key=lambda mention: mention.start)
        last = bisect_left(listed, end, key=lambda mention: mention.start)
        return listed[first:last]

    def assertion(
        self,
        name: str,
        value: str,
        span: tuple[int, int] | None,
        rule: str,
        confidence: float = 1.0,
        status: str = "accepted",
    ) -> Assertion:
        """An evidence row; without a span it is a value that stands nowhere in the text."""
        quote = page = block_id = start = end = None
        zone = METADATA_ZONE
        if span is not None:
            start, end = span
            block = self.document.block_at(start)
            quote, page = self.document.text[start:end], self.document.page_at(start)
            block_id, zone = (block.block_id, block.zone) if block else (None, "operative")
        return Assertion(
            entry_id=self.entry_id,
            field=name,
            value=value,
            quote=quote,
            page=page,
            block_id=block_id,
            zone=zone,
            start=start,
            end=end,
            rule=rule,
            confidence=confidence,
            status=status,
        )


def read(document: Document, mentions: list[Mention], vocabulary: Vocabulary) -> Reading:
    """Group the mentions and find the headings above each block."""
    groups: dict[str, list[Mention]] = {}
    for mention in mentions:
        groups.setdefault(mention.group, []).append(mention)
    for listed in groups.values():
        listed.sort(key=lambda mention: mention.start)
    text = document.without_marks()
    return Reading(
        document=document,
        vocabulary=vocabulary,
        mentions=groups,
        text=text,
        # The one letter whose small form is two signs; offsets must stay.
        lowered=text.replace("İ", "I").lower(),
        starts=[block.start for block in document.blocks],
        headings=list_headings(document.blocks),
    )


def body_start(block: Block) -> int:
    """Offset behind the printed number or bullet."""
    return block.start if block.body_start is None else block.body_start


def list_headings(blocks: list[Block]) -> list[tuple[int, ...]]:
    """For each block the indexes of the headings above it; a heading is not above itself."""
    opened: list[int] = []
    above = []
    for index, block in enumerate(blocks):
        if block.kind == "heading":
            level = block.level or 1
            opened = [i for i in opened if (blocks[i].level or 1) < level]
            above.append(tuple(opened))
            opened.append(index)
        else:
            above.append(tuple(opened))
    return above


def split_sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Offsets of the sentences in text[start:end]; "Art. 5" and "e.g. this" stay whole."""
    sentences = []
    first = start
    for match in SENTENCE_END.finditer(text, start, end):
        stop = match.start() + 1
        if text[match.start()] == "." and ABBREVIATION.search(text, max(first, stop - 8), stop):
            continue
        sentences.append((first, match.start() + len(match.group().rstrip())))
        first = match.end()
    if text[first:end].strip():
        sentences.append((first, first + len(text[first:end].rstrip())))
    return sentences
