"""The places of a term: each mention with what stands around it and whether it counts.

A place is a mention, the block and the sentence that it stands in, and the cues beside it. What the
places of a term add up to is in salience.py. Nothing here names a term or a document.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.assemble.longer_names import is_in_law, is_in_name
from pipeline.assemble.reading import Reading, body_start
from pipeline.assemble.spoken import Speech
from pipeline.records import Block, Mention
from pipeline.vocabulary.folding import respell

# Zones in which a mention never decides.
IDLE_ZONES = {"footnote", "references", "contents", "furniture"}
# The number of an article without its paragraph: "Article 8(2)" -> "8".
ARTICLE = re.compile(r"(?<![\d(])\d+")
# Fields in which what is named as an example is not what the text is about.
EXAMPLES_IDLE = {"ai_systems", "addressees", "project_area"}
# Fields in which a duty beside a weak word is not enough: "students must register" is no right to education.
CUE_ONLY = {"fundamental_rights"}
# Fields in which the name of a law is no mention: "the Access to Information Act".
LAWS_IDLE = {"principles", "fundamental_rights"}
SENTENCE_BREAK = re.compile(r"[.!?;]\s|\n")
# The first words of an item or paragraph name its subject: "Transparency. Users …".
LEAD_CHARS = 60
# A heading is on a term when this much of it is the term: "3. Human oversight", "Ensuring fairness".
HEADING_SHARE = 0.35
# The language that writes every noun with a capital, so that capitals tell no name.
NOUN_CAPITALS = "de"
# So many variants of a term, from the first, are its names proper.
PRINCIPAL_NAMES = 3
# A longer heading is on the work of people rather than a list of them.
PEOPLE_HEADING_CHARS = 60


@dataclass(slots=True)
class Place:
    """A mention, the kind of place that it stands in and why it does not count, if so.

    `listed` is set by salience.py: its sentence lists terms of the field.
    """

    mention: Mention
    block: Block
    kind: str
    sentence: int
    section: tuple[int, ...]
    weak: bool
    cue: bool
    norm: bool
    duty: bool
    spoken: bool
    part: bool
    in_name: bool
    in_law: bool
    principal: bool
    idle: str | None = None
    listed: bool = False

    @property
    def span(self) -> tuple[int, int]:
        """Offsets of the mention."""
        return self.mention.start, self.mention.end

    @property
    def fills_heading(self) -> bool:
        """Whether the place is a heading or title that hardly says more than the term."""
        length = self.block.end - body_start(self.block)
        return (
            self.kind in ("title", "heading")
            and not self.part
            and (self.mention.end - self.mention.start >= HEADING_SHARE * length)
        )


class Surroundings:
    """The sentences of a document, and those that hold a cue of a field or lay down a norm."""

    def __init__(self, reading: Reading, name: str):
        self.reading = reading
        self.breaks = reading.keep("sentence breaks", self.find_breaks)
        self.norms = reading.keep("norm sentences", lambda: self.find_cues("norm"))
        self.cues = self.find_cues(name)
        self.cue_blocks = self.find_cue_headings()
        self.people_blocks = self.find_people()
        self.principal_names = list_principal_names(reading, name)
        self.speech = reading.keep("speech", lambda: Speech(reading, self.breaks))

    def find_breaks(self) -> list[int]:
        """Offsets behind the end of each sentence."""
        return [match.end() for match in SENTENCE_BREAK.finditer(self.reading.text)]

    def find_cues(self, value: str) -> set[int]:
        """The sentences that hold a cue of some kind."""
        cues = self.reading.mentions.get("cues", ())
        return {self.sentence(cue.start) for cue in cues if cue.value == value}

    def find_cue_headings(self) -> set[int]:
        """Blocks under a heading that holds a cue."""
        headings = {
            index
            for index, block in enumerate(self.reading.blocks)
            if block.kind == "heading" and self.sentence(block.start) in self.cues
        }
        return {index for index, above in enumerate(self.reading.headings) if headings & set(above)}

    def find_people(self) -> set[int]:
        """Blocks of lists of people, with their headings: "Acknowledgements", "List of respondents"."""
        names = "|".join(map(re.escape, self.reading.vocabulary.phrases("context", "people")))
        people = re.compile(rf"\b(?:{names})\b", re.IGNORECASE)
        headings = {
            index
            for index, block in enumerate(self.reading.blocks)
            if block.kind == "heading"
            and block.end - block.start <= PEOPLE_HEADING_CHARS
            and people.search(self.reading.text, block.start, block.end)
        }
        below = {index for index, above in enumerate(self.reading.headings) if headings & set(above[-2:])}
        return headings | below

    def sentence(self, offset: int) -> int:
        """Number of the sentence around an offset."""
        return bisect_right(self.breaks, offset)


def list_principal_names(reading: Reading, name: str) -> set[tuple[str, str]]:
    """The names proper of each term, "robustness" and not "robust": the first of its variants."""
    language = reading.language
    return {
        (term.id, form)
        for term in reading.vocabulary.terms[name].values()
        if language in term.words
        for form in respell(term.words[language].variants[:PRINCIPAL_NAMES], language)
    }


def collect_places(reading: Reading, name: str) -> Iterator[Place]:
    """The places of the terms of a field, citations that stand for a term included."""
    around = Surroundings(reading, name)
    for mention in (*reading.mentions.get(name, ()), *find_cited_terms(reading, name)):
        yield find_place(reading, around, mention)


def find_cited_terms(reading: Reading, name: str) -> Iterator[Mention]:
    """Citations that are evidence of a term: the GDPR of data protection law, Article 8 of the Charter."""
    terms = reading.vocabulary.terms[name].values()
    owners = {instrument: (term.id, "instrument") for term in terms for instrument in term.instruments}
    owners |= {same: (term.id, "article") for term in terms for same in term.same_as}
    if not owners:
        return
    for citation in reading.mentions.get("citations", ()):
        for key in list_cited_keys(citation):
            if key in owners:
                term, kind = owners[key]
                yield Mention(name, term, citation.start, citation.end, f"{name}.{kind}", citation.context)


def list_cited_keys(citation: Mention) -> Iterator[str]:
    """An instrument and its articles as in `same_as`: "charter", "charter:8"."""
    yield citation.value
    for key, pinpoint in citation.data:
        if key == "pinpoint":
            yield from (f"{citation.value}:{number}" for number in ARTICLE.findall(pinpoint))


def find_place(reading: Reading, around: Surroundings, mention: Mention) -> Place:
    """The place of a mention."""
    index = reading.index_at(mention.start)
    block = reading.blocks[index]
    kind = kind_of_place(block, mention)
    sentence = around.sentence(mention.start)
    told = around.speech.is_told(mention)
    is_person = mention.group == "addressees"
    place = Place(
        mention=mention,
        block=block,
        kind=kind,
        sentence=sentence,
        section=reading.headings[index][-1:],
        weak=mention.rule.endswith(".weak"),
        cue=sentence in around.cues
        or mention.rule.endswith((".instrument", ".article"))
        or "definition" in mention.context
        or (kind in ("heading", "lead") and index in around.cue_blocks),
        norm=sentence in around.norms,
        duty=told,
        spoken=is_person and around.speech.is_spoken_to(mention),
        part=is_person and around.speech.is_part(mention),
        in_law=is_in_law(reading.text, mention),
        in_name=reading.language != NOUN_CAPITALS and is_in_name(reading.text, block, mention),
        principal=(mention.value, reading.lowered[mention.start : mention.end]) in around.principal_names,
    )
    place.idle = "list of people" if index in around.people_blocks else find_idle(place)
    if is_person and place.idle is None and around.speech.is_case(mention):
        place.idle = "case"
    return place


def kind_of_place(block: Block, mention: Mention) -> str:
    """title, heading, lead (the first words of an item or paragraph) or body."""
    if block.kind in ("title", "heading"):
        return block.kind
    if mention.start - body_start(block) <= LEAD_CHARS and block.kind != "table":
        return "lead"
    return "body"


def find_idle(place: Place) -> str | None:
    """Why a place does not count, or None."""
    if place.block.zone in IDLE_ZONES:
        return place.block.zone
    reasons = [reason for reason in place.mention.context if counts_against(reason, place)]
    if reasons:
        return reasons[0]
    stated = place.cue or (place.norm and place.mention.group not in CUE_ONLY)
    if place.weak and not stated:
        return "weak word alone"
    if place.in_law and place.mention.group in LAWS_IDLE:
        return "name of a law"
    return None


def counts_against(reason: str, place: Place) -> bool:
    """Whether a context keeps a place from counting.

    Principles and rights are often given as examples ("values, for example fairness"), and the
    document's own titles look like those of works. A ministry that is told what to do speaks for its
    sector, its name at the head of a page does not.
    """
    if reason == "definition":
        return False
    if reason == "example":
        return place.mention.group in EXAMPLES_IDLE
    if reason == "name_of_office" and place.mention.group == "project_area":
        return place.kind in ("title", "heading")
    return place.kind not in ("title", "heading") or reason in ("negated", "name_of_office")
