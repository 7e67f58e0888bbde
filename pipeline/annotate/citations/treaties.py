"""Treaties by grammar: numbers of ILO and Council of Europe treaties, conventions named in full."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.annotate.citations.model import Citation

ILO = re.compile(
    r"\bILO\s(?:Convention\s)?(?:\(?No\.?\s?|C\.?\s?)(?P<first>\d{1,3})\b"
    r"|\bConvention,?\s(?:(?:19|20)\d\d,?\s)?\((?:ILO\s)?No\.\s?(?P<second>\d{1,3})\)"
    r"|\bILO\sConvention\s(?P<third>\d{1,3})\b"
    r"|\bConvention\s(?:concerning|on|for)\s[^.;\n]{4,140}?,\sNo\.?\s(?P<fourth>\d{1,3})\s\((?:19|20)\d\d\)"
)
# "ILO Conventions Nos. 87 and 98", "ILO Conventions No. 29, 105 and 182"
ILO_LIST = re.compile(
    r"\bILO\sConventions,?\s(?:\(?Nos?\.?\s?)?(?P<numbers>\d{1,3}(?:(?:,\s|,?\s(?:and|or)\s)(?:No\.\s?)?\d{1,3})+)"
)
SERIES = re.compile(r"\bC?ETS\s?(?:No\.?\s?|n°\s?|Nr\.\s?)?(?P<number>\d{1,3})\b")
FIRST_CETS = 194  # from 2004 the European Treaty Series is the Council of Europe Treaty Series
SPECIAL_SERIES = {5: "echr"}
NAMED = re.compile(
    r"(?<!Model )(?<!Model Tax )"
    r"\b(?P<name>(?:(?:United Nations|UN|International|European|Inter-American|African|Council of Europe"
    r"|Framework|Hague|Vienna)\s){0,3}"
    r"(?:Framework\s)?(?:Convention|(?<=International\s)Covenant)\s(?:on|for|against|concerning"
    r"|relating to|regarding)\s"
    r"(?:the\s)?[A-Z][\w’'\u2010\u2011-]+(?:(?:,\s(?:and\s)?(?!No\b|Nos\b|In\b)|\s(?:(?:of|and|on|for|in|to|the|with"
    r"|from|against|by|or"
    r"|at|their)\s){0,3})[A-Z][\w’'\u2010\u2011-]+)*)"
)


def find_treaties(text: str) -> Iterator[Citation]:
    """Treaties by number or full name, known to the vocabulary or not."""
    yield from find_numbered(text)
    for match in NAMED.finditer(text) if "Convention" in text or "Covenant" in text else ():
        name = re.sub(r"^(?:United Nations|UN|Council of Europe)\s", "", " ".join(match["name"].split()))
        yield Citation(f"INT:{name}", match.start(), match.end(), "treaty:named")


def find_numbered(text: str) -> Iterator[Citation]:
    """ "ILO Convention No. 111", "Convention, 1958 (No. 111)", "CETS No. 225"."""
    for match in ILO.finditer(text) if "ILO" in text or "Convention" in text else ():
        number = int(match.group(match.lastgroup or 0))
        yield Citation(f"INT:ILO Convention No. {number}", match.start(), match.end(), "treaty:ilo")
    for match in ILO_LIST.finditer(text) if "ILO" in text else ():
        for found in re.finditer(r"\d+", match["numbers"]):
            start = match.start("numbers") + found.start()
            value = f"INT:ILO Convention No. {int(found.group())}"
            yield Citation(value, start, start + len(found.group()), "treaty:ilo")
    for match in SERIES.finditer(text) if "ETS" in text else ():
        number = int(match["number"])
        series = "cets" if number >= FIRST_CETS else "ets"
        value = SPECIAL_SERIES.get(number, f"{series}{number:03d}")
        yield Citation(value, match.start(), match.end(), "treaty:series")
