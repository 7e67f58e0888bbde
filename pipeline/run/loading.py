"""Gets the bytes of one source: from its file, or from its address."""

from __future__ import annotations

from pathlib import Path
from stat import S_ISREG

from pipeline.parse import SIZE_LIMITS
from pipeline.records import Reject, Source
from pipeline.run.inputs import ADDRESS

# Larger files are of no format that is read, and refused before they take memory.
LARGEST_FILE = max(SIZE_LIMITS.values())


def load_bytes(source: Source) -> bytes | Reject:
    """The bytes of one source, or why there are none."""
    if ADDRESS.match(source.location):
        return fetch_bytes(source)
    path = Path(source.location)
    try:
        found = path.stat()
        if S_ISREG(found.st_mode) and found.st_size <= LARGEST_FILE:
            return path.read_bytes()
    except OSError as error:
        return Reject(source.location, "fetch", "unreadable", f"{error.strerror}: {path.name}")
    if not S_ISREG(found.st_mode):
        return Reject(source.location, "fetch", "unreadable", f"no regular file: {path.name}")
    reason = f"the file has {found.st_size:,} bytes, more than the {LARGEST_FILE:,} that are read"
    return Reject(source.location, "fetch", "too_large", reason)


def fetch_bytes(source: Source) -> bytes | Reject:
    """The bytes at an address; most runs know files alone and never load the network's libraries."""
    from pipeline.fetch.client import Fetcher, FetchError  # noqa: PLC0415

    try:
        return Fetcher().fetch(source.location).data or b""
    except FetchError as error:
        return Reject(source.location, "fetch", error.code, error.reason)
