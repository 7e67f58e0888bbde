"""One run at a time writes to a folder: a lock that ends with its process, however that ends."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

from pipeline.export.errors import OutputError

NAME = ".writing"


def lock_folder(folder: Path) -> int:
    """Take the lock of a folder; gives its handle. Raises OutputError where another run has it."""
    path = folder / NAME
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            os.close(handle)
            raise OutputError(f"another run is writing to {folder}; let it end first") from error
        if is_same_file(path, handle):
            return handle
        os.close(handle)


def is_same_file(path: Path, handle: int) -> bool:
    """Whether a path still names an open file: whoever had the lock may have taken the file away."""
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False


def unlock_folder(folder: Path, handle: int) -> None:
    """Give the lock back and take its file away."""
    (folder / NAME).unlink(missing_ok=True)
    os.close(handle)
