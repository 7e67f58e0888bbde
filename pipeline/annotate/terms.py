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
from pipeline.vocabulary.folding import respell

# Kinds of phrase: in any case and as written, words that only hint at a term, and phrases inside
# which the term does not count.
KINDS = ("phrase", "exact", "weak", "never")
# Phrases by kind, field and id: {"phrase": {"principles": {"privacy": ["privacy"]}}}.
Patterns = dict[str, dict[str, dict[str, list[str]]]]


class TermMatcher:
    """Component `softlaw_terms`: one PhraseMatcher for all vocabularies, and one for exact forms.

    A span's label is the id of its term and its id is `<field>.phrase`, `<field>.exact` or
    `<field>.weak`.
    """

    def __init__(self, nlp: Language):
        self.nlp = nlp
        self.patterns: Patterns = {}
        self.matchers: list[PhraseMatcher] = []
        self.keys: dict[int, tuple[str, str, str]] = {}

    def read_vocabulary(self, vocabulary: Vocabulary, language: str) -> None:
        """Take the words of one language from the vocabulary."""
        self.set_patterns(list_patterns(vocabulary, language))

    def set_patterns(self, patterns: Patterns) -> None:
        """Build the matchers."""
        self.patterns = patterns
        self.keys = {}
        self.matchers = [
            self.build_matcher("LOWER", ("phrase", "weak", "never")),
            self.build_matcher("ORTH", ("exact",)),
        ]

    def build_matcher(self, attribute: str, kinds: tuple[str, ...]) -> PhraseMatcher:
        """A matcher with the phrases of some kinds; `keys` tells what a match stands for."""
        matcher = PhraseMatcher(self.nlp.vocab, attr=attribute)
        for kind in kinds:
            for field, terms in self.patterns.get(kind, {}).items():
                for term, phrases in terms.items():
                    key = f"{kind}:{field}:{term}"
                    matcher.add(key, [self.nlp.make_doc(phrase) for phrase in phrases])
                    self.keys[self.nlp.vocab.strings[key]] = (kind, field, term)
        return matcher

    def __call__(self, doc: Doc) -> Doc:
        """Set `doc.spans[field]` for each vocabulary: of overlapping spans the longest."""
        found: dict[str, list[Span]] = {field: [] for field in self.patterns.get("phrase", {})}
        hidden: dict[tuple[str, str], list[tuple[int, int]]] = {}
        for matcher in self.matchers:
            for key, start, end in matcher(doc):
                kind, field, term = self.keys[key]
                if kind == "never":
                    hidden.setdefault((field, term), []).append((start, end))
                else:
                    found[field].append(Span(doc, start, end, label=term, span_id=f"{field}.{kind}"))
        for field, spans in found.items():
            shown = [span for span in spans if not is_hidden(span, hidden.get((field, span.label_), ()))]
            # Of two spans of the same words the first stays: a phrase before a weak word in the plural.
            shown.sort(key=lambda span: span.id_.endswith(".weak"))
            doc.spans[field] = filter_spans(shown)
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


def is_hidden(span: Span, places: list[tuple[int, int]] | tuple[()]) -> bool:
    """Whether a span lies in a `never` phrase of its own term: "privacy" in "privacy policy"."""
    return any(start <= span.start and span.end <= end for start, end in places)


def list_patterns(vocabulary: Vocabulary, language: str) -> Patterns:
    """The phrases of one language in every spelling."""
    patterns: Patterns = {kind: {} for kind in KINDS}
    for field, terms in vocabulary.terms.items():
        for term in terms.values():
            if language in term.words:
                for kind, phrases in list_phrases(term.words[language], language).items():
                    patterns[kind].setdefault(field, {})[term.id] = phrases
    return patterns


def list_phrases(words: Words, language: str) -> dict[str, list[str]]:
    """The phrases of one term by kind; acronyms are taken as written."""
    return {
        "phrase": sorted(respell(words.variants, language)),
        "exact": sorted(words.exact),
        "weak": sorted(respell(words.weak, language)),
        "never": sorted(respell(words.never, language)),
    }
