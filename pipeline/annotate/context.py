"""Marks the terms that may not count, and finds the cues that say that others do.

Component `softlaw_context`, after `softlaw_terms`. It sets `span._.context` of the term spans, as
clinical pipelines do for findings: negated, out_of_scope, hypothetical, other_body, history, example,
quoted_law, title_of_work, name_of_office, copyright_notice; and definition, which speaks for a term.
It adds the SpanGroup `cues`.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left, bisect_right
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span

from pipeline.annotate.doc_text import text_of_doc
from pipeline.vocabulary import Vocabulary
from pipeline.vocabulary.choice import choose_from

# Phrases of context.toml by where the term stands: anywhere in the sentence, behind or before.
BEHIND = ("negated", "example")
BEFORE = ("definition",)
# Lists that patterns and the rules of assemble use; the others are phrases to be found.
RULES = (
    "works",
    "law",
    "offices",
    "people",
    "prepositions",
    "determiners",
    "reporting",
    "cases",
    "followers",
)
SENTENCE_BREAK = re.compile(r"[.!?;](?<!\b[A-Z].)(?<!e\.g.)(?<!i\.e.)\s|\n")
# "Privacy means …": at most this many characters between the term and the phrase.
DEFINITION_GAP = 12
# A quotation of this many characters or more behind the name of an article is text of the law.
QUOTED_LAW = r"(?:{law})\s?\d[^.\n“\"«„]{{0,120}}[“\"«„](?P<inside>[^”\"»“\n]{{30,900}})"
# Words in capitals, with the small words of a title between them.
CAPITALS = r"(?:(?:[A-Z][\w’'-]*|of|and|the|in|for|on|to|with|&)[ ,:]{0,2}){1,14}"
# "Minister for Trade, Industry and Tourism": the name of an office behind such words as these.
OFFICE = r"(?:(?:[A-ZÀ-Þ][\w’'-]*|of|and|the|y|e|et|und|en|de|del|des|du|la|las|los|da|do)[ ,]{0,2}){1,10}"
# “Ethics Guidelines for Trustworthy AI”: a quotation that begins with a capital and has no full stop.
QUOTED_TITLE = re.compile(r"[“\"‘](?P<inside>[A-Z][^”\"’“.\n]{8,120})[”\"’]")
# "Copyright © 2018": the notice of a publisher, not the subject.
COPYRIGHT_NOTICE = re.compile(r"\b(?P<inside>copyright)(?=\s*(?:©|\(c\)|\d{4}))", re.IGNORECASE)

Phrases = dict[str, list[str]]


class ContextMatcher:
    """Component `softlaw_context`."""

    def __init__(self, nlp: Language):
        self.nlp = nlp
        self.phrases: dict[str, Phrases] = {}
        self.matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
        self.keys: dict[int, tuple[str, str]] = {}
        self.patterns: list[tuple[str, re.Pattern[str]]] = []

    def read_vocabulary(self, vocabulary: Vocabulary, language: str) -> None:
        """Take the phrases of one language from cues.toml and context.toml."""
        self.set_phrases(
            {
                file: {group: list(lists.get(language, ())) for group, lists in groups.items()}
                for file, groups in vocabulary.phrase_lists.items()
                if file in ("cues", "context")
            }
        )

    def set_phrases(self, phrases: dict[str, Phrases]) -> None:
        """Build the matcher and the patterns."""
        self.phrases = phrases
        self.matcher = PhraseMatcher(self.nlp.vocab, attr="LOWER")
        self.keys = {}
        for file, groups in phrases.items():
            for group, forms in groups.items():
                if forms and group not in RULES:
                    key = f"{file}:{group}"
                    self.matcher.add(key, [self.nlp.make_doc(form.lower()) for form in forms])
                    self.keys[self.nlp.vocab.strings[key]] = (file, group)
        self.patterns = build_patterns(phrases.get("context", {}))

    def __call__(self, doc: Doc) -> Doc:
        """Set `doc.spans["cues"]` and the context of the terms."""
        breaks = [match.end() for match in SENTENCE_BREAK.finditer(text_of_doc(doc))]
        terms = sorted(
            (span for group, spans in doc.spans.items() if is_terms(spans, group) for span in spans),
            key=lambda span: span.start_char,
        )
        starts = [span.start_char for span in terms]
        cues: list[Span] = []
        for key, start, end in self.matcher(doc):
            file, group = self.keys[key]
            span = Span(doc, start, end, label=group, span_id="cues.phrase")
            if file == "cues":
                cues.append(span)
            else:
                first, last = reach(group, span, breaks)
                mark(terms[bisect_left(starts, first) : bisect_left(starts, last)], group, span)
        for name, pattern in self.patterns:
            for match in pattern.finditer(text_of_doc(doc)):
                first, last = match.span("inside")
                if name != "title_of_work" or is_title(match["inside"]):
                    mark(terms[bisect_left(starts, first) : bisect_left(starts, last)], name)
        doc.spans["cues"] = cues
        return doc

    def to_bytes(self, **options: Any) -> bytes:
        """The phrases as JSON."""
        return json.dumps(self.phrases, ensure_ascii=False, sort_keys=True).encode()

    def from_bytes(self, data: bytes, **options: Any) -> ContextMatcher:
        """Read what `to_bytes` wrote."""
        self.set_phrases(json.loads(data))
        return self

    def to_disk(self, path: Path, **options: Any) -> None:
        """Write the phrases to one file."""
        Path(path).write_bytes(self.to_bytes())

    def from_disk(self, path: Path, **options: Any) -> ContextMatcher:
        """Read what `to_disk` wrote."""
        return self.from_bytes(Path(path).read_bytes())


@Language.factory("softlaw_context")
def create_context_matcher(nlp: Language, name: str) -> ContextMatcher:
    """The factory of `softlaw_context`."""
    return ContextMatcher(nlp)


def is_terms(spans: Any, group: str) -> bool:
    """Whether a SpanGroup holds terms of a vocabulary: their ids begin with the field's name."""
    return len(spans) > 0 and spans[0].id_.startswith(f"{group}.")


