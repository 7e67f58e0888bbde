"""`softlaw show`: one entry in the order and with the labels of the database page."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from pipeline.records import Entry

# The order of the database page; columns without a label of their own are shown under their name.
ORDER = (
    "short_name",
    "full_name",
    "enacting_body",
    "body_nature",
    "document_type",
    "date",
    "date_role",
    "official_id",
    "language",
    "project_area",
    "law_area",
    "summary",
    "addressees",
    "territorial_scope",
    "situations",
    "ai_systems",
    "fundamental_rights",
    "principles",
    "hard_law",
    "hard_law_statement",
    "legal_force",
    "legal_force_statement",
    "case_author",
    "is_soft_law",
    "screen_reason",
    "review_status",
)


def show(
    run_dir: Annotated[Path, typer.Argument(metavar="RUN_DIR", help="Folder that a run wrote.")],
    entry: Annotated[str, typer.Argument(metavar="ENTRY", help="Id of the entry.")],
) -> None:
    """Show one entry as the database page does, with the pages of its evidence."""
    import pyarrow.parquet as pq

    path = run_dir / "entries.parquet"
    if not path.is_file():
        raise typer.BadParameter(f"{run_dir} holds no run: expected entries.parquet in it")
    rows = pq.read_table(path, filters=[("entry_id", "==", entry)]).to_pylist()
    if not rows:
        known = pq.read_table(path, columns=["entry_id"]).column(0).to_pylist()
        raise typer.BadParameter(f"no entry {entry!r} in {run_dir}; there are {', '.join(known[:8])} …")
    wanted = [("entry_id", "==", entry), ("status", "==", "accepted")]
    evidence = pq.read_table(run_dir / "evidence.parquet", filters=wanted).to_pylist()
    recommendations = pq.read_table(
        run_dir / "recommendations.parquet", filters=[("entry_id", "==", entry)]
    ).to_pylist()
    typer.echo("\n".join(format_entry(rows[0], evidence, recommendations)))


def format_entry(
    entry: dict[str, Any], evidence: list[dict[str, Any]], recommendations: list[dict[str, Any]]
) -> list[str]:
    """The lines of the page: label, value, pages."""
    labels = {name: item.metadata["label"] for name, item in Entry.__dataclass_fields__.items()}
    lines = []
    for name in ORDER:
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
