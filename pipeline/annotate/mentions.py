"""Runs a spaCy pipeline over a document and ships its spans as rows, never as Docs."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span

from pipeline.annotate.doc_text import keep_text
from pipeline.records import Document, Mention

# What a component found beyond id and offsets: reasons why a span may not count, and named parts
# of a citation or date.
if not Span.has_extension("context"):
    Span.set_extension("context", default=())
    Span.set_extension("data", default=())


def annotate_document(document: Document, nlp: Language) -> list[Mention]:
    """All mentions of a document, by group and offset."""
    text = document.without_marks()
    return list_mentions(nlp(keep_text(nlp.make_doc(text), text)))


def list_mentions(doc: Doc) -> list[Mention]:
    """The spans of every SpanGroup; the label is the value and the span id the rule."""
    return [
        build_mention(group, span, (span.start_char, span.end_char) in marked)
        for marked in [marked_places(doc)]
        for group in doc.spans
        for span in doc.spans[group]
    ]


def marked_places(doc: Doc) -> set[tuple[int, int]]:
    """Offsets of the spans with context or data: reading an extension costs more than a mention."""
    return {key[2:4] for key in doc.user_data if isinstance(key, tuple) and key[0] == "._."}


def build_mention(group: str, span: Span, marked: bool) -> Mention:
    """One mention; context and data are read where they were set."""
    return Mention(
        group=group,
        value=span.label_,
        start=span.start_char,
        end=span.end_char,
        rule=span.id_,
        context=span._.context if marked else (),
        data=span._.data if marked else (),
    )
