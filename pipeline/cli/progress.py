"""A progress bar on standard error, for people: it is gone when the work is done."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from pipeline.records import Outcome


@contextmanager
def show_progress(total: int) -> Iterator[Callable[[Outcome], None]]:
    """Give a function to call with every outcome."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("reading", total=total)

        def step(outcome: Outcome) -> None:
            progress.update(task, advance=1, description=outcome.source.entry_id[:40])

        yield step
