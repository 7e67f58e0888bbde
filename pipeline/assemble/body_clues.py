"""Clues to the issuing body from names in the text, each judged by what stands around it.

The rules go from sure to doubtful; the first that fits gives the clue, and `enacting_body` adds the
clues up. An addressee, sponsor, partner or source gives a clue too, with the reason why it lost.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from pipeline.assemble.body_names import SHORT, Named
from pipeline.assemble.body_phrases import Phrases, read_phrases
from pipeline.assemble.body_search import Search
from pipeline.records import Block

GRAMMAR = "grammar"
# A block longer than this is running text: a phrase in it counts only beside "this document".
SHORT_BLOCK = 160
# A name that fills this part of a block stands alone there.
ALONE = 0.5
# How far before and behind a name its phrase may stand.
REACH = 70
# How near to the start of its block the title's "Recommendation of the Council" begins.
TITLE_REACH = 60
# In running text the kind of text opens the block: "Resolution of the Council …".
KIND_REACH = 12
# The title of a text without headings stands among its first lines.
EARLY = 1_500
# What may stand between two names of one list of issuers: "A, B and the C".
CHAIN = re.compile(
    r"[\s,;/|&+•–-]*(?:and|et|und|y|e|i|en|as well as)?\s*(?:of|de|des|du|der|von|van)?\s*"
    r"(?:the|la|le|les|l['’]|die|das|den|el|il|lo|het|o|a)?\s*",
    re.IGNORECASE,
)
# By grammar a title may look like a name ("Public Service AI Policy"); these do not.
SURE_NAME = re.compile(r" (?:of|for|de|für) |[Uu]niversi|GmbH|Ltd|Inc")
# By these words a committee draws a text up, and another body gives it out.
DRAFTING = re.compile(r"(?:developed|drawn up|written) by (?:the )?$", re.IGNORECASE)
COMMITTEE_END = re.compile(r"(?:Committee|Working Group|Working Party|Panel)$")
# By these an organ gives its word to the text of its organisation.
ADOPTING = re.compile(r"(?:adopted|approved|endorsed|ratified) by (?:the )?$", re.IGNORECASE)
ORGAN_END = re.compile(r"(?:Board|Council|Committee|Senate|Assembly|Cabinet)$")
MAX_ORGAN_WORDS = 3
# Words of five letters and more, which a row of names writes with a capital.
LONG_WORD = re.compile(r"[^\W\d_]{5,}")
# The end of a sentence; a year and a stop end the designation of an act.
SENTENCE = re.compile(r"(?:(?<!\d)\.|:)\s*$")
BY = re.compile(r"\bby\s+(?:the\s+)?$")
CONTACT = re.compile(r"@|www\.|https?://|\bTel\b|\bISBN\b|\bE-?mail\b", re.IGNORECASE)
BEGINNING = re.compile(r"\W*(?:the |la |le |les |l['’]|der |die |das |el |il |de |het )?\W*", re.IGNORECASE)
WE = re.compile(
    r"\b(?:we|nous|wir|nosotros|noi|wij),?\s+(?:the |les |die |los |i |de )?"
    r"(?:(?:members|leaders|ministers) of (?:the )?)?$",
    re.IGNORECASE,
)
# "This document is a draft … Finding."
COPULA = re.compile(r"\b(?:is|are|est|sont|ist|sind|es|son|è|sono|é|são)\b[^.;:]{0,40}$", re.IGNORECASE)
# In a text without line breaks the formula follows the title at once: "on bees (32/1/EU)THE COUNCIL,".
CAPITAL_ARTICLE = re.compile(r"(?<!\b(?:OF|BY|TO|IN) )(?:THE|LA|LE|DER|DIE|DAS|EL|IL|DE|O|A)\s*$")


@dataclass(slots=True, frozen=True)
class Clue:
    """What one place says of a body; clues of one `lead` stand in one list ("A and B")."""

    named: Named
    rule: str
    score: float
    lost: str | None = None
    lead: int = -1
    metadata: bool = False


@dataclass(slots=True, frozen=True)
class Place:
    """A name and its surroundings, organ words before it ("the Council of") taken away."""

    named: Named
    printed: str
    block: Block
    before: str
    behind: str
    following: str
    alone: bool
    letterhead: bool
    on_cover: bool
    in_tail: bool
    in_title: bool
    speaks: bool
    told: bool
    early: bool
    offset: int
    phrases: Phrases

    def distance(self, match: re.Match[str] | None) -> int:
        """How far behind the start of the block a phrase before the name begins."""
        return self.offset - len(self.before) + match.start() if match else self.offset

    @property
    def heading(self) -> bool:
        """Whether the block is set as a title or heading, or belongs to the cover."""
        return self.on_cover or self.block.kind in ("title", "heading")

    @property
    def starts(self) -> bool:
        """Whether nothing but an article stands before the name in its block."""
        return self.offset <= REACH and bool(BEGINNING.fullmatch(self.before))


Verdict = tuple[str, float, str | None]


def judge_set_up(place: Place) -> Verdict | None:
    """ "set up by the European Commission": the body behind an expert group."""
    return ("set_up_by", 0.45, None) if place.phrases.set_up.search(place.before) else None


def judge_formula(place: Place) -> Verdict | None:
    """ "THE EUROPEAN COMMISSION, Having regard to …"."""
    if not place.starts and not CAPITAL_ARTICLE.search(place.before):
        return None
    rest = place.behind.strip()
    recital = rest if rest.strip(" ,:") else place.following.strip()
    if place.named.form == GRAMMAR or (rest and rest[0] not in ",:"):
        return None
    return ("formula", 0.95, None) if place.phrases.preamble.match(recital) else None


def judge_title(place: Place) -> Verdict | None:
    """ "Recommendation of the Council on …", "COMMISSION GUIDELINES on …" in a title."""
    kind = place.phrases.kind_before.search(place.before)
    opens = place.early and place.distance(kind) <= KIND_REACH
    titled = place.heading and not (place.block.kind == "paragraph" and place.behind.rstrip().endswith("."))
    if kind and place.offset <= TITLE_REACH + REACH and (titled or opens):
        return ("title_of", 0.85, None)
    if place.heading and place.starts and place.phrases.kind_behind.match(place.behind):
        if place.named.form == GRAMMAR and not SURE_NAME.search(place.named.value):
            return None
        return ("title_start", 0.85 if place.named.form == SHORT else 0.6, None)
    return None


def judge_short_form(place: Place) -> Verdict | None:
    """ "the Council" elsewhere does not sign; "Parliamentary Assembly" alone on the cover does."""
    if place.named.form != SHORT:
        return None
    if place.on_cover and place.alone and " " in place.printed:
        return ("cover", 0.7, None)
    return ("short_form", 0.1, "a short form outside title and formula")


def judge_drafter(place: Place) -> Verdict | None:
    """ "Developed by the Drone Standards Committee" wrote it; "Approved by the Board" is an organ's word."""
    if place.named.form != GRAMMAR:
        return None
    if DRAFTING.search(place.before) and COMMITTEE_END.search(place.named.value):
        return ("drafted_by", 0.3, None)
    short = len(place.named.value.split()) <= MAX_ORGAN_WORDS
    if short and ADOPTING.search(place.before) and ORGAN_END.search(place.named.value):
        return ("organ", 0.42, None)
    return None


