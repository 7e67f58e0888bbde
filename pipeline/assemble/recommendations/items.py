"""What the rules of this package find, and the words and norms they look for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from functools import cache

from pipeline.assemble.reading import Reading, body_start
from pipeline.records import Block, Mention
from pipeline.vocabulary.choice import choose_from

FILE = "recommendations"
# Zones in which the document itself speaks; the rest is cover, recitals, notes and references.
BODY_ZONES = frozenset({"operative", "annex"})
BODY_KINDS = frozenset({"paragraph", "list_item", "heading", "table"})
# Forces by which a sentence tells someone what to do; `possibility` alone does not.
BINDING = frozenset({"obligation", "recommendation", "commitment"})
# A label in front of an order ("Use of tools: Name every tool") is at most this long.
LABEL_LENGTH = 90
# A sentence of so few words in front of an item may be its title, or of so many in capitals.
SHORT_TITLE = 4
LONG_TITLE = 12
# "Lead, Data Policy" is an office, "Further, the lamps …" an adverb; "Name, date and sign" goes on.
OFFICE = re.compile(r", (?:[^\W\d_a-z]|(?:the|a|an|its?|this|there|in|to|if)\b)")
# Quotation mark, dash or "to" that may stand in front of the first word of an item.
LEAD = re.compile(r"[\"“‘'«(\s–—-]*(?:to\s)?", re.IGNORECASE)


@dataclass(slots=True, frozen=True)
class Item:
    """A stretch of the text that will be one row, with what its surroundings say of it.

    `force` is the modality that a stem or section gives to its items and `stem` the offsets of
    that stem. `closed` marks an item of a set that holds all that the document recommends
    (operative paragraphs, numbered recommendations, commitments, a table of controls), and `strong`
    one of a list whose stem or section says that it recommends. `formal` marks the recommendations that a
    document calls by that name.
    """

    start: int
    end: int
    rule: str
    number: str | None = None
    force: str | None = None
    stem: tuple[int, int] | None = None
    closed: bool = False
    strong: bool = False
    formal: bool = False


@dataclass(slots=True)
class Phrases:
    """The phrase lists of phrases/recommendations.toml in one language, as compiled patterns."""

    lists: dict[str, dict[str, tuple[str, ...]]]
    language: str

    def listed(self, group: str) -> tuple[str, ...]:
        """The phrases of a group."""
        return self.lists.get(group, {}).get(self.language, ())

    def pattern(self, group: str) -> re.Pattern[str]:
        """Any phrase of a group as whole words, in any case."""
        return compile_phrases(self.listed(group))

    def found(self, group: str, text: str) -> re.Match[str] | None:
        """The first phrase of a group in the text."""
        return self.pattern(group).search(text)

    def opens(self, group: str, text: str) -> re.Match[str] | None:
        """A phrase of a group at the start of the text."""
        return self.pattern(group).match(text)


# Until the entry tells who issues the document.
NOBODY = re.compile(r"(?!)")


@dataclass(slots=True)
class Scan:
    """A reading with its norms in order and the role of the section of each block."""

    reading: Reading
    phrases: Phrases
    norms: list[Mention] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    roles: list[str | None] = field(default_factory=list)
    answers: bool = False
    operative: bool = False
    taken: set[int] = field(default_factory=set)
    running: set[int] = field(default_factory=set)
    labelled: set[int] = field(default_factory=set)
    stems: dict[int, tuple[int, int]] = field(default_factory=dict)
    subjects: dict[str, str] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    issuers: re.Pattern[str] = NOBODY
    document_type: str | None = None
    ordered: float = 0.0

    def is_body(self, index: int) -> bool:
        """Whether a block may hold an item; front matter does when a heading of its own opens it."""
        block = self.reading.blocks[index]
        speaks = block.zone in BODY_ZONES or (block.zone == "front" and bool(self.reading.headings[index]))
        return speaks and block.kind in BODY_KINDS

    def is_caption(self, block: Block) -> bool:
        """A caption of a figure or table: "Figure 2.1: Options for use"."""
        words = self.reading.body_of(block)
        match = self.phrases.opens("caption", words)
        return bool(match) and words[match.end() :].strip()[:1] in set("0123456789:IVX") if match else False

    def free(self, index: int) -> bool:
        """Whether a block may hold an item, in no skipped section and not yet part of one."""
        return self.is_body(index) and index not in self.taken and self.roles[index] != "skip"

    def norms_in(self, start: int, end: int) -> list[Mention]:
        """The norms that start in text[start:end]."""
        return self.norms[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def first_sentence(self, block: Block) -> tuple[int, int]:
        """Offsets of the first sentence behind the number or bullet."""
        sentences = self.reading.sentences(block)
        return sentences[0] if sentences else (block.start, block.end)

    def opens_with_order(self, start: int, end: int) -> bool:
        """An order opens the text: "Ensure that …", "Never upload …", "Use of tools: Name every tool"."""
        text = self.reading.text
        first = LEAD.match(text, start, end)
        begin = first.end() if first else start
        for norm in self.norms_in(start, min(end, start + LABEL_LENGTH)):
            # "Lead, Data Policy" is an office.
            if norm.value != "imperative" or OFFICE.match(text, norm.end):
                continue
            if norm.rule == "norms.infinitive" or norm.start <= begin:
                return not self.phrases.opens("reading_aid", text[norm.start : end])
            if text[start : norm.start].rstrip()[-1:] in ":–—-.,":
                return True
        return any(norm.rule == "norms.infinitive" for norm in self.norms_in(start, end))

    def commands(self, start: int, end: int) -> bool:
        """Whether text[start:end] tells someone what to do, by an order or by a norm word."""
        if self.opens_with_order(start, end):
            return True
        return any(norm.value in BINDING for norm in self.norms_in(start, end))

    def is_normative(self, block: Block) -> bool:
        """Whether the first sentence of a block tells someone what to do, or the one behind its title."""
        first, *others = self.reading.sentences(block) or [(block.start, block.end)]
        if self.commands(*first):
            return True
        titled = bool(others) and self.is_title(start_of(block), first[1])
        return titled and self.commands(*others[0])

    def is_title(self, start: int, end: int) -> bool:
        """A name in front of an item: "Handover of the watch. Crews should …"."""
        words = self.reading.text[start:end].split()
        capitals = sum(word[:1].isupper() for word in words)
        named = len(words) <= SHORT_TITLE or (len(words) <= LONG_TITLE and 2 * capitals >= len(words))
        return bool(words) and named and words[-1].endswith(".")

    def above(self, index: int) -> list[Block]:
        """The headings above a block, highest first."""
        return self.reading.headings_above(index)


@cache
def compile_phrases(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the phrases as whole words, in any case."""
    return re.compile(rf"(?<!\w){choose_from(map(re.escape, phrases))}(?!\w)", re.IGNORECASE)


def build_scan(reading: Reading) -> Scan:
    """The norms in order of offset; roles are added by `sections`."""
    norms = sorted(reading.mentions.get("norms", ()), key=lambda norm: norm.start)
    phrases = Phrases(reading.vocabulary.phrase_lists.get(FILE, {}), reading.language)
    return Scan(
        reading=reading,
        phrases=phrases,
        norms=norms,
        starts=[norm.start for norm in norms],
        roles=[None] * len(reading.blocks),
    )


def is_question(scan: Scan, index: int) -> bool:
    """A question to the public ("Do you agree?"), outside checklists and guiding questions."""
    start, end = scan.first_sentence(scan.reading.blocks[index])
    asked = scan.reading.text[start:end].rstrip().endswith("?")
    return asked and scan.roles[index] not in ("checklist", "recommends")


def ends_with_colon(text: str) -> bool:
    """A stem: "Providers should:", "Signatories commit to …", "the following rules :"."""
    return text.rstrip().endswith((":", "…", "..."))


def start_of(block: Block) -> int:
    """Offset of the words of a block, behind its number or bullet."""
    return body_start(block)
