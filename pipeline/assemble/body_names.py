"""Names of the gazetteer in a text: one walk over the words, the longest name at a place wins.

Only the zones that may name an issuer are searched, so the walk is short. A name counts in any
case when it has several words ("EUROPEAN BANKING AUTHORITY"), an acronym or a name of one word as
written or in capitals ("Orange" is a company, "orange" is a colour).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from pipeline.vocabulary import Body, Vocabulary

WORD = re.compile(r"[^\W_]+")
ARTICLE = re.compile(r"the|der|die|das|la|le|les|el|los|las|il|lo|de|het|o|a|os|as")
# Spellings under which the same name is printed.
SPELLING = {
    "organisation": "organization",
    "organisations": "organizations",
    "standardisation": "standardization",
    "centre": "center",
    "centres": "centers",
    "programme": "program",
    "labour": "labor",
    "defence": "defense",
    "colour": "color",
    "digitisation": "digitization",
    "digitalisation": "digitalization",
    "harmonisation": "harmonization",
    "modernisation": "modernization",
}
END = ""
SHORT = "short"
ACRONYM = "acronym"
NAME = "name"
# Longest line of capitals in which an acronym that is a word too is believed.
ACRONYM_LINE = 20


@dataclass(slots=True, frozen=True)
class Named:
    """A body that the text names at start:end; `value` is what the entry will say.

    `form` is `name`, `acronym`, `short` ("the Council") or `grammar` (a body that is not in the
    gazetteer; `body` is None then).
    """

    value: str
    start: int
    end: int
    form: str
    body: Body | None = None
    rivals: tuple[Body, ...] = ()


@dataclass(slots=True)
class BodyIndex:
    """The gazetteer as a tree of words; a leaf holds (body, form, text as written)."""

    bodies: dict[str, Body]
    root: dict[str, Any] = field(default_factory=dict)
    domains: dict[str, Body] = field(default_factory=dict)
    acronym_words: frozenset[str] = frozenset()

    def add(self, body: Body, form: str, text: str) -> None:
        """Put one name into the tree, with and without its "and"."""
        words = [fold_word(word) for word in WORD.findall(text)]
        if len(words) > 1 and ARTICLE.fullmatch(words[0]):
            words = words[1:]
        for variant in {tuple(words), tuple(word for word in words if word != "and")}:
            node = self.root
            for word in variant:
                node = node.setdefault(word, {})
            node.setdefault(END, []).append((body, form, text))

    def find(self, text: str, start: int, end: int, language: str) -> list[Named]:
        """The names in text[start:end] in order; a name inside a longer one is left out."""
        words = [(fold_word(match.group()), match.span()) for match in WORD.finditer(text, start, end)]
        capitals = text[start:end].isupper() and end - start > ACRONYM_LINE
        found: list[Named] = []
        index = 0
        while index < len(words):
            size, named = self.longest(text, words, index, language, capitals)
            if named:
                found.append(named)
            index += size
        return found

    def longest(
        self,
        text: str,
        words: list[tuple[str, tuple[int, int]]],
        index: int,
        language: str,
        capitals: bool,
    ) -> tuple[int, Named | None]:
        """The longest name that starts at a word: how many words it has, and the name."""
        node, best, size = self.root, None, 1
        for offset in range(index, len(words)):
            node = node.get(words[offset][0], {})
            if not node:
                break
            span = (words[index][1][0], words[offset][1][1])
            leaves = [leaf for leaf in node.get(END, ()) if self.counts(text[slice(*span)], leaf, capitals)]
            if leaves:
                best, size = name_of(leaves, span, language), offset - index + 1
        return size, best

    def counts(self, printed: str, leaf: tuple[Body, str, str], capitals: bool) -> bool:
        """Whether the letters of the print agree with the form of the name."""
        _, form, text = leaf
        if form == ACRONYM:
            return printed == text and not (capitals and text in self.acronym_words)
        if WORD.fullmatch(text):
            return printed == text or (printed.isupper() and len(text) > 2)
        return not printed[0].islower() or text[0].islower()


def name_of(leaves: list[tuple[Body, str, str]], span: tuple[int, int], language: str) -> Named:
    """The body of the leaves; several bodies of one name stay rivals until the country is known."""
    bodies = list({leaf[0].id: leaf[0] for leaf in leaves}.values())
    form = NAME if any(leaf[1] == NAME for leaf in leaves) else leaves[0][1]
    return Named(official_name(bodies[0], language), *span, form, bodies[0], tuple(bodies[1:]))


def official_name(body: Body, language: str) -> str:
    """The name of a body in the language of the document, else its main name."""
    return body.names.get(language, body.name)


def build_index(vocabulary: Vocabulary) -> BodyIndex:
    """The tree of all names, built once for a vocabulary."""
    if vocabulary.version not in _INDEXES:
        words = vocabulary.phrases("bodies", "acronym_words") if "bodies" in vocabulary.phrase_lists else ()
        index = BodyIndex(vocabulary.bodies, acronym_words=frozenset(words))
        for body in vocabulary.bodies.values():
            fill_index(index, body)
        _INDEXES.clear()
        _INDEXES[vocabulary.version] = index
    return _INDEXES[vocabulary.version]


_INDEXES: dict[str, BodyIndex] = {}


def fill_index(index: BodyIndex, body: Body) -> None:
    """All forms of one body; "U.S. Department" is also printed "US" and "United States"."""
    for name in (body.name, *body.names.values(), *body.aliases):
        index.add(body, NAME, name)
        if name.startswith("U.S. "):
            for country in ("US ", "United States "):
                index.add(body, NAME, country + name.removeprefix("U.S. "))
    for acronym in body.acronyms:
        index.add(body, ACRONYM, acronym)
    for short in body.short:
        index.add(body, SHORT, short)
    index.domains |= dict.fromkeys(body.domains, body)


@lru_cache(maxsize=50_000)
def fold_word(word: str) -> str:
    """A word without case, accents and British spelling: "Organisation" -> "organization"."""
    folded = word.casefold()
    if not folded.isascii():
        pieces = unicodedata.normalize("NFKD", folded)
        folded = "".join(letter for letter in pieces if not unicodedata.combining(letter))
    return SPELLING.get(folded, folded)
