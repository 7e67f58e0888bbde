"""`softlaw model`: build the spaCy pipelines that `spacy.load` reads."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Annotated

import typer


def model(
    out: Annotated[Path, typer.Option("--out", help="Folder for <language>_softlaw.")],
    vocabulary: Annotated[Path | None, typer.Option(help="Vocabulary folder.")] = None,
) -> None:
    """Build one spaCy pipeline for each language of the vocabulary."""
    from pipeline.annotate import build_pipeline
    from pipeline.run.rules import load_rules
    from pipeline.vocabulary import VocabularyError

    try:
        words = load_rules(vocabulary)
    except VocabularyError as error:
        typer.echo(f"softlaw: {error}", err=True)
        raise typer.Exit(1) from error
    out.mkdir(parents=True, exist_ok=True)
    for language in sorted(words.languages()):
        folder = out / f"{language}_softlaw"
        aside = folder.with_name(f".{folder.name}")
        shutil.rmtree(aside, ignore_errors=True)
        build_pipeline(words, language).to_disk(aside)
        shutil.rmtree(folder, ignore_errors=True)
        aside.replace(folder)
        typer.echo(f"{folder}")
