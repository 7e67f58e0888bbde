"""Builds the spaCy pipeline of one language from the vocabulary, and loads a built one."""

from __future__ import annotations

from pathlib import Path

import spacy
from spacy.attrs import LOWER
from spacy.language import Language

from pipeline.annotate.citations.component import CitationMatcher
from pipeline.annotate.context import ContextMatcher
from pipeline.annotate.dates import DateMatcher
from pipeline.annotate.norms import NormMatcher
from pipeline.annotate.terms import TermMatcher
from pipeline.vocabulary import Vocabulary

# A canonical text is one Doc; spaCy's own limit is meant for statistical models, which need
# memory by token. The readers refuse longer texts as `too_large`.
MAX_LENGTH = 60_000_000
# Some tokenizers need a package of their own, some languages have none.
ANY_LANGUAGE = "xx"


def build_pipeline(vocabulary: Vocabulary, language: str) -> Language:
    """The pipeline of one language: a blank tokenizer and our rule components."""
    nlp = set_limits(build_tokenizer(language))
    nlp.meta["name"] = "softlaw"
    nlp.meta["description"] = f"Rules for soft-law documents, vocabulary {vocabulary.version}"
    terms = nlp.add_pipe("softlaw_terms")
    assert isinstance(terms, TermMatcher)
    terms.read_vocabulary(vocabulary, language)
    context = nlp.add_pipe("softlaw_context")
    assert isinstance(context, ContextMatcher)
    context.read_vocabulary(vocabulary, language)
    dates = nlp.add_pipe("softlaw_dates")
    assert isinstance(dates, DateMatcher)
    dates.read_vocabulary(vocabulary, language)
    citations = nlp.add_pipe("softlaw_citations")
    assert isinstance(citations, CitationMatcher)
    citations.read_vocabulary(vocabulary, language)
    norms = nlp.add_pipe("softlaw_norms")
    assert isinstance(norms, NormMatcher)
    norms.read_vocabulary(vocabulary, language)
    return nlp


def build_tokenizer(language: str) -> Language:
    """spaCy's tokenizer of a language, or the general one where it has none: Norwegian, Welsh, Thai."""
    try:
        return spacy.blank(language)
    except ImportError:
        return spacy.blank(ANY_LANGUAGE)


def load_pipeline(folder: Path) -> Language:
    """A pipeline that `build_pipeline` made and `to_disk` wrote."""
    return set_limits(spacy.load(folder))


def set_limits(nlp: Language) -> Language:
    """Texts of any length; of each new word only what the matchers look at is worked out."""
    nlp.max_length = MAX_LENGTH
    nlp.vocab.lex_attr_getters = {LOWER: nlp.vocab.lex_attr_getters[LOWER]}
    return nlp
