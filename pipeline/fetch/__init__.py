"""Source -> bytes over http(s): polite, safe, resumable."""

from pipeline.fetch.client import Answer, Fetcher, FetchError, FetchRules
from pipeline.fetch.folder import Fetched, fetch_sources, read_fetched

__all__ = [
    "Answer",
    "FetchError",
    "FetchRules",
    "Fetched",
    "Fetcher",
    "fetch_sources",
    "read_fetched",
]
