"""Boxes of the rules, rectangles and images of a PDF page, for tables, frames and pages of pictures.

pdfwords reads every point of every path, which costs more than the text of the page; the bounding
boxes of simple paths are all that the layout needs, and PDFium gives them ten times faster.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import pypdfium2.raw as pdfium
from pdfwords.annots import Transform
from pdfwords.chars import crop_box

from pipeline.parse.guard import third_party
from pipeline.parse.layout.lines import Box

# A rectangle has five segments; a path with more is a drawing.
MAX_SEGMENTS = 6
# A path of several rectangles has so many segments for each.
RECTANGLE = 5
MOST_RECTANGLES = 100
MAX_OBJECTS = 5000
MAX_DEPTH = 4
# Thinner than this (points) a path is a rule; where all three colours are this strong it is white.
THIN = 3.0
NEARLY_WHITE = 250
# Browsers draw bullets of a third to half of the font size, by at most so many segments: a circle of
# eight arcs is written as 49. Boxes are enlarged by the stroke.
DOT = (1.5, 7.5)
DOT_SEGMENTS = 60
SQUARE = 0.8
TEXT, PATH, IMAGE, FORM = (
    pdfium.FPDF_PAGEOBJ_TEXT,
    pdfium.FPDF_PAGEOBJ_PATH,
    pdfium.FPDF_PAGEOBJ_IMAGE,
    pdfium.FPDF_PAGEOBJ_FORM,
)
Matrix = tuple[float, float, float, float]
UNCHANGED: Matrix = (1.0, 1.0, 0.0, 0.0)


@dataclass(slots=True)
class Drawn:
    """What a page draws besides text: boxes of simple paths and of images, and how many paths.

    `unseen` are those of `rules` that show nothing on white paper: office software paints the ground
    of single paragraphs white. `dots` are shapes of the size of a bullet, each with its colour in `colors`.
    """

    rules: list[Box] = field(default_factory=list)
    unseen: list[Box] = field(default_factory=list)
    images: list[Box] = field(default_factory=list)
    dots: list[Box] = field(default_factory=list)
    colors: list[int] = field(default_factory=list)
    path_count: int = 0


def _plain(function: Any, *arguments: Any, result: Any = ctypes.c_int) -> Any:
    """A function of PDFium that takes addresses: to make a pointer object costs more than most calls."""
    return ctypes.cast(function, ctypes.PYFUNCTYPE(result, *arguments))


_ADDRESS = ctypes.c_void_p
_count_objects = _plain(pdfium.FPDFPage_CountObjects, _ADDRESS)
_get_object = _plain(pdfium.FPDFPage_GetObject, _ADDRESS, ctypes.c_int, result=_ADDRESS)
_count_inner = _plain(pdfium.FPDFFormObj_CountObjects, _ADDRESS)
_get_inner = _plain(pdfium.FPDFFormObj_GetObject, _ADDRESS, ctypes.c_ulong, result=_ADDRESS)
_get_type = _plain(pdfium.FPDFPageObj_GetType, _ADDRESS)
_get_bounds = _plain(pdfium.FPDFPageObj_GetBounds, *[_ADDRESS] * 5)
_get_matrix = _plain(pdfium.FPDFPageObj_GetMatrix, _ADDRESS, ctypes.POINTER(pdfium.FS_MATRIX))
_get_color = _plain(pdfium.FPDFPageObj_GetFillColor, *[_ADDRESS] * 5)
_get_line_color = _plain(pdfium.FPDFPageObj_GetStrokeColor, *[_ADDRESS] * 5)
_count_segments = _plain(pdfium.FPDFPath_CountSegments, _ADDRESS)
_get_segment = _plain(pdfium.FPDFPath_GetPathSegment, _ADDRESS, ctypes.c_int, result=_ADDRESS)
_get_mode = _plain(pdfium.FPDFPath_GetDrawMode, *[_ADDRESS] * 3)
_get_segment_type = _plain(pdfium.FPDFPathSegment_GetType, _ADDRESS)
_get_point = _plain(pdfium.FPDFPathSegment_GetPoint, *[_ADDRESS] * 3)


def read_drawn(page: Any) -> Drawn:
    """What a page draws, in coordinates of the page as displayed."""
    found = Drawn()
    raw = pdfium.FPDF_LoadPage(page.parent._pdf.raw, page.number)
    try:
        _walk(ctypes.cast(raw, _ADDRESS).value, _count_objects, _get_object, UNCHANGED, found, 0)
        with third_party("pdfwords"):
            transform = Transform(raw, crop_box(SimpleNamespace(raw=raw)), page.rotation, True)
    finally:
        pdfium.FPDF_ClosePage(raw)
    found.rules = _turn(found.rules, transform)
    found.unseen = _turn(found.unseen, transform)
    found.images = _turn(found.images, transform)
    found.dots = _turn(found.dots, transform)
    return found


def _turn(boxes: list[Box], transform: Transform) -> list[Box]:
    """Boxes of the page as written, from the bottom left, as those of the page as displayed."""
    if transform.rot:
        return [transform.rect(*box) for box in boxes]
    left, top = transform.l, transform.t
    return [(x0 - left, top - y1, x1 - left, top - y0) for x0, y0, x1, y1 in boxes]


def _walk(container: int | None, count: Any, get: Any, matrix: Matrix, found: Drawn, depth: int) -> None:
    bounds = (ctypes.c_float * 4)()
    places = [ctypes.addressof(bounds) + 4 * index for index in range(4)]
    items = [get(container, index) for index in range(min(count(container), MAX_OBJECTS))]
    for item, kind in zip(items, map(_get_type, items), strict=True):
        if kind == TEXT:
            continue
        if kind == PATH:
            found.path_count += 1
            segments = _count_segments(item)
            if segments > MAX_SEGMENTS:
                found.rules += _read_rectangles(item, segments, matrix)
                if segments <= DOT_SEGMENTS and _get_bounds(item, *places):
                    _add_dot(item, _apply(matrix, *bounds), found)
            elif _get_bounds(item, *places):
                box = _apply(matrix, *bounds)
                found.rules.append(box)
                if min(box[2] - box[0], box[3] - box[1]) > THIN and _is_unseen(item):
                    found.unseen.append(box)
                else:
                    _add_dot(item, box, found)
        elif kind == IMAGE:
            if _get_bounds(item, *places):
                found.images.append(_apply(matrix, *bounds))
        elif kind == FORM and depth < MAX_DEPTH:
            inner = _compose(_matrix(item), matrix)
            _walk(item, _count_inner, _get_inner, inner, found, depth + 1)


def _add_dot(path: int, box: Box, found: Drawn) -> None:
    """Keep a shape that is as small and as wide as high as a bullet, and its colour."""
    wide, high = box[2] - box[0], box[3] - box[1]
    if not (DOT[0] < wide < DOT[1] and DOT[0] < high < DOT[1]):
        return
    if min(wide, high) > SQUARE * max(wide, high) and not _is_unseen(path):
        found.dots.append(box)
        found.colors.append(_read_color(path))


def _read_color(path: int) -> int:
    """The colour that a path is filled with, or else drawn in, as the number that text has: 0xRRGGBB."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    _get_mode(path, ctypes.addressof(fill), ctypes.addressof(stroke))
    color = (ctypes.c_uint * 4)()
    read = _get_color if fill.value else _get_line_color
    read(path, *[ctypes.addressof(color) + 4 * index for index in range(4)])
    return color[0] << 16 | color[1] << 8 | color[2]


