"""An entry that a run does not have: the same sentence from every command, with the ids that are near."""

from __future__ import annotations

from collections.abc import Collection
from difflib import get_close_matches
from pathlib import Path

import typer

# Ids that are told where none is near.
SHOWN = 8


def check_entry(entry: str, entries: Collection[str], run_dir: Path) -> None:
    """Raise BadParameter where a run has no such entry."""
    if entry in entries:
        return
    folded = {each.casefold(): each for each in entries}
    near = [folded[each] for each in get_close_matches(entry.casefold(), folded)]
    told = f"is it {' or '.join(near)}?" if near else f"there are {', '.join(sorted(entries)[:SHOWN])} …"
    raise typer.BadParameter(f"no entry {entry!r} in {run_dir}; {told}")
