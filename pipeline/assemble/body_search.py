"""Where a document may name its issuer: the zones that are searched, and the names found in them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field, replace

from pipeline.assemble.body_grammar import Grammar, as_printed, build_grammar, keep_length
from pipeline.assemble.body_names import NAME, SHORT, BodyIndex, Named, build_index, official_name
from pipeline.assemble.countries import count_countries, find_country
from pipeline.assemble.reading import Reading
from pipeline.records import Block
from pipeline.vocabulary import Body
from pipeline.vocabulary.folding import fold

# "the Council and the Ministers for Education": a list, not one longer name.
LIST = re.compile(r",|,? (?:and|et|und|y|e|i|en) ", re.IGNORECASE)
MINISTRY = re.compile(r"Minist(?:ry|erio|ère|ero|ério|erie|erstwo)\b", re.IGNORECASE)
# The state on a letterhead, which stands right before the ministry.
STATE = re.compile(
    r"\b(?:Republic|Kingdom|State|Government|République|República|Repubblica|Republik|Royaume)"
    r" (?:of|de|du|di|der)(?: the)? [\w’' -]+$",
    re.IGNORECASE,
)
STATE_REACH = 60
# The name of a ministry goes on: "Ministry of Justice and Home Affairs".
LEADS_ON = re.compile(r" (?:&|(?:of|and|for|on|de|des?|du|et|y|e|und|für|en|i) )", re.IGNORECASE)
# A line that ends so is not the end of a name.
RUNS_ON = re.compile(
    r"(?:,|&|\b(?:and|of|for|the|et|de|des|du|und|für|der|y|e|di|van|voor))\s*$", re.IGNORECASE
)
# Zones that speak of others: a cited work, a foot note, a table of contents.
FOREIGN_ZONES = frozenset({"references", "footnote", "contents"})
TELEPHONE = re.compile(r"@|\b(?:Tel|Fax|Phone|Telephone)\b")
# The cover of a text without pages ends at the first block of running text.
RUNNING_TEXT = 300
COVER_BLOCKS = 12
HEAD_BLOCKS = 60
# In longer blocks a name by grammar would be a mention in running text, which tells nothing.
LONGEST_GRAMMAR = 600
LEAST_BLOCKS = 25
HEAD_LENGTH = 15_000
HEAD_PAGES = 3
TAIL_BLOCKS = 8
# Running heads and feet are read on the first pages only; they repeat.
FURNITURE_PAGES = 6
# How much of the text is read for the phrases that a short form needs ("the Council" of the OECD).
CONTEXT_LENGTH = 15_000


@dataclass(slots=True)
class Search:
    """The blocks of each zone, and the names in every block that was looked at."""

    reading: Reading
    index: BodyIndex
    grammar: Grammar
    cover: list[Block]
    head: list[Block]
    tail: list[Block]
    furniture: list[Block]
    countries: Counter[str]
    title: str = ""
    seen: dict[str, list[Named]] = field(default_factory=dict)

    def names(self, block: Block) -> list[Named]:
        """Names of the gazetteer in a block, and by grammar where the gazetteer has none."""
        if block.block_id not in self.seen:
            self.seen[block.block_id] = self.find(block.start, self.reach(block))
        return self.seen[block.block_id]

    @property
    def domains(self) -> dict[str, Body]:
        """Web domains of the gazetteer and their owners."""
        return self.index.domains

    def on_cover(self, block: Block) -> bool:
        """Whether a block stands on the cover."""
        return any(block is other for other in self.cover)

    def in_tail(self, block: Block) -> bool:
        """Whether a block is one of the last."""
        return any(block is other for other in self.tail)

    def in_title(self, block: Block) -> bool:
        """Whether a block is printed in the title; the first lines of a text may be a letterhead instead."""
        printed = fold(self.reading.text_of(block))
        words = set(printed.split())
        shared = 2 * len(words & set(self.title.split())) > len(words)
        return printed in self.title or (block.kind == "title" and (shared or not self.title))

    def reach(self, block: Block) -> int:
        """The end of a block, or of the next one when a line of the cover runs on: "MINISTRY OF WORK,"."""
        following = next((other for other in self.cover if other.start == block.end + 2), None)
        runs_on = self.on_cover(block) and RUNS_ON.search(self.reading.text_of(block))
        return following.end if following and runs_on else block.end

    def find(self, start: int, end: int) -> list[Named]:
        """Names in a stretch of the text; a longer name by grammar replaces a name inside it."""
        text, language = self.reading.text, self.reading.language
        known = self.find_known(text, start, end)
        if end - start > LONGEST_GRAMMAR:
            return known
        grown = [cut_state(text, named) for named in self.grammar.find(text, start, end, language)]
        return self.merge(text, known, grown)

    def find_known(self, text: str, start: int, end: int) -> list[Named]:
        """Names of the gazetteer, one body each."""
        found = self.index.find(text, start, end, self.reading.language)
        return [settled for named in found if (settled := self.settle(named)) is not None]

    def settle(self, named: Named) -> Named | None:
        """Choose among bodies of one name; a short form counts only where its context stands.

        For example: "the Council" is that of the OECD in a text that speaks of the OECD, and
        "National Cyber Security Centre" the Irish one in a text that speaks of Ireland.
        """
        bodies = [body for body in (named.body, *named.rivals) if body is not None]
        if named.form == SHORT:
            weights = [self.weigh(body) for body in bodies]
        elif len(bodies) == 1 and not self.is_anywhere(named, bodies[0]):
            return named
        else:
            weights = [self.countries[body.country or ""] for body in bodies]
        best = bodies[weights.index(max(weights))]
        if max(weights) > 0:
            return replace(named, value=official_name(best, self.reading.language), body=best, rivals=())
        if named.form != NAME:
            return None
        printed = " ".join(self.reading.text[named.start : named.end].split())
        if printed.isupper():
            printed = as_printed(keep_length(printed))
        return replace(named, value=printed, body=None, rivals=())

    def is_anywhere(self, named: Named, body: Body) -> bool:
        """Whether a ministry may be that of any country: "Ministry of Justice" names none."""
        printed = self.reading.text[named.start : named.end]
        return (
            bool(MINISTRY.match(printed))
            and self.countries[body.country or ""] == 0
            and not any(acronym in self.reading.text for acronym in body.acronyms)
        )

    def weigh(self, body: Body) -> int:
        """How often the context phrases of a body stand in the first part of the text."""
        text = self.reading.text[:CONTEXT_LENGTH]
        return sum(text.count(phrase) + text.count(phrase.upper()) for phrase in body.context)

    def merge(self, text: str, known: list[Named], grown: list[Named]) -> list[Named]:
        """Names of both kinds without overlap."""
        kept = [named for named in known if not any(self.outgrows(text, other, named) for other in grown)]
        extra = [g for g in grown if not any(g.start < named.end and named.start < g.end for named in kept)]
        return sorted(kept + extra, key=lambda named: named.start)

    def outgrows(self, text: str, grown: Named, known: Named) -> bool:
        """Whether a longer name is another body than the known name inside it.

        For example: "National Commission" is not the Commission, nor "Ministry of Justice of Japan"
        the British ministry; but "UK Information Commissioner's Office" is the same body.
        """
        if not (grown.start <= known.start and known.end <= grown.end):
            return False
        before, behind = text[grown.start : known.start], text[known.end : grown.end]
        if known.form != NAME:
            return bool(before.strip() or (behind.strip() and not LIST.match(behind)))
        if (
            MINISTRY.match(text[known.start : known.end])
            and behind[:1] == " "
            and self.goes_on(known, behind)
        ):
            return True
        if re.match(r",? (?i:of|for|de|du|d'|für|di|van) ?\S", behind):
            return True
        named = find_country(before, self.reading.vocabulary)
        return bool(named and known.body and known.body.country and named[0] != known.body.country)

    def goes_on(self, known: Named, behind: str) -> bool:
        """Whether the words behind a ministry are of its name; its division on the next line is not.

        In a text of its own country only "of", "and" and the like lead on.
        """
        home = known.body is not None and self.countries[known.body.country or ""] > 0
        return not home or bool(LEADS_ON.match(behind))


def cut_state(text: str, named: Named) -> Named:
    """A ministry without the state printed above it: "REPUBLIC OF RURITANIA MINISTRY OF HEALTH"."""
    ministry = MINISTRY.search(text, named.start, named.end)
    if ministry is None or not STATE.search(text[max(0, named.start - STATE_REACH) : ministry.start()]):
        return named
    printed = text[ministry.start() : named.end]
    value = as_printed(keep_length(printed)) if printed.isupper() else " ".join(printed.split())
    return replace(named, value=value, start=ministry.start())


def start_search(reading: Reading, title: str | None) -> Search:
    """Lay out the zones of a document."""
    blocks = [block for block in reading.blocks if block.zone not in FOREIGN_ZONES]
    body = [block for block in blocks if block.kind != "furniture"]
    head = first_blocks(body)
    last = [block for block in reading.blocks if block.kind != "furniture"][-TAIL_BLOCKS:]
    tail = [block for block in last if block not in head and may_be_imprint(reading, block)]
    furniture = [
        block for block in blocks if block.kind == "furniture" and (block.page or 1) <= FURNITURE_PAGES
    ]
    return Search(
        reading=reading,
        index=build_index(reading.vocabulary),
        grammar=build_grammar(reading.vocabulary),
        cover=cover_blocks(body),
        head=head,
        tail=tail,
        furniture=furniture,
        title=fold(title or ""),
        countries=count_countries(reading.text[:CONTEXT_LENGTH], reading.vocabulary),
    )


def may_be_imprint(reading: Reading, block: Block) -> bool:
    """Whether a block at the end may be the issuer's: the list of cited works ends before its address."""
    return block.zone not in FOREIGN_ZONES or bool(TELEPHONE.search(reading.text_of(block)))


def first_blocks(body: list[Block]) -> list[Block]:
    """The first pages, or of a text without pages its first blocks."""
    first = body[0].page if body else None
    if first is None:
        limit = bisect_left(body, HEAD_LENGTH, key=lambda block: block.start)
        return body[: min(limit + 1, HEAD_BLOCKS)]
    near = [block for block in body if (block.page or first) < first + HEAD_PAGES]
    return (near if len(near) > LEAST_BLOCKS else body[:LEAST_BLOCKS])[:HEAD_BLOCKS]


def cover_blocks(body: list[Block]) -> list[Block]:
    """The first page without its running text, or the short blocks that open a text."""
    first = body[0].page if body else None
    if first is not None:
        page = [block for block in body if block.page == first]
        return [block for block in page if block.end - block.start <= RUNNING_TEXT]
    cover = []
    for block in body[:COVER_BLOCKS]:
        if block.end - block.start > RUNNING_TEXT:
            break
        cover.append(block)
    return cover
