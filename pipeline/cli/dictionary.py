"""`softlaw dictionary`: every table and column in words."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def dictionary(
    out: Annotated[Path | None, typer.Option("--out", help="Write to this file, else print.")] = None,
) -> None:
    """Write the data dictionary from the records."""
    from pipeline.export.dictionary import write_dictionary
    from pipeline.vocabulary import load_vocabulary

    text = write_dictionary(load_vocabulary())
    if out is None:
        typer.echo(text)
    else:
        out.write_text(text, encoding="utf-8")
