"""is_soft_law and screen_reason: binding texts and pages about texts are told from soft law.

A document is screened out for a sign of its own, never for want of one: without any it is kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from pipeline.assemble.candidates import Candidate
from pipeline.assemble.document_type import choose_type
from pipeline.assemble.front import Line, front_lines
from pipeline.assemble.phrases import find_phrases, phrase_pattern
from pipeline.assemble.reading import Reading
from pipeline.assemble.screened import Screened, by_title, distinct_phrases, is_head, is_soft_title, place_of
from pipeline.assemble.screening_pages import PAGE_RULES
from pipeline.assemble.title_acts import find_acts
from pipeline.records import Entry

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
# So many different words for the parties of a case.
LEAST_PARTIES = 2
EXPLANATORY = re.compile(
    r"explanatory|commentary|guide|explicatif|erläuter|explicativo|toelichting|summary|study", re.IGNORECASE
)


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
    """A judgment or opinion of a court: "JUDGMENT OF THE COURT (Grand Chamber)".

    The name of a court alone stands above its practice notes, too: it needs the parties of a case.
    """
    yield from by_title(reading, entry, lines, "judgment_titles", "judgment", 0.9)
    parties = distinct_phrases(reading, "case_signs")
    if len(parties) >= LEAST_PARTIES and not any(
        choose_type(reading, line.text) for line in lines if is_head(line)
    ):
        yield from by_title(reading, entry, lines, "court_names", "judgment", 0.85)


RULES: tuple[Callable[[Reading, Entry, list[Line]], Iterator[Screened]], ...] = (
    find_union_act,
    find_statute,
    find_treaty,
    find_bill,
    find_judgment,
    *PAGE_RULES,
)
