"""When two names, instruments or recommendation texts count as the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from typing import Any

from rapidfuzz import fuzz

from pipeline.tables import Row

# Ratio (0 to 100) from which two recommendation texts are the same item, and two names the same name.
SAME_TEXT = 90
SAME_TITLE = 95
SAME_BODY = 92
# A gold text cut with an ellipsis is compared by its own length; a longer item is no such item.
LONGEST_CUT_ITEM = 3000
NOT_WORD = re.compile(r"[\W_]+")
# Common short forms of citations, so that "Executive Order 1" and "EO 1" are one key.
SHORT_FORMS = {
    "executive order": "eo",
    "public law": "pub l",
    "united states code": "usc",
    "u s c": "usc",
    "general data protection regulation": "gdpr",
    "section": "",
}
WEAK_WORDS = frozenset({"the", "of", "on", "and", "act", "law", "no"})


def fold(text: Any) -> str:
    """Casefold, compose accents, fold punctuation and space: "Non-Binding" -> "non binding"."""
    return NOT_WORD.sub(" ", unicodedata.normalize("NFKC", str(text)).casefold()).strip()


def numbers_in(text: str) -> set[str]:
    """The numbers of a text: "GL 2020/06" -> {"2020", "06"}."""
    return set(re.findall(r"\d+", text))


def same_name(left: str, right: str, bar: int = SAME_TITLE) -> bool:
    """Alike but for small differences of wording; numbers have to agree."""
    left, right = fold(left), fold(right)
    if not left:
        return False
    return left == right or (numbers_in(left) == numbers_in(right) and fuzz.ratio(left, right) >= bar)


def instrument_key(value: str) -> str:
    """Fold an instrument id; named instruments keep their prefix: "US:Privacy Act" -> "us:privacy act"."""
    prefix, _, name = value.strip().partition(":")
    if not name:
        return prefix.casefold().replace(" ", "")
    name = fold(name.replace("’", "'").replace("'s", "s"))
    for long, short in SHORT_FORMS.items():
        name = name.replace(long, short)
    return f"{prefix.casefold()}:{' '.join(name.split())}"


def same_instrument(left: str, right: str) -> bool:
    """The same key; or the same prefix, and names that agree in words and numbers (one may lack the year)."""
    if left == right:
        return True
    if ":" not in left or ":" not in right:
        return False
    (prefix, name), (other_prefix, other) = left.split(":", 1), right.split(":", 1)
    if prefix != other_prefix:
        return False
    mine, theirs = numbers_in(name), numbers_in(other)
    if mine and theirs and mine != theirs:
        return any(len(number) > 4 for number in mine & theirs)
    fewest = min(len(strong_words(name)), len(strong_words(other)))
    return fuzz.token_sort_ratio(name, other) >= 90 or (
        fewest >= 2 and fuzz.token_set_ratio(name, other) >= SAME_TITLE
    )


def strong_words(text: str) -> set[str]:
    """The words of a name that tell it from others."""
    return {word for word in text.split() if not word.isdigit() and word not in WEAK_WORDS}


def count_pairs(got: Iterable[str], want: Iterable[str], same: Callable[[str, str], bool]) -> int:
    """Number of pairs when each side may be used once."""
    left, count = list(want), 0
    for item in sorted(got):
        hit = item if item in left else next((other for other in left if same(item, other)), None)
        if hit is not None:
            left.remove(hit)
            count += 1
    return count


def match_recommendations(predicted: list[Row], wanted: list[Row]) -> list[tuple[int, int]]:
    """Pairs of indexes, one to one, best first; a printed number in front of a text does not count."""
    texts = [bare_text(row) for row in predicted]
    scored = [
        (score, i, j)
        for j, gold in enumerate(wanted)
        for i, score in compare_item(texts, bare_text(gold), str(gold["text"]))
    ]
    used: tuple[set[int], set[int]] = (set(), set())
    kept = []
    for _, i, j in sorted(scored, reverse=True):
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            kept.append((i, j))
    return kept


def compare_item(texts: list[str], wanted: str, printed: str) -> Iterable[tuple[int, float]]:
    """The texts that may be the wanted item, with their ratio; a "not" more or less is another item."""
    cut = printed.rstrip().endswith(("…", "..."))
    for i, full in enumerate(texts):
        if cut and len(full) > LONGEST_CUT_ITEM:
            continue
        text = full[: len(wanted)] if cut else full
        score = fuzz.ratio(text, wanted, score_cutoff=SAME_TEXT)
        if score and text.split().count("not") == wanted.split().count("not"):
            yield i, score


def bare_text(row: Row) -> str:
    """The folded text of a recommendation without its printed number."""
    text, number = fold(row["text"]), fold(row.get("number") or "")
    return text.removeprefix(number).strip() if number else text