def reach(group: str, cue: Span, breaks: list[int]) -> tuple[int, int]:
    """Offsets between which a context phrase tells on a term: within its sentence."""
    index = bisect_right(breaks, cue.start_char)
    first = breaks[index - 1] if index else 0
    last = breaks[index] if index < len(breaks) else cue.doc[-1].idx + len(cue.doc[-1]) + 1
    if group in BEHIND:
        return cue.end_char, last
    if group in BEFORE:
        return first, cue.start_char
    return first, last


def mark(terms: list[Span], reason: str, cue: Span | None = None) -> None:
    """Add a reason to the context of terms; a definition reaches the term right before it only."""
    for span in terms:
        if reason in BEFORE and cue is not None and cue.start_char - span.end_char > DEFINITION_GAP:
            continue
        if reason not in span._.context:
            span._.context = (*span._.context, reason)


def build_patterns(phrases: Phrases) -> list[tuple[str, re.Pattern[str]]]:
    """The patterns of quoted law and of titles, from the words of a language."""
    patterns = [("title_of_work", QUOTED_TITLE), ("copyright_notice", COPYRIGHT_NOTICE)]
    if phrases.get("law"):
        law = choose_from(map(re.escape, phrases["law"]))
        patterns.append(("quoted_law", re.compile(QUOTED_LAW.format(law=law))))
    if phrases.get("works"):
        works = choose_from(map(re.escape, phrases["works"]))
        patterns.append(("title_of_work", re.compile(rf"\b(?:{works})\s(?P<inside>{CAPITALS})")))
    if phrases.get("offices"):
        offices = "|".join(map(re.escape, phrases["offices"]))
        patterns.append(("name_of_office", re.compile(rf"\b(?:{offices})\s?(?P<inside>{OFFICE})")))
    return patterns


def is_title(text: str) -> bool:
    """Whether most words begin with a capital, as in a title: "Ethics Guidelines for Trustworthy AI"."""
    words = text.split()
    return len(words) > 1 and sum(word[0].isupper() for word in words) * 2 > len(words)
