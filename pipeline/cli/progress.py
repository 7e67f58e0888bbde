"""A progress bar on standard error, for people: it is gone when the work is done."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TaskProgressColumn,
    TextColumn,
    TimeRemainingColumn,
)

LONGEST_NAME = 40


@contextmanager
def show_bar(verb: str, total: int) -> Iterator[Callable[[str], None]]:
    """Give a function to call with the name of every piece that is done."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TaskProgressColumn(show_speed=True),
        TimeRemainingColumn(),
    )
    console = Console(stderr=True)
    # In a log file it would leave an empty line.
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task(verb, total=total)

        def step(name: str) -> None:
            progress.update(task, advance=1, description=name[:LONGEST_NAME])

        yield step
