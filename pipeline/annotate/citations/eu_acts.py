"""EU acts cited by number, in all printed forms old and new, as CELEX numbers.

The anchor is the number ("2016/679", "No 1371/2007", "95/46/EC"); what stands before it tells the
kind, and an item of a list takes the kind of the item before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.annotate.citations.model import Citation, Phrases, alternation

# EU, Euratom and the former Communities as printed in seven languages.
COMMUNITY = (
    "EU|EC|EEC|ECSC|Euratom|EURATOM|EAEC|UE|CE|CEE|CECA|EG|EWG|EEG|EGKS|KEG"
    "|CFSP|PESC|GASP|GBVB|JHA|JAI|JI|JBZ|GAI"
)
FORMER = frozenset(["EC", "EEC", "ECSC", "CE", "CEE", "CECA", "EG", "EWG", "EEG", "EGKS"])
BRACKET = rf"\(\s?(?:{COMMUNITY})(?:\s?,\s?(?:{COMMUNITY}))*\s?\)"
SUFFIX = rf"(?:{COMMUNITY})(?![\w])"
LETTERS = {
    "regulation": "R",
    "directive": "L",
    "framework_decision": "F",
    "decision": "D",
    "common_position": "E",
    "soft_law": "",
}
# From 2015 acts of every kind are numbered year first; before, regulations were number first.
YEAR_FIRST_FROM = 2015
LONGEST_ABBREVIATION = 2  # "VO", "RL"
FIRST_YEAR, LAST_YEAR = 1952, 2039
LOOK_BACK = 90
LOOSE_LOOK_BACK = 60
SENTENCE_LOOK_BACK = 400  # a title may stand between the kind and a number without one
CHAIN = 160  # the longest gap between two acts of one list: institutions, a date, a footnote mark
CELEX = re.compile(r"(?<![\w])3((?:19|20)\d\d)([RLDFE])(\d{4})(?!\d)")
ELI = re.compile(r"/eli/(reg|dir|dec|dec_framw)(?:_impl|_del)?/((?:19|20)\d\d)/(\d{1,4})(?!\d)")
ELI_LETTERS = {"reg": "R", "dir": "L", "dec": "D", "dec_framw": "F"}
SENTENCE_BREAK = re.compile(r"\n\s*\n|[.;]\s+(?=[A-ZÀ-Þ])")
# "Convention on double taxation (90/436/EEC)" is no act of an institution.
AGREEMENT = re.compile(r"\b(?:Convention|Agreement|Protocol)\b")
# The number of a page or a footnote where a page break parts a kind from its number.
PAGE_BREAK = re.compile(r"\s*\n\s*\d{1,3}\s+$")


@dataclass(slots=True, frozen=True)
class Number:
    """A printed number that may be an act's: "(EC) No 1371/2007", "95/46/EC", "2016/679"."""

    start: int
    end: int
    left: str
    right: str
    signed: bool
    bracket: str
    suffix: str


@dataclass(slots=True, frozen=True)
class ActGrammar:
    """The compiled forms of numbered acts."""

    number: re.Pattern[str]
    before: re.Pattern[str]
    loose_before: re.Pattern[str]
    after: re.Pattern[str]
    chain: re.Pattern[str]
    known: frozenset[str]


