"""Whom an item addresses: its subject, the stem, the heading above, the default of the document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from pipeline.assemble.recommendations.items import BINDING, Item, Scan
from pipeline.records import Entry
from pipeline.vocabulary.choice import choose_from

FILE = "subjects"
# The subject of a sentence stands in front of its norm, at most this far.
SUBJECT_LENGTH = 160
# The addressee of the whole document has this share of the subjects of its norms, or of all namings.
SUBJECT_SHARE = 0.5
NAMED_SHARE = 0.3
FEWEST_SUBJECTS = 3
# … or is named so many times as often as the next.
AHEAD = 2
# The issuer speaks of itself.
SELF = "self"
# A word for any body, whose addressee the document tells.
ORGANISATIONS = "organisations"
NOT_SUBJECTS = frozenset({"organisations_develop", "organisations_deploy"})
SECTORS = (
    "financial_institutions",
    "public_authorities",
    "educators_and_students",
    "controllers_and_processors",
)
# What an issuer that speaks of itself is as an addressee.
ISSUERS = {
    "standards_body": "standards_bodies",
    "company": "companies",
    "court_or_judicial_body": "courts_and_judiciary",
    "international_body": "international_organisations",
}
# "All public and private providers": the subject is among the first words of its clause …
HEAD_WORDS = 3
# … or right before its norm.
NEAR_WORDS = 1
WORD = re.compile(r"[\w'’-]+")
CLAUSE_END = re.compile(r"[.;:]\s")


def find_addressees(scan: Scan, items: list[Item], entry: Entry) -> list[str | None]:
    """One addressee for each item."""
    default = find_default(scan, entry)
    meant = {SELF: ISSUERS.get(entry.body_nature or ""), ORGANISATIONS: who_organisations_are(scan, entry)}
    named = [name_addressee(scan, item) or default for item in items]
    return [meant.get(name, name) if name else None for name in named]


def who_organisations_are(scan: Scan, entry: Entry) -> str:
    """Whom "organisations" means: the sector of the document, else its developers or deployers."""
    counts = count_names(scan)
    sector = max(SECTORS, key=lambda name: counts[name])
    if sector in entry.addressees and counts[sector] > max(counts["developers"], counts["deployers"]):
        return sector
    develop = count_words(scan, "organisations_develop")
    return "developers" if develop > count_words(scan, "organisations_deploy") else "deployers"


def count_names(scan: Scan) -> Counter[str]:
    """How often each addressee is named in the text, by words and pairs of words."""
    counts, words = count_text(scan), subjects(scan)
    names: Counter[str] = Counter()
    for phrase, name in words.items():
        names[name] += counts[phrase]
        # "member states" must not count as "states" once more.
        for part in phrase.split()[1:] + phrase.split()[:-1]:
            if part in words:
                names[words[part]] -= counts[phrase]
    return +names


def count_words(scan: Scan, group: str) -> int:
    """How often the words of a group stand in the text."""
    words = scan.reading.vocabulary.phrase_lists[FILE][group].get(scan.reading.language, ())
    return sum(count_text(scan)[word] for word in words)


def count_text(scan: Scan) -> Counter[str]:
    """The words and pairs of words of the text, counted once."""
    if not scan.counts:
        words = WORD.findall(scan.reading.text.lower())
        scan.counts.update(words)
        scan.counts.update(map(" ".join, pairwise(words)))
    return scan.counts


def name_addressee(scan: Scan, item: Item) -> str | None:
    """The addressee that the item, its stem or the headings above it name."""
    subject = subject_of(scan, item.start, item.end)
    if not subject and item.stem:
        subject = subject_of(scan, *item.stem) or last_word(scan, *item.stem)
    return subject or heading_addressee(scan, item.start)


def subject_of(scan: Scan, start: int, end: int) -> str | None:
    """The addressee in front of the first norm: "Providers of AI systems should …"."""
    text = scan.reading.text
    for norm in scan.norms_in(start, end):
        if norm.value in BINDING or norm.value == "permission":
            before = CLAUSE_END.split(text[max(start, norm.start - SUBJECT_LENGTH) : norm.start])[-1]
            found = list(find_subjects(scan, before))
            if not found and scan.phrases.found(SELF, f"{before} {text[norm.start : norm.end]}"):
                return SELF
            return found[0] if found else None
        if norm.value.startswith("operative_"):
            after = find_words(scan, text[norm.end : min(end, norm.end + SUBJECT_LENGTH)])
            return after[0] if after else None
        if norm.value == "imperative" and norm.start <= start + 1:
            return None
    return None


def find_subjects(scan: Scan, before: str) -> Iterator[str]:
    """Addressees at the head of a clause or right in front of its norm, not those in between."""
    words = subjects(scan)
    for match in pattern_of(scan).finditer(before):
        clause = before[: match.start()].rsplit(",", 1)[-1]
        between = before[match.end() :]
        if len(clause.split()) <= HEAD_WORDS or len(between.split()) <= NEAR_WORDS:
            yield words[match.group().lower()]


def list_subjects(scan: Scan) -> Iterator[str]:
    """The addressee in front of every norm of the document."""
    for norm in scan.norms:
        block = scan.reading.document.block_at(norm.start)
        if norm.value in BINDING and block is not None:
            found = subject_of(scan, max(block.start, norm.start - SUBJECT_LENGTH), norm.end)
            if found and found != SELF:
                yield found


def last_word(scan: Scan, start: int, end: int) -> str | None:
    """The last addressee that a stem names."""
    found = find_words(scan, scan.reading.text[start:end])
    return found[-1] if found else None


def heading_addressee(scan: Scan, offset: int) -> str | None:
    """The addressee of a section: "Governments", "Advice for teachers", "What providers should do"."""
    for block in reversed(scan.above(scan.reading.index_at(offset))):
        words = " ".join(scan.reading.body_of(block).split()).strip(" :.")
        matches = list(pattern_of(scan).finditer(words))
        for match in matches:
            before = words[: match.start()].strip()
            if match.end() == len(words) and (not before or scan.phrases.found("heading_for", before)):
                return subjects(scan)[match.group().lower()]
    return None


def find_words(scan: Scan, text: str) -> list[str]:
    """Ids of the addressees named in a text, in order."""
    words = subjects(scan)
    return [words[match.group().lower()] for match in pattern_of(scan).finditer(text)]


def subjects(scan: Scan) -> dict[str, str]:
    """Subject words of the language of the document, with the id of the addressee."""
    if not scan.subjects:
        lists = scan.reading.vocabulary.phrase_lists.get(FILE, {})
        language = scan.reading.language
        for name, languages in lists.items():
            if name not in NOT_SUBJECTS:
                scan.subjects.update(dict.fromkeys(languages.get(language, ()), name))
    return scan.subjects


def pattern_of(scan: Scan) -> re.Pattern[str]:
    """Any subject word of the language."""
    return compile_words(tuple(subjects(scan)))


@cache
def compile_words(words: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the words, the longest first."""
    return re.compile(rf"(?<![\w-]){choose_from(map(re.escape, words))}(?![\w-])", re.IGNORECASE)


def find_default(scan: Scan, entry: Entry) -> str | None:
    """The addressee of most norms, else the one most named, else the only one of the entry."""
    best = most_common(Counter(list_subjects(scan))) or most_named(count_names(scan), entry)
    return best or (entry.addressees[0] if len(entry.addressees) == 1 else None)


def most_common(counts: Counter[str]) -> str | None:
    """The subject of most norms, or the one far ahead of the next."""
    if not counts:
        return None
    (best, count), *others = counts.most_common(2)
    ahead = not others or count >= AHEAD * others[0][1]
    often = count >= SUBJECT_SHARE * counts.total()
    return best if count >= FEWEST_SUBJECTS and (often or ahead) else None


def most_named(counts: Counter[str], entry: Entry) -> str | None:
    """The addressee named most; a text may name more often those it speaks about: users, the state."""
    least = max(FEWEST_SUBJECTS, NAMED_SHARE * counts.total())
    listed = {*entry.addressees, ORGANISATIONS} if entry.addressees else set(counts)
    named = [(count, name) for name, count in counts.items() if name in listed and count >= least]
    return max(named)[1] if named else None
