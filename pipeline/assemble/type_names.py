"""How a document names its own kind: the nouns of `document_type` in a title, a label, a sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from pipeline.assemble.reading import Reading
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


def find_type_names(reading: Reading, text: str) -> list[TypeName]:
    """The kinds named in a text, in its order; the longest name at a place counts."""
    names, parts = type_words(reading)
    found = []
    for match in type_pattern(tuple(names), parts).finditer(text):
        form = fold(match.group())
        type_id = names.get(form) or next(names[part] for part in parts if form.endswith(part))
        if type_id != NEVER:
            found.append(TypeName(type_id, match.start(), match.end()))
    return found


def type_words(reading: Reading) -> tuple[dict[str, str], tuple[str, ...]]:
    """The kind of each folded name, in the document's language and in English, and last parts."""
    names: dict[str, str] = {}
    for term in reading.vocabulary.terms["document_type"].values():
        for code in dict.fromkeys((reading.language, "en")):
            words = term.words.get(code)
            if words:
                names |= {fold(phrase): NEVER for phrase in words.never}
                for name in (*words.variants, *words.exact):
                    names.setdefault(fold(name), term.id)
                    names.setdefault(plural(fold(name)), term.id)
    if reading.language not in COMPOUNDING:
        return names, ()
    terms = reading.vocabulary.terms["document_type"].values()
    own = {
        fold(name) for term in terms if (words := term.words.get(reading.language)) for name in words.variants
    }
    return names, tuple(sorted((name for name in own if len(name) >= MIN_COMPOUND), key=len, reverse=True))


@lru_cache(maxsize=32)
def type_pattern(names: tuple[str, ...], parts: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern over all names, longest first; spaces and hyphens alike."""
    choice = "|".join(r"[\W_]+".join(name.split()) for name in sorted(names, key=len, reverse=True))
    compounds = rf"|\w+(?:{'|'.join(parts)})" if parts else ""
    return re.compile(rf"(?<!\w)(?:{choice}{compounds})(?!\w)", re.IGNORECASE)
