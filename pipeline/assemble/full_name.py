"""full_name: the document's own title as printed, with its subtitle after a colon."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.assemble.candidates import Candidate
from pipeline.assemble.document_type import choose_type
from pipeline.assemble.front import (
    TITLE_PAGES,
    Line,
    fold_words,
    front_lines,
    is_bare,
    names_body,
    one_line,
)
from pipeline.assemble.phrases import phrase_pattern
from pipeline.assemble.reading import Reading
from pipeline.assemble.title_acts import find_acts
from pipeline.assemble.title_text import clean_title, cut_site, is_damaged, is_version_label
from pipeline.assemble.type_names import find_type_names
from pipeline.records import Block, Entry

# Titles of print have up to some sixty words (acts of the Official Journal more, see `find_act`).
MAX_WORDS = 60
MAX_SUBTITLE_WORDS = 25
# Points between a title and its subtitle: a quarter of an A4 page.
FARTHEST_SUBTITLE = 210
# What a title page inside gains when it repeats the cover and says more; it stands a leaf or two behind.
INSIDE = 0.35
# A line below this score is no title: better none than a wrong one.
FLOOR = 0.5
# The title of the act to which an annex belongs is better than none.
ANNEX_FLOOR = 0.3
FILE_NAME = re.compile(
    r"\.(?:docx?|pdf|indd|pptx?|xlsx?|html?)\b|^Microsoft Word|untitled|^\w+$|[_\\]", re.IGNORECASE
)


def find_full_name(reading: Reading, entry: Entry) -> Iterator[Candidate]:
    """Legal acts by their formula, subject lines, lines of the cover, then the container's title."""
    lines = front_lines(reading)
    yield from find_acts(reading, lines)
    yield from find_subject(reading, lines)
    yield from find_on_cover(reading, lines)
    yield from find_in_metadata(reading, lines)


def find_subject(reading: Reading, lines: list[Line]) -> Iterator[Candidate]:
    """The subject line of a memorandum: "SUBJECT: Safe Roads"."""
    subject = phrase_pattern(reading, "titles", "subject")
    for line in lines:
        match = subject.match(line.text)
        if match and line.leaf == 0 and line.text[match.end() :].lstrip().startswith(":"):
            title = clean_title(reading, line.text)
            if 2 <= len(title.split()) <= MAX_WORDS:
                yield Candidate(title, (line.block.start, line.block.end), "full_name.subject", 0.92)


def find_on_cover(reading: Reading, lines: list[Line]) -> Iterator[Candidate]:
    """Lines of the title page by kind, size, nouns and repetition, with their subtitle."""
    annex = is_annex(reading, lines)
    known, cover = known_titles(reading), cover_words(reading, lines)
    largest = max((line.block.size or 0 for line in lines if may_be_title(reading, line)), default=0)
    for position, line in enumerate(lines):
        if not may_be_title(reading, line):
            continue
        title, end = complete(reading, lines, position)
        score = score_line(reading, line, largest, known, annex=annex)
        score += INSIDE if line.leaf and completes_cover(line, cover) else 0.0
        if end > line.block.end:
            score += joint_bonus(reading, line, lines[position + 1])
        words = len(title.split())
        if score >= (ANNEX_FLOOR if annex else FLOOR) and words >= 2:
            yield Candidate(title, (line.block.start, end), "full_name.cover", round(min(score, 0.95), 3))


def joint_bonus(reading: Reading, line: Line, second: Line) -> float:
    """What the second line adds: the kind to a title, or the title to a label, "WHITE PAPER"."""
    if find_type_names(reading, second.text):
        return 0.0 if find_type_names(reading, line.text) else 0.2
    return 0.3 if is_label(reading, line.text) else 0.0


def may_be_title(reading: Reading, line: Line) -> bool:
    """Whether a line of the front may be a title at all."""
    kind = line.block.kind
    if line.leaf >= FRONT_LEAVES or kind in ("table", "footnote", "furniture") or line.words > MAX_WORDS:
        return False
    sentence = line.text.endswith((".", ":", ";", "?")) and line.words > 12
    return not sentence and not is_bare(reading, line.text) and (kind != "list_item" or line.words > 3)


FRONT_LEAVES = TITLE_PAGES + 1


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


