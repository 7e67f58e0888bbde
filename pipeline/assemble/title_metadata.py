"""The title that the container gives: of a web page without its site's name, of a PDF if it is printed.

Serves `full_name`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.assemble.body_names import build_index
from pipeline.assemble.body_traces import SLACK, TITLE_PARTS
from pipeline.assemble.candidates import Candidate
from pipeline.assemble.document_type import choose_type
from pipeline.assemble.front import Line, fold_words, one_line
from pipeline.assemble.reading import Reading
from pipeline.assemble.title_parts import MAX_WORDS, mend_end
from pipeline.assemble.title_text import clean_title

LEAST_WORDS = 2
LONG_WORD = 3
FILE_NAME = re.compile(
    r"\.(?:docx?|pdf|indd|pptx?|xlsx?|html?)\b|^Microsoft Word|untitled|^\w+$|[_\\]", re.IGNORECASE
)


def find_in_metadata(reading: Reading, lines: list[Line]) -> Iterator[Candidate]:
    """The title that the container gives, without the site's name; a file name is none."""
    metadata = reading.document.metadata
    pdf = "producer" in metadata or "creator" in metadata
    for key in ("title", "meta:title"):
        printed = mend_end(lines, cut_site(reading, lines, one_line(metadata.get(key, ""))))
        title = clean_title(reading, printed)
        if len(title.split()) < 2 or FILE_NAME.search(title) or len(title.split()) > MAX_WORDS:
            continue
        span = find_printed(lines, title)
        score = (0.45 if pdf else 0.8) + (0.15 if span else 0.0)
        # The title in a PDF is often that of the template or of an earlier document.
        lost = "not printed on the front" if pdf and span is None else None
        if not pdf and names_the_site(reading, lines, title):
            lost = "title of the site, not of the page"
        yield Candidate(title, span, f"full_name.metadata_{'pdf' if pdf else 'page'}", score, lost)


def names_the_site(reading: Reading, lines: list[Line], title: str) -> bool:
    """Whether the first heading of a page names its kind, and the title of the container shares no word."""
    first = next((line for line in lines if line.block.level == 1), None)
    if first is None or choose_type(reading, title) is not None or choose_type(reading, first.text) is None:
        return False
    words = {word for word in title.casefold().split() if len(word) > LONG_WORD}
    return not words & set(first.text.casefold().split())


def cut_site(reading: Reading, lines: list[Line], title: str) -> str:
    """Without the name of the site: "Safe Roads - City of Ys", "City of Ys | Safe Roads".

    The site is known by its own name, as a body of the gazetteer, or because the rest is printed alone.
    """
    for match in TITLE_PARTS.finditer(title):
        before, behind = title[: match.start()], title[match.end() :]
        for rest, site in ((before, behind), (behind, before)):
            if is_site(reading, site) or (rest is before and is_printed_alone(lines, rest)):
                return rest
            if rest is behind and is_printed_alone(lines, rest):
                return rest
    return title


def is_site(reading: Reading, site: str) -> bool:
    """Whether a part of a title is the site: "The Roads Board", by the page's own name or the gazetteer."""
    metadata = reading.document.metadata
    named = [metadata[key] for key in ("site_name", "publisher", "meta:application-name") if key in metadata]
    known = {form.casefold() for name in named for form in (name, f"The {name}")}
    found = build_index(reading.vocabulary).find(site, 0, len(site), reading.language)
    return site.casefold() in known or any(len(site) - (body.end - body.start) <= SLACK for body in found)


def is_printed_alone(lines: list[Line], text: str) -> bool:
    """Whether a heading of the front is this text and nothing more."""
    folded = fold_words(text)
    heads = (line for line in lines if line.block.kind in ("title", "heading"))
    return len(text.split()) >= LEAST_WORDS and any(fold_words(line.text) == folded for line in heads)


def find_printed(lines: list[Line], title: str) -> tuple[int, int] | None:
    """Where a title of the container is printed on the front."""
    folded = fold_words(title)
    for line in lines:
        if line.words <= MAX_WORDS and fold_words(line.text) == folded:
            return line.block.start, line.block.end
    return None
