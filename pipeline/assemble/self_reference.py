"""Where a sentence speaks of the document itself: "this document", "these guidelines", "The Code"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.assemble.phrases import listed, phrase_pattern, whole_words
from pipeline.assemble.reading import Reading
from pipeline.assemble.type_names import TypeName, find_type_names

# Words that may stand between "these" and the noun: "these non-binding ethics Guidelines".
MAX_GAP_WORDS = 4
# A sentence that opens so speaks of the subject of the one before it.
PRONOUN = re.compile(
    r"(?:It|They|Elles?|Ils?|Es|Sie|Er|Het|Ze|Zij|Deze|Esso|Essa|Esse|Ela|Ele|Ellas?|Ellos?)\b", re.IGNORECASE
)
ACRONYM = re.compile(r"\(([A-Z][\w.& -]{1,14})\)")
# "these Guidelines of the Expert Group": the noun is another body's.
OTHERS = re.compile(r"\s+(?:of|by|from|des|der|du|de la|van|del|della|da)\s+(?:the\s+)?[A-Z]")


def own_names(full_name: str | None) -> tuple[str, ...]:
    """Names by which a text calls itself: its title, and the acronym in brackets in it, "(AI RMF 1.0)"."""
    if not full_name:
        return ()
    head = re.split(r"\s*[:(–—]", full_name)[0]
    acronyms = [re.sub(r"\s*\d[\d.]*$", "", found) for found in ACRONYM.findall(full_name)]
    names = [head] if len(head.split()) >= 2 else []
    return (*names, *(acronym for acronym in acronyms if len(acronym) > 2))


def find_own_name(sentence: str, full_name: str | None) -> tuple[int, int] | None:
    """Where a sentence names its document by its own name: "The Harbour Code is voluntary."""
    for name in own_names(full_name):
        match = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", sentence, re.IGNORECASE)
        if match:
            return match.span()
    return None


def find_self(reading: Reading, sentence: str, own_type: str | None = None) -> tuple[int, int] | None:
    """The first place where a sentence names its own document, or None.

    With `own_type`, a capitalised noun of that kind with "the" counts too: "The Guidelines are …".
    """
    return next(list_selves(reading, sentence, own_type), None)


def list_selves(reading: Reading, sentence: str, own_type: str | None = None) -> Iterator[tuple[int, int]]:
    """Every place where a sentence names its own document, first those that name no kind."""
    for match in phrase_pattern(reading, "force", "self").finditer(sentence):
        yield match.span()
    last = 0
    for name in find_type_names(reading, sentence):
        span = determined(reading, sentence, name, last) or defined(sentence, name, own_type)
        if span:
            yield span
        last = name.end


def determined(reading: Reading, sentence: str, name: TypeName, last: int = 0) -> tuple[int, int] | None:
    """A noun behind "this", "these", "the present": "These ethics guidelines".

    `last` is the end of the kind named before it: in "This guide on codes" only the guide is this one.
    """
    if OTHERS.match(sentence, name.end):
        return None
    pattern = whole_words(listed(reading, "force", "determiners") + listed(reading, "force", "possessives"))
    for match in pattern.finditer(sentence, 0, name.start):
        gap = sentence[match.end() : name.start]
        if match.end() < last < name.start - 1:
            continue
        if len(gap.split()) <= MAX_GAP_WORDS and not re.search(r"[,.;:()]|\b(?:of|on|to|in|and|by)\b", gap):
            return match.start(), name.end
    return None


def defined(sentence: str, name: TypeName, own_type: str | None) -> tuple[int, int] | None:
    """A capitalised noun of the document's own kind behind "the": "The Guidelines", "The AI Code"."""
    if name.id != own_type or not sentence[name.start].isupper():
        return None
    match = re.search(r"\bthe\s+(?:(?:AI|[A-Z][\w-]+)\s+){0,3}$", sentence[: name.start], re.IGNORECASE)
    return (match.start(), name.end) if match else None