def is_label(reading: Reading, text: str) -> bool:
    """Whether a line only names the kind: "WHITE PAPER", "Final Report", "COMMUNICATION FROM …"."""
    types = find_type_names(reading, text)
    if not types:
        return False
    rest = (text[: types[0].start] + text[types[0].end :]).split()
    to_whom = re.match(r"\s*(?:FROM|TO|FOR|from|to) (?:THE|the|ALL|all)\b", text[types[0].end :])
    return len(rest) <= 1 or (types[0].start == 0 and bool(to_whom))


def complete(reading: Reading, lines: list[Line], position: int) -> tuple[str, int]:
    """The title with the label before it and the subtitle behind it, and where it ends."""
    line = lines[position]
    title, end = clean_title(reading, line.text), line.block.end
    subtitle = find_subtitle(reading, lines, position)
    if is_label(reading, line.text) and subtitle is None and position + 1 < len(lines):
        following = lines[position + 1]
        named = names_body(reading, following.text) and not find_type_names(reading, following.text)
        if following.leaf == line.leaf and may_be_title(reading, following) and not named:
            subtitle = following
    if subtitle is not None:
        added = clean_title(reading, subtitle.text)
        if added and fold_words(added) not in fold_words(title):
            joint = " " if re.match(r"(?:On|For|on|for)\b", added) else ": "
            return title.rstrip(":") + joint + added, subtitle.block.end
    return title, end


def find_subtitle(reading: Reading, lines: list[Line], position: int) -> Line | None:
    """The smaller heading right behind the title on its page, if it belongs to the name."""
    line = lines[position]
    following = lines[position + 1] if position + 1 < len(lines) else None
    if following is None or following.leaf != line.leaf or following.block.kind not in ("title", "heading"):
        return None
    if line.block.size and not (following.block.size or 0) <= line.block.size * 1.01:
        return None
    if stands_far_below(line.block, following.block):
        return None
    text = clean_title(reading, following.text)
    if (
        not may_be_title(reading, following)
        or not (2 <= len(text.split()) <= MAX_SUBTITLE_WORDS or find_type_names(reading, text))
        or is_version_label(reading, text)
        or names_body(reading, text)
        or is_damaged(text)
        or reading.mentions_in("dates", following.block)
        or following.block.number
        or looks_like_names(reading, text)
    ):
        return None
    # Without sizes of print nothing tells a subtitle from the first line of the text.
    told = line.block.kind == "title" and line.block.size
    if not told and not is_label(reading, line.text):
        return None
    return replace(following, text=text)


def stands_far_below(title: Block, following: Block) -> bool:
    """Whether a line stands at another place of the cover: a series or a publisher, no subtitle."""
    if title.bbox is None or following.bbox is None or title.page != following.page:
        return False
    return following.bbox[1] - title.bbox[3] > FARTHEST_SUBTITLE


def looks_like_names(reading: Reading, text: str) -> bool:
    """Whether a line is a row of persons: no word of "Ana Ruiz Tom Becker" is a word of the text."""
    words = [word for word in text.split() if word[0].isalpha()]
    named = all(word.istitle() or (word.isupper() and len(word) <= 4) for word in words)
    if not named or find_type_names(reading, text):
        return False
    return not any(re.search(rf"\b{re.escape(word.lower())}\b", reading.text) for word in words)


def find_in_metadata(reading: Reading, lines: list[Line]) -> Iterator[Candidate]:
    """The title that the container gives, without the site's name; a file name is none."""
    metadata = reading.document.metadata
    sites = [metadata[key] for key in ("site_name", "publisher", "meta:application-name") if key in metadata]
    pdf = "producer" in metadata or "creator" in metadata
    for key in ("title", "meta:title"):
        printed = one_line(metadata.get(key, ""))
        title = clean_title(reading, cut_site(printed, sites))
        if len(title.split()) < 2 or FILE_NAME.search(title) or len(title.split()) > MAX_WORDS:
            continue
        span = find_printed(lines, title)
        score = (0.45 if pdf else 0.8) + (0.15 if span else 0.0)
        # The title in a PDF is often that of the template or of an earlier document.
        lost = "not printed on the front" if pdf and span is None else None
        yield Candidate(title, span, f"full_name.metadata_{'pdf' if pdf else 'page'}", score, lost)


def find_printed(lines: list[Line], title: str) -> tuple[int, int] | None:
    """Where a title of the container is printed on the front."""
    folded = fold_words(title)
    for line in lines:
        if line.words <= MAX_WORDS and fold_words(line.text) == folded:
            return line.block.start, line.block.end
    return None
