"""`softlaw review`: what to look at first."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.known_entry import check_entry


def review(
    run_dir: Annotated[Path, typer.Argument(metavar="RUN_DIR", help="Folder that a run wrote.")],
    entry: Annotated[str | None, typer.Option(help="Only this entry.")] = None,
    most: Annotated[int, typer.Option(min=1, help="Number of values to list.")] = 50,
) -> None:
    """List the values of a run in order of doubt, with the reasons."""
    from pipeline.review import list_doubts
    from pipeline.tables import RunError, read_tables

    try:
        run = read_tables(run_dir)
    except RunError as error:
        raise typer.BadParameter(str(error)) from error
    if entry is not None:
        check_entry(entry, run.entries, run_dir)
    chosen = [doubt for doubt in list_doubts(run) if entry in (None, doubt.entry_id)]
    for doubt in chosen[:most]:
        page = f"p. {doubt.page}" if doubt.page else ""
        facts = [f"{doubt.doubt:.2f}", doubt.entry_id, doubt.field, doubt.value or "-", page]
        typer.echo("\t".join([*facts, ", ".join(doubt.reasons)]))
    if len(chosen) > most:
        typer.echo(f"and {len(chosen) - most} more", err=True)
