"""OCR of single pages with tesseract, where installed: a picture of a page -> lines with confidence.

Called by the PDF reader for pages that `ocr_needs` names. Results are kept in a cache folder by the
content of the picture, since a dense page takes seconds.
"""

from __future__ import annotations

import hashlib
import io
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path
from statistics import fmean, median
from typing import Any

from pipeline.parse.clean import BULLET, clean_text
from pipeline.parse.guard import third_party
from pipeline.parse.layout.lines import Line

DPI = 300
# Seconds; the densest page met took 15.
TIMEOUT = 120
# Share of the height of a line of print that is the font size.
SIZE_OF_HEIGHT = 0.8
# Words below this confidence (of 100) are specks and ruled lines.
LEAST_CONFIDENCE = 25
# What tesseract makes of a round bullet.
BULLET_LOOKS = frozenset("e©¢*«°+®o•")
# "AI" read as "Al": before a hyphen, or with its capital in the middle of a sentence ("use of Al in").
MISREAD_AI = re.compile(r"\bAl(?=-[a-z])|(?<=[a-z,;] )Al(?=[ .,;:)]|$)(?! [A-Z])")
CODES = {
    "ar": "ara", "bg": "bul", "cs": "ces", "da": "dan", "de": "deu", "el": "ell", "en": "eng", "es": "spa",
    "et": "est", "fi": "fin", "fr": "fra", "ga": "gle", "hr": "hrv", "hu": "hun", "it": "ita", "ja": "jpn",
    "ko": "kor", "lt": "lit", "lv": "lav", "mt": "mlt", "nl": "nld", "no": "nor", "pl": "pol", "pt": "por",
    "ro": "ron", "ru": "rus",
    "sk": "slk", "sl": "slv", "sv": "swe", "tr": "tur", "uk": "ukr", "zh": "chi_sim",
}  # fmt: skip


@dataclass(slots=True, frozen=True)
class Word:
    """One word of tesseract's table: the line that it stands in, its box in pixels and confidence."""

    line: tuple[int, int, int]
    left: int
    top: int
    right: int
    bottom: int
    confidence: float
    text: str


def has_tesseract() -> bool:
    """Whether tesseract is installed."""
    return shutil.which("tesseract") is not None


def describe_tesseract() -> str:
    """ "tesseract 5.3.0 eng nld", or "no tesseract": what OCR here depends on."""
    if not has_tesseract():
        return "no tesseract"
    shown = subprocess.run(["tesseract", "--version"], capture_output=True, text=True, check=True)
    # Old versions write to standard error.
    first = (shown.stdout or shown.stderr).partition("\n")[0].strip()
    return " ".join([first, *sorted(installed_languages())]).strip()


@cache
def installed_languages() -> frozenset[str]:
    """The language codes that the installed tesseract knows."""
    listed = subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True, check=True)
    return frozenset(listed.stdout.split("\n")[1:])


def tesseract_language(language: str) -> str:
    """The code of an ISO 639-1 language, or English where its data are not installed."""
    code = CODES.get(language, "eng")
    return code if code in installed_languages() else "eng"


def read_image(image: Any, language: str, page: int, cache_folder: Path | None) -> list[Line]:
    """The lines of a page picture (Pillow, at DPI), in points. Raises subprocess.SubprocessError."""
    stream = io.BytesIO()
    with third_party("Pillow"):
        image.convert("L").save(stream, "PNG")
    table = _read_table(stream.getvalue(), tesseract_language(language), cache_folder)
    return build_lines(parse_table(table), page)


def _read_table(picture: bytes, language: str, cache_folder: Path | None) -> str:
    key = hashlib.sha256(picture + language.encode()).hexdigest()
    kept = cache_folder / f"{key}.tsv" if cache_folder else None
    if kept and kept.is_file():
        return kept.read_text(encoding="utf-8")
    command = ["tesseract", "stdin", "stdout", "-l", language, "--dpi", str(DPI), "tsv"]
    # More threads for one page cost more than they bring.
    setting = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    run = subprocess.run(
        command, input=picture, capture_output=True, check=True, timeout=TIMEOUT, env=setting
    )
    table = run.stdout.decode("utf-8")
    if kept:
        kept.parent.mkdir(parents=True, exist_ok=True)
        part = kept.with_suffix(".part")
        part.write_text(table, encoding="utf-8")
        part.replace(kept)
    return table


def parse_table(table: str) -> list[Word]:
    """The words of tesseract's TSV output, specks left out."""
    words = []
    for row in table.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) != 12 or not cells[11].strip() or float(cells[10]) < LEAST_CONFIDENCE:
            continue
        block, paragraph, line = (int(cell) for cell in cells[2:5])
        left, top, wide, high = (int(cell) for cell in cells[6:10])
        place = (block, paragraph, line)
        words.append(Word(place, left, top, left + wide, top + high, float(cells[10]) / 100, cells[11]))
    return words


def build_lines(words: list[Word], page: int) -> list[Line]:
    """Words as lines; the lines of a paragraph share one font size, as their heights differ by letters."""
    lines: list[Line] = []
    for _, paragraph in groupby(words, key=lambda word: word.line[:2]):
        rows = [list(row) for _, row in groupby(paragraph, key=lambda word: word.line)]
        height = median(max(w.bottom for w in row) - min(w.top for w in row) for row in rows)
        size = round(height * 72 / DPI * SIZE_OF_HEIGHT)
        lines += [_build_line(row, float(size), page, len(lines) + index) for index, row in enumerate(rows)]
    return lines


def _build_line(row: list[Word], size: float, page: int, order: int) -> Line:
    scale = 72 / DPI
    text = MISREAD_AI.sub("AI", clean_text(" ".join(word.text for word in row)))
    if _begins_with_bullet(row, size):
        text = f"{BULLET} {text.partition(' ')[2]}"
    bottom = median(word.bottom for word in row) * scale
    return Line(
        min(word.left for word in row) * scale, min(word.top for word in row) * scale,
        max(word.right for word in row) * scale, max(word.bottom for word in row) * scale,
        text, size, bottom, font="OCR", page=page,
        order=order, confidence=fmean(word.confidence for word in row),
    )  # fmt: skip


def _begins_with_bullet(row: list[Word], size: float) -> bool:
    """A lone sign, apart from the next word by more than a space, that looks like a bullet."""
    if len(row) < 2 or row[0].text not in BULLET_LOOKS:
        return False
    return (row[1].left - row[0].right) * 72 / DPI > 0.45 * size
