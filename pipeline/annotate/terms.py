"""Finds the terms of the vocabularies: one SpanGroup for each tagged field."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span

from pipeline.vocabulary import Vocabulary, Words
from pipeline.vocabulary.folding import respell

# Kinds of phrase: in any case and as written, words that only hint at a term, and phrases inside
# which the term does not count.
KINDS = ("phrase", "exact", "weak", "never")
# Phrases by kind, field and id: {"phrase": {"principles": {"privacy": ["privacy"]}}}.
Patterns = dict[str, dict[str, dict[str, list[str]]]]


class Key(NamedTuple):
    """What a match stands for; term and rule by their numbers in spaCy, which are quicker than names."""

    kind: str
    field: str
    term: int
    rule: int


# The first token, the one behind the last, and what is found there.
Match = tuple[int, int, Key]


class TermMatcher:
    """Component `softlaw_terms`: one PhraseMatcher for all vocabularies, and one for exact forms.

    A span's label is the id of its term and its id is `<field>.phrase`, `<field>.exact` or
    `<field>.weak`.
    """

    def __init__(self, nlp: Language):
        self.nlp = nlp
        self.patterns: Patterns = {}
        self.matchers: list[PhraseMatcher] = []
        self.keys: dict[int, Key] = {}

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
        matcher, strings = PhraseMatcher(self.nlp.vocab, attr=attribute), self.nlp.vocab.strings
        for kind in kinds:
            for field, terms in self.patterns.get(kind, {}).items():
                for term, phrases in terms.items():
                    key = f"{kind}:{field}:{term}"
                    matcher.add(key, [self.nlp.make_doc(phrase) for phrase in phrases])
                    rule = strings.add(f"{field}.{kind}")
                    self.keys[strings[key]] = Key(kind, field, strings.add(term), rule)
        return matcher

    def __call__(self, doc: Doc) -> Doc:
        """Set `doc.spans[field]` for each vocabulary: of overlapping spans the longest."""
        fields = self.patterns.get("phrase", {})
        found: dict[str, list[Match]] = {field: [] for field in fields}
        weak: dict[str, list[Match]] = {field: [] for field in fields}
        hidden: dict[tuple[str, int], list[Match]] = {}
        for matcher in self.matchers:
            for number, start, end in matcher(doc):
                key = self.keys[number]
                if key.kind == "never":
                    hidden.setdefault((key.field, key.term), []).append((start, end, key))
                else:
                    (weak if key.kind == "weak" else found)[key.field].append((start, end, key))
        for field in fields:
            # Of two matches of the same words the first stays: a phrase before a weak word in the plural.
            shown = [
                match
                for match in found[field] + weak[field]
                if not is_hidden(match, hidden.get((field, match[2].term), ()))
            ]
            doc.spans[field] = [
                Span(doc, start, end, label=key.term, span_id=key.rule)
                for start, end, key in keep_longest(shown)
            ]
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


def is_hidden(match: Match, places: list[Match] | tuple[()]) -> bool:
    """Whether a match lies in a `never` phrase of its own term: "privacy" in "privacy policy"."""
    return any(start <= match[0] and match[1] <= end for start, end, _ in places)


def keep_longest(matches: list[Match]) -> list[Match]:
    """Of overlapping matches the longest, then the first; spaCy's `filter_spans` before there are spans."""
    kept: list[Match] = []
    taken: set[int] = set()
    for match in sorted(matches, key=lambda match: (match[0] - match[1], match[0])):
        start, end, _ = match
        if start not in taken and end - 1 not in taken:
            kept.append(match)
            taken.update(range(start, end))
    return sorted(kept)


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
