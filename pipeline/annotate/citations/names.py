"""Instruments cited by a name or acronym of the vocabulary, in one pass over the words of the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice, pairwise

from pipeline.annotate.citations.model import NO_COUNTRY, Citation
from pipeline.vocabulary import Instrument
from pipeline.vocabulary.choice import choose_from

WORD = re.compile(r"\w+\+?")
# Between the words of one name: spaces, hyphens, apostrophes, brackets and commas, never a full
# stop with a space (a sentence end) or a blank line.
BETWEEN = re.compile(r"(?:(?!\n\s*\n)[\s\-–‑'’,()&°º/«»“”]|\.(?=\S)|\.(?=\s*\d))*")
NATIONAL = re.compile(r"[A-Z]{2}")
# What may stand between a weak name and another instrument beside it: "DSA, DMA and Data Act".
BESIDE = re.compile(r"[\s,;/&()“”‘’'\"]*(?:[^\W\d]{1,5}[\s,(]+){0,2}(?:[^\W\d]{1,5}['’])?[“‘'\"]?")
BESIDE_REACH = 25
PART_OF_CODE = re.compile(r"[/.\-_]\w|\w")
# A word of the text in lower case, with its offsets.
Word = tuple[str, int, int]


@dataclass(slots=True)
class Name:
    """A name as words, with the ids of the instruments that bear it."""

    words: tuple[str, ...]
    exact: str | None
    ids: tuple[str, ...]
    weak: bool = False
    capital: bool = False


@dataclass(slots=True)
class NameIndex:
    """Names by their first two words, longest first, and what the instruments are.

    `places` finds where a name may begin: its first two words stand there.
    """

    places: re.Pattern[str]
    names: dict[tuple[str, ...], list[Name]] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    by_name: dict[str, tuple[str, ...]] = field(default_factory=dict)


def build_name_index(instruments: Mapping[str, Instrument], language: str) -> NameIndex:
    """Index all names that count in texts of a language."""
    owners: dict[tuple[str, bool, bool], list[str]] = {}
    for instrument in instruments.values():
        for name, exact, weak in list_names(instrument, language):
            ids = owners.setdefault((name if exact else name.lower(), exact, weak), [])
            if instrument.id not in ids:
                ids.append(instrument.id)
    spelled = {name.lower(): name for item in instruments.values() for name, *_ in list_names(item, language)}
    words_of = {name: split_words(name) for name, *_ in owners}
    index = NameIndex(
        places=compile_places(words[:2] for words in words_of.values()),
        kinds={item.id: item.kind for item in instruments.values()},
    )
    for (name, exact, weak), ids in owners.items():
        words = words_of[name]
        entry = Name(words, name if exact else None, tuple(ids), weak, needs_capital(spelled[name.lower()]))
        index.names.setdefault(words[:2], []).append(entry)
        index.by_name[name.lower()] = entry.ids
    for names in index.names.values():
        names.sort(key=lambda name: (-len(name.words), name.weak, name.exact is None))
    return index


def split_words(name: str) -> tuple[str, ...]:
    """The words of a name in lower case: "e-Privacy Directive" -> e, privacy, directive."""
    return tuple(word.lower() for word in WORD.findall(name))


def compile_places(beginnings: Iterable[tuple[str, ...]]) -> re.Pattern[str]:
    """An empty match in front of the first two words of any name, in lower case."""
    choice = choose_from(r"\W*".join(map(re.escape, words)) for words in beginnings)
    return re.compile(rf"\b(?=\w)(?={choice}(?!\w))")


def needs_capital(name: str) -> bool:
    """Whether the words mean something else in lower case: "Data Act", but not "ePrivacy Directive"."""
    words = WORD.findall(name)
    return (
        len(words) <= 3
        and words[-1].istitle()
        and all(word.istitle() or word.islower() for word in words[:-1])
    )


def list_names(instrument: Instrument, language: str) -> Iterator[tuple[str, bool, bool]]:
    """(name, whether case counts, whether it is weak) of an instrument."""
    local = instrument.local.get(language)
    for alias in (instrument.name, *instrument.aliases, *(local.aliases if local else ())):
        yield alias, False, False
    for acronym in (*instrument.acronyms, *(local.acronyms if local else ())):
        yield acronym, True, False
    for name in instrument.weak:
        yield name, True, True


def find_names(text: str, index: NameIndex) -> Iterator[tuple[Citation, Name]]:
    """Citations by name, in order; the longest name at a place wins."""
    end = 0
    # The one letter whose small form is two signs; offsets must stay.
    for match in index.places.finditer(text.replace("İ", "I").lower()):
        start = match.start()
        found = match_name(text, start, index) if start >= end else None
        if found is not None:
            name, end = found
            rule = "name:weak" if name.weak else "name:acronym" if name.exact else "name:alias"
            value = value_of(name, text[start:end])
            yield Citation(value, start, end, rule, index.kinds[name.ids[0]]), name


def match_name(text: str, start: int, index: NameIndex) -> tuple[Name, int] | None:
    """The longest name whose words stand from an offset on, and where it ends."""
    following = read_words(text, start)
    words = list(islice(following, 2))
    pair = tuple(word for word, *_ in words)
    nothing: list[Name] = []
    for name in index.names.get(pair, nothing) + index.names.get(pair[:1], nothing):
        words += islice(following, max(len(name.words) - len(words), 0))
        here = words[: len(name.words)]
        if tuple(word for word, *_ in here) == name.words and is_printed_as(text, here, name):
            return name, here[-1][2]
    return None


def read_words(text: str, start: int) -> Iterator[Word]:
    """The words of a text from an offset on."""
    return ((match.group().lower(), match.start(), match.end()) for match in WORD.finditer(text, start))


def is_printed_as(text: str, here: list[Word], name: Name) -> bool:
    """Whether case and what stands between the words fit: "Data Act", not "data act"."""
    for (_, _, left), (_, right, _) in pairwise(here):
        if not BETWEEN.fullmatch(text, left, right):
            return False
    if name.exact is not None:
        printed = [text[start:end] for _, start, end in here]
        return printed == WORD.findall(name.exact)
    return not name.capital or text[here[-1][1]].isupper()


def value_of(name: Name, printed: str) -> str:
    """The id of a name; a name that laws of several countries bear waits for the country."""
    if len(name.ids) == 1:
        return name.ids[0]
    if all(NATIONAL.fullmatch(item.partition(":")[0]) for item in name.ids):
        return f"{NO_COUNTRY}:{' '.join(printed.split())}"
    return name.ids[0]


def settle_weak(
    text: str, found: list[tuple[Citation, Name]], others: list[Citation], pinned: frozenset[int]
) -> list[Citation]:
    """Keep a weak name only where the instrument is named otherwise or another one stands beside it.

    So does one of which an article is cited; `pinned` has their offsets.

    A weak name of several instruments is the one that the document names otherwise.
    """
    kept = [citation for citation, name in found if not name.weak]
    sure = [*kept, *others]
    values = {citation.value for citation in sure}
    for citation, name in found:
        if not name.weak:
            continue
        named = [item for item in name.ids if item in values]
        single = len(name.ids) == 1
        if named or (single and (citation.start in pinned or has_neighbour(text, citation, sure))):
            kept.append(replace(citation, value=named[0] if named else name.ids[0]))
    return kept


def has_neighbour(text: str, citation: Citation, others: list[Citation]) -> bool:
    """Whether another instrument is cited right beside: "DSA, DMA and Data Act", not "RED/05A"."""
    if PART_OF_CODE.match(text, citation.end):
        return False
    gaps = (
        (min(citation.end, other.end), max(citation.start, other.start))
        for other in others
        if abs(citation.start - other.end) <= BESIDE_REACH or abs(other.start - citation.end) <= BESIDE_REACH
    )
    return any(start <= end and BESIDE.fullmatch(text, start, end) for start, end in gaps)
