"""Bullets drawn as small shapes, as browsers print them: items of lists, and what is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pdf_maker import HEIGHT, PageText, make_pdf
from pipeline.parse.pdf import read_pdf
from pipeline.records import Document, Source

INTRO = [
    "The harbour office keeps a list of all tools that it uses and tells the",
    "public once a year what they are for and who is in charge of each one",
    "of them. Each office that lends a tool to others should therefore",
]
ITEMS = ["Keep a log of its use", "Name a contact person", "Tell the public"]
BLACK, RED, GREEN = b"0 0 0", b"1 0 0", b"0 1 0"


def circle(x: float, y: float, radius: float, color: bytes = BLACK, paint: bytes = b"f") -> bytes:
    """A circle of four arcs around a point, y from the top."""
    y, bend = HEIGHT - y, 0.552 * radius
    east, west, north, south = x + radius, x - radius, y + radius, y - radius
    arcs = [
        (east, y + bend, x + bend, north, x, north),
        (x - bend, north, west, y + bend, west, y),
        (west, y - bend, x - bend, south, x, south),
        (x + bend, south, east, y - bend, east, y),
    ]
    drawn = b" ".join(b"%g %g %g %g %g %g c" % arc for arc in arcs)
    return b"%s rg %s RG %g %g m %s h %s 0 0 0 rg " % (color, color, east, y, drawn, paint)


def square(x: float, y: float, radius: float, color: bytes = BLACK) -> bytes:
    """A filled square around a point."""
    box = (x - radius, HEIGHT - y - radius, 2 * radius, 2 * radius)
    return b"%s rg %g %g %g %g re f 0 0 0 rg " % (color, *box)


def page_of(x: float = 90, items: list[str] = ITEMS, **style: float) -> PageText:
    """A paragraph and right below it the items of a list, without their bullets."""
    return PageText().lines(72, 100, INTRO).lines(x, 136, items, **style)


def read(page: PageText) -> Document:
    return read_pdf(Source("b", "b.pdf"), make_pdf([page]))


def items_of(document: Document) -> list[str]:
    return [document.text_of(block) for block in document.blocks if block.kind == "list_item"]


@pytest.mark.parametrize(
    "shape",
    [circle, square, lambda x, y, radius: circle(x, y, radius, paint=b"S")],
    ids=["disc", "square", "hollow circle"],
)
def test_a_line_behind_a_small_drawn_shape_is_an_item(shape: Callable[..., bytes]) -> None:
    page = page_of()
    page.content = b"".join(shape(80, 133 + 12 * row, 1.8) for row in range(3))
    document = read(page)
    assert items_of(document) == [f"• {item}" for item in ITEMS]
    first = next(block for block in document.blocks if block.kind == "list_item")
    assert first.body_start == first.start + 2


def test_an_inner_list_stands_farther_right_by_its_bullets() -> None:
    page = page_of()
    page.write(90 + 24, 172, "at sea").write(90 + 24, 184, "in port")
    page.content = b"".join(circle(80 if row < 3 else 104, 133 + 12 * row, 1.8) for row in range(5))
    edges = [round(block.bbox[0]) for block in read(page).blocks if block.kind == "list_item"]
    assert edges == [78, 78, 78, 102, 102]


def test_a_bullet_alone_on_its_page_has_the_colour_of_its_text() -> None:
    page = page_of(items=ITEMS[:1])
    page.content = circle(80, 133, 1.8)
    assert items_of(read(page)) == ["• Keep a log of its use"]


def test_lists_in_two_columns_keep_their_columns() -> None:
    left = [f"Left duty number {name} of the office" for name in ("one", "two", "three", "four", "five")]
    right = [text.replace("Left", "Right") for text in left]
    page = PageText().lines(90, 136, left).lines(350, 136, right)
    page.content = b"".join(circle(x, 133 + 12 * row, 1.8) for row in range(5) for x in (80, 340))
    assert items_of(read(page)) == [f"• {text}" for text in left + right]


@pytest.mark.parametrize(
    "shapes",
    [
        b"".join(circle(80, 133 + 12 * row, 1.8, color) for row, color in enumerate((RED, GREEN, b"0 0 1"))),
        b"".join(circle(80, 133 + 12 * row, 1.8, b"1 1 1") for row in range(3)),
        b"".join(circle(80, 133 + 12 * row, 12) for row in range(3)),
        b"".join(circle(40, 133 + 12 * row, 1.8) for row in range(3)),
        b"".join(circle(80 + 30 * part, 127 + 10 * row, 1.8) for row in range(5) for part in range(5)),
    ],
    ids=["keys of a legend", "white", "larger than text", "far from the text", "points of a chart"],
)
def test_other_shapes_are_no_bullets(shapes: bytes) -> None:
    page = page_of()
    page.content = shapes
    assert "•" not in read(page).text


def test_an_ornament_before_a_heading_makes_no_item() -> None:
    page = PageText().write(90, 80, "How tools are lent", 16, "bold").lines(72, 100, INTRO)
    page.content = square(80, 75, 3, RED)
    assert "•" not in read(page).text


def test_a_page_of_shapes_alone_is_empty() -> None:
    assert read(PageText(content=circle(80, 133, 1.8))).text == ""
