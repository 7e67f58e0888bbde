"""Evidence as Label Studio tasks with predictions, and labels made there as gold or corrections.

Label Studio counts in UTF-16 code units, as browsers do; the tables count code points. A label is
`field: value` for ids and `field` alone for printed text, whose value is the marked text itself.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from html import escape
from pathlib import Path
from typing import Any

from pipeline.corrections import Correction, CorrectionError
from pipeline.corrections.note import note_correction
from pipeline.tables import Row, Tables

CHOSEN = ("project_area", "law_area", "addressees", "ai_systems", "fundamental_rights", "principles")
PRINTED = ("full_name", "official_id")
FROM, TO = "label", "text"
# From here on a code point takes two UTF-16 code units.
ASTRAL = 0x10000


class LabelError(Exception):
    """A Label Studio export cannot be used; the message says what was expected."""


@dataclass(slots=True, frozen=True)
class Label:
    """One label that a person made: a value of a field and the text it was put on."""

    entry_id: str
    field: str
    value: str
    quote: str
    annotator: str


def export_tasks(run: Tables) -> list[dict[str, Any]]:
    """One task an entry: its text, and the evidence as predictions to confirm or take away."""
    return [build_task(run, entry_id) for entry_id in run.entries]


def build_task(run: Tables, entry_id: str) -> dict[str, Any]:
    """The task of one entry."""
    text = run.text(entry_id)["text"]
    units = Units(text)
    results = [
        {
            "id": f"e{number}",
            "type": "labels",
            "from_name": FROM,
            "to_name": TO,
            "score": row["confidence"],
            "value": {
                "start": units.of(row["start"]),
                "end": units.of(row["end"]),
                "text": row["quote"],
                "labels": [name_label(row)],
            },
        }
        for number, row in enumerate(run.of_entry("evidence", entry_id), start=1)
        if row["status"] == "accepted" and row["start"] is not None and row["field"] in (*CHOSEN, *PRINTED)
    ]
    prediction = {
        "model_version": run.of_entry("documents", entry_id)[0]["pipeline_version"],
        "result": results,
    }
    return {"data": {"entry_id": entry_id, "text": text}, "predictions": [prediction]}


def name_label(row: Row) -> str:
    """The label of a row of evidence."""
    return row["field"] if row["field"] in PRINTED else f"{row['field']}: {row['value']}"


class Units:
    """Code points of a text as UTF-16 code units."""

    def __init__(self, text: str):
        self.astral = [index for index, letter in enumerate(text) if ord(letter) >= ASTRAL]

    def of(self, offset: int) -> int:
        """The offset in code units of an offset in code points."""
        return offset + sum(index < offset for index in self.astral)


def label_config(run: Tables) -> str:
    """The labelling interface for the ids that a run knows."""
    import pyarrow.parquet as pq  # noqa: PLC0415 - the labels alone need the vocabulary table

    terms = pq.read_table(run.folder / "vocabulary" / "terms.parquet").to_pylist()
    labels = [*PRINTED, *(f"{row['field']}: {row['id']}" for row in terms if row["field"] in CHOSEN)]
    lines = [f'    <Label value="{escape(label)}"/>' for label in labels]
    head = f'<View>\n  <Labels name="{FROM}" toName="{TO}">'
    return "\n".join([head, *lines, "  </Labels>", f'  <Text name="{TO}" value="$text"/>', "</View>", ""])


def read_labels(path: Path) -> dict[str, list[Label]]:
    """The labels by entry of a Label Studio export in JSON; the last annotation of a task counts.

    An entry that was looked at and got no label has an empty list. Raises LabelError.
    """
    try:
        tasks = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise LabelError(f"{path}: expected the JSON export of Label Studio: {error}") from error
    if not isinstance(tasks, list) or not all(is_task(task) for task in tasks):
        raise LabelError(f"{path}: expected the JSON export of Label Studio: a list of tasks of ours")
    return {task["data"]["entry_id"]: list(list_labels(task)) for task in tasks if task["annotations"]}


def is_task(task: Any) -> bool:
    """Whether this is a task that `export_tasks` made, with what was labelled."""
    return isinstance(task, dict) and "annotations" in task and "entry_id" in task.get("data", {})


def list_labels(task: dict[str, Any]) -> Iterator[Label]:
    """The labels of the last annotation of a task."""
    annotation = task["annotations"][-1]
    annotator = str(annotation.get("completed_by", "annotator"))
    for result in annotation["result"]:
        if result["type"] != "labels":
            continue
        quote = result["value"]["text"]
        for label in result["value"]["labels"]:
            field, _, value = label.partition(": ")
            yield Label(task["data"]["entry_id"], field, value or " ".join(quote.split()), quote, annotator)


def to_gold(labels: dict[str, list[Label]], run: Tables) -> Iterator[dict[str, Any]]:
    """A gold file for each labelled entry: labelled tags are wanted, other fields are left as they are."""
    entries = run.entries
    for entry_id, listed in labels.items():
        entry = entries[entry_id]
        gold: dict[str, Any] = {"slug": entry_id, "is_soft_law": entry["is_soft_law"]}
        for name in PRINTED:
            gold[name] = next((label.value for label in listed if label.field == name), entry[name])
        for name in ("enacting_body", "body_nature", "document_type", "date", "date_role", "language"):
            gold[name] = entry[name]
        gold["territorial_scope"] = entry["territorial_scope"]
        gold["legal_force"] = {"value": entry["legal_force"]}
        for name in CHOSEN:
            gold[name] = {"must": sorted({item.value for item in listed if item.field == name}), "may": []}
        yield gold


def to_corrections(
    labels: dict[str, list[Label]], run: Tables, reviewer: str, day: date
) -> Iterator[Correction]:
    """What labels add to the tags of a run and take from them, as corrections bound to the run."""
    entries = run.entries
    for entry_id, listed in labels.items():
        if entry_id not in entries:
            raise CorrectionError(f"no entry {entry_id!r} in {run.folder}")
        for name in CHOSEN:
            quotes = {label.value: label.quote for label in listed if label.field == name}
            yield from correct_field(run, entries[entry_id], name, quotes, reviewer, day)


def correct_field(
    run: Tables, entry: Row, name: str, quotes: dict[str, str], reviewer: str, day: date
) -> Iterator[Correction]:
    """The corrections of one tag field."""
    note = partial(
        note_correction,
        run,
        entry=entry["entry_id"],
        field=name,
        reason="labelled in the text",
        reviewer=reviewer,
        day=day,
    )
    yield from (note(before=value, after=None) for value in entry[name] if value not in quotes)
    for value, quote in quotes.items():
        if value not in entry[name]:
            yield note(before=None, after=value, quote=quote)