def judge_issued(place: Place) -> Verdict | None:
    """ "Published by the …", "Herausgeber: …", "From the … Team" at the start of a line."""
    phrases = place.phrases
    issued = phrases.issued.search(place.before)
    refused = phrases.refused.search(place.before)
    if place.offset == len(place.before) and phrases.issued_at_start.match(place.before) and place.on_cover:
        return ("issued_by", 0.85, None)
    if issued and place.speaks and not (refused and refused.start() < issued.start()):
        opens = place.distance(issued) <= KIND_REACH
        if opens or place.on_cover or place.told:
            return ("issued_by", 0.85, None)
        return ("issued_by", 0.3, None)
    if refused:
        return ("mentioned", 0.1, f"behind {refused.group().strip()!r}")
    if phrases.drafted.search(place.before) and place.speaks:
        return ("drafted_by", 0.3, None)
    return None


def judge_copyright(place: Place) -> Verdict | None:
    """ "© UNESCO 2023", "Copyright 2024 by the …"; not the line of a picture."""
    if not place.phrases.copyright.search(place.before):
        return None
    if place.phrases.picture.search(place.before + place.behind[:REACH]):
        return ("copyright", 0.1, "credit of a picture")
    return ("copyright", 0.65, None)


def judge_speaker(place: Place) -> Verdict | None:
    """ "the CNIL publishes this guide", "We, the members of …", the heading "About ENISA"."""
    if WE.search(place.before):
        return ("speaks", 0.65, None)
    gives = place.phrases.issues.match(place.behind)
    if gives and place.speaks and place.phrases.this_document.search(place.behind):
        return ("speaks", 0.65, None)
    kind = place.phrases.kind_next.match(place.behind) or place.phrases.kind_before.search(place.before)
    if kind and place.told and COPULA.search(place.before):
        return ("speaks", 0.65, None)
    if place.heading and place.phrases.about.match(place.before) and len(place.behind.strip()) <= 2:
        return ("about", 0.55, None)
    return None


def judge_position(place: Place) -> Verdict:
    """A name alone on the cover, in a block with an address, or anywhere else."""
    weight = 0.85 if place.named.form == GRAMMAR else 1.0
    if place.on_cover and place.alone and not (place.in_title and place.named.form == GRAMMAR):
        return ("cover", 0.75 * weight, None)
    if place.on_cover and place.letterhead and not place.in_title:
        return ("letterhead", 0.5 * weight, None)
    if place.in_tail and place.starts and (CONTACT.search(place.behind) or place.alone):
        return ("imprint", (0.45 if CONTACT.search(place.behind) else 0.3) * weight, None)
    if CONTACT.search(place.behind) and len(place.behind) < SHORT_BLOCK and place.starts:
        return ("imprint", 0.3 * weight, None)
    if place.named.form == GRAMMAR:
        return ("mentioned", 0.05, None)
    return ("mentioned", 0.25 if place.on_cover else 0.12, None)


