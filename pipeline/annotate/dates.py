"""Finds the dates printed in a text by their grammar: the SpanGroup `dates`.

A span's label is the date in ISO 8601, as precise as printed, and its id the form that was read.
What a date says about the document is decided by `assemble/date.py`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.annotate.doc_text import text_of_doc
from pipeline.vocabulary import Vocabulary
from pipeline.vocabulary.choice import choose_from

MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
# A document is dated in one of these years; other numbers of four digits are no years. "2022-23"
# and "2021/2022" are spans of years, not years.
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d|[-/–]\d)")
# The longest date in words: "Wednesday, the 21st day of September 2022" without its weekday.
WINDOW = 36
DAY = r"(?<![\d./])(?P<day>0?[1-9]|[12]\d|3[01])(?:\s?(?:st|nd|rd|th|er|º|ª|°|\.))?"
MONTH_DAY = r"(?P<day>\d{1,2})\s?(?:st|nd|rd|th)?"
LINK = r"(?:\s*,\s*|\s+(?:de|del|of|d')\s*|\s*[-–./]?\s*)"
YEAR_AT_END = r"(?P<year>\d{4})\Z"
# "24 - 25 May 2023" is a meeting, not the day of a document.
RANGE = re.compile(r"\d(?:st|nd|rd|th)?\.?\s*(?:[-–—/&]|\b(?:and|to|et|und|y|en|e|au|bis|al|a)\b)\s*\Z")
SPACED = re.compile(r"(?<!\S)(?:[^\W\d_] ){3,}(?:1 9|2 0) \d \d(?!\S)")
NUMERIC = re.compile(
    r"(?<![\w./:-])(?P<left>\d{1,2})\s?(?P<mark>[./-])\s?(?P<middle>\d{1,2})\s?(?P=mark)\s?"
    r"(?P<year>(?:19|20)\d\d)(?!\d|[/:-]\d|\.\d)"
)
ISO = re.compile(
    r"(?<![\w./:-])(?P<year>(?:19|20)\d\d)(?P<mark>[-/.])(?P<month>0[1-9]|1[0-2])(?P=mark)"
    r"(?P<day>0[1-9]|[12]\d|3[01])(?!\d|[-/.]\d)"
)
# A month in figures is one only where its place says so: behind a version or label, in brackets, alone.
MONTH_FIRST = r"(?:0[1-9]|1[0-2])[/.](?:19|20)\d\d"
MONTH_LABEL = r"(?i:stand|date|datum|fecha|data|state|edition|version|updated|published|released)\s?:?\s"
MONTH_IN_FIGURES = re.compile(
    rf"(?<![\w./-])(?:(?P<iso>(?:19|20)\d\d-(?:0[1-9]|1[0-2]))(?![\d/-])|(?P<short>{MONTH_FIRST})(?=\)|\n|$))"
)
# What stands before: a label, a version, a bracket, or the beginning of a line.
BEFORE_FIGURES = {
    "iso": re.compile(rf"(?:\b[Vv]\d+(?:\.\d+)+ \(|\b{MONTH_LABEL})\Z"),
    "short": re.compile(rf"(?:(?<!\w)\(|\n|\b{MONTH_LABEL})\Z"),
}
LABEL_REACH = 30
NUMERALS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
ROMAN_MONTH = re.compile(
    r"(?<![\w.])(?P<day>\d{1,2})[. ]\s?(?P<month>I{1,3}|IV|VI{0,3}|IX|XI{0,2}|X)[. ]\s?"
    r"(?P<year>(?:19|20)\d\d)(?!\d)"
)
EAST_ASIAN = re.compile(
    r"(?P<year>(?:19|20)\d\d)\s?年\s?(?P<month>\d{1,2})\s?月(?:\s?(?P<day>\d{1,2})\s?日)?"
)


class Found(NamedTuple):
    """A date in the text; an empty value keeps others from reading a part of it."""

    start: int
    end: int
    value: str
    rule: str
    month_first: str = ""


class DateMatcher:
    """Component `softlaw_dates`: month names from the vocabulary, forms from the grammar."""

    def __init__(self, nlp: Language):
        self.names: dict[str, int] = {}
        self.own: list[str] = []
        self.forms: list[tuple[str, re.Pattern[str]]] = []

    def read_vocabulary(self, vocabulary: Vocabulary, language: str) -> None:
        """Take the month names of every language: a form is often filled in in another one."""
        names = {
            name.casefold(): number
            for number, month in enumerate(MONTHS, start=1)
            for name in vocabulary.phrases("dates", month)
        }
        own = {name.casefold() for month in MONTHS for name in vocabulary.phrases("dates", month, language)}
        self.set_names(names, sorted(own) if language != "en" else [])

    def set_names(self, names: dict[str, int], own: list[str]) -> None:
        """Compile the forms with a month name, longest name first."""
        self.names, self.own = names, own
        month = rf"(?P<month>{choose_from(map(re.escape, names))})(?![^\W\d_])"
        alone = rf"(?<![^\W\d_]){month}"
        forms = {
            "dates.day_month_year": rf"{DAY}{LINK}{month}{LINK}{YEAR_AT_END}",
            "dates.month_day_year": rf"{alone}\.?\s+{MONTH_DAY}\s*,?\s+{YEAR_AT_END}",
            "dates.month_year": rf"{alone}{LINK}{YEAR_AT_END}",
        }
        self.forms = [(rule, re.compile(form, re.IGNORECASE)) for rule, form in forms.items()]

    def __call__(self, doc: Doc) -> Doc:
        """Set `doc.spans["dates"]`; of two readings of one place the fuller stands."""
        spans, last = [], 0
        for found in sorted(self.find(text_of_doc(doc)), key=lambda item: (item.start, -item.end)):
            if found.start < last:
                continue
            last = found.end
            if found.value:
                span = doc.char_span(
                    found.start, found.end, label=found.value, span_id=found.rule, alignment_mode="expand"
                )
                if found.month_first:
                    span._.data = (("month_first", found.month_first),)
                spans.append(span)
        doc.spans["dates"] = spans
        return doc

    def find(self, text: str) -> Iterator[Found]:
        """Every date of the text, in no order."""
        for year in YEAR.finditer(text):
            yield from self.find_named(text, year.start(), year.end())
        yield from self.find_spaced(text)
        yield from find_iso(text)
        yield from find_months_in_figures(text)
        yield from find_numeric(text)
        yield from find_roman(text)
        yield from find_east_asian(text)

    def find_named(self, text: str, year_start: int, year_end: int) -> Iterator[Found]:
        """The date in words that ends with a year: "8 April 2019", "April 8th, 2019", "octobre 2024"."""
        for rule, form in self.forms:
            match = form.search(text, max(year_start - WINDOW, 0), year_end)
            if match:
                value = self.read_named(match, text)
                if value is not None:
                    yield Found(match.start(), year_end, value, rule)
                return

    def find_spaced(self, text: str) -> Iterator[Found]:
        """A month and year in letter-spaced print: "O C T O B E R 2 0 2 4"."""
        for match in SPACED.finditer(text) if "1 9 " in text or "2 0 " in text else ():
            closed = match.group()[::2]
            names = [name for name in self.names if closed[:-4].casefold().endswith(name)]
            if names:
                name = max(names, key=len)
                start = match.end() - 2 * (len(name) + 4) + 1
                value = as_iso(closed[-4:], self.names[name], None)
                if value:
                    yield Found(start, match.end(), value, "dates.spaced")

    def read_named(self, match: re.Match[str], text: str) -> str | None:
        """The value of a date in words; "may 2020" is none, and the end of a range has no value."""
        month, day = match["month"], match.groupdict().get("day")
        if day is None and month.islower() and len(month) <= 3 and month not in self.own:
            return None
        if day and RANGE.search(text, max(match.start() - 12, 0), match.start()):
            return ""
        return as_iso(match["year"], self.names[month.casefold()], day)

    def to_bytes(self, **options: Any) -> bytes:
        """The month names as JSON."""
        return json.dumps([self.names, self.own], ensure_ascii=False, sort_keys=True).encode()

    def from_bytes(self, data: bytes, **options: Any) -> DateMatcher:
        """Read what `to_bytes` wrote."""
        self.set_names(*json.loads(data))
        return self

    def to_disk(self, path: Path, **options: Any) -> None:
        """Write the month names to one file."""
        Path(path).write_bytes(self.to_bytes())

    def from_disk(self, path: Path, **options: Any) -> DateMatcher:
        """Read what `to_disk` wrote."""
        return self.from_bytes(Path(path).read_bytes())


@Language.factory("softlaw_dates")
def create_date_matcher(nlp: Language, name: str) -> DateMatcher:
    """The factory of `softlaw_dates`."""
    return DateMatcher(nlp)


def find_iso(text: str) -> Iterator[Found]:
    """The year first: "2019-04-08", "2019/04/08"."""
    for match in ISO.finditer(text):
        value = as_iso(match["year"], int(match["month"]), match["day"])
        if value:
            yield Found(match.start(), match.end(), value, "dates.year_first")


def find_months_in_figures(text: str) -> Iterator[Found]:
    """A month in figures, told by its place: "V1.2.1 (2031-12)", "First edition 2031-12", "(06/2031)"."""
    for match in MONTH_IN_FIGURES.finditer(text):
        group = "iso" if match["iso"] else "short"
        start = match.start()
        # A line break before the text stands for its beginning.
        before = ("\n" if start < LABEL_REACH else "") + text[max(start - LABEL_REACH, 0) : start]
        if not BEFORE_FIGURES[group].search(before):
            continue
        parts = re.split(r"[/.-]", match[group])
        year, month = parts if group == "iso" else parts[::-1]
        value = as_iso(year, int(month), None)
        if value:
            yield Found(*match.span(group), value, "dates.month_in_figures")


def find_numeric(text: str) -> Iterator[Found]:
    """Day and month in figures: "19.2.2020", "19/02/2020", and "04/30/2020" the other way round.

    With a slash both ways of "03/04/2020" are kept: the country of the issuer decides.
    """
    for match in NUMERIC.finditer(text):
        left, middle = int(match["left"]), int(match["middle"])
        day_first = as_iso(match["year"], middle, match["left"])
        month_first = as_iso(match["year"], left, match["middle"]) if match["mark"] != "." else None
        span = match.start(), match.end()
        if day_first and month_first and day_first != month_first:
            yield Found(*span, day_first, "dates.ambiguous", month_first)
        elif day_first:
            yield Found(*span, day_first, "dates.day_first")
        elif month_first:
            yield Found(*span, month_first, "dates.month_first")


def find_roman(text: str) -> Iterator[Found]:
    """The month in Roman numerals: "5.IX.2024"."""
    for match in ROMAN_MONTH.finditer(text):
        value = as_iso(match["year"], NUMERALS.index(match["month"]) + 1, match["day"])
        if value:
            yield Found(match.start(), match.end(), value, "dates.roman_month")


def find_east_asian(text: str) -> Iterator[Found]:
    """Year, month and day with their signs: "2019年6月11日"."""
    for match in EAST_ASIAN.finditer(text) if "年" in text else ():
        value = as_iso(match["year"], int(match["month"]), match["day"])
        if value:
            yield Found(match.start(), match.end(), value, "dates.east_asian")


def as_iso(year: str, month: int, day: str | None) -> str | None:
    """ISO 8601 of a date that the calendar knows; without a day "2019-04"."""
    try:
        known = date(int(year), month, int(day) if day else 1)
    except ValueError:
        return None
    return known.isoformat() if day else known.isoformat()[:7]
