"""Bytes of HTML and text files into characters, whatever the file says or does not say of itself."""

from __future__ import annotations

import codecs
import re
import unicodedata

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""")
# The declaration stands in the first kilobytes or the browser ignores it.
HEAD = 4096
# Share of undecodable among all signs beyond ASCII up to which a file counts as damaged UTF-8.
DAMAGED = 0.1

# Characters that print nothing: NUL and other controls, zero-width signs, soft hyphens, lone
# surrogates, and three private-use characters that the HTML reader uses as its own signs.
UNPRINTED = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffe\ud800-\udfff\ue000-\ue005]"
)


def decode(data: bytes) -> str:
    """Characters of a file, NFC, without unprinted signs, with line feeds as line ends."""
    text = decode_bytes(data)
    text = UNPRINTED.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def decode_bytes(data: bytes) -> str:
    """By byte order mark, else UTF-8 if it fits, else as declared, else Windows-1252.

    UTF-8 goes before the declaration: text in another encoding never passes for it by chance,
    while pages that declare ISO-8859-1 and are UTF-8 are common.
    """
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    if wide := find_wide(data):
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return decode_other(data)


def find_wide(data: bytes) -> str | None:
    """UTF-16 without its mark: every second byte of the beginning is NUL."""
    head = data[:HEAD]
    if len(head) < 4:
        return None
    half = len(head) // 2
    if head[1::2].count(0) > 0.7 * half and head[::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if head[::2].count(0) > 0.7 * half and head[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return None


def decode_other(data: bytes) -> str:
    """Damaged UTF-8, or the declared encoding, or what Western Windows wrote."""
    damaged = data.decode("utf-8", "replace")
    signs = sum(1 for _ in re.finditer("[^\x00-\x7f]", damaged))
    if damaged.count("\ufffd") < DAMAGED * signs:
        return damaged
    declared = DECLARED.search(data[:HEAD])
    encoding = declared[1].decode("ascii", "replace").lower() if declared else "windows-1252"
    if encoding in ("utf-8", "utf8", "iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"):
        encoding = "windows-1252"
    try:
        return data.decode(codecs.lookup(encoding).name, "replace")
    except LookupError:
        return data.decode("windows-1252", "replace")
