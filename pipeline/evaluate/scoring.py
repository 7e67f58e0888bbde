"""Judges one document after the other: counts for each field, and every miss."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from pipeline.evaluate.gold import TAGS, Gold
from pipeline.evaluate.matching import (
    SAME_BODY,
    count_pairs,
    fold,
    instrument_key,
    match_recommendations,
    same_instrument,
    same_name,
)
from pipeline.tables import Row, Tables

EXACT = (
    "body_nature",
    "document_type",
    "date",
    "date_role",
    "official_id",
    "language",
    "legal_force",
)
# Of a document that is no soft law only these are scored.
SCORED_ALWAYS = frozenset({"is_soft_law", "full_name", "enacting_body", "language", "date"})
ACCURACY = ("is_soft_law", "full_name", "enacting_body", *EXACT, "territorial_scope")
SETS = (*TAGS, "hard_law", "recommendations")
ATTRIBUTES = ("addressee", "modality", "page")
# The date in front of a note: "2019-04 (date of the print)".
DATE = re.compile(r"\d{4}(-\d\d){0,2}")
# Endings of media types as people call the formats.
FORMATS = {
    "application/pdf": "pdf",
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "text",
}


@dataclass(slots=True)
class Counts:
    """Counts of one field: right of those predicted, found of those wanted."""

    right: int = 0
    predicted: int = 0
    found: int = 0
    wanted: int = 0


@dataclass(slots=True, frozen=True)
class Miss:
    """A wrong value: what the run has and what gold has."""

    slug: str
    field: str
    got: str
    wanted: str


@dataclass(slots=True)
class DocumentScore:
    """The counts of one document, and what it is for slices."""

    slug: str
    lost: bool
    slices: dict[str, str]
    counts: dict[str, Counts] = field(default_factory=dict)
    misses: list[Miss] = field(default_factory=list)
    dates: dict[str, int] = field(default_factory=dict)

    def judge(self, name: str, right: bool, got: Any, wanted: Any) -> None:
        """Count a field that is right or wrong as a whole."""
        right = right and not self.lost
        self.counts[name] = Counts(int(right), 1, int(right), 1)
        if not right:
            self.miss(name, got, wanted)

    def miss(self, name: str, got: Any, wanted: Any) -> None:
        """Note a wrong value."""
        self.misses.append(Miss(self.slug, name, str(got), str(wanted)))


def score_documents(golds: Iterable[Gold], run: Tables) -> list[DocumentScore]:
    """The scores of all gold documents, in their order."""
    entries = run.entries
    return [score_document(gold, entries.get(gold["slug"], {}), run) for gold in golds]


def score_document(gold: Gold, entry: Row, run: Tables) -> DocumentScore:
    """The scores of one document; a document without an entry is wrong in every field."""
    score = DocumentScore(gold["slug"], not entry, describe_slices(gold, run))
    for name in ACCURACY:
        if gold["is_soft_law"] or name in SCORED_ALWAYS:
            score_whole(score, gold, name, entry.get(name))
    if gold["is_soft_law"]:
        for name in TAGS:
            score_tags(score, name, gold[name], set(entry.get(name) or []))
        score_hard_law(score, gold, run)
        score_recommendations(score, gold, run)
    return score


def describe_slices(gold: Gold, run: Tables) -> dict[str, str]:
    """The groups that a document belongs to."""
    record = next(iter(run.of_entry("documents", gold["slug"])), {})
    return {
        "issuer": next(iter(gold["enacting_body"]), "none"),
        "body_nature": gold.get("body_nature") or "none",
        "language": gold.get("language") or "none",
        "format": FORMATS.get(record.get("media_type", ""), "other"),
    }


def score_whole(score: DocumentScore, gold: Gold, name: str, got: Any) -> None:
    """A field that is right or wrong as a whole."""
    if name == "full_name":
        score_name(score, gold, got)
    elif name == "enacting_body":
        score_body(score, gold, list(got or []))
    elif name == "territorial_scope":
        score_scope(score, gold, got or [])
    elif name == "is_soft_law":
        score.judge(name, str(got) == str(gold[name]), got, gold[name])
    else:
        score_exact(score, gold, name, got)


def score_name(score: DocumentScore, gold: Gold, got: str | None) -> None:
    """The title has to be gold's, or an accepted form of it."""
    names = [gold["full_name"], *gold.get("full_name_variants", [])]
    right = any(got and same_name(got, name) for name in names if name)
    score.judge("full_name", right, got, names[0])


def score_body(score: DocumentScore, gold: Gold, bodies: list[str]) -> None:
    """The first body has to be one of gold's, or an accepted form of it."""
    accepted = [*gold["enacting_body"], *gold.get("enacting_body_variants", [])]
    right = (
        any(same_name(bodies[0], name, SAME_BODY) for name in accepted)
        if bodies
        else not gold["enacting_body"]
    )
    score.judge("enacting_body", right, bodies, gold["enacting_body"])


