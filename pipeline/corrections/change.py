"""A person's value in the place of another: in the entry and in its evidence."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.corrections.files import Value
from pipeline.records import METADATA_ZONE, Assertion, Entry, Outcome


@dataclass(slots=True, frozen=True)
class Change:
    """One value of a field that a person puts in the place of another: `rule` is written beside the
    person's value and `mark` behind the rule of the one that had to go."""

    field: str
    before: Value | None
    after: Value | None
    rule: str
    mark: str
    quote: str | None = None


def make_change(outcome: Outcome, change: Change) -> None:
    """Put a person's value into the entry and the evidence; the value before stays as a rejected row."""
    assert outcome.entry is not None
    set_value(outcome.entry, change)
    outcome.evidence = [demote(row, change) for row in outcome.evidence]
    if change.after is not None:
        outcome.evidence.append(make_row(outcome, change))


def current_values(entry: Entry, name: str) -> list[Value]:
    """The values of a field as a list."""
    value = getattr(entry, name)
    return list(value) if isinstance(value, list) else [] if value is None else [value]


def text_of(outcome: Outcome) -> str:
    """The canonical text."""
    return str((outcome.text or {}).get("text", ""))


def set_value(entry: Entry, change: Change) -> None:
    """Put the person's value into the entry; lists of ids stay sorted, bodies keep their order."""
    name, before, after = change.field, change.before, change.after
    value = getattr(entry, name)
    if not isinstance(value, list):
        setattr(entry, name, after)
        return
    items = [after if item == before else item for item in value] if before is not None else [*value, after]
    kept = list(dict.fromkeys(item for item in items if item is not None))
    setattr(entry, name, kept if name == "enacting_body" else sorted(kept))


def demote(row: Assertion, change: Change) -> Assertion:
    """An accepted row of the value before becomes a rejected one that says who changed it."""
    is_list = isinstance(getattr(Entry(entry_id=""), change.field), list)
    of_value = row.value == change.before if is_list else change.before is not None
    kept = row.value == str(change.after)
    if row.field == change.field and row.status == "accepted" and of_value and not kept:
        row.status = "rejected"
        row.rule = f"{row.rule}: {change.mark}"
    return row


def make_row(outcome: Outcome, change: Change) -> Assertion:
    """The evidence row of the person's value, at its quote where there is one."""
    row = Assertion(
        entry_id=outcome.source.entry_id,
        field=change.field,
        value=str(change.after),
        quote=None,
        page=None,
        block_id=None,
        zone=METADATA_ZONE,
        start=None,
        end=None,
        rule=change.rule,
        confidence=1.0,
        status="accepted",
    )
    if change.quote is not None:
        row.quote, row.start = change.quote, text_of(outcome).index(change.quote)
        row.end = row.start + len(change.quote)
        for block in (outcome.text or {}).get("blocks", []):
            if block["start"] <= row.start < block["end"]:
                row.page, row.block_id, row.zone = block["page"], block["block_id"], block["zone"]
    return row
