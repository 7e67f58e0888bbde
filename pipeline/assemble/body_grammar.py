"""Bodies that are not in the gazetteer, by the form of their name: "Ministry of …", "… Authority".

The head words are data (phrases/bodies.toml, one group for each nature); the grammar around them,
capitals and connecting words, is here.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.assemble.body_names import Named
from pipeline.vocabulary import Vocabulary

NATURES = (
    "academic_institution",
    "court_or_judicial_body",
    "religious_body",
    "standards_body",
    "professional_or_industry_association",
    "public_authority",
    "civil_society",
)
GROUP = "group"
COMPANY = "company"
CAPITAL = r"[A-ZÀ-ÖØ-ÞŁŚŻČŠŽ]"
WORD = rf"{CAPITAL}[\w’'&.\-]*"
JOINER = (
    r"(?i:of|and|for|the|on|in|at|de|des|du|del|della|delle|dell|di|do|da|dos|das|la|le|les|los|las|el"
    r"|et|y|e|i|und|für|der|die|den|dem|van|voor|en|het|van de|per|para|pour|sur|w|na|ds\.|&)"
)
# "l'Économie", "d'État", "dell'Istruzione": an article glued to a capitalised word.
GLUED = rf"(?:[ldLD]|[dD]ell|[aA]ll)[’']{CAPITAL}[\w\-]*"
# Behind the head these begin another part of the sentence: "COMMISSION TO THE EUROPEAN PARLIAMENT".
OTHER_ROLES = frozenset({"to", "from", "by", "with"})
# "Jane Doe, Working Group 2 Chair": the post of a person.
NUMBERED = re.compile(r"\s*\d")
# Two lines of a cover are two blocks with a blank line between them.
GAP = r"(?: |\n\n)"
# One more word of a name in small letters, a number in it, or ", des Finances".
SMALL = (
    r"(?:(?:,(?= (?i:des?|du|de la|della|dell|do|da|y|e|et|i|en) ))? [^\W\d][\w’'-]*"
    r"| \d+(?= [a-zà-ÿ]))"
)
LONGEST_NAME = 140
# "dass die Institute" die Modelle prüfen: an article in the nominative or accusative begins another part.
OBJECT = re.compile(r" (?:die|das|den|dem|the|ein|eine|einen)\b")
# Two words or more in capitals inside a line.
CAPITALS = re.compile(rf"(?<!\w){CAPITAL}{{3,}}(?: {CAPITAL}{{2,}})+(?!\w)")
# In a line of capitals these are no part of a name before its head: "COMMUNICATION FROM THE …".
PREPOSITIONS = frozenset({"from", "by", "of", "to", "on", "for", "in", "with"})
# Languages that write the words behind the head in small letters: "Agence nationale de sécurité".
LOWERCASE_NAMES = frozenset({"fr", "es", "it", "pt", "nl", "pl"})
LONGEST_LINE = 160


@dataclass(slots=True, frozen=True)
class Grammar:
    """Compiled patterns of a vocabulary: names with a head word, and companies."""

    headed: re.Pattern[str]
    lower: re.Pattern[str]
    company: re.Pattern[str]
    heads: tuple[tuple[str, str, re.Pattern[str]], ...]
    compounds: re.Pattern[str]
    stops: frozenset[str]
    bare: frozenset[str]
    roles: frozenset[str]
    other_tongues: frozenset[str]

    def find(self, text: str, start: int, end: int, language: str = "en") -> list[Named]:
        """Names in text[start:end]; in a line of capitals each word counts as capitalised.

        For example: "Ministry of Digital Affairs", "AUTORIDADE NACIONAL DE DADOS", "Acme Robotics GmbH".
        """
        printed = segment = text[start:end]
        if printed.isupper():
            segment = keep_length(printed)
        patterns = [self.headed, self.company]
        if language in LOWERCASE_NAMES and len(segment) <= LONGEST_LINE:
            patterns.insert(0, self.lower)
        found = [] if printed.isupper() else self.find_capitals(text, start, printed, language)
        for pattern in patterns:
            for match in pattern.finditer(segment):
                named = self.build(segment, match, start)
                if named and not any(named.start < other.end and other.start < named.end for other in found):
                    found.append(named)
        return sorted(found, key=lambda named: named.start)

    def find_capitals(self, text: str, start: int, segment: str, language: str) -> list[Named]:
        """Names in capitals inside a line of other letters: "UNIVERSITY OF YS Prifysgol Ys"."""
        if len(segment) > LONGEST_LINE:
            return []
        runs = CAPITALS.finditer(segment)
        return [
            named
            for run in runs
            for named in self.find(text, start + run.start(), start + run.end(), language)
        ]

    def build(self, segment: str, match: re.Match[str], offset: int) -> Named | None:
        """The name in a match, cut where words of the document follow the body's own."""
        first, last = match.span()
        head = match.end("head") if "head" in match.re.groupindex else last
        start = match.start("head") if "head" in match.re.groupindex else first
        for word in re.finditer(r"\S+\s+", segment[first:start]):
            bare = word.group().strip(" .,:;()\n")
            if bare.casefold() in self.stops | PREPOSITIONS or bare in self.roles:
                first = match.start() + word.end()
        if match.re is self.lower and self.cut_at(segment, head, last) < last:
            return None
        return self.build_from(segment, first, head, last, offset)

    def cut_at(self, segment: str, head: int, last: int) -> int:
        """Where the name ends behind its head: before a word of the document or of another role."""
        if OBJECT.match(segment, head, last):
            return head
        for word in re.finditer(r"\S+", segment[head:last]):
            if word.group() in self.other_tongues:
                return head + word.start()
            if word.group().strip(".,:;()").casefold() in self.stops | OTHER_ROLES:
                return head + word.start()
        return last

    def build_from(self, segment: str, first: int, head: int, last: int, offset: int) -> Named | None:
        """The name between `first` and `last`, whose head word ends at `head`."""
        last = self.cut_at(segment, head, last)
        while leading := re.match(rf"(?:{JOINER}) ", segment[first:last]):
            first += leading.end()
        while trailing := re.search(rf"[\s,;:(.]+(?:{JOINER})?$", segment[first:last]):
            last = first + trailing.start()
        value = " ".join(segment[first:last].split())
        numbered = self.nature(value) == GROUP and NUMBERED.match(segment, last)
        if numbered or not self.is_name(value):
            return None
        return Named(as_printed(value), offset + first, offset + last, "grammar")

    def is_name(self, value: str) -> bool:
        """A head word alone ("Committee") or a whole sentence is no name."""
        words = value.split()
        if (
            len(value) > LONGEST_NAME
            or value.casefold() in self.bare
            or self.roles.intersection(word.strip(",;:.") for word in words)
        ):
            return False
        return (len(words) >= 2 or self.compound(value)) and bool(self.nature(value))

    def compound(self, value: str) -> bool:
        """A compound is a name by itself: "Bundeskartellamt", "XY-netwerk"."""
        return bool(self.compounds.fullmatch(value))

    def nature(self, name: str) -> str | None:
        """The nature that the longest head word of a name tells; `group` for a working group."""
        if self.company.fullmatch(name):
            return COMPANY
        found = [
            (match.end() - match.start(), -match.start(), nature)
            for nature, _, pattern in self.heads
            if (match := pattern.search(name))
        ]
        return max(found)[2] if found else None


