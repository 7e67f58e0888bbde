"""What goes wrong while tables are written: one sentence that names the folder."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# SQLite's codes of a full disk, a failed write and a file that cannot be made, in the low byte.
DISK_CODES = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN)


class OutputError(Exception):
    """The output folder cannot be written; the message names it."""


@contextmanager
def writing_to(folder: Path) -> Iterator[None]:
    """Raise OutputError for what the disk refuses: no room, no right to write, a folder that is gone."""
    try:
        yield
    except OSError as error:
        raise OutputError(f"cannot write to {folder}: {error.strerror or error}") from error
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF not in DISK_CODES:
            raise
        raise OutputError(f"cannot write to {folder}: {error}") from error
