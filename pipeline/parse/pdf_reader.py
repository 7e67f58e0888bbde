"""The only module that knows the PDF library: bytes -> pages of lines, outline and metadata."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any

import pdfwords

from pipeline.parse.clean import BULLET, MANY_SPACES, clean_text, write_mark
from pipeline.parse.errors import ParseError
from pipeline.parse.guard import third_party
from pipeline.parse.layout.drawn_bullets import add_bullets
from pipeline.parse.layout.letter_spacing import close_spaced, is_spaced
from pipeline.parse.layout.lines import Box, Line, Page
from pipeline.parse.pdf_rules import read_drawn

# The longest documents of this kind have some hundred pages; ten thousand are a collection.
MAX_PAGES = 5000
# 200 inches, the limit of PDF 1.7; larger pages are plotter sheets or attacks.
MAX_SIDE = 14_400.0
LIBRARY = "pdfwords"
BROKEN_PAGE = "page could not be loaded"
SYMBOL_FONT = re.compile(r"wingding|dingbat|symbol|webding|fontawesome|icon", re.IGNORECASE)
BOLD_FONT = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
MARK = re.compile(r"\s*(?:\d{1,3}(?:\s*,\s*\d{1,3})*|[*†‡§¶]{1,3}|\(\d{1,3}\)|\[\d{1,3}\])\s*")
SUPERSCRIPT, ITALIC, BOLD = 1, 2, 16


@dataclass(slots=True)
class OutlineItem:
    """A bookmark of the PDF: its level (from 1), title and page (from 1)."""

    level: int
    title: str
    page: int


class PdfFile:
    """An open PDF. Raises `ParseError` on what cannot be opened."""

    def __init__(self, data: bytes) -> None:
        self._pdf = _open(data)
        with third_party(LIBRARY):
            self.page_count = len(self._pdf)
        if self.page_count == 0:
            raise ParseError("empty", "The PDF has no pages.")
        if self.page_count > MAX_PAGES:
            self.close()
            raise ParseError("too_large", f"The PDF has {self.page_count} pages; the limit is {MAX_PAGES}.")

    def close(self) -> None:
        """Free the memory of the library."""
        self._pdf.close()

    def metadata(self) -> dict[str, str]:
        """What the container says: `title`, `author`, `created` and so on, empty values left out."""
        names = {"creationDate": "created", "modDate": "modified"}
        with third_party(LIBRARY):
            written = dict(self._pdf.metadata)
        values = {names.get(key, key): str(value) for key, value in written.items()}
        found = {key: clean_text(value).strip() for key, value in values.items()}
        known = ("title", "author", "creator", "producer", "subject", "created", "modified")
        return {key: found[key] for key in known if found.get(key)}

    def outline(self) -> list[OutlineItem]:
        """The bookmarks in order."""
        with third_party(LIBRARY):
            items = self._pdf.get_toc()
        return [OutlineItem(level, clean_text(title).strip(), page) for level, title, page in items]

    def pages(self) -> Iterator[Page]:
        """Each page with its lines in content order."""
        broken = 0
        for index in range(self.page_count):
            page = self.read_page(index)
            broken += page.ocr_reason == BROKEN_PAGE
            yield page
        if broken == self.page_count:
            raise ParseError("unreadable", "No page of the PDF could be loaded.")

    def read_page(self, index: int) -> Page:
        """The lines of one page, with the coordinates of the page as displayed."""
        with third_party(LIBRARY):
            page = self._pdf[index]
            try:
                blocks = _read_blocks(page, "dict")
            except RuntimeError:
                return Page(index + 1, 0.0, 0.0, [], ocr_reason=BROKEN_PAGE)
            # The size is asked after the text, which brings it along: else the page is loaded once more.
            x0, y0, x1, y1 = page.rect
        if max(x1 - x0, y1 - y0) > MAX_SIDE:
            return Page(index + 1, x1 - x0, y1 - y0, [], ocr_reason="page too large to read")
        lines = list(_read_lines(blocks, index + 1))
        if any(is_spaced(line.text) for line in lines):
            with third_party(LIBRARY):
                letters = _read_blocks(page, "rawdict")
            close_spaced(lines, letters)
        drawn = read_drawn(page)
        lines = add_bullets(attach_marks(lines), drawn.dots, drawn.colors)
        return Page(
            index + 1,
            x1 - x0,
            y1 - y0,
            _turn(lines),
            rules=drawn.rules,
            unseen=drawn.unseen,
            path_count=drawn.path_count,
            image_share=_largest_share(drawn.images, (x1 - x0) * (y1 - y0)),
            strip_count=sum(_is_strip(box) for box in drawn.images),
        )

    def plain_text(self, index: int) -> str:
        """The text of a page as PDFium itself writes it."""
        with third_party(LIBRARY):
            return str(self._pdf[index]._page.get_textpage().get_text_range())

    def render(self, index: int, dpi: int) -> Any:
        """The page as displayed, as a Pillow image."""
        with third_party(LIBRARY):
            return self._pdf[index].render(dpi=dpi, output="pil")


def _largest_share(boxes: list[Box], area: float) -> float:
    return max(((x1 - x0) * (y1 - y0) for x0, y0, x1, y1 in boxes), default=0.0) / max(area, 1.0)


def _is_strip(box: Box) -> bool:
    """Whether an image has the shape of a word or line of print."""
    wide, high = box[2] - box[0], box[3] - box[1]
    return 5 < high < 45 and wide > high


def _open(data: bytes) -> Any:
    try:
        with third_party(LIBRARY):
            return pdfwords.open(data)
    except ParseError as error:
        if "password" in str(error).lower():
            raise ParseError("encrypted", "The PDF is locked with a password.") from error
        raise ParseError(error.code, f"The PDF could not be opened: {error.__cause__}") from error


def _read_blocks(page: Any, form: str) -> list[dict[str, Any]]:
    # Split into letters, a ligature may be followed by a space that is not printed ("fi eld").
    blocks: list[dict[str, Any]] = page.get_text(form, rotated=True, ligatures=True)["blocks"]
    return blocks


def _read_lines(blocks: list[dict[str, Any]], page: int) -> Iterator[Line]:
    order = 0
    for block in blocks:
        for line in block["lines"]:
            order += 1
            built = _build_line(line, page, order)
            if built is not None:
                yield built


def _build_line(line: dict[str, Any], page: int, order: int) -> Line | None:
    spans = line["spans"]
    main = spans[0] if len(spans) == 1 else max(spans, key=lambda span: len(span["text"]))
    text = clean_text(main["text"]) if len(spans) == 1 else _join_spans(spans, main)
    printed = text.strip()
    if not printed:
        return None
    font = main["font"]
    if len(printed) == 1 and not printed.isdigit() and _is_symbol_font(font):
        text = BULLET
    x0, y0, x1, y1 = line["bbox"]
    flags = main["flags"]
    built = Line(
        x0, y0, x1, y1, text, main["size"], _baseline(spans, main),
        bold=bool(flags & BOLD) or _is_bold_font(font), italic=bool(flags & ITALIC),
        font=font, color=main["color"], page=page, order=order,
    )  # fmt: skip
    if abs(line["dir"][0]) < 0.9:
        built.font = "vertical:" + ("up" if line["dir"][1] < 0 else "down")
    return built


@lru_cache(maxsize=4096)
def _is_symbol_font(name: str) -> bool:
    return bool(SYMBOL_FONT.search(name))


@lru_cache(maxsize=4096)
def _is_bold_font(name: str) -> bool:
    return bool(BOLD_FONT.search(name))


def _join_spans(spans: list[dict[str, Any]], main: dict[str, Any]) -> str:
    size, bottom = main["size"], main["bbox"][3]
    texts = []
    for span in spans:
        raised = span["flags"] & SUPERSCRIPT or span["bbox"][3] < bottom - 0.15 * size
        if raised and span["size"] < 0.92 * size and MARK.fullmatch(span["text"]):
            text = span["text"]
            texts.append(write_mark(text) + (" " if text != text.rstrip() else ""))
        elif _is_symbol_font(span["font"]) and len(span["text"].strip()) == 1 and not texts:
            texts.append(BULLET + " ")
        else:
            texts.append(clean_text(span["text"]))
    return MANY_SPACES.sub(" ", "".join(texts))


def _baseline(spans: list[dict[str, Any]], main: dict[str, Any]) -> float:
    """The baseline of a line; behind a raised first character the reader keeps the raised one."""
    if main is spans[0]:
        return float(main["origin"][1])
    ascent, descent = main["ascender"], main["descender"]
    if ascent <= 0 <= descent:
        ascent, descent = 0.8, -0.2
    # The reader makes every box at least as high as its font size.
    return float(main["bbox"][3] + descent * main["size"] / min(max(ascent - descent, 0.1), 1.0))


def attach_marks(lines: list[Line]) -> list[Line]:
    """Marks that stand as runs of their own are set on the baseline of the word beside them."""
    for left, right in pairwise(lines):
        if _is_mark_beside(right, left) and -1 < right.x0 - left.x1 < 0.3 * left.size:
            _lower_mark(right, left)
        elif _is_mark_beside(left, right) and -1 < right.x0 - left.x1 < 2 * right.size:
            _lower_mark(left, right)
    return lines


def _is_mark_beside(mark: Line, word: Line) -> bool:
    if mark.size > 0.8 * word.size or not MARK.fullmatch(mark.text):
        return False
    return 0.1 * word.size < word.base - mark.base < 0.7 * word.size


def _lower_mark(mark: Line, word: Line) -> None:
    mark.text, mark.base, mark.size = write_mark(mark.text), word.base, word.size


def _turn(lines: list[Line]) -> list[Line]:
    """Lines of a page whose text mostly runs upwards or downwards, turned to read from left to right."""
    vertical = [line for line in lines if line.font.startswith("vertical")]
    if len(vertical) * 2 <= len(lines):
        return [line for line in lines if not line.font.startswith("vertical")] + vertical
    up = sum(line.font.endswith("up") for line in vertical) * 2 >= len(vertical)
    for line in lines:
        a, b, c, d = line.x0, line.y0, line.x1, line.y1
        line.x0, line.y0, line.x1, line.y1 = (-d, a, -b, c) if up else (b, -c, d, -a)
        line.base = line.y1 - 0.2 * line.size
    return lines
