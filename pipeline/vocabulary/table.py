"""The vocabularies as tables for other tools: CSV, and SKOS in Turtle.

For `softlaw vocab table`.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator

from pipeline.vocabulary.load import Vocabulary
from pipeline.vocabulary.schema import Term

COLUMNS = ("field", "id", "label", "definition", "broader", "same_as", "language", "variants", "never")
PREFIXES = "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n@prefix softlaw: <urn:softlaw:> .\n"


def write_csv(vocabulary: Vocabulary) -> str:
    """One row for each term and language; list values joined by `|`."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(COLUMNS)
    for field, terms in vocabulary.terms.items():
        for term in terms.values():
            writer.writerows(list_rows(field, term))
    return buffer.getvalue()


def list_rows(field: str, term: Term) -> Iterator[tuple[str, ...]]:
    """The rows of one term."""
    start = (field, term.id, term.label, term.definition, "|".join(term.broader), "|".join(term.same_as))
    for language, words in term.words.items():
        yield (*start, language, "|".join((*words.variants, *words.exact)), "|".join(words.never))


def write_turtle(vocabulary: Vocabulary) -> str:
    """A SKOS concept scheme for each field, with labels, definitions and relations."""
    pieces = [PREFIXES]
    for field, terms in vocabulary.terms.items():
        pieces.append(f"softlaw:{field} a skos:ConceptScheme ; skos:prefLabel {quote(field, 'en')} .\n")
        pieces += [describe_concept(field, term) for term in terms.values()]
    return "\n".join(pieces)


def describe_concept(field: str, term: Term) -> str:
    """One concept in Turtle."""
    lines = [
        f"<urn:softlaw:{field}:{term.id}> a skos:Concept",
        f"skos:inScheme softlaw:{field}",
        f"skos:notation {json.dumps(term.id)}",
        f"skos:prefLabel {quote(term.label, 'en')}",
        f"skos:definition {quote(term.definition, 'en')}",
    ]
    lines += [f"skos:broader <urn:softlaw:{field}:{broader}>" for broader in term.broader]
    lines += [f"skos:exactMatch <urn:{same}>" for same in term.same_as]
    lines += [
        f"skos:altLabel {quote(variant, language)}"
        for language, words in term.words.items()
        for variant in (*words.variants, *words.exact)
    ]
    return " ;\n    ".join(lines) + " .\n"


def quote(text: str, language: str) -> str:
    """A Turtle string with its language; JSON escapes are Turtle escapes."""
    return f"{json.dumps(text, ensure_ascii=False)}@{language}"
