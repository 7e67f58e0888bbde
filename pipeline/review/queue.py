"""Values in order of doubt, each with the reasons for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.calibration import BY_PEOPLE
from pipeline.records import METADATA_ZONE
from pipeline.tables import Row, Tables

# Tagged and single fields that a person confirms; sentences are read, not confirmed.
TAGS = ("project_area", "law_area", "addressees", "ai_systems", "fundamental_rights", "principles")
LISTS = ("enacting_body", "territorial_scope", *TAGS)
SINGLE = ("full_name", "body_nature", "document_type", "date", "date_role", "official_id", "legal_force")
# The one id that says that the text says nothing, so that no place can bear it out.
NOT_STATED = "not_stated"
# A document that lacks one of these is rare; more often the rule missed it.
EXPECTED = ("full_name", "enacting_body", "document_type", "date")
MISSING = 0.6
# What a page of the database leaves empty, its author left empty.
CURATED = "curated"
# What is left of the trust in a value for each reason to doubt it: order matters, not the size.
TRUST_LEFT = {
    "one place only": 0.85,
    "close candidate": 0.75,
    "read by OCR": 0.85,
    "not in the text": 0.8,
    "only in notes or contents": 0.7,
}
# Rejected candidates of this confidence proved right about once in seven: a close call.
CLOSE = 0.15
WEAK_ZONES = frozenset({"footnote", "references", "contents", "furniture"})


@dataclass(slots=True, frozen=True)
class Doubt:
    """A value of an entry, how likely it is wrong, and why it is doubted."""

    entry_id: str
    field: str
    value: str
    doubt: float
    reasons: tuple[str, ...]
    page: int | None
    quote: str | None


def list_doubts(run: Tables) -> list[Doubt]:
    """All values of the soft-law entries of a run, the most doubtful first."""
    doubts = [
        doubt for entry in run.entries.values() if entry["is_soft_law"] for doubt in doubt_entry(entry, run)
    ]
    return sorted(doubts, key=lambda item: (-item.doubt, item.entry_id, item.field, item.value))


def doubt_entry(entry: Row, run: Tables) -> Iterator[Doubt]:
    """The values of one entry; those that a person has written are beyond doubt."""
    evidence: dict[str, list[Row]] = {}
    for row in run.of_entry("evidence", entry["entry_id"]):
        evidence.setdefault(row["field"], []).append(row)
    pages = set(next(iter(run.of_entry("documents", entry["entry_id"])))["ocr_pages"])
    for name in (*SINGLE, *LISTS):
        value = entry[name]
        values = value if isinstance(value, list) else [value] if value is not None else []
        if not values and name in EXPECTED and entry["review_status"] != CURATED:
            yield Doubt(entry["entry_id"], name, "", MISSING, ("not found",), None, None)
        for item in values:
            rows = evidence.get(name, [])
            accepted = [row for row in rows if row["status"] == "accepted" and row["value"] == str(item)]
            if accepted and not any(row["rule"].startswith(BY_PEOPLE) for row in accepted):
                yield doubt_value(name, accepted, rows, pages)


def doubt_value(name: str, accepted: list[Row], rows: list[Row], ocr_pages: set[int]) -> Doubt:
    """How doubtful a value is: what confidence leaves open, and more for each reason."""
    best = max(accepted, key=lambda row: row["confidence"])
    reasons = tuple(find_reasons(name, accepted, rows, ocr_pages))
    trust = best["confidence"]
    for reason in reasons:
        trust *= TRUST_LEFT[reason]
    return Doubt(
        entry_id=best["entry_id"],
        field=name,
        value=best["value"],
        doubt=round(1 - trust, 3),
        reasons=reasons,
        page=best["page"],
        quote=best["quote"],
    )


def find_reasons(name: str, accepted: list[Row], rows: list[Row], ocr_pages: set[int]) -> Iterator[str]:
    """Why a value may be wrong."""
    placed = [row for row in accepted if row["zone"] != METADATA_ZONE]
    if not placed and accepted[0]["value"] != NOT_STATED:
        yield "not in the text"
    elif placed and all(row["zone"] in WEAK_ZONES for row in placed):
        yield "only in notes or contents"
    if name in TAGS and len(placed) == 1:
        yield "one place only"
    if name in SINGLE and any(is_close(row, accepted[0]["value"]) for row in rows):
        yield "close candidate"
    if placed and all(row["page"] in ocr_pages for row in placed):
        yield "read by OCR"


def is_close(row: Row, value: str) -> bool:
    """Whether a rejected candidate for another value may well be the right one."""
    lost = row["status"] == "rejected" and row["value"] != value
    return bool(lost and row["confidence"] >= CLOSE)
