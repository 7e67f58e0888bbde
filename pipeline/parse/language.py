"""The language of a text, told offline and the same way each time."""

from __future__ import annotations

import re
from functools import cache
from threading import Lock
from typing import Any

# Only words count: dot leaders, figures and addresses carry no language.
WORDS = re.compile(r"[^\W\d_]{2,}(?:['’][^\W\d_]+)?")
NOISE = re.compile(r"https?://\S+|www\.\S+|\S+@\S+|[.…_\-–—=*]{3,}")
# Three samples from the body: the front is often in another language than the rest.
SAMPLE = 4000
# Languages in which soft law is published and that the classifier tells apart well.
LANGUAGE_CODES = """
    ar bg bs ca cs cy da de el en es et eu fa fi fr ga gl he hi hr hu id is it ja ka ko lb lt lv mk ms
    mt nl no pl pt ro ru sk sl sq sr sv th tr uk vi zh
"""
LANGUAGES = frozenset(LANGUAGE_CODES.split())
DEFAULT = "en"
LOADING = Lock()


def detect_language(text: str) -> str:
    """The ISO 639-1 code of the language of a text; English for a text without words."""
    sample = " ".join(WORDS.findall(NOISE.sub(" ", sample_text(text))))
    if not sample:
        return DEFAULT
    return str(await_classifier().classify(sample)[0])


def sample_text(text: str) -> str:
    """The text, or of a long text three pieces of its body."""
    if len(text) <= 4 * SAMPLE:
        return text
    starts = (len(text) // 5, len(text) // 2, 4 * len(text) // 5)
    return " ".join(text[start : start + SAMPLE] for start in starts)


def await_classifier() -> Any:
    """The classifier, loaded once: by whoever comes first, a worker's thread or the first document."""
    with LOADING:
        return load_classifier()


@cache
def load_classifier() -> Any:
    """The n-gram classifier whose weights come with its wheel; loading takes half a second."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 (loads slowly)

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(LANGUAGES)
    return identifier
