"""Work done before, kept for each document: what is stored under a key never changes.

A key is a hash over everything that the work depends on: the bytes, the rules, the code, and the
libraries and the tesseract that are installed. A document is parsed again only when its bytes, the
reading code, the words that reading knows or the readers change; it is tagged and assembled again when
the parsed text, any rule, any vocabulary file or spaCy changes. Nothing is ever evicted: work under an
old key stays until its folder is deleted.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import sys
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter, ValidationError

from pipeline.parse.ocr import describe_tesseract
from pipeline.records import Source
from pipeline.vocabulary import Vocabulary

PACKAGE = Path(__file__).resolve().parent.parent
READING_CODE = ("records.py", "parse", "vocabulary")
# The only phrase files that parsing reads.
READING_PHRASES = ("sections", "database_page")
READING_LIBRARIES = ("beautifulsoup4", "lxml", "numpy", "pdfwords", "py3langid", "pypdfium2")
# What makes an outcome; a change of the report or of a command tags nothing again.
OUTCOME_CODE = ("__init__.py", "records.py", "vocabulary", "parse", "annotate", "assemble", "run")
TAGGING_LIBRARIES = ("spacy",)
Thing = TypeVar("Thing")


@dataclass(slots=True, frozen=True)
class Store:
    """A folder of finished work: `<kind>/<first two letters>/<key>.json.gz`."""

    folder: Path

    def get(self, kind: str, key: str, shape: type[Thing]) -> Thing | None:
        """What is stored under a key, or None. A file cut short by a crash counts as absent."""
        path = self.path(kind, key)
        try:
            return unpack_thing(path.read_bytes(), shape)
        except (FileNotFoundError, EOFError, gzip.BadGzipFile, zlib.error, ValidationError):
            return None

    def has(self, kind: str, key: str) -> bool:
        """Whether something is stored under a key."""
        return self.path(kind, key).is_file()

    def put(self, kind: str, key: str, thing: object) -> None:
        """Store a finished piece of work, whole or not at all. Raises OSError with the name of the file."""
        path = self.path(kind, key)
        path.parent.mkdir(parents=True, exist_ok=True)
        aside = path.with_suffix(f".{os.getpid()}")
        try:
            aside.write_bytes(pack_thing(thing))
            aside.replace(path)
        except OSError as error:
            aside.unlink(missing_ok=True)
            raise OSError(error.errno, error.strerror, str(path)) from error

    def use(self, kind: str, key: str, shape: type[Thing], make: Callable[[], Thing]) -> Thing:
        """What is stored under a key, else made now and stored."""
        found = self.get(kind, key, shape)
        if found is None:
            found = make()
            self.put(kind, key, found)
        return found

    def path(self, kind: str, key: str) -> Path:
        """Where a key lies."""
        return self.folder / kind / key[:2] / f"{key}.json.gz"


@cache
def adapter(shape: Any) -> TypeAdapter[Any]:
    """pydantic reads and writes the dataclasses as JSON."""
    return TypeAdapter(shape)


def pack_thing(thing: object) -> bytes:
    """A record as compressed JSON; the same record gives the same bytes."""
    # Level 1: higher levels take longer than they save on texts of this size.
    return gzip.compress(adapter(cast(Any, type(thing))).dump_json(thing), compresslevel=1, mtime=0)


def unpack_thing(data: bytes, shape: type[Thing]) -> Thing:
    """The record that `pack_thing` packed. Raises an error of gzip, zlib or pydantic for other bytes."""
    thing: Thing = adapter(cast(Any, shape)).validate_json(gzip.decompress(data))
    return thing


def hash_parts(parts: Iterable[str | bytes]) -> str:
    """A key: SHA-256 over the parts, each with its length before it."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8") if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.hexdigest()


@lru_cache(maxsize=4)
def code_version(rooms: tuple[str, ...]) -> str:
    """A hash over the source code of some rooms."""
    roots = [PACKAGE / room for room in rooms]
    files = sorted(path for root in roots for path in ([root] if root.is_file() else root.rglob("*.py")))
    return hash_parts(item for path in files for item in (path.name, path.read_bytes()))


@cache
def library_versions(names: tuple[str, ...]) -> str:
    """The versions of installed libraries, and of Python, whose character tables differ."""
    installed = [f"{name} {version(name)}" for name in names]
    return ", ".join([f"Python {sys.version_info.major}.{sys.version_info.minor}", *installed])


@cache
def reading_tools() -> str:
    """What reads here: libraries, and tesseract with its languages, or that there is none."""
    return f"{library_versions(READING_LIBRARIES)}, {describe_tesseract()}"


def tagging_tools() -> str:
    """What tags here."""
    return library_versions(TAGGING_LIBRARIES)


def document_key(source: Source, data: bytes, vocabulary: Vocabulary) -> str:
    """What the parsed document depends on."""
    return hash_parts(
        [
            code_version(READING_CODE),
            reading_tools(),
            *(repr(vocabulary.phrase_lists.get(name)) for name in READING_PHRASES),
            repr(source),
            hashlib.sha256(data).digest(),
        ]
    )


def outcome_key(parsed_key: str, vocabulary: Vocabulary) -> str:
    """What the entry of a parsed document depends on."""
    return hash_parts([parsed_key, code_version(OUTCOME_CODE), tagging_tools(), vocabulary.version])


def stored_key(source: Source, data: bytes, vocabulary: Vocabulary) -> str:
    """The key under which the outcome of these bytes and rules is stored."""
    return outcome_key(document_key(source, data, vocabulary), vocabulary)
