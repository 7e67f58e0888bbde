"""What each printed date says of the document: its role, how sure that is, or why it is not its date.

Serves `date` and `date_role`. A cascade from sure to doubtful: the date in the document's own title,
a date behind "adopted" or "published", place and date, a bare date of the cover, a table of
versions, a running head, the page's metadata, the imprint.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.assemble.date_cues import (
    HANGING,
    Cues,
    Dated,
    below_event,
    follows_place,
    read_cues,
    reject_reason,
    says_adopted,
)
from pipeline.assemble.date_imprint import find_in_imprint, find_in_page_metadata, find_in_running_heads
from pipeline.assemble.date_versions import find_in_versions
from pipeline.assemble.front import Line, back_blocks, front_lines
from pipeline.assemble.official_id import KIND_NUMBER, act_in
from pipeline.assemble.phrases import phrase_pattern
from pipeline.assemble.reading import Reading
from pipeline.assemble.self_reference import PRONOUN, find_self
from pipeline.assemble.title_acts import find_acts
from pipeline.assemble.type_names import find_type_names
from pipeline.records import Block, Mention

# A block of a cover that holds a date and little else.
# "New Delhi - 110003 Dated: 15 March, 2031" in the head of a letter; not "Effective Date:".
DATE_LABEL = re.compile(r"(?<![a-z] )\b(?:Dated?|Fecha|Datum|Data)\s*:\s*$")
MAX_BARE_WORDS = 12
# A cover set as one block: title, body and date.
MAX_COVER_WORDS = 35
# In a longer paragraph a cue belongs to a sentence, see `find_in_sentences`.
MAX_CUE_WORDS = 40
# "Document made public on 8 April 2019." is still a label.
MAX_LABEL_WORDS = 8
# How far back the sentence before "It was adopted on …" is read.
MAX_SENTENCE = 300
# The subject of "adopted" stands in its own clause: not in "Through this paper, our series, launched in …".
CLAUSE_END = re.compile(r"[,;:]\s")
# "Versie: 1.1 (augustus 2025)", "V1.2.1 (2031-12)": the date of a version behind its number.
MAX_VERSION_WORDS = 4
ACT_LINK = re.compile(r"[\s,]*(?:of|du|de|del|vom|van|di|do|dated)?\s*", re.IGNORECASE)
VERSION = re.compile(
    r"\b(?:version|versie|versión|versione|versão|wersja|v)\s?[.:]?\s?\d[\d.]*\s*[,:;(–|-]*\s*$",
    re.IGNORECASE,
)
# Zones in which no date is the document's own.
OTHER_ZONES = ("contents", "references", "footnote", "furniture")


def list_dates(reading: Reading) -> list[Dated]:
    """All dates that may be the document's, in no order, losers with their reason."""
    lines = front_lines(reading)
    front = list(find_in_front(reading, lines))
    return [
        *find_in_title(reading, lines),
        *front,
        *find_in_versions(reading, lines),
        *reject_earlier(find_in_sentences(reading), front),
        *find_at_the_end(reading),
        *find_in_running_heads(reading),
        *find_in_page_metadata(reading),
        *find_in_imprint(reading, lines),
    ]


def find_in_title(reading: Reading, lines: list[Line]) -> Iterator[Dated]:
    """The date of a legal act in its title: "Council Recommendation of 3 May 2031 on …"."""
    for act in find_acts(reading, lines):
        if act.span is None:
            continue
        for mention in reading.mentions.get("dates", []):
            if act.span[0] <= mention.start < act.span[1]:
                yield Dated.of(reading, mention, "date.title", 0.98 - (0.97 - act.score), "adopted")
                break


def find_in_front(reading: Reading, lines: list[Line]) -> Iterator[Dated]:
    """Dates of the cover and the title pages with their cue, with a place, or bare."""
    rows = {row.span for row in find_in_versions(reading, lines)}
    for position, line in enumerate(lines):
        if line.block.zone in OTHER_ZONES:
            continue
        previous = lines[position - 1].text if position else ""
        for mention in reading.mentions_in("dates", line.block):
            if (mention.start, mention.end) not in rows:
                yield classify(reading, mention, line, previous)


def classify(reading: Reading, mention: Mention, line: Line, previous: str) -> Dated:
    """What one date of the front says."""
    cues = read_cues(reading, mention, line.block)
    if closes_title(reading, mention, line, cues):
        return Dated.of(reading, mention, "date.act", 0.93, "adopted")
    lost = reject_reason(reading, mention, line.block, cues) or below_event(reading, previous, cues)
    labelled = line.leaf == 0 and DATE_LABEL.search(cues.before)
    if labelled and not lost:
        return Dated.of(reading, mention, "date.label", 0.87 - 0.0005 * line.index, cues.dated_role)
    if cues.role and is_sentence(line.text) and not dates_itself(reading, mention, line.block, cues):
        lost = lost or "not said of this document"
    if lost:
        return Dated.of(reading, mention, "date.front", 0.3, "published", lost)
    rated = rate(reading, mention, line, previous, cues)
    if rated is None:
        return Dated.of(reading, mention, "date.front", 0.2, "published", "no word that dates the document")
    rule, score, role = rated
    decay = 0.03 * line.leaf + 0.0005 * line.index
    return Dated.of(reading, mention, f"date.{rule}", score - decay, role)