def build_act_grammar(phrases: Phrases, ids: Iterable[str]) -> ActGrammar:
    """Compile the grammar from the words of phrases/citations.toml."""
    signs = alternation(phrases, "number_sign")
    kinds = "|".join(f"(?P<{name}>{kind_words(phrases, name)})" for name in LETTERS)
    institution = alternation(phrases, "institution")
    behind = rf"(?:\s+(?P<behind>{institution}|{alternation(phrases, 'adopted_by')}))?"
    ahead = rf"(?:(?P<ahead>{institution}|EU)\s+)?"
    adopted = alternation(phrases, "adopted_by")
    date = (
        rf"(?:\w+\s+)?\d{{1,2}}\.?(?:er|º|°)?\s+(?:de\s+)?{alternation(phrases, 'month')}\s+(?:de\s+)?\d{{4}}"
    )
    mark = r"(?:\s?\(\d{1,3}\)|\s?\[\d{1,3}\])?"
    conjunction = alternation(phrases, "conjunction")
    joined = rf"(?:\s?[,;/]|\s?[,;]?\s+{conjunction}(?:\s+(?:de|the|la|el|die|der|le|les))?(?!\w))"
    number = (
        rf"(?<![\w/.,\-–])(?:(?P<bracket>{BRACKET})\s{{0,2}})?(?:(?P<sign>{signs})\s{{0,2}})?"
        rf"(?P<left>\d{{1,4}})\s?/\s{{0,2}}(?P<right>\d{{1,4}})(?:\s?/\s?(?P<suffix>{SUFFIX})"
        rf"|(?![\d/])(?!\.\d))"
    )
    return ActGrammar(
        number=re.compile(number, re.IGNORECASE),
        before=re.compile(
            rf"(?<!\w){ahead}(?:{kinds}){behind}(?:\s*[-–]?\s*(?P<bare>{COMMUNITY}))?\s*"
            rf"(?P<open>[(,:–-]?)\s*$",
            re.I,
        ),
        loose_before=re.compile(rf"(?<!\w)(?:{kinds})(?!\w)", re.I),
        after=re.compile(rf"\s*[:)(]?\s*(?:(?:{institution})\s+)?(?:{kinds})(?!\w)", re.I),
        chain=re.compile(
            rf"{mark}(?:\s?,?\s+{adopted})?(?:\s?,?\s+{date})?{mark}\s?[)\]]?{joined}\s+"
            rf"(?:{adopted}\s+)?\(?$",
            re.I,
        ),
        known=frozenset(key for key in ids if CELEX.fullmatch(key)),
    )


def kind_words(phrases: Phrases, group: str) -> str:
    """The words of a kind; German and Dutch compounds ("Durchführungsverordnung") end in them.

    An abbreviation stands alone or behind a hyphen: "DS-VO", but not "Decreto Legislativo".
    """
    if group not in ("regulation", "directive", "decision"):
        return alternation(phrases, group)
    short = {group: tuple(word for word in phrases[group] if len(word) <= LONGEST_ABBREVIATION)}
    words = {group: tuple(word for word in phrases[group] if len(word) > LONGEST_ABBREVIATION)}
    compound = rf"\w*{alternation(words, group)}"
    return rf"(?:{compound}|(?<!\w){alternation(short, group)})" if short[group] else compound


def find_eu_acts(text: str, grammar: ActGrammar) -> Iterator[Citation]:
    """EU acts by number, CELEX number or ELI address, in order of the text."""
    previous: Number | None = None
    kind: str | None = None
    for match in grammar.number.finditer(text):
        number = read_number(match)
        chained = kind if previous and follows(text, previous, number, grammar) else None
        kind = find_kind(text, number, chained, grammar)
        previous = number if kind else None
        letter = LETTERS.get(kind or "", "")
        if letter and (value := celex_of(number, letter)):
            start = match.start()
            yield Citation(value, start_of(text, start, grammar), number.end, f"eu_act:{kind}")
    yield from find_addresses(text)


def find_addresses(text: str) -> Iterator[Citation]:
    """CELEX numbers and ELI addresses as printed: "32016R0679", "/eli/reg/2016/679"."""
    for match in CELEX.finditer(text):
        yield Citation(match.group(), match.start(), match.end(), "eu_act:celex")
    for match in ELI.finditer(text) if "/eli/" in text else ():
        kind, year, number = match.groups()
        yield Citation(
            f"3{year}{ELI_LETTERS[kind]}{int(number):04d}", match.start(), match.end(), "eu_act:eli"
        )


def read_number(match: re.Match[str]) -> Number:
    """The parts of a matched number."""
    start = match.start("bracket") if match["bracket"] else match.start()
    bracket, suffix = (match["bracket"] or "").strip("( )"), match["suffix"] or ""
    return Number(start, match.end(), match["left"], match["right"], bool(match["sign"]), bracket, suffix)


def follows(text: str, previous: Number, number: Number, grammar: ActGrammar) -> bool:
    """Whether only a list's separator stands between two numbers: "2014/24/EU and 2014/25/EU"."""
    gap = text[previous.end : number.start]
    return len(gap) <= CHAIN and grammar.chain.fullmatch(gap) is not None


def find_kind(text: str, number: Number, chained: str | None, grammar: ActGrammar) -> str | None:
    """The kind of act that a number belongs to, or None when it is no act's number."""
    window = text[max(0, number.start - LOOK_BACK) : number.start]
    found = grammar.before.search(window)
    if found:
        return kind_of(found) if is_act(number, found, grammar) else None
    if chained and plausible(number):
        return chained
    if not number.suffix and not number.bracket:
        return None
    return find_distant_kind(text, number, grammar)


