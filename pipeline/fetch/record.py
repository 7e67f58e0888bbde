"""The record beside a fetched file: `<id>.json` says where `<id>.bin` came from, or why it is missing."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path


@dataclass(slots=True, frozen=True)
class Fetched:
    """The record beside a fetched file; `code` and `reason` say why there is no file."""

    url: str
    final_url: str | None = None
    landing_url: str | None = None
    retrieved_at: str | None = None
    sha256: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    code: str | None = None
    reason: str | None = None


def read_fetched(folder: Path, entry_id: str) -> Fetched | None:
    """The record of an id, or None when it was never fetched."""
    path = folder / f"{entry_id}.json"
    return Fetched(**json.loads(path.read_text(encoding="utf-8"))) if path.is_file() else None
