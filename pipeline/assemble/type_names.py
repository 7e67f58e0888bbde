"""How a document names its own kind: the nouns of `document_type` in a title, a label, a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.assemble.reading import Reading
from pipeline.vocabulary.choice import choose_from
from pipeline.vocabulary.folding import fold, plural

# Languages that write a noun phrase as one word: "Praxisleitfaden", "afwegingskader".
COMPOUNDING = ("de", "nl")
# Shorter last parts are parts of other words ("normen", "gids").
MIN_COMPOUND = 5
NEVER = "never"


@dataclass(slots=True, frozen=True)
class TypeName:
    """A noun that names a kind of document, at its offsets in the text that was searched."""

    id: str
    start: int
    end: int


@dataclass(slots=True, frozen=True)
class TypeWords:
    """Kind by folded name, last parts of compounds, and the pattern that finds them."""

    names: dict[str, str]
    parts: tuple[str, ...]
    pattern: re.Pattern[str]


# Built words by version of the vocabulary and language: a title and every sentence ask for them.
BUILT: dict[tuple[str, str], TypeWords] = {}


def find_type_names(reading: Reading, text: str) -> list[TypeName]:
    """The kinds named in a text, in its order; the longest name at a place counts."""
    words = type_words(reading)
    found = []
    for match in words.pattern.finditer(text):
        form = fold(match.group())
        type_id = words.names.get(form) or next(
            words.names[part] for part in words.parts if form.endswith(part)
        )
        if type_id != NEVER:
            found.append(TypeName(type_id, match.start(), match.end()))
    return found


def type_words(reading: Reading) -> TypeWords:
    """The names in the document's language and in English; built once for a vocabulary."""
    key = (reading.vocabulary.version, reading.language)
    if key not in BUILT:
        BUILT[key] = build_type_words(reading)
    return BUILT[key]


def build_type_words(reading: Reading) -> TypeWords:
    """The kind of each folded name, last parts of compounds, and one pattern over all of them."""
    names: dict[str, str] = {}
    terms = reading.vocabulary.terms["document_type"].values()
    for term in terms:
        for code in dict.fromkeys((reading.language, "en")):
            words = term.words.get(code)
            if words:
                names |= {fold(phrase): NEVER for phrase in words.never}
                for name in (*words.variants, *words.exact):
                    names.setdefault(fold(name), term.id)
                    names.setdefault(plural(fold(name)), term.id)
    parts: tuple[str, ...] = ()
    if reading.language in COMPOUNDING:
        own = {
            fold(name)
            for term in terms
            if (words := term.words.get(reading.language))
            for name in words.variants
        }
        long = (name for name in own if len(name) >= MIN_COMPOUND)
        parts = tuple(sorted(long, key=lambda name: (-len(name), name)))
    return TypeWords(names, parts, type_pattern(names, parts))


def type_pattern(names: Iterable[str], parts: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern over all names, longest first; spaces and hyphens alike."""
    # Folding writes "Weißbuch" as "weissbuch"; the print has either.
    spelled = {form for name in names for form in (name, name.replace("ss", "ß"))}
    choice = choose_from(r"[\W_]+".join(name.split()) for name in sorted(spelled))
    compounds = rf"|\w+(?:{'|'.join(parts)})" if parts else ""
    return re.compile(rf"\b(?:{choice}{compounds})\b", re.IGNORECASE)
