"""Fetches one address into memory, bounded in size and time."""

from __future__ import annotations

import httpx

# Seconds to connect and between two pieces of the answer.
PATIENCE = 30.0


class FetchError(Exception):
    """An address that gave no document; `code` is a reject code and `reason` one sentence."""

    def __init__(self, code: str, reason: str):
        super().__init__(reason)
        self.code = code
        self.reason = reason


def fetch_bytes(address: str, most: int) -> bytes:
    """The bytes at an address, at most `most` of them. Raises FetchError."""
    pieces, size = [], 0
    try:
        with httpx.stream("GET", address, follow_redirects=True, timeout=PATIENCE) as answer:
            if answer.status_code != httpx.codes.OK:
                raise FetchError("http_error", f"the server answered {answer.status_code}")
            for piece in answer.iter_bytes():
                size += len(piece)
                if size > most:
                    raise FetchError("too_large", f"the answer has more than {most:,} bytes")
                pieces.append(piece)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise FetchError("http_error", f"{type(error).__name__}: {error}") from error
    return b"".join(pieces)
