"""Small PDFs written by hand for the tests: text at places, with rules and bookmarks."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from PIL import Image, ImageDraw, ImageFont

FONTS = {
    "regular": "Helvetica",
    "bold": "Helvetica-Bold",
    "symbol": "ZapfDingbats",
}
WIDTH, HEIGHT = 595, 842


@dataclass
class PageText:
    """What one page shows: text runs (x, y from the top, size, font, text) and rules (boxes)."""

    runs: list[tuple[float, float, float, str, str]] = field(default_factory=list)
    rules: list[tuple[float, float, float, float]] = field(default_factory=list)
    rotate: int = 0
    size: tuple[float, float] = (WIDTH, HEIGHT)
    content: bytes = b""

    def write(self, x: float, y: float, text: str, size: float = 10, font: str = "regular") -> PageText:
        """Write one run of text with its baseline at y."""
        self.runs.append((x, y, size, font, text))
        return self

    def lines(
        self,
        x: float,
        y: float,
        texts: list[str],
        size: float = 10,
        font: str = "regular",
        leading: float = 1.2,
    ) -> PageText:
        """Write lines below each other."""
        for index, text in enumerate(texts):
            self.write(x, y + index * size * leading, text, size, font)
        return self

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> PageText:
        """Draw a straight rule."""
        self.rules.append((x0, y0, x1, y1))
        return self

    def level(self, ys: Iterable[float], x0: float, x1: float) -> PageText:
        """Draw level rules from x0 to x1."""
        self.rules += [(x0, y, x1, y) for y in ys]
        return self

    def upright(self, xs: Iterable[float], y0: float, y1: float) -> PageText:
        """Draw upright rules from y0 to y1."""
        self.rules += [(x, y0, x, y1) for x in xs]
        return self

    def grid(self, xs: Sequence[float], ys: Sequence[float]) -> PageText:
        """Draw the rules of a table."""
        return self.level(ys, xs[0], xs[-1]).upright(xs, ys[0], ys[-1])

    def rows(
        self, xs: Sequence[float], ys: Sequence[float], rows: Sequence[Sequence[str]], font: str = "regular"
    ) -> PageText:
        """Write the cells of rows, each row at its y; empty cells print nothing."""
        cells = [
            (x, y, text) for y, row in zip(ys, rows, strict=True) for x, text in zip(xs, row, strict=True)
        ]
        self.runs += [(x, y, 10, font, text) for x, y, text in cells if text]
        return self

    def stream(self) -> bytes:
        """The content stream of the page."""
        height = self.size[1]
        parts = [b"%g %g m %g %g l S" % (x0, height - y0, x1, height - y1) for x0, y0, x1, y1 in self.rules]
        for x, y, size, font, text in self.runs:
            literal = (
                text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
            )
            place = b"%g %g" % (x, height - y)
            parts.append(b"BT /%s %g Tf %s Td (%s) Tj ET" % (font.encode(), size, place, literal))
        return b"\n".join([*parts, self.content])


def make_pdf(
    pages: list[PageText], *, title: str = "", bookmarks: list[tuple[int, str, int]] | None = None
) -> bytes:
    """The bytes of a PDF. Bookmarks are (level, title, page from 1)."""
    objects: dict[int, bytes] = {}
    fonts = " ".join(f"/{name} {index} 0 R" for index, name in enumerate(FONTS, 10))
    for index, (name, base) in enumerate(FONTS.items(), 10):
        encoding = "" if name == "symbol" else " /Encoding /WinAnsiEncoding"
        objects[index] = f"<< /Type /Font /Subtype /Type1 /BaseFont /{base}{encoding} >>".encode()
    kids = []
    for number, page in enumerate(pages):
        content = page.stream()
        objects[100 + 2 * number] = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)
        objects[101 + 2 * number] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {page.size[0]:g} {page.size[1]:g}] "
            f"/Rotate {page.rotate} /Resources << /Font << {fonts} >> >> /Contents {100 + 2 * number} 0 R >>"
        ).encode()
        kids.append(f"{101 + 2 * number} 0 R")
    objects[2] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(pages)} >>".encode()
    objects[3] = f"<< /Title ({title}) >>".encode("latin-1")
    outlines = _bookmarks(objects, bookmarks or [])
    objects[1] = f"<< /Type /Catalog /Pages 2 0 R{outlines} >>".encode()
    return write_objects(objects)


def _bookmarks(objects: dict[int, bytes], bookmarks: list[tuple[int, str, int]]) -> str:
    if not bookmarks:
        return ""
    nodes = {50 + index: bookmark for index, bookmark in enumerate(bookmarks)}
    parents: dict[int, int] = {}
    stack: list[tuple[int, int]] = [(0, 49)]
    for number, (level, _, _) in nodes.items():
        while stack[-1][0] >= level:
            stack.pop()
        parents[number] = stack[-1][1]
        stack.append((level, number))
    for number, (_, title, page) in nodes.items():
        objects[number] = (
            f"<< /Title ({title}) /Parent {parents[number]} 0 R /Dest [{99 + 2 * page} 0 R /Fit]"
            f"{_links(number, parents)} >>"
        ).encode("latin-1")
    objects[49] = f"<< /Type /Outlines{_links(49, parents)} >>".encode()
    return " /Outlines 49 0 R"


def _links(number: int, parents: dict[int, int]) -> str:
    children = [child for child, parent in parents.items() if parent == number]
    links = f" /First {children[0]} 0 R /Last {children[-1]} 0 R /Count {len(children)}" if children else ""
    siblings = [child for child, parent in parents.items() if parent == parents.get(number)]
    place = siblings.index(number) if number in siblings else 0
    if place:
        links += f" /Prev {siblings[place - 1]} 0 R"
    if number in siblings and place + 1 < len(siblings):
        links += f" /Next {siblings[place + 1]} 0 R"
    return links


def write_objects(objects: dict[int, bytes], trailer: str = "") -> bytes:
    """The file: header, objects, cross-reference table and trailer."""
    out = bytearray(b"%PDF-1.7\n")
    offsets = {}
    for number in sorted(objects):
        offsets[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, objects[number])
    start = len(out)
    size = max(objects) + 1
    out += b"xref\n0 %d\n" % size
    for number in range(size):
        entry = b"%010d 00000 n \n" % offsets[number] if number in offsets else b"0000000000 65535 f \n"
        out += entry
    out += b"trailer\n<< /Size %d /Root 1 0 R /Info 3 0 R %s >>\n" % (size, trailer.encode())
    out += b"startxref\n%d\n%%%%EOF\n" % start
    return bytes(out)


def make_picture_pdf(text: str) -> bytes:
    """The bytes of a PDF that shows a text as an image only."""
    image = Image.new("L", (1654, 2339), 255)
    draw = ImageDraw.Draw(image)
    font = ImageFont.load_default(size=44)
    words = text.split()
    for row in range(0, len(words), 7):
        draw.text((150, 200 + 14 * row), " ".join(words[row : row + 7]), fill=0, font=font)
    stream = io.BytesIO()
    image.save(stream, "PDF", resolution=200)
    return stream.getvalue()