# From sure to doubtful.
RULES: tuple[Callable[[Place], Verdict | None], ...] = (
    judge_set_up,
    judge_formula,
    judge_title,
    judge_short_form,
    judge_copyright,
    judge_drafter,
    judge_issued,
    judge_speaker,
    judge_position,
)


def find_place_clues(search: Search) -> Iterator[Clue]:
    """Clues of the cover, the first pages and the last blocks."""
    blocks = [*search.head, *search.tail]
    for index, block in enumerate(blocks):
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        yield from find_block_clues(search, block, following)


def find_block_clues(search: Search, block: Block, following: Block | None) -> Iterator[Clue]:
    """One clue for each name of a block; names of one list share the words around the list."""
    names = search.names(block)
    covered = sum(named.end - named.start for named in names)
    for chain in split_chains(search.reading.text, names):
        for named in chain:
            place = see_place(search, block, following, named, chain, covered)
            rule, score, lost = next(verdict for judge in RULES if (verdict := judge(place)) is not None)
            yield Clue(named, f"enacting_body.{rule}", score, lost, chain[0].start)


def split_chains(text: str, names: list[Named]) -> list[list[Named]]:
    """Lists of names: "THE EUROPEAN PARLIAMENT AND THE COUNCIL" is one."""
    chains: list[list[Named]] = []
    for named in names:
        if chains and CHAIN.fullmatch(text[chains[-1][-1].end : named.start]):
            chains[-1].append(named)
        else:
            chains.append([named])
    return chains


def see_place(
    search: Search, block: Block, following: Block | None, named: Named, chain: list[Named], covered: int
) -> Place:
    """What stands around a name."""
    text, phrases = search.reading.text, read_phrases(search.reading.vocabulary)
    lead, close = chain[0].start, chain[-1].end
    before = text[max(block.start, lead - REACH) : lead]
    organ = phrases.organ.search(before)
    printed = text[block.start : search.reach(block)]
    if organ:
        # "45th Session of the Harbour Assembly" is the assembly alone.
        printed = printed.replace(organ.group(), "", 1)
    letters = len(re.sub(r"[\W\d_]+", " ", printed).strip()) or 1
    short = block.end - block.start <= SHORT_BLOCK
    told = speaks_of_itself(search, phrases, named)
    return Place(
        named=named,
        printed=text[named.start : named.end],
        block=block,
        before=before[: organ.start()] if organ else before,
        behind=text[close : min(block.end, close + 4 * REACH)],
        following=text[following.start : following.start + REACH] if following else "",
        alone=short and covered / letters >= ALONE,
        letterhead=short and is_letterhead(printed),
        on_cover=search.on_cover(block),
        in_tail=search.in_tail(block),
        in_title=search.in_title(block),
        speaks=short or told,
        told=told,
        early=block.start <= EARLY,
        offset=lead - block.start,
        phrases=phrases,
    )


def is_letterhead(printed: str) -> bool:
    """Whether a line is a row of names: "Government of Ys Ministry of Light Lamps Group", no sentence."""
    words = LONG_WORD.findall(printed)
    return bool(words) and not SENTENCE.search(printed) and all(word[0].isupper() for word in words)


def speaks_of_itself(search: Search, phrases: Phrases, named: Named) -> bool:
    """Whether the sentence of a name speaks of the document: "This guide was written by …"."""
    text = search.reading.text
    start = max(text.rfind(". ", 0, named.start), text.rfind("\n", 0, named.start), named.start - 300)
    stop = text.find(". ", named.end)
    return bool(phrases.this_document.search(text, start + 1, stop if stop > 0 else len(text)))


def find_minister_clues(search: Search) -> Iterator[Clue]:
    """ "Presented by the Secretary of State for Health" speaks for the Department of Health."""
    phrases, text = read_phrases(search.reading.vocabulary), search.reading.text
    for block in search.head:
        if block.end - block.start > 2 * SHORT_BLOCK:
            continue
        for match in phrases.minister.finditer(text, block.start, block.end):
            if not BY.search(text[max(block.start, match.start() - len(" by the  ")) : match.start()]):
                continue
            named = find_department(search, match.end(), block.end)
            if named:
                named = replace(named, start=match.start())
                yield Clue(named, "enacting_body.minister", 0.9, None, match.start())


def find_department(search: Search, start: int, end: int) -> Named | None:
    """The department of the gazetteer whose portfolio stands at `start`."""
    text = search.reading.text
    for head in ("Department for ", "Department of ", "Ministry of ", "Ministry for "):
        found = search.find_known(head + text[start:end], 0, len(head) + end - start)
        if found and found[0].start == 0 and found[0].end > len(head):
            return replace(found[0], start=start, end=start + found[0].end - len(head))
    return None
