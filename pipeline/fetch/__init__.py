"""Source -> bytes over http(s)."""

from pipeline.fetch.simple import FetchError, fetch_bytes

__all__ = ["FetchError", "fetch_bytes"]
