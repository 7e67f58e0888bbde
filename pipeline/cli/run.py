"""`softlaw run`: from documents to tables."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.__main__ import INTERRUPTED

if TYPE_CHECKING:
    from pipeline.calibration import Calibration
    from pipeline.corrections import Corrector
    from pipeline.records import Outcome, Source
    from pipeline.run.engine import Summary
    from pipeline.run.pool import Limits
    from pipeline.run.worker import WorkerSettings
    from pipeline.vocabulary import Vocabulary


class Engine(StrEnum):
    """Where the documents are read."""

    processes = "processes"
    ray = "ray"


Inputs = Annotated[
    list[str], typer.Argument(metavar="INPUT...", help="Files, folders, addresses or a sources.csv.")
]
Out = Annotated[Path, typer.Option("--out", help="Folder for the tables.")]
ModelFolder = Annotated[
    Path | None,
    typer.Option(
        exists=True,
        file_okay=False,
        help="Folder of spaCy pipelines built from this vocabulary; else made in memory.",
    ),
]
VocabularyFolder = Annotated[
    Path | None, typer.Option(exists=True, file_okay=False, help="Vocabulary folder.")
]
Cache = Annotated[
    Path | None,
    typer.Option(file_okay=False, help="Folder of finished work: a re-run does only what is new."),
]
Corrections = Annotated[Path | None, typer.Option(help="File or folder of corrections, applied last.")]
Workers = Annotated[int, typer.Option(min=1, help="Number of worker processes.")]
EngineName = Annotated[Engine, typer.Option(help="Worker processes here, or a Ray cluster.")]
Address = Annotated[str, typer.Option(help="Ray cluster: local, auto or an address.")]
Timeout = Annotated[float, typer.Option(min=1, help="Most seconds for one document.")]
Memory = Annotated[int, typer.Option(min=100, help="Most megabytes for one document.")]
Strengths = Annotated[
    bool,
    typer.Option("--strengths", help="Confidence as the bare strength of rules, to calibrate it anew."),
]
Strict = Annotated[bool, typer.Option("--strict", help="Exit with 1 when an input was rejected.")]


def run(
    inputs: Inputs,
    out: Out,
    models: ModelFolder = None,
    vocabulary: VocabularyFolder = None,
    cache: Cache = None,
    corrections: Corrections = None,
    workers: Workers = 1,
    engine: EngineName = Engine.processes,
    address: Address = "local",
    timeout: Timeout = 300,
    memory: Memory = 2000,
    strengths: Strengths = False,
    strict: Strict = False,
) -> None:
    """Read documents and write the tables of the data contract."""
    with tell_when_stopped(out, cache):
        # Heavy imports only here and below, so that --help answers at once.
        from pipeline.run.pool import Limits
        from pipeline.run.worker import WorkerSettings

        sources, messages, corrector = list_work(inputs, corrections, vocabulary)
        calibration = None if strengths else load_curves()
        if cache is not None:
            check_cache(cache)
        settings, limits = WorkerSettings(vocabulary, models, cache), Limits(timeout, memory * 1_000_000)
        if engine is Engine.ray:
            mapper = choose_ray(out, settings, limits, address, workers)
        else:
            mapper = choose_processes(settings, limits, workers)
        outcomes, rules = begin_reading(sources, settings, mapper, corrector)
        summary = write_tables(outcomes, len(sources), out, rules, corrector, calibration)
    for message in [*messages, *summary.messages]:
        typer.echo(message, err=True)
    typer.echo(f"{summary.line()} -> {out}")
    if summary.failed or (strict and summary.rejected):
        raise typer.Exit(1)


@contextmanager
def tell_when_stopped(out: Path, cache: Path | None) -> Iterator[None]:
    """One sentence at Ctrl-C: what is kept."""
    try:
        yield
    except KeyboardInterrupt:
        kept = f"what is done is kept in {cache}" if cache else "nothing is kept without --cache"
        typer.echo(f"softlaw: stopped before the end: {kept}, and {out} is as it was", err=True)
        sys.exit(INTERRUPTED)


def list_work(
    inputs: list[str], corrections: Path | None, vocabulary: Path | None
) -> tuple[list[Source], list[str], Corrector]:
    """The sources, what there is to say about them, and the corrections."""
    from pipeline.corrections import CorrectionError, Corrector, read_checked
    from pipeline.run.inputs import InputError, list_sources
    from pipeline.vocabulary import VocabularyError

    try:
        sources, messages = list_sources(inputs)
        return sources, messages, Corrector(read_checked(corrections, vocabulary) if corrections else ())
    except (InputError, CorrectionError) as error:
        raise typer.BadParameter(str(error)) from error
    except VocabularyError as error:
        typer.echo(f"softlaw: {error}", err=True)
        raise typer.Exit(1) from error


def check_cache(cache: Path) -> None:
    """Make the folder of finished work, or say in one sentence why not; a worker could only fail."""
    from tempfile import TemporaryFile

    try:
        cache.mkdir(parents=True, exist_ok=True)
        TemporaryFile(dir=cache).close()
    except OSError as error:
        typer.echo(f"softlaw: cannot write to the cache {cache}: {error.strerror}", err=True)
        raise typer.Exit(1) from error


def load_curves() -> Calibration:
    """The project's calibration, or one sentence on what is wrong with it."""
    from pipeline.calibration import CalibrationError, load_calibration

    try:
        return load_calibration()
    except CalibrationError as error:
        typer.echo(f"softlaw: {error}", err=True)
        raise typer.Exit(1) from error


