"""Words broken at a line end: "harm-" + "ful" is "harmful", "AI-" + "generated" stays hyphenated."""

from __future__ import annotations

import re
from collections import Counter

SOFT = "\u00ad"
WORD = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*")
LAST_PART = re.compile(r"([^\W_]+(?:[-‐‑][^\W_]+)*)[-‐‑\u00ad]$")
FIRST_PART = re.compile(r"[^\W\d_]+")


def count_words(texts: list[str]) -> Counter[str]:
    """The words of a document, hyphenated ones whole, for deciding how broken words are written."""
    return Counter(WORD.findall("\n".join(texts).casefold()))


def join_lines(lines: list[str], words: Counter[str]) -> str:
    """The lines of a paragraph as one string, words broken at line ends made whole."""
    if not lines:
        return ""
    text = lines[0].strip()
    for line in lines[1:]:
        text = join_two(text, line.strip(), words)
    return text


def drop_soft_hyphens(text: str) -> str:
    """Text without the soft hyphens inside its words."""
    return text.replace(SOFT, "") if SOFT in text else text


def join_two(text: str, line: str, words: Counter[str]) -> str:
    """Two lines as one: with a space, or over a hyphen without one."""
    if not text or not line:
        return text + line
    end = text[-1]
    if end not in "-‐‑\u00ad":
        return _join_plain(text, line)
    broken = LAST_PART.search(text[-80:])
    rest = FIRST_PART.match(line)
    if not broken or not rest:
        joined = text.removesuffix(SOFT)
        return f"{joined}{line}" if end == SOFT or broken else f"{text} {line}"
    return text[:-1] + _hyphen(broken[1], rest[0], words, soft=end == SOFT) + line


def _join_plain(text: str, line: str) -> str:
    # An address broken behind a slash or a dot goes on without a space.
    if text.endswith("/") and "://" in text.rpartition(" ")[2] and " " not in line[:1]:
        return text + line
    return f"{text} {line}"


def _hyphen(left: str, right: str, words: Counter[str], *, soft: bool) -> str:
    """What stands between the halves of a broken word: a hyphen or nothing."""
    if right[0].isupper() and not left.isupper():
        return "-"
    last = left.rpartition("-")[2]
    whole, parted = f"{last}{right}".casefold(), f"{last}-{right}".casefold()
    if words[whole] or words[parted]:
        return "" if words[whole] >= words[parted] else "-"
    if last.isupper() or last.isdigit() or (last[:1].isupper() and last[1:2].isupper()):
        return "-"
    if soft:
        return ""
    both_known = words[last.casefold()] > 1 and words[right.casefold()] > 0
    return "-" if both_known and len(last) > 2 and len(right) > 2 else ""
