"""`softlaw vocab`: look over the vocabularies, and write them as tables for other tools."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from pipeline.run.core import Models

vocab = typer.Typer(name="vocab", help="Check the vocabularies, or write them as tables.")

VocabularyOption = Annotated[
    Path | None, typer.Option("--vocabulary", exists=True, file_okay=False, help="Vocabulary folder.")
]


def read_models(folder: Path | None) -> Models:
    """The vocabulary, or one sentence that names the file and the term that is wrong."""
    from pipeline.run.core import load_models
    from pipeline.vocabulary import VocabularyError

    try:
        return load_models(folder)
    except VocabularyError as error:
        typer.echo(f"softlaw: {error}", err=True)
        raise typer.Exit(1) from error


def read_languages(run_dir: Path) -> dict[str, str]:
    """The language of each entry of a run."""
    from pipeline.tables import RunError, read_table

    try:
        rows = read_table(run_dir, "documents")
    except RunError as error:
        raise typer.BadParameter(str(error)) from error
    return {row["entry_id"]: row["language"] or "en" for row in rows}


@vocab.command()
def check(
    run_dir: Annotated[
        Path | None, typer.Option("--run", help="Folder that a run wrote: count the terms over its texts.")
    ] = None,
    vocabulary: VocabularyOption = None,
) -> None:
    """List what is doubtful: missing examples, overlaps, terms that never fire or fire everywhere."""
    from pipeline.run.explain import list_fired
    from pipeline.vocabulary.lint import list_findings

    models = read_models(vocabulary)
    languages = read_languages(run_dir) if run_dir else {}
    fired = list_fired(run_dir, languages, models) if run_dir else {}
    findings = list_findings(models.vocabulary, fired, len(languages))
    for finding in findings:
        typer.echo(f"{finding.kind}\t{finding.field}\t{finding.term}\t{finding.message}")
    typer.echo(f"{len(findings)} doubts over {len(languages)} documents", err=True)


@vocab.command()
def table(
    out: Annotated[Path, typer.Option("--out", help="Folder for terms.csv and terms.ttl.")],
    vocabulary: VocabularyOption = None,
) -> None:
    """Write the terms as CSV and as SKOS in Turtle."""
    from pipeline.vocabulary.table import write_csv, write_turtle

    words = read_models(vocabulary).vocabulary
    out.mkdir(parents=True, exist_ok=True)
    for name, text in (("terms.csv", write_csv(words)), ("terms.ttl", write_turtle(words))):
        (out / name).write_text(text, encoding="utf-8")
        typer.echo(f"{out / name}")
