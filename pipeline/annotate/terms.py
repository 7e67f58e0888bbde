"""Finds the terms of the vocabularies: one SpanGroup for each tagged field."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from pipeline.vocabulary import Vocabulary, Words
from pipeline.vocabulary.folding import plural

# Patterns of one field: label -> phrases, for any-case and for exact matching; the label "never"
# holds the phrases inside which nothing counts.
Patterns = dict[str, dict[str, list[str]]]


class TermMatcher:
    """Component `softlaw_terms`: PhraseMatchers over the variants of each vocabulary."""

    def __init__(self, nlp: Language):
        self.nlp = nlp
        self.patterns: dict[str, Patterns] = {}
        self.matchers: dict[str, list[PhraseMatcher]] = {}

    def read_vocabulary(self, vocabulary: Vocabulary, language: str) -> None:
        """Take the words of one language from the vocabulary."""
        patterns = {}
        for field, terms in vocabulary.terms.items():
            words = {term.id: term.words[language] for term in terms.values() if language in term.words}
            if words:
                patterns[field] = list_patterns(words, language)
        self.set_patterns(patterns)

    def set_patterns(self, patterns: dict[str, Patterns]) -> None:
        """Build the matchers."""
        self.patterns = patterns
        self.matchers = {
            field: [self.build_matcher("LOWER", kinds["any"]), self.build_matcher("ORTH", kinds["exact"])]
            for field, kinds in patterns.items()
        }

    def build_matcher(self, attribute: str, phrases: dict[str, list[str]]) -> PhraseMatcher:
        """A matcher with the phrases of every label."""
        matcher = PhraseMatcher(self.nlp.vocab, attr=attribute)
        for label, forms in phrases.items():
            matcher.add(label, [self.nlp.make_doc(form) for form in forms])
        return matcher

    def __call__(self, doc: Doc) -> Doc:
        """Set `doc.spans[field]` for each vocabulary; the longest match wins, `never` phrases too."""
        for field, matchers in self.matchers.items():
            spans = [
                Span(doc, start, end, label=label, span_id=f"{field}.phrase")
                for matcher in matchers
                for label, start, end in matcher(doc)
            ]
            doc.spans[field] = [span for span in filter_spans(spans) if span.label_ != "never"]
        return doc

    def to_bytes(self, **options: Any) -> bytes:
        """The patterns as JSON."""
        return json.dumps(self.patterns, ensure_ascii=False, sort_keys=True).encode()

    def from_bytes(self, data: bytes, **options: Any) -> TermMatcher:
        """Read what `to_bytes` wrote."""
        self.set_patterns(json.loads(data))
        return self

    def to_disk(self, path: Path, **options: Any) -> None:
        """Write the patterns to one file."""
        Path(path).write_bytes(self.to_bytes())

    def from_disk(self, path: Path, **options: Any) -> TermMatcher:
        """Read what `to_disk` wrote."""
        return self.from_bytes(Path(path).read_bytes())


@Language.factory("softlaw_terms")
def create_term_matcher(nlp: Language, name: str) -> TermMatcher:
    """The factory of `softlaw_terms`."""
    return TermMatcher(nlp)


def list_patterns(words: dict[str, Words], language: str) -> Patterns:
    """Phrases by label: {"any": {"privacy": ["privacy"]}, "exact": {}}."""
    anycase = {label: sorted(spell(word.variants, language)) for label, word in words.items()}
    anycase["never"] = sorted({form for word in words.values() for form in spell(word.never, language)})
    exact = {label: sorted(word.exact) for label, word in words.items() if word.exact}
    return {"any": anycase, "exact": exact}


def spell(phrases: tuple[str, ...], language: str) -> set[str]:
    """Every spelling of the phrases: with hyphens or spaces, and in English the plural."""
    forms = set()
    for phrase in phrases:
        lowered = phrase.lower()
        forms |= {lowered, lowered.replace("-", " "), lowered.replace("-", "")}
    if language == "en":
        forms |= {plural(form) for form in forms if form[-1:].isalpha()}
    return forms