def rate(
    reading: Reading, mention: Mention, line: Line, previous: str, cues: Cues
) -> tuple[str, float, str] | None:
    """Rule, score and role of a date of the front by its cue, place, act, version or position."""
    block, bare = line.block, line.words <= MAX_BARE_WORDS
    if cues.role and line.words <= MAX_CUE_WORDS:
        return cues.role, cues.score, cues.dated_role
    if follows_place(reading, mention, block):
        return "place_and_date", 0.92, "adopted"
    if stands_in_act(reading, mention, block):
        return "act", 0.93, "adopted"
    opens = len(reading.text[block.start : mention.start].split()) <= MAX_VERSION_WORDS
    if VERSION.search(cues.before) and (opens or bare):
        return "version", 0.84, "published"
    if bare or (line.leaf == 0 and is_edge(reading, mention, line)):
        return "cover", 0.86, "adopted" if says_adopted(reading, block, previous) else "published"
    return None


def stands_in_act(reading: Reading, mention: Mention, block: Block) -> bool:
    """Whether a date stands behind the number of an act: "RESOLUTION No 9, of 11 March 2031"."""
    text = reading.text_of(block)
    name = act_in(reading, text)
    number = KIND_NUMBER.match(text, name.end) if name else None
    return bool(number and ACT_LINK.fullmatch(text, number.end(), mention.start - block.start))


def closes_title(reading: Reading, mention: Mention, line: Line, cues: Cues) -> bool:
    """Whether a date closes a title that opens with its kind: "Leitlinien der Konferenz vom 3. Mai 2031"."""
    names = find_type_names(reading, line.text)
    ends = mention.end >= line.block.end - 1 and line.block.kind in ("title", "heading")
    if line.leaf or not ends or not names or names[0].start or not HANGING.search(cues.before):
        return False
    return not phrase_pattern(reading, "dates", "cited").search(reading.text_of(line.block))


def is_edge(reading: Reading, mention: Mention, line: Line) -> bool:
    """Whether a date opens or closes a longer line of the cover that is no sentence."""
    text = reading.text_of(line.block).rstrip()
    if line.words > MAX_COVER_WORDS or text.endswith((".", ";", ":")):
        return False
    return mention.start == line.block.start or mention.end >= line.block.start + len(text)


def find_in_sentences(reading: Reading) -> Iterator[Dated]:
    """A sentence that dates the document: "These Guidelines were adopted by the Board on 3 May 2022."""
    for mention in reading.mentions.get("dates", []):
        block = reading.document.block_at(mention.start)
        if block is None or block.zone in OTHER_ZONES:
            continue
        cues = read_cues(reading, mention, block)
        if not cues.role or reject_reason(reading, mention, block, cues):
            continue
        if names_itself(reading, mention, block):
            score = cues.score - (0.03 if (block.page or 1) <= 3 else 0.06)
            yield Dated.of(reading, mention, f"date.{cues.role}_sentence", score, cues.dated_role)


def reject_earlier(sentences: Iterator[Dated], front: list[Dated]) -> Iterator[Dated]:
    """ "The paper was published on 3 May 2031" is said of an earlier text when the cover says July 2031."""
    printed = [dated.value for dated in front if dated.rule == "date.cover" and not dated.lost]
    for dated in sentences:
        earlier = any(dated.value[: len(value)] < value for value in printed)
        if earlier and dated.rule == "date.published_sentence":
            yield replace(dated, lost="earlier than the date of the cover")
        else:
            yield dated


def is_sentence(text: str) -> bool:
    """Whether a line is a sentence, not a label such as "Adopted on 3 May 2022"."""
    return text.rstrip().endswith(".") and len(text.split()) > MAX_LABEL_WORDS


def dates_itself(reading: Reading, mention: Mention, block: Block, cues: Cues) -> bool:
    """Whether the sentence names the document, or opens with the cue: "Adopted by the Board on …"."""
    start = sentence_at(reading, block, mention)[0]
    opening = mention.start - len(cues.before) <= start and len(cues.before.split()) <= MAX_LABEL_WORDS
    return names_itself(reading, mention, block) or (opening and begins_with_cue(reading, start))


def begins_with_cue(reading: Reading, start: int) -> bool:
    """Whether a sentence opens with a word of adoption or publication."""
    roles = ("adopted", "published", "revised", "updated")
    return any(phrase_pattern(reading, "dates", role).match(reading.text, start) for role in roles)


def names_itself(reading: Reading, mention: Mention, block: Block) -> bool:
    """Whether the clause before the date names the document: "These Guidelines were adopted on …"."""
    start = sentence_at(reading, block, mention)[0]
    if PRONOUN.match(reading.text, start):
        previous = reading.text[block.start : start]
        return find_self(reading, previous[-MAX_SENTENCE:]) is not None
    return find_self(reading, CLAUSE_END.split(reading.text[start : mention.start])[-1]) is not None


def sentence_at(reading: Reading, block: Block, mention: Mention) -> tuple[int, int]:
    """The sentence of a block that holds a mention."""
    for start, end in reading.sentences(block):
        if start <= mention.start < end:
            return start, end
    return block.start, block.end


def find_at_the_end(reading: Reading) -> Iterator[Dated]:
    """Place and date over the signature, or a short line of the last pages: "Published: 3 May 2022"."""
    front = {line.block.block_id for line in front_lines(reading)}
    for block in back_blocks(reading):
        if block.zone in OTHER_ZONES or block.zone == "annex" or block.block_id in front:
            continue
        for mention in reading.mentions_in("dates", block):
            cues = read_cues(reading, mention, block)
            if reject_reason(reading, mention, block, cues):
                continue
            if cues.role and not is_sentence(reading.text_of(block)):
                yield Dated.of(reading, mention, f"date.{cues.role}_at_the_end", 0.74, cues.dated_role)
            elif follows_place(reading, mention, block):
                yield Dated.of(reading, mention, "date.signature", 0.84, "adopted")
