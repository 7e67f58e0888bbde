"""`softlaw fetch`: the addresses of a batch into a folder."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def fetch(
    sources: Annotated[str, typer.Argument(help="A sources.csv, or one address.")],
    out: Annotated[Path, typer.Option("--out", help="Folder for the files.")] = Path("raw/files"),
    refresh: Annotated[bool, typer.Option("--refresh", help="Ask again whether a file has changed.")] = False,
    delay: Annotated[float, typer.Option(min=0, help="Seconds between two requests to a host.")] = 1.0,
    seconds: Annotated[float, typer.Option(min=1, help="Most seconds for one address.")] = 120.0,
    megabytes: Annotated[int, typer.Option(min=1, help="Most megabytes for one address.")] = 150,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Allow private and loopback addresses.")
    ] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 1 when an address failed.")] = False,
) -> None:
    """Fetch the addresses of a sources.csv, politely; what is there already is not fetched again."""
    from pipeline.cli.progress import show_bar
    from pipeline.fetch.client import FetchRules
    from pipeline.fetch.folder import fetch_sources
    from pipeline.run.inputs import ADDRESS, InputError, list_sources
    from pipeline.vocabulary import load_vocabulary

    try:
        if not (ADDRESS.match(sources) or Path(sources).suffix == ".csv"):
            raise InputError(f"expected a sources.csv or an address, got {sources}")
        listed, messages = list_sources([sources], fetched=False)
    except InputError as error:
        raise typer.BadParameter(str(error)) from error
    rules = FetchRules(
        most_seconds=seconds, most_bytes=megabytes * 1_000_000, delay=delay, allow_private=allow_private
    )
    with show_bar("fetching", sum(source.location == source.url for source in listed)) as step:
        records = fetch_sources(
            listed, out, load_vocabulary(), rules, lambda source, _: step(source.entry_id), refresh=refresh
        )
    if not records:
        messages.append(f"{sources}: no row is an address without a path, so there is nothing to fetch")
    failed = [record for record in records if record.code is not None]
    for message in [*messages, *(f"{record.url}: {record.code}: {record.reason}" for record in failed)]:
        typer.echo(message, err=True)
    typer.echo(f"{len(records) - len(failed)} fetched, {len(failed)} failed -> {out}")
    if strict and failed:
        raise typer.Exit(1)
