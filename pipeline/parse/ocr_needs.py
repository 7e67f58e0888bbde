"""Which pages of a PDF have no usable text and need OCR, told from the text layer and what is drawn."""

from __future__ import annotations

import re

from pipeline.parse.layout.lines import Page

# A page with fewer letters than this is a picture, if it shows one.
FEW_LETTERS = 25
# A page of outlines draws each letter as a path; beside some real text it takes many to be sure.
MANY_PATHS, MANY_OUTLINES = 60, 400
# Images as high as a line of print, each a word or some: a page has dozens.
MANY_STRIPS = 30
# A page with this much text is a page of text.
ENOUGH_TEXT = 3000
LARGE_IMAGE = 0.3
SCAN = 0.8
MOST_UNREADABLE = 0.2
MOST_VOWELLESS = 0.4
MOST_MIXED = 0.06
# Nearly a third of the signs of a text are small vowels, in glyph numbers hardly any.
VOWELS = "aeiou"
MANY_VOWELS = 0.27
ENOUGH_WORDS = 40
# The clean-up writes glyphs without a letter as bullets.
UNREADABLE = "\ufffd•"
LATIN_WORD = re.compile(r"\b[a-zA-Z]{3,}\b")
VOWELLESS = re.compile(r"\b[b-df-hj-np-tv-xzB-DF-HJ-NP-TV-XZ]{3,}\b")
WORD = re.compile(r"\S+")
# "OFFlCE", "c0uncil", "wi1l": capitals around a small l, figures inside a word.
MIXED = re.compile(r"\b(?:[A-Z]+l[A-Z]+|[a-z]+[01][a-z]+|[A-Za-z]+[|\\~^{}][A-Za-z]*)\b")


def find_ocr_reason(page: Page) -> str | None:
    """Why the text layer of a page is no use, or None: "no text", "garbled text", "poor OCR layer"."""
    text = "\n".join(line.text for line in page.lines)
    drawn = _find_drawn_text(page, text) if len(text) < ENOUGH_TEXT else None
    if drawn:
        return drawn
    if is_garbled(text):
        return "garbled text"
    poor = page.image_share >= SCAN and is_poor_layer(text)
    return "poor OCR layer" if poor else None


def _find_drawn_text(page: Page, text: str) -> str | None:
    """Why the print of a page with little text is a picture: a scan, words as images, outlines."""
    if page.image_share < LARGE_IMAGE and page.strip_count < MANY_STRIPS and page.path_count < MANY_PATHS:
        return None
    letters = sum(map(str.isalpha, text))
    if letters < FEW_LETTERS and page.image_share >= LARGE_IMAGE:
        return "no text, only a picture"
    if page.strip_count >= MANY_STRIPS and page.strip_count > 2 * len(page.lines):
        return "text drawn as pictures"
    outlined = page.path_count >= (MANY_PATHS if letters < FEW_LETTERS else MANY_OUTLINES)
    return "text drawn as outlines" if outlined and page.path_count > 4 * letters else None


def is_garbled(text: str) -> bool:
    """Whether a text is glyph numbers instead of letters: "7KLV LV D WHVW", or unmapped signs."""
    if sum(map(text.count, UNREADABLE)) > MOST_UNREADABLE * len(text):
        return True
    if sum(map(text.count, VOWELS)) > MANY_VOWELS * len(text):
        return False
    vowelless = len(VOWELLESS.findall(text))
    if vowelless <= MOST_VOWELLESS * ENOUGH_WORDS:
        return False
    words = len(LATIN_WORD.findall(text))
    return words >= ENOUGH_WORDS and vowelless > MOST_VOWELLESS * words


def is_poor_layer(text: str) -> bool:
    """Whether an OCR layer mixes letters and figures in too many words: "OFFlCE of the c0uncil"."""
    words = WORD.findall(text)
    return len(words) >= ENOUGH_WORDS and len(MIXED.findall(text)) > MOST_MIXED * len(words)
