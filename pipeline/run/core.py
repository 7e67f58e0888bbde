"""The core of the pipeline: one document in, one outcome out, nothing read or written."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline import __version__
from pipeline.annotate import annotate_document, build_pipeline, load_pipeline
from pipeline.assemble import assemble_outcome
from pipeline.parse import read_document
from pipeline.parse.errors import ParseError
from pipeline.records import Document, DocumentRecord, Mention, Outcome, Reject, Source
from pipeline.run.duplicates import make_sketch
from pipeline.run.rules import load_rules
from pipeline.run.store import Store, document_key, outcome_key
from pipeline.vocabulary import Vocabulary

if TYPE_CHECKING:
    from spacy.language import Language

# What the blocks of `texts/<entry_id>.json` tell, in this order; the rest is for the rules.
BLOCK_KEYS = ("block_id", "kind", "level", "page", "bbox", "zone", "start", "end", "number")


@dataclass(slots=True, frozen=True)
class Parsed:
    """What reading made of one source: a document or a reject."""

    source: Source
    raw_sha256: str
    document: Document | None
    reject: Reject | None


@dataclass(slots=True, frozen=True)
class Naming:
    """Names the document in the traceback of a bug that stops the run."""

    source: Source

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if error is not None:
            error.add_note(f"The document was {self.source.location}.")


@dataclass(slots=True)
class Models:
    """The vocabulary and the spaCy pipelines of the languages met so far."""

    vocabulary: Vocabulary
    folder: Path | None = None
    pipelines: dict[str, Language] = field(default_factory=dict)

    def pipeline(self, language: str) -> Language:
        """The pipeline of a language: the built one when it fits the vocabulary, else made in memory."""
        if language not in self.pipelines:
            built = self.folder / f"{language}_softlaw" if self.folder else None
            if built is not None and is_built_from(self.vocabulary, built):
                self.pipelines[language] = load_pipeline(built)
            else:
                self.pipelines[language] = build_pipeline(self.vocabulary, language)
        return self.pipelines[language]


def is_built_from(vocabulary: Vocabulary, built: Path) -> bool:
    """Whether a folder holds a pipeline that was built from this very vocabulary."""
    meta = built / "meta.json"
    return meta.is_file() and vocabulary.version in json.loads(meta.read_text("utf-8"))["description"]


def load_models(vocabulary: Path | None = None, models: Path | None = None) -> Models:
    """The vocabulary of a folder (or the project's own) and the folder of built pipelines, if any."""
    return Models(load_rules(vocabulary), models)


def process(source: Source, data: bytes, models: Models, store: Store | None = None) -> Outcome:
    """Read one document. An input that cannot be read gives an outcome with a reject.

    With a store, work that was done before on the same bytes by the same rules is taken from it;
    the outcome is the same with and without.
    """
    if store is None:
        return assemble(parse(source, data, models), models)
    parsed_key = document_key(source, data, models.vocabulary)

    def parse_stored() -> Parsed:
        return store.use(
            "parsed", parsed_key, Parsed, lambda: parse(source, data, models, store.folder / "ocr")
        )

    key = outcome_key(parsed_key, models.vocabulary)
    return store.use("outcomes", key, Outcome, lambda: assemble(parse_stored(), models))


def parse(source: Source, data: bytes, models: Models, ocr_cache: Path | None = None) -> Parsed:
    """The document in the bytes, or why there is none."""
    raw_sha256 = hashlib.sha256(data).hexdigest()
    try:
        with Naming(source):
            document = read_document(source, data, models.vocabulary, ocr_cache)
    except ParseError as error:
        return Parsed(source, raw_sha256, None, Reject(source.location, "parse", error.code, error.reason))
    return Parsed(source, raw_sha256, document, None)


def assemble(parsed: Parsed, models: Models) -> Outcome:
    """The entry of a parsed document; a reject is handed on."""
    document = parsed.document
    if document is None:
        return Outcome(parsed.source, reject=parsed.reject)
    with Naming(parsed.source):
        mentions = annotate_document(document, models.pipeline(document.language))
        return make_outcome(document, mentions, parsed.raw_sha256, models.vocabulary)


def make_outcome(
    document: Document, mentions: list[Mention], raw_sha256: str, vocabulary: Vocabulary
) -> Outcome:
    """The entry of a tagged document with its rows, its record and its text."""
    outcome = assemble_outcome(document, mentions, vocabulary)
    outcome.record = describe_document(document, raw_sha256, vocabulary)
    outcome.sketch = make_sketch(document.text)
    outcome.text = {"text": document.text, "blocks": [describe_block(block) for block in document.blocks]}
    return outcome


def describe_document(document: Document, raw_sha256: str, vocabulary: Vocabulary) -> DocumentRecord:
    """The row of the documents table."""
    source = document.source
    return DocumentRecord(
        entry_id=source.entry_id,
        source=source.location,
        source_url=source.url,
        media_type=document.media_type,
        page_count=document.page_count,
        language=document.language,
        raw_sha256=raw_sha256,
        text_sha256=hashlib.sha256(document.text.encode("utf-8")).hexdigest(),
        parser=document.parser,
        ocr_pages=document.ocr_pages,
        retrieved_at=source.retrieved_at,
        duplicate_of=None,
        version_of=None,
        pipeline_version=__version__,
        vocabulary_version=vocabulary.version,
    )


def describe_block(block: Any) -> dict[str, Any]:
    """A block as `texts/<entry_id>.json` shows it; OCR and list facts only where there are any."""
    shown = {key: getattr(block, key) for key in BLOCK_KEYS}
    told = {key: getattr(block, key) for key in ("ocr_confidence", "ocr_reason")}
    return shown | {key: value for key, value in told.items() if value is not None}
