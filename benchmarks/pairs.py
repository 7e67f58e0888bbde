"""A document that exists in print and as a web page: which sentences and headings stand in both.

Only spaces and quotation marks are folded, for headings the case too. What was reworded for the web is
told apart by a reader that is not ours: a sentence that poppler's text of the same PDF does not hold
either, not even cut once in two by a page break, is a difference of the publications. A heading is one
where poppler sees no line, or lines below each other, that read like it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from benchmarks.reading import split_sentences
from pipeline.records import Block, Document

QUOTES = str.maketrans(dict.fromkeys('‘’‚‛“”„‟«»"`', "'"))
SPACE = re.compile(r"\s+")
LINE_END_HYPHEN = re.compile(r"[-‐\u00ad]\n")
# "in the Act32 and": poppler writes the mark of a footnote as a figure behind the word.
FUSED_MARK = re.compile(r"(?<=[^\W\d_.,)”’])\d{1,3}\b|(?<=[^\W\d_][.,)”’])\d{1,3}\b")
# A heading of more printed lines is none.
MOST_LINES = 4
# The two parts of a sentence on two sides of a page break have this many letters at least.
LEAST_PART = 10


@dataclass(slots=True)
class PairMeasure:
    """Sentences or headings of a web page: those that we lost, and those that the print says otherwise."""

    total: int
    lost: list[str] = field(default_factory=list)
    differing: list[str] = field(default_factory=list)

    @property
    def verbatim(self) -> float:
        """The share found, of all."""
        return 1 - (len(self.lost) + len(self.differing)) / max(self.total, 1)

    @property
    def read(self) -> float:
        """The share found, of those that the print holds."""
        return 1 - len(self.lost) / max(self.total - len(self.differing), 1)


def fold_quotes(text: str) -> str:
    """A text without spaces and with one sign for all quotation marks."""
    return SPACE.sub("", text.translate(QUOTES))


def measure_sentences(printed: Document, page: Document, reference: str) -> PairMeasure:
    """The body sentences of a web page in the text of the PDF."""
    ours = fold_quotes(printed.without_marks())
    theirs = fold_reference(reference)
    sentences = list(list_sentences(page))
    found = PairMeasure(len(sentences))
    for sentence in sentences:
        if fold_quotes(sentence) not in ours:
            (found.lost if is_printed(sentence, theirs) else found.differing).append(sentence)
    return found


def list_sentences(document: Document) -> Iterator[str]:
    """The sentences of paragraphs and items from the first heading on; an imprint stands before it."""
    text = document.without_marks()
    for block in body_blocks(document):
        if block.kind in ("paragraph", "list_item") and block.zone not in ("furniture", "contents"):
            yield from split_sentences(text[block.body_start or block.start : block.end])


def body_blocks(document: Document) -> list[Block]:
    """The blocks from the first heading on."""
    headings = (index for index, block in enumerate(document.blocks) if block.kind == "heading")
    return document.blocks[next(headings, 0) :]


def fold_reference(reference: str) -> str:
    """Poppler's text with and without the hyphens at line ends and the marks fused to words."""
    forms = (LINE_END_HYPHEN.sub("", reference), reference)
    return "\n".join(fold_quotes(form) for text in forms for form in (text, FUSED_MARK.sub("", text)))


def is_printed(sentence: str, reference: str) -> bool:
    """Whether the reference holds a sentence, whole or cut in two at one of its spaces."""
    words = fold_words(sentence)
    if "".join(words) in reference:
        return True
    parts = (("".join(words[:cut]), "".join(words[cut:])) for cut in range(1, len(words)))
    return any(
        min(len(left), len(right)) >= LEAST_PART and left in reference and right in reference
        for left, right in parts
    )


def fold_words(sentence: str) -> list[str]:
    """The words of a sentence, each folded."""
    return [fold_quotes(word) for word in sentence.split()]


def measure_headings(printed: Document, page: Document, reference: str) -> PairMeasure:
    """The headings of a web page among the headings, titles and table cells of the PDF.

    A table of the print is often a row of headings and texts on the web.
    """
    ours = {fold_title(title) for title in list_titles(printed)}
    lines = printed_lines(reference)
    titles = [page.text_of(block) for block in page.blocks if block.kind == "heading"]
    found = PairMeasure(len(titles))
    for title in titles:
        if fold_title(title) not in ours:
            (found.lost if fold_title(title) in lines else found.differing).append(title)
    return found


def list_titles(document: Document) -> Iterator[str]:
    """Titles and headings, with and without their numbers, and table cells."""
    text = document.without_marks()
    for block in document.blocks:
        if block.kind in ("heading", "title"):
            yield text[block.start : block.end]
            yield text[block.body_start or block.start : block.end]
        for row in block.cells or ():
            yield from (text[start:end] for start, end in row)


def fold_title(title: str) -> str:
    """A title without spaces, in one case, with one sign for all quotation marks."""
    return fold_quotes(title).casefold()


def printed_lines(reference: str) -> set[str]:
    """What poppler sees on one line or on some lines below each other, folded as titles are."""
    lines = [fold_title(line) for line in FUSED_MARK.sub("", reference).splitlines() if line.strip()]
    return {
        "".join(lines[start : start + count])
        for start in range(len(lines))
        for count in range(1, MOST_LINES + 1)
    }
