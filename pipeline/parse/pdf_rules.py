"""Boxes of the rules, rectangles and images of a PDF page, for tables, frames and pages of pictures.

pdfwords reads every point of every path, which costs more than the text of the page; the bounding
boxes of simple paths are all that the layout needs, and PDFium gives them ten times faster.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field
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
Matrix = tuple[float, float, float, float]
UNCHANGED: Matrix = (1.0, 1.0, 0.0, 0.0)


@dataclass(slots=True)
class Drawn:
    """What a page draws besides text: boxes of simple paths and of images, and how many paths.

    `unseen` are those of `rules` that show nothing on white paper: office software paints the ground
    of single paragraphs white.
    """

    rules: list[Box] = field(default_factory=list)
    unseen: list[Box] = field(default_factory=list)
    images: list[Box] = field(default_factory=list)
    path_count: int = 0


def read_drawn(page: Any) -> Drawn:
    """What a page draws, in coordinates of the page as displayed."""
    raw = page._page
    found = Drawn()
    _walk(raw.raw, pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject, UNCHANGED, found, 0)
    if found.rules or found.images:
        with third_party("pdfwords"):
            transform = Transform(raw.raw, crop_box(raw), page.rotation, True)
            found.rules = [transform.rect(*box) for box in found.rules]
            found.unseen = [transform.rect(*box) for box in found.unseen]
            found.images = [transform.rect(*box) for box in found.images]
    return found


def _walk(container: Any, count: Any, get: Any, matrix: Matrix, found: Drawn, depth: int) -> None:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for index in range(min(count(container), MAX_OBJECTS)):
        item = get(container, index)
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            found.path_count += 1
            segments = pdfium.FPDFPath_CountSegments(item)
            if segments > MAX_SEGMENTS:
                found.rules += _read_rectangles(item, segments, matrix)
                continue
            if pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top):
                box = _apply(matrix, left.value, bottom.value, right.value, top.value)
                found.rules.append(box)
                if min(box[2] - box[0], box[3] - box[1]) > THIN and _is_unseen(item):
                    found.unseen.append(box)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            if pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top):
                found.images.append(_apply(matrix, left.value, bottom.value, right.value, top.value))
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < MAX_DEPTH:
            inner = _compose(_matrix(item), matrix)
            count_inner, get_inner = pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject
            _walk(item, count_inner, get_inner, inner, found, depth + 1)


def _read_rectangles(path: Any, segments: int, matrix: Matrix) -> list[Box]:
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


def _read_point(path: Any, index: int) -> tuple[float, float] | None:
    """Where a segment of a path ends; None for a curve."""
    segment = pdfium.FPDFPath_GetPathSegment(path, index)
    if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_BEZIERTO:
        return None
    x, y = ctypes.c_float(), ctypes.c_float()
    pdfium.FPDFPathSegment_GetPoint(segment, x, y)
    return round(x.value, 1), round(y.value, 1)


def _is_unseen(path: Any) -> bool:
    """Whether a path is filled with white, or not at all, and has no stroke."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not pdfium.FPDFPath_GetDrawMode(path, fill, stroke) or stroke.value:
        return False
    if not fill.value:
        return True
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not pdfium.FPDFPageObj_GetFillColor(path, red, green, blue, alpha):
        return False
    return not alpha.value or min(red.value, green.value, blue.value) >= NEARLY_WHITE


def _matrix(item: Any) -> Matrix:
    """Scale and shift of a form; a turned one is rare and keeps its place."""
    values = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, values) or not values.a or not values.d:
        return UNCHANGED
    return values.a, values.d, values.e, values.f


def _compose(inner: Matrix, outer: Matrix) -> Matrix:
    return (
        inner[0] * outer[0], inner[1] * outer[1],
        inner[2] * outer[0] + outer[2], inner[3] * outer[1] + outer[3],
    )  # fmt: skip


def _apply(matrix: Matrix, left: float, bottom: float, right: float, top: float) -> Box:
    a, d, e, f = matrix
    xs, ys = sorted((left * a + e, right * a + e)), sorted((bottom * d + f, top * d + f))
    return xs[0], ys[0], xs[1], ys[1]
