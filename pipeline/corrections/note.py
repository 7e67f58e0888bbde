"""Makes a correction from what a person saw in the tables of a run."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from pipeline.corrections.files import (
    COLUMNS,
    Correction,
    CorrectionError,
    Value,
    format_correction,
    hash_evidence,
)
from pipeline.tables import Row, Tables


def note_correction(
    run: Tables,
    *,
    entry: str,
    field: str,
    before: str | None,
    after: str | None,
    reason: str,
    reviewer: str,
    day: date,
    quote: str | None = None,
    curated: bool = False,
) -> Correction:
    """A correction bound to the evidence of a run. Raises CorrectionError where it does not fit the run."""
    row = run.entries.get(entry)
    if row is None:
        raise CorrectionError(f"no entry {entry!r} in {run.folder}")
    if field not in COLUMNS:
        raise CorrectionError(f"{field} is no column that can be corrected")
    old, new = (as_value(field, value) for value in (before, after))
    check_before(row, field, old, new)
    text = run.text(entry)["text"]
    if quote is not None and quote not in text:
        raise CorrectionError(f"{entry}: the quote does not stand in the text: {quote!r}")
    quotes = find_quotes(run, row, field, old) if old is not None else [quote or text]
    return Correction(
        entry=entry,
        field=field,
        before=old,
        after=new,
        reason=reason,
        reviewer=reviewer,
        date=day,
        evidence=hash_evidence(quotes),
        quote=quote,
        curated=curated,
    )


def append_correction(correction: Correction, folder: Path) -> Path:
    """Write a correction behind those of its entry; gives the file."""
    path = folder / f"{correction.entry}.toml"
    folder.mkdir(parents=True, exist_ok=True)
    text = format_correction(correction)
    with path.open("a", encoding="utf-8") as lines:
        lines.write(f"\n{text}" if path.stat().st_size else text)
    return path


def check_before(row: Row, field: str, old: Value | None, new: Value | None) -> None:
    """Refuse a value before that the entry does not have, and none where it has one."""
    is_list = isinstance(row[field], list)
    if old is not None and old not in (row[field] if is_list else [row[field]]):
        raise CorrectionError(f"{row['entry_id']}: {field} is {row[field]!r} and not {old!r}")
    if old is None and new is None:
        raise CorrectionError("expected a value before, a value after, or both")
    if old is None and not is_list and row[field] is not None:
        raise CorrectionError(
            f"{row['entry_id']}: {field} is {row[field]!r}: expected it as the value before"
        )


def as_value(field: str, value: str | None) -> Value | None:
    """A value from the command line in the type of its column."""
    if value is None or COLUMNS[field] is not bool:
        return value
    if value.casefold() not in ("true", "false"):
        raise CorrectionError(f"{field}: expected true or false, not {value!r}")
    return value.casefold() == "true"


def find_quotes(run: Tables, entry: Row, field: str, before: Any) -> list[str | None]:
    """The quotes of the accepted rows of a value; of a single value those of its sentences too."""
    return [
        row["quote"]
        for row in run.of_entry("evidence", entry["entry_id"])
        if row["field"] == field
        and row["status"] == "accepted"
        and (not isinstance(entry[field], list) or row["value"] == before)
    ]
