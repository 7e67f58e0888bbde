"""Every mention behind a value of a run, counted and not counted: for `softlaw explain`.

Reads the text and blocks that the run kept and takes the same way through annotate and assemble.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.annotate import annotate_document
from pipeline.assemble.places import Place
from pipeline.assemble.reading import read
from pipeline.assemble.salience import collect_signs, score_terms
from pipeline.records import Block, Document, Source
from pipeline.run.core import Models


@dataclass(slots=True, frozen=True)
class Explanation:
    """A term of a field with its score and each of its places."""

    term: str
    score: float
    places: tuple[Place, ...]


def read_kept_document(run_dir: Path, entry: str, language: str) -> Document:
    """The document as `texts/<entry>.json` kept it."""
    kept = json.loads((run_dir / "texts" / f"{entry}.json").read_text(encoding="utf-8"))
    return Document(
        source=Source(entry_id=entry, location=entry),
        media_type="text/plain",
        text=kept["text"],
        blocks=[build_block(row) for row in kept["blocks"]],
        language=language,
        parser="kept",
    )


def build_block(row: dict[str, object]) -> Block:
    """A block from its kept row; a printed number stands before the body."""
    block = Block(**row)  # type: ignore[arg-type]
    if block.number:
        block.body_start = block.start + len(block.number)
    return block


def explain_field(run_dir: Path, entry: str, language: str, field: str, models: Models) -> list[Explanation]:
    """The terms of a field that an entry mentions, highest score first."""
    document = read_kept_document(run_dir, entry, language)
    reading = read(document, annotate_document(document, models.pipeline(language)), models.vocabulary)
    signs = collect_signs(reading, field)
    scores = score_terms(reading, field, signs)
    found = [Explanation(term, scores[term], tuple(signs[term].places)) for term in signs]
    return sorted(found, key=lambda item: (-item.score, item.term))


def list_fired(run_dir: Path, languages: dict[str, str], models: Models) -> dict[tuple[str, str], set[str]]:
    """The entries in which each term is found, over the texts of a run."""
    fired: dict[tuple[str, str], set[str]] = {}
    for entry, language in languages.items():
        document = read_kept_document(run_dir, entry, language)
        for mention in annotate_document(document, models.pipeline(language)):
            if mention.group in models.vocabulary.terms:
                fired.setdefault((mention.group, mention.value), set()).add(entry)
    return fired


def describe_places(reading_text: str, item: Explanation) -> Iterator[str]:
    """One line for each place: counted (+) or not (-), kind, rule and words."""
    for place in item.places:
        start, end = place.span
        sign = "-" if place.idle else "+"
        reason = place.idle or ("stated" if place.cue else "norm" if place.norm else "named")
        context = " ".join(reading_text[max(start - 40, 0) : end + 40].split())
        yield f"  {sign} {place.kind} {place.block.zone} {place.mention.rule} ({reason}): … {context} …"
