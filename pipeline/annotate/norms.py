"""Finds norms: the words by which a text tells someone what to do. SpanGroup `norms`.

The label of a span is its force (`obligation`, `recommendation`, `permission`, `possibility`,
`commitment`), `imperative` for an order that opens a sentence or item, or the class of an operative
verb that opens a paragraph (`operative_recommends` …). The words are phrases/norms.toml; the endings
that tell an imperative without a list are grammar and stand here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from pipeline.annotate.doc_text import text_of_doc
from pipeline.vocabulary import Vocabulary

FILE = "norms"
IGNORED = ("never", "ordinal")
UNMATCHED = ("not_imperative", "takes_preposition", "condition", "after_condition")
# What may stand between the start of a paragraph or cell and its first word: a bullet, a box, a
# number such as "3.2", "(a)" or "A-II."; in front of an order also a label ("Use of tools: Name …").
LINE_START = (
    r"(?:\A|[\n\t])\s*(?:[•☐□☑✓–—-]\s*)?"
    r"(?:\(?(?:\d[\w.-]{0,9}|[A-Z]{1,3}[.-]\d[\w.-]{0,6}|[a-z]{1,4}[.)]|[IVXL]+)[.):]*\s+)?"
)
PARAGRAPH_START = re.compile(LINE_START + r"\Z")
ORDER_START = re.compile(
    r"(?:" + LINE_START + r"|[.!?:;…•☐□][\"'”’»)\]]*\s+|\s[–—]\s|[^\W\d_][.)]\s)[\"“‘'«(]?\Z"
)
# Until the words of a language are known.
NOTHING = re.compile(r"(?!)")
# Behind a word that could be an order: it is the noun of a statement, "Review by a judge …", "Access is …".
NOUN_USE = re.compile(
    r"\s+(?:(?P<preposition>of|by)|is|are|was|were|has|had|can|may|must|should|will|would|between|among)\b"
)
# The longest start that the patterns look back at.
LOOK_BACK = 24
# "Mettre en place …", "Veillez à …"; "Garantizar …"; "Definire …"; "Stellen Sie … sicher".
OPENING_FORMS = {
    "fr": r"(?:[Ss][’'])?[^\W\d_]{2,}(?:er|ir|re|ez)\b(?:-vous\b)?",
    "es": r"[^\W\d_]{2,}(?:ar|er|ir)(?:se)?\b",
    "pt": r"[^\W\d_]{2,}(?:ar|er|ir|or)(?:-se)?\b",
    "it": r"[^\W\d_]{2,}(?:are|ere|ire|urre|arre|orre)(?:si)?\b",
    "de": r"[^\W\d_]{2,}(?:en|ern|eln) Sie\b",
}
# "Accurately assess the skills gap".
ADVERB_FIRST = re.compile(r"[A-Za-z][a-z]{3,}ly (?P<order>[a-z]+)")
# German items close with the infinitive: "Betroffene vorab informieren."
CLOSING_INFINITIVE = re.compile(
    r"^(?:[•☐□–-]\s*)?[A-ZÄÖÜ][^.\n,]{8,240}\s([a-zäöüß]{2,}(?:en|ern|eln))[.;]?$", re.MULTILINE
)
FINITE = re.compile(r"\b(?:ist|sind|wird|werden|wurde|wurden|hat|haben|kann|können|muss|müssen|soll\w*)\b")


class NormMatcher:
    """Component `softlaw_norms`: one PhraseMatcher over the words of a language, and the endings."""

    def __init__(self, nlp: Language):
        self.nlp = nlp
        self.phrases: dict[str, list[str]] = {}
        self.orders: frozenset[str] = frozenset()
        self.after_condition = compile_condition({})
        self.matcher = PhraseMatcher(nlp.vocab, attr="LOWER")

    def read_vocabulary(self, vocabulary: Vocabulary, language: str) -> None:
        """Take the words of one language from phrases/norms.toml."""
        groups = vocabulary.phrase_lists.get(FILE, {})
        self.set_phrases({label: list(lists.get(language, ())) for label, lists in groups.items()})

    def set_phrases(self, phrases: dict[str, list[str]]) -> None:
        """Build the matcher."""
        self.phrases = phrases
        self.orders = frozenset(phrases.get("imperative", ()))
        self.after_condition = compile_condition(phrases)
        self.matcher = PhraseMatcher(self.nlp.vocab, attr="LOWER")
        for label, forms in phrases.items():
            if forms and label not in UNMATCHED:
                self.matcher.add(label, [self.nlp.make_doc(form) for form in forms])

    def __call__(self, doc: Doc) -> Doc:
        """Set `doc.spans["norms"]`; the longest match wins."""
        text = text_of_doc(doc)
        spans = [
            Span(doc, start, end, label=label, span_id=f"norms.{doc.vocab.strings[label]}")
            for label, start, end in self.matcher(doc)
        ]
        firsts = {span.end_char for span in spans if span.label_ == "ordinal"}
        spans = prefer_operative([span for span in spans if stands_well(span, text, firsts)])
        spans = [span for span in spans if not self.is_noun(span, text)]
        spans += self.find_forms(doc, text)
        doc.spans["norms"] = [span for span in filter_spans(spans) if span.label_ not in IGNORED]
        return doc

    def is_noun(self, span: Span, text: str) -> bool:
        """Whether a word that could be an order is the noun of a statement: "Review by a judge helps."."""
        if span.label_ != "imperative" or self.nlp.lang != "en":
            return False
        match = NOUN_USE.match(text, span.end_char)
        verbs = self.phrases.get("takes_preposition", ())
        return match is not None and not (match["preposition"] and span.text.lower() in verbs)

    def find_forms(self, doc: Doc, text: str) -> Iterator[Span]:
        """Orders told by their ending: "Informar a …", "Prüfen Sie …", "… vorab informieren."."""
        opening = OPENING_FORMS.get(self.nlp.lang)
        known = set(self.phrases.get("not_imperative", ()))
        if opening:
            for match in re.finditer(ORDER_START.pattern.removesuffix(r"\Z") + f"({opening})", text):
                if match.group(1).lower() not in known:
                    yield from make_span(doc, match.span(1), "norms.form")
        for match in self.after_condition.finditer(text):
            yield from make_span(doc, match.span("order"), "norms.condition")
        if self.nlp.lang == "en":
            for match in ADVERB_FIRST.finditer(text):
                start = match.start()
                before = max(start - LOOK_BACK, 0)
                if match["order"] in self.orders and ORDER_START.search(text, before, start):
                    yield from make_span(doc, (start, match.start("order") - 1), "norms.adverb")
        if self.nlp.lang == "de":
            for match in CLOSING_INFINITIVE.finditer(text):
                if not FINITE.search(match.group()):
                    yield from make_span(doc, match.span(1), "norms.infinitive")

    def to_bytes(self, **options: Any) -> bytes:
        """The words as JSON."""
        return json.dumps(self.phrases, ensure_ascii=False, sort_keys=True).encode()

    def from_bytes(self, data: bytes, **options: Any) -> NormMatcher:
        """Read what `to_bytes` wrote."""
        self.set_phrases(json.loads(data))
        return self

    def to_disk(self, path: Path, **options: Any) -> None:
        """Write the words to one file."""
        Path(path).write_bytes(self.to_bytes())

    def from_disk(self, path: Path, **options: Any) -> NormMatcher:
        """Read what `to_disk` wrote."""
        return self.from_bytes(Path(path).read_bytes())


@Language.factory("softlaw_norms")
def create_norm_matcher(nlp: Language, name: str) -> NormMatcher:
    """The factory of `softlaw_norms`."""
    return NormMatcher(nlp)


def compile_condition(phrases: dict[str, list[str]]) -> re.Pattern[str]:
    """An order behind a clause of condition: "If it rains, make sure that …"."""
    if not phrases.get("condition") or not phrases.get("after_condition"):
        return NOTHING
    labels = ("condition", "after_condition")
    first, orders = ("|".join(map(re.escape, phrases[label])).replace("'", "['’]") for label in labels)
    start = r"(?:\A|[\n.!?]\s*|•\s*)"
    return re.compile(rf"{start}(?:{first})\b[^.!?\n]{{3,200}}?,\s(?P<order>{orders})(?!\w)", re.IGNORECASE)


def stands_well(span: Span, text: str, firsts: set[int]) -> bool:
    """An order opens its sentence or item, an operative verb its paragraph; "May 2024" permits nothing."""
    label = span.label_
    before = text[max(span.start_char - LOOK_BACK, 0) : span.start_char]
    if label == "imperative":
        return bool(ORDER_START.search(before)) or follows_ordinal(span, text, firsts)
    if label.startswith("operative_"):
        return bool(PARAGRAPH_START.search(before))
    return not (label == "possibility" and len(span) == 1 and span.text.istitle() and before)


def prefer_operative(spans: list[Span]) -> list[Span]:
    """Of two readings of the same words ("RECOMMENDS that") the operative verb wins."""
    starts = {span.start for span in spans if span.label_.startswith("operative_")}
    return [span for span in spans if span.start not in starts or span.label_.startswith("operative_")]


def follows_ordinal(span: Span, text: str, firsts: set[int]) -> bool:
    """An order behind an ordinal: "First, set up a register."."""
    start = span.start_char
    return text[start - 2 : start] == ", " and start - 2 in firsts


def make_span(doc: Doc, offsets: tuple[int, int], rule: str) -> Iterator[Span]:
    """The span of an order, when the offsets fall on tokens."""
    span = doc.char_span(*offsets, label="imperative", span_id=rule, alignment_mode="expand")
    if span is not None:
        yield span