def build_grammar(vocabulary: Vocabulary) -> Grammar:
    """The patterns of a vocabulary, built once."""
    if vocabulary.version not in _GRAMMARS:
        _GRAMMARS.clear()
        _GRAMMARS[vocabulary.version] = compile_grammar(vocabulary)
    return _GRAMMARS[vocabulary.version]


_GRAMMARS: dict[str, Grammar] = {}


def compile_grammar(vocabulary: Vocabulary) -> Grammar:
    """One pattern for all heads of all languages, one for companies, one for each nature."""
    heads = {nature: vocabulary.phrases("bodies", nature) for nature in (*NATURES, GROUP)}
    organs = vocabulary.phrases("bodies", "organ")
    parts = [phrase for phrases in heads.values() for phrase in phrases]
    anyhead = alternatives(phrase for phrases in heads.values() for phrase in phrases)
    before = rf"(?:(?:{WORD}|{GLUED}),?{GAP}(?:(?:and|&){GAP})?){{0,7}}?"
    behind = (
        rf"(?:(?:,{GAP}(?:(?:and|et|und|y|e|i|en|&){GAP})?|{GAP}(?:{JOINER}{GAP}){{0,3}})(?:{GLUED}|{WORD}))"
    )
    endings = alternatives(vocabulary.phrases("bodies", COMPANY))
    kinds = {phrase for phrase in vocabulary.phrases("bodies", "kind_of_text") if " " not in phrase}
    return Grammar(
        headed=re.compile(rf"(?<!\w){before}(?P<head>{anyhead})(?!\w){behind}{{0,12}}"),
        lower=re.compile(rf"(?<!\w)(?P<head>{anyhead}){SMALL}{{1,14}}"),
        company=re.compile(rf"(?<!\w){WORD}(?: (?:& )?{WORD}){{0,4}},? (?:{endings})(?!\w)\.?"),
        heads=tuple(
            (nature, phrase, re.compile(rf"(?<!\w){alternatives([phrase])}(?!\w)", re.IGNORECASE))
            for nature, phrases in heads.items()
            for phrase in phrases
        ),
        compounds=re.compile(alternatives(part for part in parts if part.startswith("-")) or r"(?!)"),
        stops=frozenset(
            {*kinds, *month_names(vocabulary), "version", "draft", "isbn", "©", "copyright", "republic of"}
        ),
        bare=frozenset(phrase.casefold() for phrases in (*heads.values(), organs) for phrase in phrases),
        roles=frozenset(vocabulary.phrases("bodies", "role")),
        other_tongues=frozenset(vocabulary.phrases("bodies", "other_tongues")),
    )


def month_names(vocabulary: Vocabulary) -> set[str]:
    """The months in all languages: a date behind a name is no part of it."""
    months = (name.casefold() for name in calendar.month_name[1:])
    return {phrase.casefold() for month in months for phrase in vocabulary.phrases("dates", month)}


def alternatives(phrases: Iterable[str]) -> str:
    """A pattern of head words, longest first; "-ministerium" is the end of a compound."""
    ordered = sorted(set(phrases), key=len, reverse=True)
    return "|".join(
        rf"{CAPITAL}[\w-]*{re.escape(phrase[1:])}" if phrase.startswith("-") else re.escape(phrase)
        for phrase in ordered
    )


def keep_length(segment: str) -> str:
    """Capitals as capitalised words, letter for letter: "OFFICE OF X" -> "Office Of X"."""
    titled = re.sub(r"[^\W\d_]+", lambda match: match.group()[0] + match.group()[1:].lower(), segment)
    return titled if len(titled) == len(segment) else segment


def as_printed(value: str) -> str:
    """A name with its small words in small letters: "Office Of The Prime Minister"."""
    words = value.split()
    small = [
        word.lower() if index and re.fullmatch(JOINER, word) and len(word) > 1 else word
        for index, word in enumerate(words)
    ]
    return " ".join(small)
