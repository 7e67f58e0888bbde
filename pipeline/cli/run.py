"""`softlaw run`: from documents to tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from pipeline.records import Outcome


class Engine(StrEnum):
    """Where the documents are read."""

    processes = "processes"
    ray = "ray"


def run(
    inputs: Annotated[
        list[str], typer.Argument(metavar="INPUT...", help="Files, folders, addresses or a sources.csv.")
    ],
    out: Annotated[Path, typer.Option("--out", help="Folder for the tables.")],
    models: Annotated[
        Path | None, typer.Option(help="Folder of built spaCy pipelines; else they are made in memory.")
    ] = None,
    vocabulary: Annotated[Path | None, typer.Option(help="Vocabulary folder.")] = None,
    cache: Annotated[
        Path | None, typer.Option(help="Folder of finished work: a re-run does only what is new.")
    ] = None,
    corrections: Annotated[
        Path | None, typer.Option(help="File or folder of corrections, applied last.")
    ] = None,
    workers: Annotated[int, typer.Option(min=1, help="Number of worker processes.")] = 1,
    engine: Annotated[
        Engine, typer.Option(help="Worker processes here, or a Ray cluster.")
    ] = Engine.processes,
    address: Annotated[str, typer.Option(help="Ray cluster: local, auto or an address.")] = "local",
    timeout: Annotated[float, typer.Option(min=1, help="Most seconds for one document.")] = 300,
    memory: Annotated[int, typer.Option(min=100, help="Most megabytes for one document.")] = 2000,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 1 when an input was rejected.")] = False,
) -> None:
    """Read documents and write the tables of the data contract."""
    # Heavy imports only here, so that --help answers at once.
    from pipeline.cli.progress import show_bar
    from pipeline.corrections import CorrectionError, Corrector, read_corrections
    from pipeline.export import OutputError
    from pipeline.run import (
        InputError,
        Limits,
        WorkerError,
        list_sources,
        load_models,
        map_parallel,
        write_outcomes,
    )
    from pipeline.run.worker import WorkerSettings
    from pipeline.vocabulary import VocabularyError

    try:
        sources, messages = list_sources(inputs)
        corrector = Corrector(read_corrections(corrections)) if corrections else None
    except (InputError, CorrectionError) as error:
        raise typer.BadParameter(str(error)) from error
    settings = WorkerSettings(vocabulary, models, cache)
    limits = Limits(timeout, memory * 1_000_000)
    try:
        loaded = load_models(vocabulary, models)
        with show_bar("reading", len(sources)) as step:
            outcomes = (
                map_parallel(sources, loaded, workers, settings, limits)
                if engine is Engine.processes
                else load_ray()(sources, out, settings, address, workers)
            )
            summary = write_outcomes(
                outcomes, out, loaded.vocabulary, lambda done: step(done.source.entry_id), corrector
            )
    except (OutputError, VocabularyError, WorkerError) as error:
        typer.echo(f"softlaw: {error}", err=True)
        raise typer.Exit(1) from error
    for message in [*messages, *summary.messages]:
        typer.echo(message, err=True)
    typer.echo(f"{summary.line()} -> {out}")
    if summary.stale or (strict and summary.rejected):
        raise typer.Exit(1)


def load_ray() -> Callable[..., Iterator[Outcome]]:
    """The Ray engine, or one sentence when the extra is not installed."""
    try:
        from pipeline.run.ray_engine import map_ray
    except ModuleNotFoundError as error:
        raise typer.BadParameter(
            "--engine ray needs the extra `ray`: pip install softlaw-pipeline[ray]"
        ) from error
    return map_ray
