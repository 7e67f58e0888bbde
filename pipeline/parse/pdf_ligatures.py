"""Words broken at a ligature: "of ers", "sufi cient" are read again from PDFium's plain text.

Where one glyph stands for two or three letters, the reader takes the second of two equal letters for
an overprint and sees a space in the room that is left. PDFium's own text has the word whole; it is
asked only in documents that show the defect.
"""

from __future__ import annotations

import re

from pipeline.parse.layout.lines import Line, Page
from pipeline.parse.pdf_reader import PdfFile

# "sufi cient", "fl ows", "dif erent": hardly a word ends so, and the plain text decides.
# The pattern begins with its one fixed letter, which is found much faster than a choice.
SIGN = re.compile(r"f(?:[il] [a-z]|(?:(?<=\b[Dd]if)|(?<=\b[Ee]f)|(?<=\b[Ss]uf)) [aeiou])")
BROKEN = re.compile(r"(?P<left>[^\W\d_]*f)(?P<rest>[il]?) (?P<right>[^\W\d_]+)")
WORD = re.compile(r"[^\W\d_]+")


def close_ligatures(file: PdfFile, pages: list[Page]) -> None:
    """Make the words of a document whole that the reader broke at a ligature."""
    if not SIGN.search("\n".join(line.text for page in pages for line in page.lines)):
        return
    for page in pages:
        broken = [line for line in page.lines if BROKEN.search(line.text)]
        if broken and page.ocr_reason is None:
            words = set(WORD.findall(file.plain_text(page.number - 1)))
            for line in broken:
                close_words(line, words)


def close_words(line: Line, words: set[str]) -> None:
    """Join the halves of words that the plain text has whole, with the letter that was lost, if one was."""

    def whole(found: re.Match[str]) -> str:
        left, rest, right = found["left"], found["rest"], found["right"]
        forms = (f"{left}{rest}{right}", f"{left}f{rest}{right}")
        return next((form for form in forms if form in words), found[0])

    line.text = BROKEN.sub(whole, line.text)
