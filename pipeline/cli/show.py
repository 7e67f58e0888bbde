"""`softlaw show`: one entry in the order and with the labels of the database page."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from pipeline.cli.known_entry import check_entry
from pipeline.records import Entry
from pipeline.tables import RunError, read_tables

# Shown as the heading of the page or counted at its end.
LEFT_OUT = frozenset(("entry_id", "n_recommendations", "source_url"))


def show(
    run_dir: Annotated[Path, typer.Argument(metavar="RUN_DIR", help="Folder that a run wrote.")],
    entry: Annotated[str, typer.Argument(metavar="ENTRY", help="Id of the entry.")],
) -> None:
    """Show one entry as the database page does, with the pages of its evidence."""
    try:
        run = read_tables(run_dir, ("entries", "evidence", "recommendations"))
    except RunError as error:
        raise typer.BadParameter(str(error)) from error
    check_entry(entry, run.entries, run_dir)
    evidence = [row for row in run.of_entry("evidence", entry) if row["status"] == "accepted"]
    lines = format_entry(run.entries[entry], evidence, run.of_entry("recommendations", entry))
    typer.echo("\n".join(lines))


def format_entry(
    entry: dict[str, Any], evidence: list[dict[str, Any]], recommendations: list[dict[str, Any]]
) -> list[str]:
    """The lines of the page: label, value, pages."""
    labels = {name: item.metadata["label"] for name, item in Entry.__dataclass_fields__.items()}
    lines = []
    for name in (name for name in labels if name not in LEFT_OUT):
        value = entry[name]
        shown = value if isinstance(value, list) else [value]
        lines.append(f"{labels[name] or name.replace('_', ' ').capitalize()}")
        pages = {str(item): list_pages(evidence, name, item) for item in shown}
        lines += [f"  {item}{pages[str(item)]}" for item in shown if item is not None] or ["  -"]
    lines.append(f"Recommendations ({len(recommendations)})")
    for row in recommendations:
        page = f"  [p. {row['page']}]" if row["page"] else ""
        lines.append(f"  {row['number'] or '-'}  {row['text']}  ({row['modality']}){page}")
    return lines


def list_pages(evidence: list[dict[str, Any]], name: str, value: Any) -> str:
    """The pages on which a value stands: "  [p. 3, 7]"."""
    text = isinstance(value, str) and len(value) > 200
    rows = [row for row in evidence if row["field"] == name and (text or row["value"] == str(value))]
    pages = sorted({row["page"] for row in rows if row["page"]})
    return f"  [p. {', '.join(map(str, pages[:8]))}]" if pages else ""