def score_exact(score: DocumentScore, gold: Gold, name: str, got: Any) -> None:
    """A value that has to be gold's, or another one that gold accepts; null where gold has none."""
    want, also = gold.get(name), gold.get(f"{name}_also_ok") or []
    if name == "legal_force":
        want = (want or {}).get("value")
    also = [also] if isinstance(also, str) else also
    if want in (None, ""):
        right = got in (None, "", *also)
    else:
        right = bool(got) and fold(got) in [fold(item) for item in (want, *also)]
    score.judge(name, right, got, want)
    if name == "date" and not right:
        score.dates[name_date_fault(gold, got, want)] = 1


def name_date_fault(gold: Gold, got: Any, want: Any) -> str:
    """What is wrong with a date: missing, trapped (a date that gold warns of), invented or wrong."""
    traps = {match.group() for trap in gold.get("date_traps", []) if (match := DATE.match(str(trap)))}
    if not got:
        return "missing"
    if got in traps:
        return "trapped"
    return "wrong" if want else "invented"


def score_scope(score: DocumentScore, gold: Gold, got: list[str]) -> None:
    """All of gold's scopes or one that gold accepts too, and none besides."""
    scopes = {item.casefold() for item in got}
    want = {item.casefold() for item in gold.get("territorial_scope", [])}
    also = {item.casefold() for item in gold.get("territorial_scope_also_ok", [])}
    enough = want <= scopes or bool(scopes & also)
    right = enough and scopes <= want | also and bool(scopes) == bool(want or scopes & also)
    score.judge("territorial_scope", right, sorted(scopes), sorted(want))


def score_tags(score: DocumentScore, name: str, gold: dict[str, list[str]], got: set[str]) -> None:
    """A tag is right when gold has it under must or may; the musts are wanted."""
    must, may = set(gold["must"]), set(gold["may"])
    score.counts[name] = Counts(len(got & (must | may)), len(got), len(got & must), len(must))
    note_set(score, name, got - must - may, must - got)


def score_hard_law(score: DocumentScore, gold: Gold, run: Tables) -> None:
    """The binding instruments, one to one; instruments that gold calls neutral count for nothing."""
    if not gold.get("hard_law_complete"):
        return
    rows = run.of_entry("hard_law", score.slug)
    neutral = {instrument_key(value) for value in gold.get("hard_law_neutral", [])}
    want = {instrument_key(item["id"]) for item in gold["hard_law"]} - neutral
    found = {instrument_key(row["instrument_id"]) for row in rows if row["kind"] == "binding"}
    got = {key for key in found if is_among(key, want) or not is_among(key, neutral)}
    pairs = count_pairs(got, want, same_instrument)
    score.counts["hard_law"] = Counts(pairs, len(got), pairs, len(want))
    extra = (key for key in got if not is_among(key, want))
    note_set(score, "hard_law", extra, (key for key in want if not is_among(key, got)))


def is_among(key: str, others: Iterable[str]) -> bool:
    """Whether one of the others is the same instrument."""
    return any(same_instrument(key, other) for other in others)


def score_recommendations(score: DocumentScore, gold: Gold, run: Tables) -> None:
    """The recommendations by their text, and the attributes of those that match."""
    if not gold.get("recommendations_complete"):
        return
    got, want = run.of_entry("recommendations", score.slug), gold["recommendations"]
    pairs = match_recommendations(got, want)
    score.counts["recommendations"] = Counts(len(pairs), len(got), len(pairs), len(want))
    for name in ATTRIBUTES:
        judged = [(got[i].get(name), want[j][name]) for i, j in pairs if want[j].get(name) is not None]
        right = sum(str(mine) == str(theirs) for mine, theirs in judged)
        score.counts[f"recommendations.{name}"] = Counts(right, len(judged), right, len(judged))
    left, lost = set(range(len(got))) - {i for i, _ in pairs}, set(range(len(want))) - {j for _, j in pairs}
    note_set(score, "recommendations", texts_of(got, left), texts_of(want, lost))


def texts_of(rows: list[Row], indexes: set[int]) -> Iterator[str]:
    """The beginnings of the texts of some rows."""
    return (str(rows[index]["text"])[:120] for index in sorted(indexes))


def note_set(score: DocumentScore, name: str, extra: Iterable[str], lacking: Iterable[str]) -> None:
    """Note what a set has too much and too little."""
    for item in sorted(extra):
        score.miss(name, f"+{item}", "")
    for item in sorted(lacking):
        score.miss(name, "", f"-{item}")