def _read_rectangles(path: int, segments: int, matrix: Matrix) -> list[Box]:
    """The boxes of a path that draws rectangles alone: the shaded cells of one colour of a table."""
    if segments % RECTANGLE or segments > MOST_RECTANGLES * RECTANGLE:
        return []
    boxes: list[Box] = []
    inner = _compose(_matrix(path), matrix)
    for start in range(0, segments, RECTANGLE):
        points = [_read_point(path, start + index) for index in range(RECTANGLE)]
        corners = [point for point in points if point is not None]
        if len(corners) < RECTANGLE or len({x for x, _ in corners}) != 2 or len({y for _, y in corners}) != 2:
            return []
        (left, bottom), (right, top) = min(corners), max(corners)
        boxes.append(_apply(inner, left, bottom, right, top))
    return boxes


def _read_point(path: int, index: int) -> tuple[float, float] | None:
    """Where a segment of a path ends; None for a curve."""
    segment = _get_segment(path, index)
    if _get_segment_type(segment) == pdfium.FPDF_SEGMENT_BEZIERTO:
        return None
    x, y = ctypes.c_float(), ctypes.c_float()
    _get_point(segment, ctypes.addressof(x), ctypes.addressof(y))
    return round(x.value, 1), round(y.value, 1)


def _is_unseen(path: int) -> bool:
    """Whether a path is filled with white, or not at all, and has no stroke."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not _get_mode(path, ctypes.addressof(fill), ctypes.addressof(stroke)) or stroke.value:
        return False
    if not fill.value:
        return True
    color = (ctypes.c_uint * 4)()
    if not _get_color(path, *[ctypes.addressof(color) + 4 * index for index in range(4)]):
        return False
    red, green, blue, alpha = color
    return not alpha or min(red, green, blue) >= NEARLY_WHITE


def _matrix(item: int) -> Matrix:
    """Scale and shift of a form; a turned one is rare and keeps its place."""
    values = pdfium.FS_MATRIX()
    if not _get_matrix(item, values) or not values.a or not values.d:
        return UNCHANGED
    return values.a, values.d, values.e, values.f


def _compose(inner: Matrix, outer: Matrix) -> Matrix:
    return (
        inner[0] * outer[0], inner[1] * outer[1],
        inner[2] * outer[0] + outer[2], inner[3] * outer[1] + outer[3],
    )  # fmt: skip


def _apply(matrix: Matrix, left: float, bottom: float, right: float, top: float) -> Box:
    if matrix is not UNCHANGED:
        a, d, e, f = matrix
        left, bottom, right, top = left * a + e, bottom * d + f, right * a + e, top * d + f
    if left > right:
        left, right = right, left
    if bottom > top:
        bottom, top = top, bottom
    return left, bottom, right, top
