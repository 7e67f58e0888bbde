"""Reads and writes correction files."""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from dataclasses import field as column
from datetime import date
from pathlib import Path
from typing import Any, get_type_hints

from pipeline.records import Entry

# Columns that a person does not correct: keys, counts, and what the run itself says.
FIXED = frozenset({"entry_id", "n_recommendations", "source_url", "review_status"})
# Never null by contract.
NEVER_NULL = frozenset({"legal_force", "is_soft_law"})
COLUMNS = {name: hint for name, hint in get_type_hints(Entry).items() if name not in FIXED}
REQUIRED = ("entry", "field", "reason", "reviewer", "date", "evidence")
HASH_LENGTH = 16

Value = str | bool


class CorrectionError(Exception):
    """A correction file is wrong; the message names the file, the correction and what was expected."""


@dataclass(slots=True, frozen=True)
class Correction:
    """One value corrected by a person.

    `before` is None where nothing was found and `after` is None where nothing should have been; in a
    list field both are single values. `before` equal to `after` confirms a value. `evidence` is the hash
    of the quotes that the value stood on; `quote` is where the person's value stands. `file` is the name
    of the file that holds it, and is not written in it.
    """

    entry: str
    field: str
    before: Value | None
    after: Value | None
    reason: str
    reviewer: str
    date: date
    evidence: str
    quote: str | None = None
    curated: bool = False
    file: str = column(default="", compare=False)

    def __str__(self) -> str:
        return f"{self.entry}: {self.field}: {self.before!r} -> {self.after!r}"


def read_corrections(folder: Path) -> list[Correction]:
    """The corrections of a file, or of all files of a folder in order of their names.

    Raises CorrectionError.
    """
    if not folder.exists():
        raise CorrectionError(f"no corrections at {folder}")
    paths = sorted(folder.glob("*.toml")) if folder.is_dir() else [folder]
    return [correction for path in paths for correction in read_file(path)]


def read_file(path: Path) -> list[Correction]:
    """The corrections of one file."""
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CorrectionError(f"{path}: {error}") from error
    if set(tables) - {"correction"}:
        raise CorrectionError(f"{path}: expected [[correction]] tables alone")
    return [
        replace(build_correction(f"{path}, correction {number}", table), file=path.name)
        for number, table in enumerate(tables.get("correction", []), start=1)
    ]


def build_correction(where: str, table: dict[str, Any]) -> Correction:
    """Check one table."""
    known = {item.name for item in fields(Correction)} - {"file"}
    unknown = sorted(set(table) - known)
    missing = [name for name in REQUIRED if name not in table]
    if unknown or missing:
        problem = f"{unknown[0]} is not known" if unknown else f"{missing[0]} is missing"
        raise CorrectionError(f"{where}: {problem}")
    correction = Correction(**{"before": None, "after": None, **table})
    if correction.field not in COLUMNS:
        raise CorrectionError(f"{where}: {correction.field} is no column that can be corrected")
    expected = bool if COLUMNS[correction.field] is bool else str
    values = [value for value in (correction.before, correction.after) if value is not None]
    if not values or not all(isinstance(value, expected) for value in values):
        raise CorrectionError(f"{where}: before and after: expected one or both as {expected.__name__}")
    if correction.after is None and correction.field in NEVER_NULL:
        raise CorrectionError(f"{where}: {correction.field} always has a value: after is missing")
    if not isinstance(correction.date, date):
        raise CorrectionError(f"{where}: date: expected a day such as 2024-06-13, without quotation marks")
    return correction


def hash_evidence(quotes: Iterable[str | None]) -> str:
    """The hash of the quotes of a value; where they stand does not count, what they say does."""
    digest = hashlib.sha256()
    for quote in sorted({quote or "" for quote in quotes}):
        data = quote.encode("utf-8")
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()[:HASH_LENGTH]


def format_correction(correction: Correction) -> str:
    """A correction as a `[[correction]]` table."""
    lines = ["[[correction]]"]
    for item in fields(Correction):
        value = getattr(correction, item.name)
        if value is None or item.name == "file" or (item.name == "curated" and not value):
            continue
        # JSON strings are TOML strings, but for the one control character that JSON lets through.
        written = value.isoformat() if isinstance(value, date) else json.dumps(value, ensure_ascii=False)
        lines.append(f"{item.name} = {written}".replace("\x7f", "\\u007F"))
    return "\n".join(lines) + "\n"
