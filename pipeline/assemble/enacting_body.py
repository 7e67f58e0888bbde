"""enacting_body: who issues the document; not the addressee, drafter, sponsor, or a cited body.

Clues are added up for each body: rules that agree make a body surer, many places of one rule do
not. Below the threshold nothing is said: an empty field is better than a wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from pipeline.assemble.body_clues import Clue, find_minister_clues, find_place_clues
from pipeline.assemble.body_last_resort import find_only_named, find_signatories
from pipeline.assemble.body_names import Named
from pipeline.assemble.body_phrases import read_phrases
from pipeline.assemble.body_search import MINISTRY, Search, start_search
from pipeline.assemble.body_traces import (
    find_address_clues,
    find_definite_clues,
    find_frequency_clues,
    find_furniture_clues,
    find_link_clues,
    find_metadata_clues,
    find_number_clues,
    find_site_clues,
)
from pipeline.assemble.candidates import Candidate
from pipeline.assemble.reading import Reading
from pipeline.records import Entry
from pipeline.vocabulary import Body

THRESHOLD = 0.4
# "Government of Ys"; in "Government Digital Service" it is an adjective.
GOVERNMENT = re.compile(
    r"\b(?:Government(?! [A-Z])|Gouvernement|Gobierno|Governo|Regierung|Bundesregierung|Rijksoverheid)\b"
    r"|^(?:State|Province|Commonwealth) of\b"
)
# A part of a ministry; an agency or authority stands for itself.
OFFICE = re.compile(
    r"\b(?:Office|Directorate|Division|Unit|Bureau|Secretariat|Inspectorate|Direction|Abteilung|Referat|Directie|"
    r"Dirección General|Direzione|Direção-Geral)\b"
)
# "Agency for Digital Government" is no government.
NOT_GOVERNMENT = re.compile(r"\b(?:for|of|Digital|Local|Agency|Office|Department|Ministry)\b.*Government$")
# One word with at least three capitals: "L-ISAC".
SHORT_FORM = re.compile(r"(?=(?:.*[A-Z]){3})[\w&.-]+")
COMMITTEE = re.compile(
    r"(?:\w+ )?(?:Committee|Working Group|Working Party|Task Force|Comité|Ausschuss)\b"
    r"|(?:\w+ ){1,5}(?:Committee|Working Group|Working Party|Task Force)\Z"
)
# "ABC Standards Association" and "ABC Robot Society" are parts of one organisation.
ACRONYM = re.compile(r"[A-Z]{3,} ")
# A second issuer needs a sure clue of its own.
JOINT = 0.6
# The organisation of a group need only be named with some weight.
FOUNDER = 0.25
# Covers list their issuers in neighbouring lines.
NEAR = 250
STRONG = frozenset(
    f"enacting_body.{rule}"
    for rule in ("formula", "title_of", "issued_by", "minister", "cover", "number", "copyright")
)
LISTED = frozenset(
    f"enacting_body.{rule}" for rule in ("formula", "title_of", "title_start", "issued_by", "copyright")
)
# Most clues kept as evidence for one body; a name may stand on a hundred pages.
MOST_CLUES = 6


@dataclass(slots=True)
class Suspect:
    """A body with all its clues."""

    value: str
    body: Body | None
    clues: list[Clue] = field(default_factory=list)

    @property
    def total(self) -> float:
        """How sure the rules are together: each rule counts once, with its best clue."""
        doubt = 1.0
        for score in self.best().values():
            doubt *= 1.0 - score
        return round(1.0 - doubt, 4)

    @property
    def printed(self) -> float:
        """How sure the rules are by what the text prints, without the container."""
        return Suspect(self.value, self.body, [clue for clue in self.clues if not clue.metadata]).total

    def best(self) -> dict[str, float]:
        """The best score of each rule."""
        scores: dict[str, float] = {}
        for clue in self.clues:
            if not clue.lost:
                scores[clue.rule] = max(scores.get(clue.rule, 0.0), clue.score)
        return scores

    @property
    def is_group(self) -> bool:
        """Whether the body is a committee known by the form of its name only: part of its neighbour."""
        return self.body is None and bool(COMMITTEE.match(self.value))

    @property
    def strong(self) -> bool:
        """Whether a rule by itself says that the body issues the document."""
        return any(rule in STRONG for rule in self.best())

    @property
    def first(self) -> int:
        """Where the body is first named in a clue that counts; metadata comes last."""
        places = [clue.named.start for clue in self.clues if not clue.metadata and not clue.lost]
        return min(places, default=1 << 60)


def find_enacting_body(reading: Reading, entry: Entry) -> Iterator[Candidate]:
    """The issuing bodies in printed order, an expert group before the body that set it up."""
    search = start_search(reading, entry.full_name)
    signatories = find_signatories(search)
    clues = [clue for clue in find_clues(search) if not stands_among(clue, signatories)]
    suspects = gather(clues, reading.text)
    chosen = choose(search, suspects)
    for suspect in chosen:
        yield from as_candidates(suspect, None)
    if not chosen:
        yield from find_last_resort(search, signatories)
    for suspect in suspects:
        if not any(suspect is other for other in chosen):
            reason = "surer issuer found" if chosen else "not sure enough"
            yield from as_candidates(suspect, reason)


def stands_among(clue: Clue, signatories: list[Named]) -> bool:
    """Whether a name is a line in the list of signatories."""
    return any(named.start <= clue.named.start < named.end for named in signatories)


def find_last_resort(search: Search, signatories: list[Named]) -> Iterator[Candidate]:
    """The states listed as signatories, else the one organisation that a text in the first person names."""
    for named in signatories:
        yield Candidate(named.value, (named.start, named.end), "enacting_body.signatory", 0.7)
    only = None if signatories else find_only_named(search)
    if only:
        yield Candidate(only.value, (only.start, only.end), "enacting_body.only_named", 0.45)


def find_clues(search: Search) -> list[Clue]:
    """The clues of all rules."""
    clues = [
        *find_place_clues(search),
        *find_minister_clues(search),
        *find_number_clues(search),
        *find_furniture_clues(search),
        *find_link_clues(search),
        *find_address_clues(search),
        *find_metadata_clues(search),
        *find_site_clues(search),
    ]
    clues = refuse_address_lists(clues)
    return [*clues, *find_frequency_clues(search, clues), *find_definite_clues(search, clues)]


def refuse_address_lists(clues: list[Clue]) -> list[Clue]:
    """Addresses of several bodies are a list of contacts, not an imprint."""
    owners = {clue.named.value for clue in clues if clue.rule == "enacting_body.imprint"}
    if len(owners) < 2:
        return clues
    return [
        replace(clue, lost="one of several addresses") if clue.rule == "enacting_body.imprint" else clue
        for clue in clues
    ]


def gather(clues: list[Clue], text: str) -> list[Suspect]:
    """Clues by body, the surest body first."""
    suspects: dict[str, Suspect] = {}
    for clue in join_acronyms(clues, text):
        key = clue.named.body.id if clue.named.body else clue.named.value.casefold()
        suspects.setdefault(key, Suspect(clue.named.value, clue.named.body)).clues.append(clue)
    return sorted(suspects.values(), key=lambda suspect: (-round(suspect.total, 2), suspect.first))


def join_acronyms(clues: list[Clue], text: str) -> list[Clue]:
    """Clues to a short form as clues to the name that explains it: "Lamp Analysis Center (L-ISAC)"."""
    grown = {clue.named.value: clue.named for clue in clues if clue.named.body is None}
    long: dict[str, Named] = {}
    for short in (value for value in grown if SHORT_FORM.fullmatch(value)):
        explained = (
            named for value, named in grown.items() if value != short and f"{value} ({short})" in text
        )
        if (named := next(explained, None)) is not None:
            long[short] = named
    return [
        replace(clue, named=replace(clue.named, value=long[clue.named.value].value))
        if clue.named.body is None and clue.named.value in long
        else clue
        for clue in clues
    ]


def choose(search: Search, suspects: list[Suspect]) -> list[Suspect]:
    """The issuers: the surest body, those listed with it, and the body behind a group."""
    if not suspects or suspects[0].total < THRESHOLD:
        return []
    winner = prefer_part(suspects[0], suspects)
    joint = [other for other in suspects if other is winner or is_joint(winner, other)]
    chosen = sorted(joint, key=lambda suspect: suspect.first)
    return [*chosen, *find_founder(search, winner, suspects)]


def prefer_part(winner: Suspect, suspects: list[Suspect]) -> Suspect:
    """The part of an organisation that signs, where both are named: an office before its ministry."""
    for other in suspects:
        if other is not winner and is_part(winner, other) and other.strong and other.total >= JOINT:
            return other
    return winner


def is_part(whole: Suspect, other: Suspect) -> bool:
    """Whether another body belongs to this one, or is a department of this government."""
    if whole.body is not None and other.body is not None and other.body.parent == whole.body.id:
        return True
    if is_office_of(whole, other):
        return True
    if not is_government(whole) or is_government(other) or other.is_group:
        return False
    if other.body is None:
        return True
    country = whole.body.country if whole.body else None
    return other.body.nature == "public_authority" and country in (None, other.body.country)


def is_government(suspect: Suspect) -> bool:
    """Whether a body is a government: "Government of Ys", not "Agency for Digital Government"."""
    return bool(GOVERNMENT.search(suspect.value)) and not NOT_GOVERNMENT.search(suspect.value)


def is_office_of(whole: Suspect, other: Suspect) -> bool:
    """Whether an office known by its form alone stands beside a ministry on the cover."""
    office = other.body is None and OFFICE.search(other.value) and not MINISTRY.search(other.value)
    return bool(office and MINISTRY.search(whole.value)) and stand_together(whole, other)


def is_joint(winner: Suspect, other: Suspect) -> bool:
    """Whether another body issues the document together with the surest one."""
    if other.is_group or is_part(other, winner) or other.total < JOINT:
        return False
    return stand_together(winner, other) and not related(winner, other)


def stand_together(winner: Suspect, other: Suspect) -> bool:
    """Whether two bodies stand in one list of issuers or in neighbouring lines of the cover."""
    for clue in winner.clues:
        for peer in other.clues:
            if clue.lost or peer.lost or clue.rule != peer.rule:
                continue
            if clue.rule in LISTED and clue.lead == peer.lead:
                return True
            if clue.rule == "enacting_body.cover" and abs(clue.named.start - peer.named.start) <= NEAR:
                return True
    return False


def related(winner: Suspect, other: Suspect) -> bool:
    """Whether one body is part of the other."""
    if winner.body is None or other.body is None:
        acronym = ACRONYM.match(winner.value)
        return (
            winner.value.casefold() in other.value.casefold()
            or other.value.casefold() in winner.value.casefold()
            or (acronym is not None and other.value.startswith(acronym.group()))
        )
    return winner.body.parent == other.body.id or other.body.parent == winner.body.id


def find_founder(search: Search, winner: Suspect, suspects: list[Suspect]) -> list[Suspect]:
    """The body that set a group up, when the document names it: HLEG, then the Commission."""
    if not read_phrases(search.reading.vocabulary).group.search(winner.value):
        return []
    for other in suspects:
        if other is winner:
            continue
        founded = any(clue.rule == "enacting_body.set_up_by" for clue in other.clues)
        parent = winner.body is not None and other.body is not None and winner.body.parent == other.body.id
        # "OWASP … Team" names its organisation; an organ ("Committee … of the Council") is no group of it.
        named_inside = winner.value.startswith(other.value)
        if founded or (parent and other.printed >= (FOUNDER if named_inside else THRESHOLD)):
            return [other]
    return []


def as_candidates(suspect: Suspect, reason: str | None) -> Iterator[Candidate]:
    """The clues of a body as candidates, best first."""
    ranked = sorted(suspect.clues, key=lambda clue: (bool(clue.lost), -clue.score, clue.named.start))
    for clue in ranked[:MOST_CLUES]:
        span = None if clue.metadata else (clue.named.start, clue.named.end)
        yield Candidate(suspect.value, span, clue.rule, round(clue.score, 2), clue.lost or reason)
