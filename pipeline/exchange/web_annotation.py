"""Evidence as W3C Web Annotations: one annotation collection a run, one annotation a row."""

from __future__ import annotations

from typing import Any

from pipeline.tables import Row, Tables

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
# Characters before and after a quote, which find it again where offsets have moved.
AROUND = 32


def export_annotations(run: Tables) -> dict[str, Any]:
    """All accepted evidence that stands in a text, as an AnnotationCollection with one page."""
    items = [annotation for entry_id in run.entries for annotation in annotate_entry(run, entry_id)]
    return {
        "@context": CONTEXT,
        "id": "urn:softlaw:evidence",
        "type": "AnnotationCollection",
        "label": "Evidence of soft-law entries",
        "total": len(items),
        "first": {"id": "urn:softlaw:evidence:1", "type": "AnnotationPage", "items": items},
    }


def annotate_entry(run: Tables, entry_id: str) -> list[dict[str, Any]]:
    """The annotations of one entry."""
    rows = [
        row
        for row in run.of_entry("evidence", entry_id)
        if row["status"] == "accepted" and row["start"] is not None
    ]
    text = run.text(entry_id)["text"] if rows else ""
    record = next(iter(run.of_entry("documents", entry_id)))
    source = record["source_url"] or f"urn:sha256:{record['raw_sha256']}"
    return [describe_row(row, number, source, text) for number, row in enumerate(rows, start=1)]


def describe_row(row: Row, number: int, source: str, text: str) -> dict[str, Any]:
    """One row: the value as a tag, its place by quote and by position in the canonical text."""
    start, end = row["start"], row["end"]
    selectors: list[dict[str, Any]] = [
        {
            "type": "TextQuoteSelector",
            "exact": row["quote"],
            "prefix": text[max(start - AROUND, 0) : start],
            "suffix": text[end : end + AROUND],
        },
        {"type": "TextPositionSelector", "start": start, "end": end},
    ]
    if row["page"] is not None:
        selectors.append(
            {
                "type": "FragmentSelector",
                "conformsTo": "http://tools.ietf.org/rfc/rfc3778",
                "value": f"page={row['page']}",
            }
        )
    return {
        "id": f"urn:softlaw:{row['entry_id']}:{number}",
        "type": "Annotation",
        "motivation": "tagging",
        "body": [
            {"type": "TextualBody", "purpose": "tagging", "value": row["value"]},
            {"type": "TextualBody", "purpose": "classifying", "value": row["field"]},
            {"type": "TextualBody", "purpose": "describing", "value": row["rule"]},
        ],
        "target": {"source": source, "selector": selectors},
    }
