"""From the words on the command line to sources: files, folders, addresses, a sources.csv."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, count
from pathlib import Path
from urllib.parse import urlsplit

from pipeline.corrections.files import COLUMNS, CorrectionError
from pipeline.corrections.known import read_known
from pipeline.fetch.record import read_fetched
from pipeline.records import Source

ADDRESS = re.compile(r"https?://", re.IGNORECASE)
UNSAFE = re.compile(r"[^\w.\-]+")
# The folder beside a sources.csv into which `softlaw fetch` writes by default.
FILES = "files"
# The column with the id of the row that is the curated entry of a document.
CURATED_BY = "curated_by"
# File systems allow 255 bytes for a name; the table file adds an ending.
LONGEST_ID = 180


class InputError(Exception):
    """An input that cannot be understood; the message names it and says what was expected."""


def list_sources(inputs: Iterable[str], *, fetched: bool = True) -> tuple[list[Source], list[str]]:
    """The sources in a fixed order, with a message for every id that had to be made unique.

    With `fetched`, an address in a sources.csv whose file was fetched stands for that file. Raises
    InputError for a path that does not exist and for a wrong sources file.
    """
    return make_unique([list(expand_input(item, fetched)) for item in inputs])


def expand_input(item: str, fetched: bool) -> Iterator[Source]:
    """The sources of one word: an address, a sources.csv, a folder or a file."""
    path = Path(item)
    if not item:
        raise InputError("expected files, folders, addresses or a sources.csv, got an empty word")
    if ADDRESS.match(item):
        yield Source(entry_id=address_id(item), location=item, url=item)
    elif path.is_dir():
        files = list_files(path)
        if not files:
            raise InputError(f"no files in the folder {item}")
        yield from map(file_source, files)
    elif not path.exists():
        raise InputError(f"no such file or folder: {item}")
    elif not path.is_file():
        raise InputError(f"{item} is no file that can be read to its end")
    elif path.suffix == ".csv":
        for source in read_sources(path):
            yield find_fetched(path.parent / FILES, source) if fetched and source.url else source
    else:
        yield file_source(path)


def list_files(folder: Path) -> list[Path]:
    """All files below a folder, hidden ones left out, in order of their path."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return sorted(
        path for path in files if not any(part.startswith(".") for part in path.relative_to(folder).parts)
    )


def file_source(path: Path) -> Source:
    """A local file; its id is its name without the ending."""
    return Source(entry_id=safe_id(path.stem), location=path.as_posix())


def read_sources(path: Path) -> list[Source]:
    """The rows of a sources.csv: `id`, and `url` or `path` (relative to the file), then known values."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            reader = csv.DictReader(lines)
            header, rows = reader.fieldnames or (), list(reader)
    except (UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"{path}: expected CSV in UTF-8: {error}") from error
    if "id" not in header:
        raise InputError(f"{path}: expected a header with the columns id and url or path")
    sources = [read_row(path, number, row) for number, row in enumerate(rows, start=2)]
    check_curated(path, sources)
    return sources


def check_curated(path: Path, sources: list[Source]) -> None:
    """Refuse a curated entry that is no row of the file, or that is curated itself."""
    pages = {source.entry_id: curated_by(source) for source in sources}
    for entry_id, page in pages.items():
        if page is not None and page not in pages:
            raise InputError(f"{path}: {entry_id}: {CURATED_BY}: no row has the id {page}")
        if page is not None and pages[page] is not None:
            raise InputError(f"{path}: {entry_id}: {CURATED_BY}: the row {page} is curated itself")


def curated_by(source: Source) -> str | None:
    """The id of the curated entry of a document, if its row names one."""
    page = dict(source.known).get(CURATED_BY)
    return safe_id(page) if page else None


def read_row(path: Path, number: int, row: dict[str, str]) -> Source:
    """One row of a sources.csv."""
    entry_id, url, file = ((row.get(key) or "").strip() for key in ("id", "url", "path"))
    if not entry_id or not (url or file):
        raise InputError(f"{path}, line {number}: expected an id, and a url or a path")
    known = tuple(
        (key, value.strip())
        for key, value in row.items()
        if key and key not in ("id", "url", "path") and isinstance(value, str) and value.strip()
    )
    check_known(path, number, known)
    if file:
        local = path.parent / file
        if not local.is_file():
            raise InputError(f"{path}, line {number}: no such file: {local}")
        return Source(safe_id(entry_id), local.as_posix(), url=url or None, known=known)
    return Source(safe_id(entry_id), url, url=url, known=known)


def check_known(path: Path, number: int, known: Iterable[tuple[str, str]]) -> None:
    """Refuse a known value that cannot stand in its column."""
    try:
        for name, printed in known:
            if name in COLUMNS:
                read_known(name, printed)
    except CorrectionError as error:
        raise InputError(f"{path}, line {number}: {error}") from error


def find_fetched(folder: Path, source: Source) -> Source:
    """The source with the file that `softlaw fetch` left for it, or as it is when there is none."""
    record = read_fetched(folder, source.entry_id)
    if record is None or record.code is not None or not record.url == source.url == source.location:
        return source
    path = folder / f"{source.entry_id}.bin"
    return replace(source, location=path.as_posix(), retrieved_at=record.retrieved_at)


def address_id(address: str) -> str:
    """An id from host and path: https://example.org/a/b.pdf -> example.org-a-b."""
    try:
        parts = urlsplit(address)
    except ValueError as error:
        raise InputError(f"no valid address: {address}") from error
    stem = re.sub(r"\.\w{2,5}$", "", parts.path)
    return safe_id(f"{parts.hostname or ''}{stem}".strip("/"))


def safe_id(name: str) -> str:
    """An id that can be a file name."""
    return UNSAFE.sub("-", name).strip("-.")[:LONGEST_ID] or "document"


def make_unique(inputs: Iterable[Sequence[Source]]) -> tuple[list[Source], list[str]]:
    """Give later sources with a taken id a number, and say so; a row follows the page that curates it."""
    taken: set[str] = set()
    unique, messages = [], []
    for sources in inputs:
        names: dict[str, str] = {}
        for source in sources:
            entry_id = find_free(source.entry_id, taken)
            if entry_id != source.entry_id:
                messages.append(f"{source.location}: the id {source.entry_id} is taken, so it is {entry_id}")
            taken.add(entry_id)
            unique.append(replace(source, entry_id=entry_id))
            names.setdefault(source.entry_id, entry_id)
        first = len(unique) - len(sources)
        unique[first:] = [follow_page(source, names) for source in unique[first:]]
    return unique, messages


def find_free(entry_id: str, taken: set[str]) -> str:
    """An id, or where it is taken the same with a number: `x-2`."""
    numbered = (f"{entry_id}-{number}" for number in count(2))
    return next(name for name in chain([entry_id], numbered) if name not in taken)


def follow_page(source: Source, names: dict[str, str]) -> Source:
    """The source with the id that its curated entry has now."""
    page = curated_by(source)
    if page is None or names[page] == page:
        return source
    return replace(source, known=tuple((dict(source.known) | {CURATED_BY: names[page]}).items()))
