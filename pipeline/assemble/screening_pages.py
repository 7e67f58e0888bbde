"""Pages about texts are told from the texts: press releases, notices, landing pages, papers, slides.

Serves `screening`; each rule gives the reason and the place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from pipeline.assemble.front import Line
from pipeline.assemble.phrases import find_phrases, phrase_pattern
from pipeline.assemble.reading import Reading
from pipeline.assemble.screened import (
    MAX_TITLE_WORDS,
    TITLE_LINES,
    Screened,
    by_title,
    distinct_phrases,
    is_soft_title,
    place_of,
)
from pipeline.records import Entry

# A page of the web with fewer words and two links to files leads to a document.
LANDING_WORDS = 900
# A page that itself tells people so many times what to do leads to no other document, as a rule.
GUIDING_NORMS = 5
# So many different words of a landing page speak for themselves.
LEAST_LEADS = 2
# Longer texts are no notices and no press releases.
NOTICE_WORDS = 1200
PRESS_WORDS = 1500
LABEL_WORDS = 2
LEAST_SIGNS = 3
LEAST_PRESS = 2
NOTICE_SIGNS = (("vacancy_signs", "tender, vacancy or call"), ("tender_signs", "tender, vacancy or call"))
# Slides hold few words; PDF pages of prose some 300 to 500.
SLIDE_WORDS, SLIDE_PAGES = 110, 5
SLIDE_MAKER = re.compile(r"powerpoint|impress|keynote|beamer|google slides", re.IGNORECASE)
PAPER_SIGNS = 3


def find_press(reading: Reading, entry: Entry, lines: list[Line]) -> Iterator[Screened]:
    """A page of a newsroom: "FACT SHEET: The Minister announces …", "Press release"."""
    pattern = phrase_pattern(reading, "screening", "press_titles")
    title = (entry.full_name or "").strip()
    heads = [line for line in lines[:TITLE_LINES] if line.words <= MAX_TITLE_WORDS]
    # A label alone on a printed page stands for its colon: "FACT SHEET" above a larger title.
    found = [
        line
        for line in heads
        if pattern.match(line.text) or (line.words == LABEL_WORDS and pattern.match(f"{line.text}:"))
    ]
    if pattern.match(title):
        yield Screened("press page or fact sheet", place_of(lines, title), "press", 0.93)
    elif found and found[0].words <= 6:
        span = found[0].block.start, found[0].block.end
        yield Screened("press page or fact sheet", span, "press", 0.85)


def find_notice(reading: Reading, entry: Entry, lines: list[Line]) -> Iterator[Screened]:
    """A notice that asks for something: "Request for proposals", a vacancy, a call for evidence."""
    yield from by_title(reading, entry, lines, "notice_titles", "tender, vacancy or call", 0.9)
    if len(reading.text.split()) > NOTICE_WORDS:
        return
    yield from by_title(reading, entry, lines, "consultation_titles", "notice of a consultation", 0.85)
    for group, reason in NOTICE_SIGNS:
        signs = distinct_phrases(reading, group)
        # "Policy Adviser" names a kind of text, too: then one sign more.
        if len(signs) >= LEAST_SIGNS + is_soft_title(reading, entry):
            yield Screened(reason, next(iter(signs.values())), group, 0.8)


def find_report_of_it(reading: Reading, entry: Entry, lines: list[Line]) -> Iterator[Screened]:
    """A press release or blog post by the signs around its text: "Notes to editors", "Leave a comment"."""
    if len(reading.text.split()) > PRESS_WORDS:
        return
    press = distinct_phrases(reading, "press_signs")
    if len(press) >= LEAST_PRESS:
        yield Screened("press page or fact sheet", next(iter(press.values())), "press_signs", 0.88)
    posts = distinct_phrases(reading, "post_signs")
    told = phrase_pattern(reading, "screening", "post_titles").match(entry.full_name or "")
    if len(posts) >= LEAST_SIGNS and (told or not is_soft_title(reading, entry)):
        yield Screened("blog post or newsletter", next(iter(posts.values())), "post_signs", 0.8)


def find_landing_page(reading: Reading, entry: Entry, lines: list[Line]) -> Iterator[Screened]:
    """A short page of the web that offers a document: "Download PDF", "93 pages"."""
    if reading.document.page_count or len(reading.text.split()) > LANDING_WORDS:
        return
    signs = list(find_phrases(reading, "screening", "landing"))
    files = re.search(r"\bPDF\b,?\s*\(?\d+(?:[.,]\d+)?\s?[KM]B|\d+\s+pages\b", reading.text)
    distinct = {sign.group().casefold() for sign in signs}
    if len(distinct) < LEAST_LEADS and len(reading.mentions.get("norms", [])) >= GUIDING_NORMS:
        return
    if len(distinct) + bool(files) >= 2 or (files and len(reading.text.split()) < LANDING_WORDS / 2):
        span = signs[0].span() if signs else files.span() if files else None
        yield Screened("landing page of another document", span, "landing_page", 0.85)


def find_paper(reading: Reading, entry: Entry, lines: list[Line]) -> Iterator[Screened]:
    """A scholarly paper: abstract, keywords, correspondence, a journal or preprint number."""
    if not lines:
        return
    end = max(line.block.end for line in lines)
    signs = list(phrase_pattern(reading, "screening", "paper").finditer(reading.text, 0, end))
    distinct = {re.sub(r"\W", "", sign.group().casefold())[:9] for sign in signs}
    titled = 0 if not is_soft_title(reading, entry) else 2
    if len(distinct) >= PAPER_SIGNS + titled:
        yield Screened("scholarly paper", signs[0].span(), "paper", 0.8)


def find_slides(reading: Reading, entry: Entry, lines: list[Line]) -> Iterator[Screened]:
    """Slides: a file of a presentation program, or wide pages, with few words on each."""
    pages = reading.document.page_count or 0
    if pages < SLIDE_PAGES or len(reading.text.split()) / pages > SLIDE_WORDS:
        return
    metadata = reading.document.metadata
    made = SLIDE_MAKER.search(f"{metadata.get('creator', '')} {metadata.get('producer', '')}")
    if made or is_landscape(reading):
        yield Screened("slides", None, "slides", 0.75)


def is_landscape(reading: Reading) -> bool:
    """Whether the print reaches farther to the right than down, on any page."""
    boxes = [block.bbox for block in reading.blocks if block.bbox]
    return bool(boxes) and max(box[2] for box in boxes) > 1.15 * max(box[3] for box in boxes)


PAGE_RULES: tuple[Callable[[Reading, Entry, list[Line]], Iterator[Screened]], ...] = (
    find_press,
    find_report_of_it,
    find_notice,
    find_landing_page,
    find_paper,
    find_slides,
)
