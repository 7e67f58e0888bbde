"""Boxes of the rules and rectangles that a PDF page draws, for tables, frames and footnote rules.

pdfwords reads every point of every path, which costs more than the text of the page; the bounding
boxes of simple paths are all that the layout needs, and PDFium gives them ten times faster.
"""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as pdfium
from pdfwords.annots import Transform
from pdfwords.chars import crop_box

from pipeline.parse.layout.lines import Box

# A rectangle has five segments; a path with more is a drawing.
MAX_SEGMENTS = 6
MAX_OBJECTS = 5000
MAX_DEPTH = 4
Matrix = tuple[float, float, float, float]
UNCHANGED: Matrix = (1.0, 1.0, 0.0, 0.0)


def read_rules(page: Any) -> list[Box]:
    """The boxes of the simple paths of a page, in coordinates of the page as displayed."""
    raw = page._page
    found: list[Box] = []
    _walk(raw.raw, pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject, UNCHANGED, found, 0)
    if not found:
        return []
    transform = Transform(raw.raw, crop_box(raw), page.rotation, True)
    return [transform.rect(*box) for box in found]


def _walk(container: Any, count: Any, get: Any, matrix: Matrix, found: list[Box], depth: int) -> None:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for index in range(min(count(container), MAX_OBJECTS)):
        item = get(container, index)
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            if pdfium.FPDFPath_CountSegments(item) > MAX_SEGMENTS:
                continue
            if pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top):
                found.append(_apply(matrix, left.value, bottom.value, right.value, top.value))
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < MAX_DEPTH:
            inner = _compose(_matrix(item), matrix)
            count_inner, get_inner = pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject
            _walk(item, count_inner, get_inner, inner, found, depth + 1)


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
