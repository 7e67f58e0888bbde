"""is_soft_law and screen_reason: binding texts and pages about texts are told from soft law.

A document is screened out for a sign of its own, never for want of one: without any it is kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pipeline.assemble.candidates import Candidate
from pipeline.assemble.document_type import choose_type
from pipeline.assemble.front import Line, front_lines
from pipeline.assemble.phrases import find_phrases, phrase_pattern
from pipeline.assemble.reading import Reading
from pipeline.assemble.title_acts import find_acts
from pipeline.records import Entry

# Titles of these lines decide; a title stands among the first.
TITLE_LINES = 14
MAX_TITLE_WORDS = 60
# Numbered acts: "Regulation (EU) 2016/679", "DIRECTIVE 95/46/EC", "Decision No 1/80".
ACT = re.compile(
    r"(?:(?:commission|council|delegated|implementing|framework)\s+)*(?:regulation|directive|decision)s?\s+"
    r"(?:\((?:EU|EC|EEC|EURATOM)\)|\d{2,4}/\d+/[A-Z]|(?:\([A-Z]+\)\s*)?No\.?\s?\d+/\d+)",
    re.IGNORECASE,
)
# Numbered statutes: "Ley 1581 de 2012", "LOI n° 78-17".
STATUTE = re.compile(r"(?:ley|loi|lei|legge|lov|public law)\s+(?:n\S{0,2}\s*)?\d", re.IGNORECASE)
# Kinds whose texts never bind, whatever act they speak of in their title.
BINDING_NOUN = re.compile(
    r"\b(?:regulation|directive|decision|act|law|decree|règlement|directive|décision|loi|décret|verordnung|"
    r"richtlinie|beschluss|gesetz|reglamento|directiva|decisión|ley|verordening|richtlijn|besluit|wet|regolamento|"
    r"direttiva|decisione|legge|regulamento|diretiva|decisão|lei|rozporządzenie|dyrektywa|decyzja|ustawa)\b",
    re.IGNORECASE,
)
UNION = re.compile(r"official journal|journal officiel|amtsblatt|having regard to the treaty", re.IGNORECASE)
EXPLANATORY = re.compile(
    r"explanatory|commentary|guide|explicatif|erläuter|explicativo|toelichting|summary|study", re.IGNORECASE
)
# A page of the web with fewer words and two links to files leads to a document.
LANDING_WORDS = 900
# Slides hold few words; PDF pages of prose some 300 to 500.
SLIDE_WORDS, SLIDE_PAGES = 110, 5
SLIDE_MAKER = re.compile(r"powerpoint|impress|keynote|beamer|google slides", re.IGNORECASE)
PAPER_SIGNS = 3


@dataclass(slots=True, frozen=True)
class Screened:
    """Why a document is no soft law, and where that is printed."""

    reason: str
    span: tuple[int, int] | None
    rule: str
    score: float


def find_is_soft_law(reading: Reading, entry: Entry) -> Iterator[Candidate]:
    """False for the surest reason to screen out, else True."""
    for screened in screen(reading, entry):
        yield Candidate("False", screened.span, f"is_soft_law.{screened.rule}", screened.score)
    yield Candidate("True", None, "is_soft_law.no_sign_of_another_kind", 0.5)


def find_screen_reason(reading: Reading, entry: Entry) -> Iterator[Candidate]:
    """The reason, when the document is screened out."""
    if not entry.is_soft_law:
        for screened in screen(reading, entry):
            yield Candidate(screened.reason, screened.span, f"screen_reason.{screened.rule}", screened.score)


def screen(reading: Reading, entry: Entry) -> list[Screened]:
    """All reasons, by every rule."""
    lines = front_lines(reading)
    return [found for rule in RULES for found in rule(reading, entry, lines)]


def find_union_act(reading: Reading, entry: Entry, lines: list[Line]) -> Iterator[Screened]:
    """A numbered act in the title: "Regulation (EU) 2016/679 of …"."""
    act = ACT.match(entry.full_name or "")
    if act:
        reason = f"binding act of the European Union ({act.group().strip()})"
        yield Screened(reason, place_of(lines, act.group()), "union_act", 0.95)
        return
    for candidate in find_acts(reading, lines):
        noun = BINDING_NOUN.search(candidate.value[:80])
        soft = choose_type(reading, candidate.value)
        if noun and soft is None and candidate.value == entry.full_name and UNION.search(reading.text[:6000]):
            yield Screened("binding act of the European Union", candidate.span, "union_act", 0.9)


def place_of(lines: list[Line], text: str) -> tuple[int, int] | None:
    """The line of the front that holds a text."""
    folded = " ".join(text.casefold().split())
    return next(
        ((line.block.start, line.block.end) for line in lines if folded in line.text.casefold()), None
    )


def find_statute(reading: Reading, entry: Entry, lines: list[Line]) -> Iterator[Screened]:
    """A statute or order by its title or its formula: "Be it enacted", "in exercise of the powers"."""
    yield from by_title(reading, entry, lines, "statute_titles", "binding act", 0.85)
    number = STATUTE.match(entry.full_name or "")
    if number:
        yield Screened("binding act", place_of(lines, number.group()), "statute_number", 0.9)
    formula = next(find_phrases(reading, "screening", "enacting"), None)
    if formula and not is_soft_title(reading, entry) and not is_quoted(reading, formula.start()):
        yield Screened("binding act, by its enacting formula", formula.span(), "enacting_formula", 0.8)


def is_quoted(reading: Reading, offset: int) -> bool:
    """Whether a formula stands in a footnote, a reference or between quotation marks."""
    block = reading.document.block_at(offset)
    before = reading.text[max(offset - 3, 0) : offset]
    aside = block is not None and block.zone in ("footnote", "references")
    return aside or any(mark in before for mark in "“\"'‘«")


def is_soft_title(reading: Reading, entry: Entry) -> bool:
    """Whether the title names a kind of soft law: "Guidelines on the Convention"."""
    return choose_type(reading, entry.full_name or "") is not None


def by_title(
    reading: Reading, entry: Entry, lines: list[Line], group: str, reason: str, score: float
) -> Iterator[Screened]:
    """A title, or a line of the front in capitals or heading, that opens with a phrase of the group."""
    pattern = phrase_pattern(reading, "screening", group)
    titles = [entry.full_name] if entry.full_name else []
    heads = [line for line in lines[:TITLE_LINES] if is_head(line)]
    if any(pattern.match(title) for title in titles):
        yield Screened(reason, place_of(lines, titles[0]), group, score)
    elif not is_soft_title(reading, entry):
        for line in heads:
            if pattern.match(line.text):
                yield Screened(reason, (line.block.start, line.block.end), group, score - 0.05)


def is_head(line: Line) -> bool:
    """Whether a line of the first page stands out."""
    kind = line.block.kind in ("title", "heading") or line.text.isupper()
    return line.leaf == 0 and kind and line.words <= MAX_TITLE_WORDS


def find_treaty(reading: Reading, entry: Entry, lines: list[Line]) -> Iterator[Screened]:
    """A treaty: its noun in the title and two of its formulas in the text."""
    title = entry.full_name or ""
    noun = phrase_pattern(reading, "screening", "treaty_titles").search(title)
    if noun is None or EXPLANATORY.search(title) or is_soft_title(reading, entry):
        return
    before = title[: noun.start()]
    if len(before.split()) > 6 or re.search(r"\b(?:on|under|of the|to the)\s+$", before):
        return
    formulas = {match.group() for match in find_phrases(reading, "screening", "treaty_formulas")}
    if len(formulas) >= 2:
        yield Screened("treaty", place_of(lines, title), "treaty", 0.93)


def find_bill(reading: Reading, entry: Entry, lines: list[Line]) -> Iterator[Screened]:
    """A bill or a proposal for an act: "Proposal for a REGULATION …", "A bill to …"."""
    yield from by_title(reading, entry, lines, "bill_titles", "bill or proposal for a binding act", 0.9)


def find_judgment(reading: Reading, entry: Entry, lines: list[Line]) -> Iterator[Screened]:
    """A judgment or opinion of a court: "JUDGMENT OF THE COURT (Grand Chamber)"."""
    yield from by_title(reading, entry, lines, "judgment_titles", "judgment", 0.9)


def find_press(reading: Reading, entry: Entry, lines: list[Line]) -> Iterator[Screened]:
    """A page of a newsroom: "FACT SHEET: The Minister announces …", "Press release"."""
    pattern = phrase_pattern(reading, "screening", "press_titles")
    title = (entry.full_name or "").strip()
    heads = [line for line in lines[:TITLE_LINES] if line.words <= MAX_TITLE_WORDS]
    found = [line for line in heads if pattern.match(line.text)]
    if pattern.match(title):
        yield Screened("press page or fact sheet", place_of(lines, title), "press", 0.93)
    elif found and found[0].words <= 6:
        span = found[0].block.start, found[0].block.end
        yield Screened("press page or fact sheet", span, "press", 0.85)


def find_landing_page(reading: Reading, entry: Entry, lines: list[Line]) -> Iterator[Screened]:
    """A short page of the web that offers a document: "Download PDF", "93 pages"."""
    if reading.document.page_count or len(reading.text.split()) > LANDING_WORDS:
        return
    signs = list(find_phrases(reading, "screening", "landing"))
    files = re.search(r"\bPDF\b,?\s*\(?\d+(?:[.,]\d+)?\s?[KM]B|\d+\s+pages\b", reading.text)
    distinct = {sign.group().casefold() for sign in signs}
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


RULES: tuple[Callable[[Reading, Entry, list[Line]], Iterator[Screened]], ...] = (
    find_union_act,
    find_statute,
    find_treaty,
    find_bill,
    find_judgment,
    find_press,
    find_landing_page,
    find_paper,
    find_slides,
)
