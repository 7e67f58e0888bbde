"""`softlaw explain`: every mention behind the values of a tagged field, counted and not counted."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.known_entry import check_entry
from pipeline.cli.vocab import VocabularyOption, read_languages, read_models


def explain(
    run_dir: Annotated[Path, typer.Argument(metavar="RUN_DIR", help="Folder that a run wrote.")],
    entry: Annotated[str, typer.Argument(metavar="ENTRY", help="Id of the entry.")],
    field: Annotated[str, typer.Argument(metavar="FIELD", help="A tagged field, such as principles.")],
    vocabulary: VocabularyOption = None,
) -> None:
    """Show every mention behind each value of a tagged field, with its rule and weight."""
    from pipeline.assemble.weights import WEIGHTS
    from pipeline.run.explain import describe_places, explain_field, read_kept_document

    languages = read_languages(run_dir)
    check_entry(entry, languages, run_dir)
    if field not in WEIGHTS:
        raise typer.BadParameter(f"{field!r} is no tagged field; there are {', '.join(sorted(WEIGHTS))}")
    text = read_kept_document(run_dir, entry, languages[entry]).text
    explained = explain_field(run_dir, entry, languages[entry], field, read_models(vocabulary))
    if not explained:
        typer.echo(f"{entry} mentions no term of {field}; looked for were words in {languages[entry]}")
    for item in explained:
        counted = sum(not place.idle for place in item.places)
        verdict = "above" if item.score > 0 else "below"
        places = f"{counted} of {len(item.places)} mentions counted"
        typer.echo(f"{item.term}: weight {item.score:+.2f}, {verdict} the line, {places}")
        for line in describe_places(text, item):
            typer.echo(line)
