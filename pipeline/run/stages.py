"""The engine in steps, one folder of records after each, for DVC: parse, assemble, export.

Each step maps the same functions as a whole run, so both write the same tables.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from pipeline.calibration import Calibration
from pipeline.corrections import Corrector, apply_known
from pipeline.records import Outcome, Reject, Source
from pipeline.run.core import Models, Parsed, assemble, parse
from pipeline.run.curated import curate
from pipeline.run.engine import Summary, write_outcomes
from pipeline.run.loading import load_bytes
from pipeline.run.store import Store, document_key, hash_parts, outcome_key, pack_thing, unpack_thing
from pipeline.vocabulary import Vocabulary

ORDER = "order.json"
Thing = TypeVar("Thing", Parsed, Outcome)


def parse_sources(sources: Iterable[Source], folder: Path, models: Models, store: Store) -> int:
    """Read the sources into a folder of `Parsed` records; gives their number."""
    return write_records(folder, ((s.entry_id, parse_stored(s, models, store)) for s in sources))


def parse_stored(source: Source, models: Models, store: Store) -> Parsed:
    """Parse one source, or take what was parsed before from the same bytes by the same code."""
    data = load_bytes(source)
    if isinstance(data, Reject):
        return Parsed(source, "", None, data)
    key = document_key(source, data, models.vocabulary)
    return store.use("parsed", key, Parsed, lambda: parse(source, data, models, store.folder / "ocr"))


def assemble_parsed(parsed_folder: Path, folder: Path, models: Models, store: Store) -> int:
    """Make the outcomes of a folder of parsed records; gives their number."""

    def make(parsed: Parsed) -> Outcome:
        # By content: the folder may have been written by other code or without tesseract.
        key = outcome_key(hash_parts([pack_thing(parsed)]), models.vocabulary)
        return store.use("assembled", key, Outcome, lambda: assemble(parsed, models))

    records = read_records(parsed_folder, Parsed)
    return write_records(folder, ((parsed.source.entry_id, make(parsed)) for parsed in records))


def export_outcomes(
    outcome_folder: Path,
    out: Path,
    vocabulary: Vocabulary,
    corrector: Corrector | None = None,
    calibration: Calibration | None = None,
) -> Summary:
    """Write the tables of a folder of outcomes."""
    corrector = corrector or Corrector()
    outcomes = read_curated(outcome_folder, corrector)
    return write_outcomes(outcomes, out, vocabulary, lambda outcome: None, corrector, calibration)


def read_curated(folder: Path, corrector: Corrector) -> Iterator[Outcome]:
    """The outcomes of a folder in their order, with known values and curated entries applied."""
    for outcome in map(apply_known, read_records(folder, Outcome)):
        curate(outcome, corrector, lambda page: apply_known(read_record(folder, page, Outcome)))
        yield outcome


def write_records(folder: Path, records: Iterable[tuple[str, Parsed | Outcome]]) -> int:
    """One file a record, and their order; a record that is no more leaves no file."""
    aside = folder.with_name(f".{folder.name}")
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir(parents=True)
    order = []
    for entry_id, record in records:
        (aside / f"{entry_id}.json.gz").write_bytes(pack_thing(record))
        order.append(entry_id)
    (aside / ORDER).write_text(json.dumps(order, indent=0) + "\n", encoding="utf-8")
    shutil.rmtree(folder, ignore_errors=True)
    aside.replace(folder)
    return len(order)


def read_records(folder: Path, shape: type[Thing]) -> Iterator[Thing]:
    """The records of a folder in their order."""
    for entry_id in json.loads((folder / ORDER).read_text(encoding="utf-8")):
        yield read_record(folder, entry_id, shape)


def read_record(folder: Path, entry_id: str, shape: type[Thing]) -> Thing:
    """One record of a folder."""
    return unpack_thing((folder / f"{entry_id}.json.gz").read_bytes(), shape)
