"""full_name: the document's own title as printed, with its subtitle after a colon."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.assemble.candidates import Candidate
from pipeline.assemble.document_type import choose_type
from pipeline.assemble.front import Line, fold_words, front_lines, is_bare, names_body, one_line
from pipeline.assemble.phrases import phrase_pattern
from pipeline.assemble.reading import Reading
from pipeline.assemble.title_acts import find_acts
from pipeline.assemble.title_metadata import find_in_metadata
from pipeline.assemble.title_parts import MAX_WORDS, complete, is_label, joint_bonus, may_be_title, mend_end
from pipeline.assemble.title_text import LABEL_MARK, clean_title
from pipeline.records import Entry

# What a title page inside gains when it repeats the cover and says more; it stands a leaf or two behind.
INSIDE = 0.35
# What a label gains by the title that stands before it.
LED = 0.3
# A line below this score is no title: better none than a wrong one.
FLOOR = 0.5
# The title of the act to which an annex belongs is better than none.
ANNEX_FLOOR = 0.3
SENTENCE_END = re.compile(r"(?<=\w{3})\.(?:\s+(?=[A-ZÀ-Ž])|$)")


def find_full_name(reading: Reading, entry: Entry) -> Iterator[Candidate]:
    """Legal acts by their formula, subject lines, lines of the cover, then the container's title."""
    lines = front_lines(reading)
    yield from find_acts(reading, lines)
    yield from find_subject(reading, lines)
    yield from find_on_cover(reading, lines)
    yield from find_in_metadata(reading, lines)


def find_subject(reading: Reading, lines: list[Line]) -> Iterator[Candidate]:
    """The subject line of a memorandum or letter: "SUBJECT: Safe Roads", also behind its address."""
    subject = phrase_pattern(reading, "titles", "subject")
    for line in lines:
        match = next((found for found in subject.finditer(line.text) if opens_line(line.text, found)), None)
        if match and line.leaf == 0:
            title = clean_title(reading, first_sentence(line.text[match.start() :]))
            if 2 <= len(title.split()) <= MAX_WORDS:
                score = 0.92 if match.start() == 0 else 0.85
                yield Candidate(title, (line.block.start, line.block.end), "full_name.subject", score)


def opens_line(text: str, label: re.Match[str]) -> bool:
    """Whether a label with its colon opens a line, or a line that print ran into the one before it."""
    marked = LABEL_MARK.match(text, label.end())
    return bool(marked) and (label.start() == 0 or (label.group()[0].isupper() and len(label.group()) > 2))


def first_sentence(text: str) -> str:
    """The text up to the stop behind its subject: "Subject: Safe Roads. Dear Sir" without the address."""
    label = LABEL_MARK.search(text)
    stop = SENTENCE_END.search(text, label.end() if label else 0)
    return text[: stop.start()] if stop else text


def find_on_cover(reading: Reading, lines: list[Line]) -> Iterator[Candidate]:
    """Lines of the title page by kind, size, nouns and repetition, with their subtitle."""
    annex = is_annex(reading, lines)
    known, cover = known_titles(reading), cover_words(reading, lines)
    largest = max((line.block.size or 0 for line in lines if may_be_title(reading, line)), default=0)
    for position, line in enumerate(lines):
        if not may_be_title(reading, line) or mend_end(lines, line.text) != line.text:
            continue
        title, (start, end) = complete(reading, lines, position)
        score = score_line(reading, line, largest, known, annex=annex)
        score += INSIDE if line.leaf and completes_cover(line, cover) else 0.0
        if end > line.block.end:
            score += joint_bonus(reading, line, lines[position + 1])
        score += LED if start < line.block.start else 0.0
        words = len(title.split())
        if score >= (ANNEX_FLOOR if annex else FLOOR) and words >= 2:
            yield Candidate(title, (start, end), "full_name.cover", round(min(score, 0.95), 3))


def is_annex(reading: Reading, lines: list[Line]) -> bool:
    """Whether the cover is an annex's: "ANNEX to the Communication …"."""
    pattern = phrase_pattern(reading, "titles", "annex")
    return any(line.leaf == 0 and line.words <= 4 and pattern.match(line.text) for line in lines)


def known_titles(reading: Reading) -> list[str]:
    """Folded titles that the container and the running heads give."""
    furniture = [reading.text_of(block) for block in reading.blocks if block.zone == "furniture"]
    metadata = reading.document.metadata
    named = [metadata[key] for key in ("title", "meta:title") if key in metadata]
    heads = [text for text in dict.fromkeys(furniture[:200]) if len(text.split()) >= 3]
    return [folded for text in (*named, *heads) if len(folded := fold_words(one_line(text))) >= 8]


def score_line(reading: Reading, line: Line, largest: float, known: list[str], *, annex: bool) -> float:
    """How much a line looks like the title of the document."""
    text = line.text
    types = choose_type(reading, text)
    folded = fold_words(text)
    score = {"title": 0.45, "heading": 0.35}.get(line.block.kind, 0.15)
    score += 0.2 * ((line.block.size or 0) / largest) if largest else 0.1
    score += 0.2 if types else 0.0
    score += 0.15 if any(folded in other or other in folded for other in known) else 0.0
    score -= {1: 0.3, 2: 0.0 if types else 0.1}.get(line.words, 0.0)
    named_body = names_body(reading, text) and not phrase_pattern(reading, "titles", "acts").search(text)
    score -= 0.35 if named_body and not types else 0.0
    score -= 0.25 if is_label(reading, text) else 0.0
    # A cover that OCR had to read is printed again as text on the next page, as a rule.
    score -= 0.2 if line.block.ocr_confidence is not None and not is_scan(reading) else 0.0
    score -= 0.12 * line.leaf
    score -= 0.25 if annex and line.leaf == 0 else 0.0
    return score - 0.005 * line.index


def is_scan(reading: Reading) -> bool:
    """Whether every page was read by OCR."""
    return len(reading.document.ocr_pages) == reading.document.page_count


def cover_words(reading: Reading, lines: list[Line]) -> set[str]:
    """The words of the first two title lines of the cover."""
    heads = [line for line in lines if line.leaf == 0 and line.block.kind in ("title", "heading")]
    titles = [line for line in heads if line.words >= 2 and not is_bare(reading, line.text)]
    return {word for line in titles[:2] for word in split_words(line.text)}


def completes_cover(line: Line, cover: set[str]) -> bool:
    """Whether a title inside repeats the lines of the cover and says more: "Lamps", then "Lamps: a guide"."""
    return bool(cover) and cover < set(split_words(line.text))


def split_words(text: str) -> list[str]:
    """The words of a line in one case, without marks beside them."""
    return [word.strip(":,;.–—-") for word in text.casefold().split()]
