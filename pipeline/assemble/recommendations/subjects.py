"""Subjects: the words for those to whom a text speaks, where they stand and how often."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise

from pipeline.assemble.recommendations.items import BINDING, Scan
from pipeline.vocabulary.choice import choose_from

FILE = "subjects"
# The subject of a sentence stands in front of its norm, at most this far.
SUBJECT_LENGTH = 160
# The issuer speaks of itself.
SELF = "self"
# Lists that name nobody.
NOT_SUBJECTS = frozenset({"organisations_develop", "organisations_deploy", "proper_names", "heading_topics"})
# In these languages the subject may follow its verb: "Daarnaast moet de aanbieder …".
INVERTING = frozenset({"de", "nl"})
# "All public and private providers": the subject is among the first words of its clause …
HEAD_WORDS = 3
# Between a verb that asks and whom it asks.
ASKED_WORDS = 5
# … or right before its norm.
NEAR_WORDS = 1
WORD = re.compile(r"[\w'’-]+")
CLAUSE_END = re.compile(r"[.;:]\s")


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
    for phrase in scan.reading.vocabulary.phrase_lists[FILE]["proper_names"].get(scan.reading.language, ()):
        for part in phrase.split():
            names[words.get(part, "")] -= counts[phrase]
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


def subject_of(scan: Scan, start: int, end: int) -> str | None:
    """The addressee in front of the first norm: "Providers of AI systems should …"."""
    text = scan.reading.text
    for norm in scan.norms_in(start, end):
        if norm.value in BINDING or norm.value == "permission":
            before = CLAUSE_END.split(text[max(start, norm.start - SUBJECT_LENGTH) : norm.start])[-1]
            words = text[norm.start : norm.end]
            asked = scan.phrases.found("asks", words)
            found = list(find_asked(scan, text[norm.end : end])) if asked else []
            found = found or list(find_subjects(scan, before)) or find_words(scan, words)
            if not found and scan.reading.language in INVERTING:
                found = list(find_subjects(scan, CLAUSE_END.split(text[norm.end : end])[0], 0))
            if not found and scan.phrases.found(SELF, f"{before} {words}"):
                return SELF
            return found[0] if found else None
        if norm.value.startswith("operative_"):
            return find_charged(scan, text[norm.end : min(end, norm.end + SUBJECT_LENGTH)])
        if norm.value == "imperative" and norm.start <= start + 1:
            return None
    return None


def find_subjects(scan: Scan, before: str, near: int = NEAR_WORDS) -> Iterator[str]:
    """Addressees at the head of a clause or right in front of its norm, not those in between."""
    words = subjects(scan)
    for match in pattern_of(scan).finditer(before):
        clause = before[: match.start()].rsplit(",", 1)[-1]
        between = before[match.end() :]
        if len(clause.split()) <= HEAD_WORDS or len(between.split()) <= near:
            yield words[match.group().lower()]


def find_charged(scan: Scan, after: str) -> str | None:
    """Whom an operative verb names: "INVITES members to …", "INSTRUCTS the Pier Committee to …"."""
    words = subjects(scan)
    found = pattern_of(scan).search(after)
    organ = scan.phrases.found("organs", after)
    if organ and (not found or organ.start() <= found.start()):
        return SELF
    return words[found.group().lower()] if found else None


def find_asked(scan: Scan, after: str) -> Iterator[str]:
    """Whom a verb asks: "recommends that crews keep a log", "encourage all harbours to"."""
    words = subjects(scan)
    for match in pattern_of(scan).finditer(CLAUSE_END.split(after[:SUBJECT_LENGTH])[0]):
        if len(after[: match.start()].split()) <= ASKED_WORDS:
            yield words[match.group().lower()]


def list_subjects(scan: Scan) -> Iterator[str]:
    """The addressee in front of every norm of the document."""
    for norm in scan.norms:
        block = scan.reading.document.block_at(norm.start)
        if norm.value in BINDING and block is not None:
            found = subject_of(scan, max(block.start, norm.start - SUBJECT_LENGTH), norm.end)
            if found and found != SELF:
                yield found


def settle_expectations(scan: Scan) -> None:
    """Makes a recommendation of what an addressee is expected to do: not of "prices are expected to rise"."""
    text = scan.reading.text
    for index, norm in enumerate(scan.norms):
        if norm.value == "expectation":
            before = CLAUSE_END.split(text[max(norm.start - SUBJECT_LENGTH, 0) : norm.start])[-1]
            if any(find_subjects(scan, before.rpartition("\n")[2])):
                scan.norms[index] = replace(norm, value="recommendation")


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
