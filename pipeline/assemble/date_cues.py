"""The words around a printed date: what makes it the document's own, and what makes it another's."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.assemble.phrases import listed, phrase_pattern, whole_words
from pipeline.assemble.reading import Reading
from pipeline.records import Block, Mention

# How far before a date its cue may stand, in characters of the same block.
BEFORE = 70
# How far, where the block opens with it: "Adopted by the Council of … at its seventh session, Geneva, …".
OPENING = 220
# Roles by their cue: how sure, and what `date_role` says.
SCORES = {"adopted": 0.95, "published": 0.93, "revised": 0.955, "updated": 0.77}
ROLES = {"adopted": "adopted", "published": "published", "revised": "revised", "updated": "revised"}
# Words that make a date another's, and why.
REASONS = (
    ("correction", "a correction"),
    ("deadline", "a deadline"),
    ("retrieved", "a download"),
    ("earlier", "an earlier version"),
)
# "First edition 2031-12" alone on the cover dates this text; elsewhere it is an earlier one.
FIRST_EDITION = re.compile(r"\s*(?:First|1st) edition[\s,:(–-]*", re.IGNORECASE)
# "Brussels, 19.2.2020", "Bogotá, D.C., 8 de noviembre", "Warszawa, dnia 12 stycznia".
PLACE = re.compile(
    r"(?:^|\n|[.;:)]\s|Done (?:at|in) |Fait à |Geschehen zu |Hecho en |Gedaan te |Fatto a |Feito em )\s*"
    r"(?:[A-ZÀ-Ž][\w'’.-]+,?\s+(?:(?:de|la|of|upon|am|an der)\s+)?){0,3}[A-ZÀ-Ž][\w'’.-]+,\s*"
    r"(?:(?:le|den|dnia|on|em|op|il|a|this)\s+)?$"
)
# "Regulation 2016/679 of 27 April 2016": the date of an act hangs on a preposition.
HANGING = re.compile(r"\b(?:of|du|de|del|vom|van|di|do|z dnia|dated|delle)\s+$", re.IGNORECASE)
# An hour beside a date is that of a print or a change of the file.
HOUR = re.compile(r"\s*,?\s*\d{1,2}[:h.)]\d\d(?:\s*[AP]M)?", re.IGNORECASE)
MONTH_FIRST_HOST = re.compile(r"\.(?:gov|mil|us)(?:/|$)")


@dataclass(slots=True, frozen=True)
class Dated:
    """A date, its place, what it says of the document, and why it is not the document's if it is not."""

    value: str
    span: tuple[int, int] | None
    rule: str
    score: float
    role: str
    lost: str | None = None

    @classmethod
    def of(
        cls, reading: Reading, mention: Mention, rule: str, score: float, role: str, lost: str | None = None
    ) -> Dated:
        """A date of the text; "03/04/2020" is read by the custom of the issuer's country."""
        value = decide(reading, mention)
        return cls(value, (mention.start, mention.end), rule, round(score, 4), role, lost)


@dataclass(slots=True, frozen=True)
class Cues:
    """The nearest word before a date that tells its role, and all text of the block before it."""

    role: str | None
    before: str

    @property
    def score(self) -> float:
        """How sure the role is."""
        return SCORES[self.role] if self.role else 0.0

    @property
    def dated_role(self) -> str:
        """The value of `date_role`."""
        return ROLES[self.role] if self.role else "published"


def decide(reading: Reading, mention: Mention) -> str:
    """The value of a date; where day and month cannot be told apart and no custom helps, the year."""
    other = dict(mention.data).get("month_first")
    if other is None:
        return mention.value
    if reading.language != "en":
        return mention.value
    rules = {found.rule for found in reading.mentions.get("dates", [])}
    if "dates.month_first" in rules or MONTH_FIRST_HOST.search(host(reading)):
        return other
    return mention.value if "dates.day_first" in rules else mention.value[:4]


def host(reading: Reading) -> str:
    """The host of the document's address."""
    address = reading.document.source.url or reading.document.metadata.get("url", "")
    return re.sub(r"^\w+://([^/]+).*", r"\1", address)


def read_cues(reading: Reading, mention: Mention, block: Block) -> Cues:
    """The cue before a date, back to the date before it: "Adopted on", "As last revised and adopted on"."""
    start = max(block.start, mention.start - BEFORE)
    for other in reading.mentions_in("dates", block):
        if start < other.end <= mention.start:
            start = other.end
    before = reading.text[start : mention.start]
    ends = {
        role: match.end()
        for role in SCORES
        for match in phrase_pattern(reading, "dates", role).finditer(before)
    }
    if not ends and start == mention.start - BEFORE and mention.start - block.start <= OPENING:
        ends = {
            role: 0
            for role in SCORES
            if phrase_pattern(reading, "dates", role).match(reading.text, block.start, mention.start)
        }
    if "revised" in ends and ends.get("adopted", -1) > ends["revised"]:
        return Cues("revised", before)
    return Cues(max(ends, key=lambda role: ends[role], default=None), before)


def reject_reason(reading: Reading, mention: Mention, block: Block, cues: Cues) -> str | None:
    """Why a date is not the document's own, from the words before it, or None."""
    before = cues.before
    limits = whole_words(listed(reading, "dates", "until"))
    if re.search(rf"(?:{limits.pattern})\s*$", before, re.IGNORECASE):
        return "a limit of time"
    if HOUR.match(reading.text, mention.end, block.end) and not cues.role:
        return "time of a print"
    for group, reason in REASONS:
        if phrase_pattern(reading, "dates", group).search(before) and not is_first_edition(
            mention, block, before
        ):
            return reason
    if HANGING.search(before) and phrase_pattern(reading, "dates", "cited").search(before):
        return "an act that is cited"
    if not cues.role and phrase_pattern(reading, "dates", "event").search(before):
        return "an event"
    return None


def is_first_edition(mention: Mention, block: Block, before: str) -> bool:
    """Whether a line of the first page says nothing but that this is the first edition and its date."""
    return bool(FIRST_EDITION.fullmatch(before)) and mention.end == block.end and block.page in (None, 1)


def below_event(reading: Reading, previous: str, cues: Cues) -> str | None:
    """Whether the line above announces a meeting: "National Workshop" over "3 December 2018"."""
    short = len(previous.split()) <= 10
    event = short and not cues.role and phrase_pattern(reading, "dates", "event").search(previous)
    return "an event" if event else None


def follows_place(reading: Reading, mention: Mention, block: Block) -> bool:
    """Whether a place stands before the date: "Brussels, 19.2.2020"."""
    return bool(PLACE.search(reading.text[max(block.start, mention.start - BEFORE) : mention.start]))


def says_adopted(reading: Reading, block: Block, previous: str) -> bool:
    """Whether a bare date stands beside "Council Decision" or below "Versión aprobada"."""
    adopted = phrase_pattern(reading, "dates", "adopted")
    return bool(
        adopted.search(reading.text_of(block)) or (len(previous.split()) <= 4 and adopted.search(previous))
    )
