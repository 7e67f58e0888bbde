"""Fetches the addresses of a batch into a folder: `<id>.bin` with a `<id>.json` that says where from.

A second fetch asks only for what is missing or has changed. Names come from the ids of the
sources, never from a server.
"""

from __future__ import annotations

import hashlib
import json
import threading
from collections import defaultdict
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from pathlib import Path
from urllib.parse import urlsplit

from pipeline.fetch.client import Answer, Fetcher, FetchError, FetchRules
from pipeline.fetch.guard import Resolver, resolve
from pipeline.fetch.pages import find_landing_target, is_error_page
from pipeline.fetch.record import Fetched, read_fetched
from pipeline.records import Source
from pipeline.vocabulary import Vocabulary


def fetch_sources(
    sources: Sequence[Source],
    folder: Path,
    vocabulary: Vocabulary,
    rules: FetchRules,
    on_done: Callable[[Source, Fetched], None],
    *,
    refresh: bool = False,
    resolver: Resolver = resolve,
) -> list[Fetched]:
    """Fetch all sources that have an address, one host at a time to a thread, in the order given."""
    folder.mkdir(parents=True, exist_ok=True)
    queues: dict[str, list[Source]] = defaultdict(list)
    stopping = threading.Event()
    for source in sources:
        if source.url and source.location == source.url:
            queues[find_host(source.url)].append(source)

    def fetch_queue(queue: list[Source]) -> list[tuple[str, Fetched]]:
        fetcher, done = Fetcher(rules, resolver), []
        for source in queue:
            if stopping.is_set():
                break
            before = read_fetched(folder, source.entry_id)
            if before is not None and before.code is None and before.url == source.url and not refresh:
                record = before
            else:
                record = fetch_one(source, folder, fetcher, vocabulary, before)
                stopping.wait(rules.delay if source is not queue[-1] else 0)
            on_done(source, record)
            done.append((source.entry_id, record))
        return done

    with ThreadPoolExecutor(rules.hosts) as threads:
        try:
            records = dict(item for done in threads.map(fetch_queue, queues.values()) for item in done)
        finally:
            # After Ctrl-C, or a full disk, no host is asked again.
            stopping.set()
    return [records[source.entry_id] for source in sources if source.entry_id in records]


def find_host(url: str) -> str:
    """The host of an address, by which the requests of a batch queue; none where there is no valid one."""
    try:
        return urlsplit(url).netloc
    except ValueError:
        return ""


def fetch_one(
    source: Source, folder: Path, fetcher: Fetcher, vocabulary: Vocabulary, before: Fetched | None
) -> Fetched:
    """Fetch one source into the folder and write its record."""
    assert source.url is not None
    known = {}
    if before is not None and before.code is None and before.url == source.url:
        known = {"etag": before.etag or "", "last-modified": before.last_modified or ""}
    try:
        answer, landing = follow(source.url, fetcher, vocabulary, known)
    except FetchError as error:
        record = Fetched(source.url, code=error.code, reason=error.reason)
    else:
        if answer.data is None:
            assert before is not None
            return before
        write_aside(folder / f"{source.entry_id}.bin", answer.data)
        record = describe_answer(source.url, answer, landing)
    text = json.dumps(asdict(record), ensure_ascii=False, indent=1, sort_keys=True)
    write_aside(folder / f"{source.entry_id}.json", text.encode("utf-8") + b"\n")
    return record


def follow(
    url: str, fetcher: Fetcher, vocabulary: Vocabulary, known: dict[str, str]
) -> tuple[Answer, str | None]:
    """The document at an address, or the one PDF that its landing page links to. Raises FetchError."""
    answer = fetcher.fetch(url, known)
    if answer.data is None:
        return answer, None
    if not answer.data:
        raise FetchError("empty", "the answer has no content")
    if is_error_page(answer.data, vocabulary):
        raise FetchError("error_page", "the page says that there is no document, with status 200")
    target = find_landing_target(answer.data, answer.url)
    if target is None:
        return answer, None
    return fetcher.fetch(target), answer.url


def describe_answer(url: str, answer: Answer, landing: str | None) -> Fetched:
    """The record of an answer."""
    assert answer.data is not None
    return Fetched(
        url=url,
        final_url=answer.url,
        landing_url=landing,
        retrieved_at=answer.retrieved_at,
        sha256=hashlib.sha256(answer.data).hexdigest(),
        etag=answer.headers.get("etag"),
        last_modified=answer.headers.get("last-modified"),
    )


def write_aside(path: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    aside = path.with_name(f".{path.name}.partial")
    aside.write_bytes(data)
    aside.replace(path)
