"""What is doubtful in the vocabularies: for `softlaw vocab check`.

The loader refuses what is wrong; this lists what a lawyer should look at: terms without examples,
variants inside variants of other terms, terms that never fire over a corpus or fire everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pipeline.vocabulary.folding import fold
from pipeline.vocabulary.load import Vocabulary
from pipeline.vocabulary.schema import Term

# A term that is found in this share of the documents or more tells nothing about any of them.
EVERYWHERE = 0.95
# Below this number of documents "never" and "everywhere" mean little.
MIN_DOCUMENTS = 5

# Entry ids in which a term was found, by field and term.
Fired = Mapping[tuple[str, str], set[str]]


@dataclass(slots=True, frozen=True)
class Finding:
    """A doubt about one term."""

    kind: str
    field: str
    term: str
    message: str


def list_findings(vocabulary: Vocabulary, fired: Fired, documents: int) -> list[Finding]:
    """All doubts, in order of field and term; `fired` comes from a run over `documents` texts."""
    findings: list[Finding] = []
    for field, terms in vocabulary.terms.items():
        findings += find_missing_examples(field, terms)
        findings += find_overlaps(field, terms)
        if documents >= MIN_DOCUMENTS:
            findings += find_odd_counts(field, terms, fired, documents)
    return sorted(findings, key=lambda finding: (finding.field, finding.term, finding.kind, finding.message))


def find_missing_examples(field: str, terms: Mapping[str, Term]) -> Iterator[Finding]:
    """Terms whose words in a language have no example."""
    for term in terms.values():
        for language, words in term.words.items():
            if words.variants and not words.examples:
                yield Finding("no_example", field, term.id, f"no example in {language}")


def find_overlaps(field: str, terms: Mapping[str, Term]) -> Iterator[Finding]:
    """Variants that hold a variant of another term: there the longer one wins."""
    for language in sorted({code for term in terms.values() for code in term.words}):
        owners = {
            fold(variant): term.id
            for term in terms.values()
            if language in term.words
            for variant in term.words[language].variants
        }
        for variant, owner in owners.items():
            for piece in list_pieces(variant):
                other = owners.get(piece)
                if other is not None and other != owner:
                    message = f"{variant!r} ({language}) holds {piece!r} of {other}"
                    yield Finding("overlap", field, owner, message)


def list_pieces(phrase: str) -> Iterator[str]:
    """The shorter runs of words in a phrase: "human rights law" -> "human rights", "rights law" …"""
    words = phrase.split()
    for length in range(1, len(words)):
        for start in range(len(words) - length + 1):
            yield " ".join(words[start : start + length])


def find_odd_counts(field: str, terms: Mapping[str, Term], fired: Fired, documents: int) -> Iterator[Finding]:
    """Terms that were found nowhere, or nearly everywhere."""
    for term in terms:
        count = len(fired.get((field, term), ()))
        if count == 0:
            yield Finding("never_fired", field, term, f"found in none of {documents} documents")
        elif count >= EVERYWHERE * documents:
            yield Finding("fires_everywhere", field, term, f"found in {count} of {documents} documents")
