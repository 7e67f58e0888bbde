"""Words broken at a line end: "harm-" + "ful" is "harmful", "AI-" + "generated" stays hyphenated."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

SOFT = "\u00ad"
WORD = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*")
LAST_PART = re.compile(r"([^\W_]+(?:[-‐‑][^\W_]+)*)[-‐‑\u00ad]$")
HYPHENS = ("-", "‐", "‑", SOFT)
# Behind these a line may go on without a space.
OPEN_ENDS = (*HYPHENS, "/")
FIRST_PART = re.compile(r"[^\W\d_]+")


@dataclass(slots=True)
class WordList:
    """The words of a document, hyphenated ones whole, and whether it breaks words at line ends.

    In a document that does not, a hyphen at a line end is one that the word has: "self-" + "led".
    """

    counts: Counter[str] = field(default_factory=Counter)
    breaks: bool = True


def count_words(texts: list[str]) -> WordList:
    """The words of lines, those that a line end breaks left out."""
    counts = _count_each("\n".join(texts).casefold())
    halves: list[tuple[str, str]] = []
    for above, below in pairwise(line.strip() for line in texts):
        if above[-1:] not in HYPHENS:
            continue
        broken, rest = LAST_PART.search(above[-80:].casefold()), WORD.match(below.casefold())
        if broken and rest:
            # Of a longer compound ("how-to-/ask-questions") the rest is no half.
            counts.subtract([half for half in (broken[1], rest[0]) if "-" not in half])
            halves.append((broken[1].rpartition("-")[2], rest[0]))
    whole = sum(counts[left + right] > 0 for left, right in halves)
    parted = sum(counts[f"{left}-{right}"] > 0 for left, right in halves)
    return WordList(counts, breaks=whole >= parted)


def _count_each(text: str) -> Counter[str]:
    """How often each word stands in a text; each string between spaces is taken apart but once."""
    counts: Counter[str] = Counter()
    for string, count in Counter(text.split()).items():
        for word in [string] if string.isalpha() else WORD.findall(string):
            counts[word] += count
    return counts


def join_lines(lines: list[str], words: WordList) -> str:
    """The lines of a paragraph as one string, words broken at line ends made whole."""
    lines = [stripped for line in lines if (stripped := line.strip())]
    if not any(line.endswith(OPEN_ENDS) for line in lines[:-1]):
        return " ".join(lines)
    text = lines[0]
    for line in lines[1:]:
        text = join_two(text, line, words)
    return text


def drop_soft_hyphens(text: str) -> str:
    """Text without the soft hyphens inside its words."""
    return text.replace(SOFT, "") if SOFT in text else text


def join_two(text: str, line: str, words: WordList) -> str:
    """Two lines as one: with a space, or over a hyphen without one."""
    if not text or not line:
        return text + line
    end = text[-1]
    if end not in HYPHENS:
        return _join_plain(text, line)
    if end != SOFT and _in_address(text):
        return text + line
    broken = LAST_PART.search(text[-80:])
    rest = FIRST_PART.match(line)
    if not broken or not rest:
        joined = text.removesuffix(SOFT)
        return f"{joined}{line}" if end == SOFT or broken else f"{text} {line}"
    return text[:-1] + _hyphen(broken[1], rest[0], words, soft=end == SOFT) + line


def _join_plain(text: str, line: str) -> str:
    # An address broken behind a slash or a dot goes on without a space.
    if text.endswith("/") and _in_address(text) and " " not in line[:1]:
        return text + line
    return f"{text} {line}"


def _in_address(text: str) -> bool:
    """Whether a text ends inside a web address, whose hyphens are its own."""
    last = text.rpartition(" ")[2]
    return "://" in last or last.startswith("www.")


def _hyphen(left: str, right: str, words: WordList, *, soft: bool) -> str:
    """What stands between the halves of a broken word: a hyphen or nothing."""
    if right[0].isupper() and not left.isupper():
        return "-"
    last = left.rpartition("-")[2]
    whole, parted = f"{last}{right}".casefold(), f"{last}-{right}".casefold()
    counts = words.counts
    if counts[whole] or counts[parted]:
        return "" if counts[whole] >= counts[parted] else "-"
    if last.isupper() or last.isdigit() or (last[:1].isupper() and last[1:2].isupper()):
        return "-"
    if soft:
        return ""
    if not words.breaks:
        return "-"
    both_known = counts[last.casefold()] > 0 and counts[right.casefold()] > 0
    return "-" if both_known and len(last) > 2 and len(right) > 2 else ""
