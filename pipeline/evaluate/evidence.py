"""Whether the values of entries stand on evidence, and whether the quotes are those of the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.evaluate.gold import TAGS
from pipeline.tables import Row, Tables

SINGLE = ("full_name", "document_type", "date", "official_id", "legal_force", "body_nature")
LISTS = (*TAGS, "enacting_body", "territorial_scope")


def count_evidence(slugs: Iterable[str], run: Tables) -> dict[str, int]:
    """Values and those with an accepted row; quotes and those that are text[start:end]."""
    counts = {"values": 0, "covered": 0, "quotes": 0, "exact": 0}
    entries = run.entries
    for slug in slugs:
        if slug not in entries:
            continue
        accepted = [row for row in run.of_entry("evidence", slug) if row["status"] == "accepted"]
        keys = {(row["field"], row["value"]) for row in accepted}
        values = list(list_values(entries[slug]))
        counts["values"] += len(values)
        counts["covered"] += sum(value in keys for value in values)
        quoted = [row for row in accepted if row["quote"]]
        text = run.text(slug)["text"] if quoted else ""
        counts["quotes"] += len(quoted)
        counts["exact"] += sum(text[row["start"] : row["end"]] == row["quote"] for row in quoted)
    return counts


def list_values(entry: Row) -> Iterator[tuple[str, str]]:
    """The values that have to stand on evidence; `not_stated` says that there is none."""
    for name in SINGLE:
        if entry[name] and entry[name] != "not_stated":
            yield name, str(entry[name])
    for name in LISTS:
        yield from ((name, str(value)) for value in entry[name])
