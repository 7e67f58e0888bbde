"""`softlaw report`: a run as a static site."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def report(
    run_dir: Annotated[Path, typer.Argument(metavar="RUN_DIR", help="Folder that a run wrote.")],
    out: Annotated[
        Path | None, typer.Option("--out", help="Folder of the site; else RUN_DIR/report.")
    ] = None,
) -> None:
    """Write a site to look at entries with their evidence; open its index.html."""
    from pipeline.report import write_report
    from pipeline.tables import RunError, read_tables

    folder = out or run_dir / "report"
    try:
        number = write_report(read_tables(run_dir), folder)
    except RunError as error:
        raise typer.BadParameter(str(error)) from error
    typer.echo(f"{number} entries -> {folder / 'index.html'}")
