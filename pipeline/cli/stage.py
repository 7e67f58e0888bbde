"""`softlaw stage`: the engine in steps, as the DVC pipeline calls it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

stage = typer.Typer(help="The steps of a run, one by one, as dvc.yaml calls them.", rich_markup_mode=None)
Cache = Annotated[Path, typer.Option(help="Folder where finished work is kept.")]
DEFAULT_CACHE = Path(".cache/softlaw")


@stage.command()
def tools(
    out: Annotated[Path, typer.Option("--out", help="File for the list.")],
) -> None:
    """Write down which readers, tagger and OCR are installed: what else the results depend on."""
    from pipeline.run.store import reading_tools, tagging_tools

    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(f"{reading_tools()}\n{tagging_tools()}\n", encoding="utf-8")
    typer.echo(f"tools -> {out}")


@stage.command()
def parse(
    sources: Annotated[str, typer.Argument(help="A sources.csv.")],
    out: Annotated[Path, typer.Option("--out", help="Folder for the parsed documents.")],
    cache: Cache = DEFAULT_CACHE,
) -> None:
    """Read the documents of a sources.csv."""
    from pipeline.run.core import load_models
    from pipeline.run.inputs import InputError, list_sources
    from pipeline.run.stages import parse_sources
    from pipeline.run.store import Store

    try:
        listed, messages = list_sources([sources])
    except InputError as error:
        raise typer.BadParameter(str(error)) from error
    for message in messages:
        typer.echo(message, err=True)
    typer.echo(f"{parse_sources(listed, out, load_models(), Store(cache))} parsed -> {out}")


@stage.command()
def assemble(
    parsed: Annotated[Path, typer.Argument(help="Folder of parsed documents.")],
    out: Annotated[Path, typer.Option("--out", help="Folder for the outcomes.")],
    models: Annotated[Path | None, typer.Option(help="Folder of built spaCy pipelines.")] = None,
    cache: Cache = DEFAULT_CACHE,
) -> None:
    """Tag the parsed documents and make their entries."""
    from pipeline.run.core import load_models
    from pipeline.run.stages import assemble_parsed
    from pipeline.run.store import Store

    number = assemble_parsed(parsed, out, load_models(models=models), Store(cache))
    typer.echo(f"{number} assembled -> {out}")


@stage.command()
def export(
    outcomes: Annotated[Path, typer.Argument(help="Folder of outcomes.")],
    out: Annotated[Path, typer.Option("--out", help="Folder for the tables.")],
    corrections: Annotated[Path | None, typer.Option(help="File or folder of corrections.")] = None,
) -> None:
    """Write the tables of the outcomes, corrected by people."""
    from pipeline.calibration import CalibrationError, load_calibration
    from pipeline.corrections import CorrectionError, Corrector, read_checked
    from pipeline.export import OutputError
    from pipeline.run.stages import export_outcomes
    from pipeline.vocabulary import load_vocabulary

    try:
        corrector = Corrector(read_checked(corrections)) if corrections else None
        calibration = load_calibration()
    except (CorrectionError, CalibrationError) as error:
        raise typer.BadParameter(str(error)) from error
    try:
        summary = export_outcomes(outcomes, out, load_vocabulary(), corrector, calibration)
    except OutputError as error:
        typer.echo(f"softlaw: {error}", err=True)
        raise typer.Exit(1) from error
    for message in summary.messages:
        typer.echo(message, err=True)
    typer.echo(f"{summary.line()} -> {out}")
    if summary.failed:
        raise typer.Exit(1)
