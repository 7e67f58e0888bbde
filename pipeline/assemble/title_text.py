"""Cleans a printed title: what is not part of the name is cut off, broken words are mended."""

from __future__ import annotations

import re

from pipeline.assemble.document_numbers import NAMED_NUMBER, read_numbers
from pipeline.assemble.front import one_line
from pipeline.assemble.phrases import listed, phrase_pattern
from pipeline.assemble.reading import Reading

# "Version 2.0", "v1.1", "Rev. 3" at the end of a title line.
VERSION = re.compile(
    r"[\s,;:|(–—-]*\b(?:version|versie|versión|versione|versão|wersja|fassung|rev(?:ision)?\.?|v)"
    r"\s?\.?\s?\d[\d.]*\)?$",
    re.IGNORECASE,
)
YEARS = re.compile(r"[\s,(–—-]+(?:19|20)\d\d\s?[-–/]\s?\d\d\)?$")
# Letters that fonts set as one sign; print often breaks a word behind it.
LIGATURES = ("fi", "fl", "ff", "ffi", "ffl")
DATED_FILLER = "what stands before"
# A number in brackets behind a title: "[doc. web n. 9999]".
BRACKETED = re.compile(r"\s*\[[^\[\]]{0,20}\d{4,}\]$")
# Behind the label of a subject: "Subject:", "MAT.:".
LABEL_MARK = re.compile(r"\.?\s*:")
EDGE = " \t-–—:|,;·•*†"
# A letter alone that no word is: a ligature was lost beside it ("bene t", "A rming").
LOST_LETTER = re.compile(r"(?<![\w'’.&])[b-df-hj-np-tvwxz](?![\w'’.&)])")
MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)


def clean_title(reading: Reading, text: str) -> str:
    """A title without number, date, version and label: "CP 815: Safe Roads (Final)" is "Safe Roads"."""
    title = cut_number(reading, cut_subject(reading, one_line(text)))
    while (shorter := cut_end(reading, title)) != title:
        title = shorter
    return mend_words(reading, title)


def cut_subject(reading: Reading, title: str) -> str:
    """Without the label of a memorandum: "Subject: Safe Roads" is "Safe Roads"."""
    match = phrase_pattern(reading, "titles", "subject").match(title)
    marked = LABEL_MARK.match(title, match.end()) if match else None
    return title[marked.end() :].lstrip(": ") if marked else title


def cut_number(reading: Reading, title: str) -> str:
    """Without a document number in front: "M-19-03 Safe Roads" is "Safe Roads"."""
    match = None if NAMED_NUMBER.match(title) else read_numbers(reading.vocabulary).pattern.match(title)
    rest = title[match.end() :].lstrip(EDGE) if match else ""
    return rest if len(rest.split()) >= 2 else title


def cut_end(reading: Reading, title: str) -> str:
    """Without one label, version, number or date at the end; the year of "Strategy 2030" stays."""
    bare = title.rstrip(EDGE)
    names = label_names(reading)
    label = rf"(?:\s*[(\[（]\s*|[\s,;:|–—-]+)(?:the\s+)?(?:{names})\s*[)\]）]?$"
    for pattern in (BRACKETED, VERSION, re.compile(label, re.IGNORECASE)):
        match = pattern.search(bare)
        if match and bare[: match.start()].strip():
            return bare[: match.start()].rstrip(EDGE)
    return cut_date(reading, bare)


def label_names(reading: Reading) -> str:
    """Labels of versions and editions as alternatives, longest first."""
    labels = sorted(listed(reading, "titles", "labels"), key=len, reverse=True)
    return "|".join(re.escape(label) for label in labels)


def is_version_label(reading: Reading, text: str) -> bool:
    """Whether a line is nothing but a label: "Second Edition", "(tentative translation)"."""
    bare = text.strip(EDGE + "()[]（）")
    return bool(re.fullmatch(label_names(reading), bare, re.IGNORECASE) or VERSION.fullmatch(bare))


def is_dated(reading: Reading, text: str) -> bool:
    """Whether a line is a date alone: "MARCH 2024"."""
    return cut_date(reading, f"{DATED_FILLER} {text}") == DATED_FILLER


def cut_date(reading: Reading, title: str) -> str:
    """Without a span of years or a month at the end: "Advice 2022-23", "Guide, May 2021"."""
    months = "|".join(re.escape(name) for month in MONTHS for name in listed(reading, "dates", month))
    day = r"(?:(?:vom|of|du|del|van|di|le)\s+)?(?:\d{1,2}(?:\.|st|nd|rd|th|er|º)?\s+)?"
    printed = re.compile(rf"[\s,(–—|-]+{day}(?:{months})\s+\d{{4}}\)?$", re.IGNORECASE)
    for pattern in (YEARS, printed):
        match = pattern.search(title)
        if match and len(title[: match.start()].split()) >= 3:
            return title[: match.start()]
    return title


def mend_words(reading: Reading, title: str) -> str:
    """Words that the print broke, joined as the text has them: "Artifi cial" is "Artificial"."""
    mended: list[str] = []
    for word in title.split(" "):
        if mended and is_broken(reading, mended[-1], word):
            mended[-1] += word
        else:
            mended.append(word)
    return " ".join(mended)


def is_broken(reading: Reading, left: str, right: str) -> bool:
    """Whether two neighbours are one word: the text has the whole, and the halves only as a pair."""
    if not (left.isalpha() and right.isalpha() and right.islower() and len(left + right) >= 6):
        return False
    if (left + right).lower() not in reading.lowered:
        return False
    if not re.search(rf"\b{left}{right}\b", reading.text, re.IGNORECASE):
        return False
    alone = re.search(rf"(?<!{left}\s)\b{right}\b", reading.text, re.IGNORECASE)
    return left.endswith(LIGATURES) or alone is None


def is_damaged(title: str) -> bool:
    """Whether letters were lost in it: "Our bene t" has a letter that is no word."""
    return bool(LOST_LETTER.search(title))
