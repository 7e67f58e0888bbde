"""What kind of file the bytes are, told from the bytes themselves and never from the name."""

from __future__ import annotations

import re

from pipeline.parse.errors import ParseError

PDF = "application/pdf"
HTML = "text/html"
MARKDOWN = "text/markdown"
PLAIN = "text/plain"

# A PDF header may stand behind leading rubbish, within the first kilobyte (ISO 32000, annex H).
PDF_HEAD = 1024
MAGIC = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"BM", "a BMP image"),
    (b"PK\x03\x04", "a zip archive (or an Office file)"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"{\\rtf", "an RTF file"),
    (b"%!PS", "a PostScript file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7-zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"RIFF", "a media file"),
    (b"OggS", "a media file"),
    (b"ID3", "a media file"),
    (b"SQLite format 3", "a database"),
)
# Strong signs of HTML in the first bytes, or anywhere near the beginning.
HTML_SIGN = re.compile(
    rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<(?:meta|title|div|article|main|section|table|dl|ul|ol|p|h[1-6])[\s>]",
    re.IGNORECASE,
)
HTML_HEAD = 8192
MARKDOWN_SIGN = re.compile(
    rb"^(?:#{1,6} +\S|\[[^\]\n]+\]:\s|[^\[\n]*\[[^\[\]\n]{1,200}\]\(https?://)", re.MULTILINE
)
MARKDOWN_HEAD = 65536
# Share of control bytes from which a file is not text.
BINARY_SHARE = 0.05
CONTROLS = bytes(set(range(32)) - {9, 10, 11, 12, 13, 27, 0})


def find_media_type(data: bytes) -> str:
    """The media type of the bytes. Raises ParseError for an empty or an unknown kind of file."""
    if not data or data.isspace():
        raise ParseError("empty", "The file holds no text.")
    if b"%PDF-" in data[:PDF_HEAD]:
        return PDF
    for magic, name in MAGIC:
        if data.startswith(magic):
            raise ParseError("unsupported_type", f"The file is {name}, not a PDF, HTML or text document.")
    if data[4:8] == b"ftyp":
        raise ParseError("unsupported_type", "The file is a media file, not a PDF, HTML or text document.")
    return find_text_type(data)


def find_text_type(data: bytes) -> str:
    """HTML, Markdown or plain text; binary data is refused."""
    head = data[:HTML_HEAD]
    wide = head.replace(b"\x00", b"")
    if HTML_SIGN.search(wide):
        return HTML
    if is_binary(head, wide):
        raise ParseError("unsupported_type", "The file is binary data of an unknown kind.")
    if len(MARKDOWN_SIGN.findall(data[:MARKDOWN_HEAD])) >= 2:
        return MARKDOWN
    return PLAIN


def is_binary(head: bytes, without_nul: bytes) -> bool:
    """Whether control bytes, or NULs that no UTF-16 text would have, fill the beginning."""
    nul = len(head) - len(without_nul)
    controls = len(without_nul) - len(without_nul.translate(None, CONTROLS))
    if controls > BINARY_SHARE * max(len(without_nul), 1):
        return True
    wide = nul > 0.3 * len(head)
    return nul > BINARY_SHARE * len(head) and not wide