def find_distant_kind(text: str, number: Number, grammar: ActGrammar) -> str | None:
    """The kind of a number without one right before it: "the Machinery Directive, 2006/42/EC"."""
    if not plausible(number) or (number.bracket and not number.signed and int(number.left) < YEAR_FIRST_FROM):
        return None
    window = text[max(0, number.start - LOOSE_LOOK_BACK) : number.start]
    near = SENTENCE_BREAK.split(window)[-1]
    if number.bracket and number.signed:
        return "regulation"
    if after := grammar.after.match(text, number.end):
        return kind_of(after)
    words = list(grammar.loose_before.finditer(near))
    if words and not text.endswith("(", 0, number.start):
        return kind_of(words[-1])
    return known_kind(number, grammar) or (kind_in_sentence(text, number, grammar) if number.suffix else None)


def kind_in_sentence(text: str, number: Number, grammar: ActGrammar) -> str | None:
    """The kind that a sentence gives a number behind a title; an act with a number alone is a decision.

    "Directives 2002/53/EC on plants and 2002/55/EC": the last kind; "Recommendation of 6 May on small firms
    (2003/361/EC)": a number in brackets is of the act that the sentence begins with.
    """
    window = text[max(0, number.start - SENTENCE_LOOK_BACK) : number.start]
    if parted := grammar.before.search(PAGE_BREAK.sub(" ", window)):
        return kind_of(parted)
    sentence = SENTENCE_BREAK.split(window)[-1]
    kinds = list(grammar.loose_before.finditer(sentence))
    if not kinds:
        return None if AGREEMENT.search(sentence) else "decision"
    return kind_of(kinds[0] if window.endswith("(") else kinds[-1])


def known_kind(number: Number, grammar: ActGrammar) -> str | None:
    """The kind under which the vocabulary knows the number."""
    for kind in ("directive", "regulation", "decision", "framework_decision"):
        if celex_of(number, LETTERS[kind]) in grammar.known:
            return kind
    return None


def is_act(number: Number, found: re.Match[str], grammar: ActGrammar) -> bool:
    """Whether a kind and a number make an EU act; "Decision 12/2021" of an authority is none."""
    if not plausible(number):
        return False
    kind = kind_of(found)
    if number.bracket or number.suffix or found["bare"] or found["ahead"] or found["behind"]:
        return True
    if known_kind(number, grammar):
        return True
    if kind in ("decision", "framework_decision", "common_position") or found["open"]:
        return False
    return year_first(number, LETTERS[kind]) or len(number.right) == 4 or number.signed


def kind_of(match: re.Match[str]) -> str:
    """The group of kinds that matched."""
    return next(name for name in LETTERS if match[name])


def plausible(number: Number) -> bool:
    """Whether one side of the number can be a year of the Communities or the Union."""
    return read_year(number.left) is not None or read_year(number.right) is not None


def read_year(digits: str) -> int | None:
    """A printed year: "2016", "95"."""
    if len(digits) not in (2, 4) or (len(digits) == 2 and digits < "52"):
        return None
    year = int(digits) if len(digits) == 4 else 1900 + int(digits)
    return year if FIRST_YEAR <= year <= LAST_YEAR else None


def year_first(number: Number, letter: str) -> bool:
    """Whether the left side is the year: "Directive 95/46/EC", but "Regulation (EC) No 44/2001"."""
    left, right = read_year(number.left), read_year(number.right)
    if left is None or right is None:
        return left is not None
    former = bool(FORMER & set(re.split(r"[\s,]+", f"{number.bracket},{number.suffix}".upper())))
    if len(number.left) == 4 and len(number.right) == 4:
        return left >= YEAR_FIRST_FROM and not former
    if letter == "R":
        return len(number.left) == 4 and left >= YEAR_FIRST_FROM and not former
    return not (number.signed and letter == "D" and len(number.right) == 4)


def celex_of(number: Number, letter: str) -> str | None:
    """The CELEX number: "95/46" and L make 31995L0046."""
    first = year_first(number, letter)
    year, serial = (number.left, number.right) if first else (number.right, number.left)
    value = read_year(year)
    return f"3{value}{letter}{int(serial):04d}" if value and int(serial) else None


def start_of(text: str, start: int, grammar: ActGrammar) -> int:
    """Where the printed citation starts: at the kind, when it stands right before the number."""
    offset = max(0, start - LOOK_BACK)
    found = grammar.before.search(text[offset:start])
    return offset + found.start() if found else start
