"""`softlaw correct`: note a person's correction of one value."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.vocab import VocabularyOption


def correct(
    run_dir: Annotated[Path, typer.Argument(metavar="RUN_DIR", help="Folder of the run that was looked at.")],
    entry: Annotated[str, typer.Argument(help="Id of the entry.")],
    field: Annotated[str, typer.Argument(help="Column of the entries table.")],
    reason: Annotated[str, typer.Option(help="Why, in one sentence.")],
    reviewer: Annotated[str, typer.Option(help="Who says so.")],
    before: Annotated[str | None, typer.Option(help="The wrong value; none where one was missed.")] = None,
    after: Annotated[str | None, typer.Option(help="The right value, if there is one.")] = None,
    quote: Annotated[str | None, typer.Option(help="Verbatim text that the right value stands on.")] = None,
    day: Annotated[
        datetime | None, typer.Option("--date", formats=["%Y-%m-%d"], help="Day of the correction; today.")
    ] = None,
    corrections: Annotated[Path, typer.Option(help="Folder of correction files.")] = Path("corrections"),
    vocabulary: VocabularyOption = None,
) -> None:
    """Write a correction, bound to the evidence of the run; the next run with --corrections applies it."""
    from pipeline.corrections import CorrectionError
    from pipeline.corrections.allowed import check_value
    from pipeline.corrections.note import append_correction, note_correction
    from pipeline.tables import RunError, read_tables
    from pipeline.vocabulary import VocabularyError, load_vocabulary

    try:
        check_value(field, after, load_vocabulary(vocabulary))
        correction = note_correction(
            read_tables(run_dir),
            entry=entry,
            field=field,
            before=before,
            after=after,
            reason=reason,
            reviewer=reviewer,
            day=day.date() if day else date.today(),
            quote=quote,
        )
    except (RunError, CorrectionError, VocabularyError) as error:
        raise typer.BadParameter(str(error)) from error
    typer.echo(f"{correction} -> {append_correction(correction, corrections)}")
