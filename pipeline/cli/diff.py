"""`softlaw diff`: what changed between two runs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def diff(
    old_run: Annotated[Path, typer.Argument(metavar="OLD_RUN", help="Folder of the run before.")],
    new_run: Annotated[Path, typer.Argument(metavar="NEW_RUN", help="Folder of the run after.")],
    html: Annotated[Path | None, typer.Option(help="Write the changes to this HTML file too.")] = None,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit with 1 when there is a change.")
    ] = False,
) -> None:
    """Show what a change of rules gained, lost and altered, by entry and field with evidence."""
    from pipeline.diff import COMPARED, compare_runs, format_text, render_html
    from pipeline.tables import RunError, read_tables

    try:
        changes = compare_runs(read_tables(old_run, COMPARED), read_tables(new_run, COMPARED))
    except RunError as error:
        raise typer.BadParameter(str(error)) from error
    typer.echo("\n".join(format_text(changes)))
    if html is not None:
        html.parent.mkdir(parents=True, exist_ok=True)
        html.write_text(render_html(changes, str(old_run), str(new_run)), encoding="utf-8")
    if changes and exit_code:
        raise typer.Exit(1)