Mapper = Callable[[Sequence["Source"], "Vocabulary"], Iterator["Outcome"]]


def choose_processes(settings: WorkerSettings, limits: Limits, workers: int) -> Mapper:
    """Worker processes of this machine."""
    from pipeline.run.parallel import map_parallel

    return lambda sources, rules: map_parallel(sources, rules, workers, settings, limits)


def choose_ray(out: Path, settings: WorkerSettings, limits: Limits, address: str, workers: int) -> Mapper:
    """The Ray engine, or one sentence when the extra is not installed or no cluster is there."""
    from pipeline.run.cluster import ClusterError, check_address

    try:
        from pipeline.run.ray_engine import map_ray
    except ModuleNotFoundError as error:
        raise typer.BadParameter(
            "--engine ray needs the extra `ray`: pip install softlaw-pipeline[ray]"
        ) from error
    try:
        check_address(address)
    except ClusterError as error:
        raise typer.BadParameter(str(error)) from error
    return lambda sources, rules: map_ray(sources, out, settings, limits, address, workers)


def begin_reading(
    sources: list[Source], settings: WorkerSettings, mapper: Mapper, corrector: Corrector
) -> tuple[Iterator[Outcome], Vocabulary]:
    """The outcomes to come, and the vocabulary; workers load their code from now on."""
    from pipeline.run.curated import map_curated
    from pipeline.run.rules import load_rules
    from pipeline.run.store import Store
    from pipeline.vocabulary import VocabularyError

    try:
        rules = load_rules(settings.vocabulary, Store(settings.store) if settings.store else None)
    except VocabularyError as error:
        typer.echo(f"softlaw: {error}", err=True)
        raise typer.Exit(1) from error
    return map_curated(sources, corrector, lambda ordered: mapper(ordered, rules)), rules


def write_tables(
    outcomes: Iterator[Outcome],
    total: int,
    out: Path,
    rules: Vocabulary,
    corrector: Corrector,
    calibration: Calibration | None,
) -> Summary:
    """Write the tables under a progress bar."""
    from pipeline.cli.progress import show_bar
    from pipeline.export import OutputError
    from pipeline.run.cluster import ClusterError
    from pipeline.run.engine import write_outcomes
    from pipeline.run.pool import WorkerError

    try:
        with show_bar("reading", total) as step:
            return write_outcomes(
                outcomes, out, rules, lambda done: step(done.source.entry_id), corrector, calibration
            )
    except (ClusterError, OutputError, WorkerError) as error:
        typer.echo(f"softlaw: {error}", err=True)
        raise typer.Exit(1) from error
