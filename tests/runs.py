"""Runs written by hand: `outcome("a", "title: A code", facts={...})` and `write_run(folder, ...)`."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from builders import document
from pipeline.export import TableWriter
from pipeline.records import (
    Assertion,
    Document,
    DocumentRecord,
    Entry,
    HardLaw,
    Outcome,
    Recommendation,
    Reject,
    Source,
)

Facts = Mapping[str, Mapping[str, str | None]]


def outcome(
    entry_id: str,
    *lines: str,
    facts: Facts | None = None,
    rejected: Facts | None = None,
    recommendations: Sequence[str] = (),
    instruments: Mapping[str, str] | None = None,
    confidence: float = 0.9,
    rejected_confidence: float = 0.2,
    source: str = "sample.pdf",
    **fields: Any,
) -> Outcome:
    """An outcome whose facts are `field: {value: quote}`; a quote of None stands nowhere in the text."""
    made = document(*lines, language=fields.get("language", "en"))
    entry = Entry(entry_id=entry_id, **fields)
    evidence = []
    for name, values in (facts or {}).items():
        is_list = isinstance(getattr(entry, name), list)
        setattr(entry, name, list(values) if is_list else next(iter(values)))
        evidence += [assertion(made, entry_id, name, fact, confidence, "accepted") for fact in values.items()]
    for name, values in (rejected or {}).items():
        evidence += [
            assertion(made, entry_id, name, fact, rejected_confidence, "rejected") for fact in values.items()
        ]
    items = [recommendation(made, entry_id, i, text) for i, text in enumerate(recommendations, start=1)]
    laws = [hard_law(made, entry_id, *item) for item in (instruments or {}).items()]
    entry.n_recommendations, entry.hard_law = len(items), [law.instrument_id for law in laws]
    return Outcome(
        source=Source(entry_id=entry_id, location=source),
        record=record(made, entry_id, source),
        entry=entry,
        recommendations=items,
        hard_law=laws,
        evidence=evidence,
        text={"text": made.text, "blocks": [asdict(block) for block in made.blocks]},
    )


def assertion(
    made: Document, entry_id: str, name: str, fact: tuple[str, str | None], confidence: float, status: str
) -> Assertion:
    """An evidence row at the place of its quote."""
    value, quote = fact
    nowhere = (None, None, None, "metadata", None, None)
    row = Assertion(entry_id, name, value, *nowhere, f"{name}.hand", confidence, status)
    if quote is not None:
        row.quote, row.start = quote, made.text.index(quote)
        row.end = row.start + len(quote)
        block = made.block_at(row.start)
        row.page, row.block_id, row.zone = made.page_at(row.start), block.block_id, block.zone
    return row


def recommendation(made: Document, entry_id: str, seq: int, text: str) -> Recommendation:
    """A recommendation that stands in the text."""
    start = made.text.index(text)
    block = made.block_at(start)
    return Recommendation(
        entry_id=entry_id,
        seq=seq,
        number=str(seq),
        text=text,
        page=made.page_at(start),
        addressee=None,
        modality="recommendation",
        rights=[],
        principles=[],
        block_id=block.block_id,
        start=start,
        end=start + len(text),
    )


def hard_law(made: Document, entry_id: str, instrument_id: str, quote: str) -> HardLaw:
    """A binding instrument that is cited once."""
    start = made.text.index(quote)
    page = made.page_at(start)
    return HardLaw(
        entry_id=entry_id,
        instrument_id=instrument_id,
        kind="binding",
        name=quote,
        as_cited=quote,
        pinpoints=[],
        n_citations=1,
        pages=[page],
        page=page,
        quote=quote,
        start=start,
        end=start + len(quote),
    )


def record(made: Document, entry_id: str, source: str) -> DocumentRecord:
    """The documents row of a document written by hand."""
    return DocumentRecord(
        entry_id=entry_id,
        source=source,
        source_url=None,
        media_type=made.media_type,
        page_count=made.page_count,
        language=made.language,
        raw_sha256="0" * 64,
        text_sha256="0" * 64,
        parser=made.parser,
        ocr_pages=[],
        retrieved_at=None,
        duplicate_of=None,
        version_of=None,
        pipeline_version="0",
        vocabulary_version="0",
    )


def rejected_outcome(source: str, code: str = "empty", reason: str = "the file is empty") -> Outcome:
    """An input that could not be read."""
    return Outcome(Source(source, source), reject=Reject(source, "parse", code, reason))


def write_run(folder: Path, *outcomes: Outcome) -> Path:
    """Write outcomes as a run does."""
    with TableWriter(folder) as writer:
        for item in outcomes:
            writer.add(item)
    return folder
