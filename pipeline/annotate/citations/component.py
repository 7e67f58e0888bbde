"""The spaCy component `softlaw_citations`: citations of binding law as the SpanGroup `citations`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.annotate.citations import countries
from pipeline.annotate.citations.find import CitationGrammar, build_grammar, find_citations
from pipeline.annotate.citations.model import Phrases
from pipeline.annotate.doc_text import text_of_doc
from pipeline.vocabulary import Instrument, Vocabulary

PHRASE_FILE, COUNTRY_FILE = "citations", "countries"


class CitationMatcher:
    """Wraps `find_citations`; kind and pinpoints of a citation stand in `span._.data`."""

    def __init__(self, nlp: Language):
        self.language: str = nlp.lang
        self.instruments: dict[str, Instrument] = {}
        self.phrases: Phrases = {}
        self.grammar: CitationGrammar | None = None

    def read_vocabulary(self, vocabulary: Vocabulary, language: str) -> None:
        """Take the instruments and the words of every language: any of them may be met in any text."""
        self.set_words(vocabulary.instruments, collect_phrases(vocabulary), language)

    def set_words(self, instruments: dict[str, Instrument], phrases: Phrases, language: str) -> None:
        """Compile the grammars."""
        self.instruments, self.phrases, self.language = instruments, phrases, language
        self.grammar = build_grammar(instruments, phrases, language)

    def __call__(self, doc: Doc) -> Doc:
        """Set `doc.spans["citations"]`; a span covers whole tokens."""
        spans = []
        for found in find_citations(text_of_doc(doc), self.grammar) if self.grammar else ():
            span = doc.char_span(
                found.start, found.end, label=found.value, span_id=found.rule, alignment_mode="expand"
            )
            span._.context = found.context
            span._.data = (("kind", found.kind), *(("pinpoint", pinpoint) for pinpoint in found.pinpoints))
            spans.append(span)
        doc.spans["citations"] = spans
        return doc

    def to_bytes(self, **options: Any) -> bytes:
        """The words as JSON."""
        instruments = [item.model_dump(exclude_defaults=True) for item in self.instruments.values()]
        words = {"language": self.language, "phrases": self.phrases, "instruments": instruments}
        return json.dumps(words, ensure_ascii=False).encode()

    def from_bytes(self, data: bytes, **options: Any) -> CitationMatcher:
        """Read what `to_bytes` wrote."""
        words = json.loads(data)
        instruments = {item["id"]: Instrument(**item) for item in words["instruments"]}
        phrases = {group: tuple(listed) for group, listed in words["phrases"].items()}
        self.set_words(instruments, phrases, words["language"])
        return self

    def to_disk(self, path: Path, **options: Any) -> None:
        """Write the words to one file."""
        Path(path).write_bytes(self.to_bytes())

    def from_disk(self, path: Path, **options: Any) -> CitationMatcher:
        """Read what `to_disk` wrote."""
        return self.from_bytes(Path(path).read_bytes())


def collect_phrases(vocabulary: Vocabulary) -> Phrases:
    """The words of the grammar in all languages, the names of countries among them as `country_pl`."""
    groups = dict(vocabulary.phrase_lists[PHRASE_FILE])
    groups |= {
        countries.GROUP + code.lower(): lists for code, lists in vocabulary.phrase_lists[COUNTRY_FILE].items()
    }
    return {
        group: tuple(phrase for words in by_language.values() for phrase in words)
        for group, by_language in groups.items()
    }


@Language.factory("softlaw_citations")
def create_citation_matcher(nlp: Language, name: str) -> CitationMatcher:
    """The factory of `softlaw_citations`."""
    return CitationMatcher(nlp)
