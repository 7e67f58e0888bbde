"""CSV cells that a spreadsheet shows and never runs; `pipeline.tables.read_csv_table` reads them back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

# What spreadsheets take for a formula (full-width signs too, and behind space), and our own mark.
RISKY = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n']")


def as_cells(values: Sequence[Any], kind: Any) -> Sequence[Any]:
    """The cells of a column of one type, as `as_cell` makes them; most text begins with a letter."""
    if kind is str:
        return [text if text is None or text[:1].isalnum() else mark(text) for text in values]
    # The csv module itself writes null as empty, and figures as they are.
    return values if kind in (int, float) else list(map(as_cell, values))


def as_cell(value: Any) -> Any:
    """A cell: lists joined by |, null empty, booleans in lower case, text that may be a formula marked."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return mark("|".join(escape_item(str(item)) for item in value)) if value else ""
    return mark(value) if isinstance(value, str) else value


def mark(text: str) -> str:
    """Put an apostrophe in front of a text that a spreadsheet could run, or that is empty but not null."""
    return f"'{text}" if text == "" or RISKY.match(text) else text


def escape_item(item: str) -> str:
    """A list item in which bars and backslashes are marked: `a|b` -> `a\\|b`."""
    return item.replace("\\", "\\\\").replace("|", "\\|")
