"""Damaged and hostile PDFs: each is a reject with its code, or a document, in bounded time."""

from __future__ import annotations

import io

import pytest

from pdf_maker import PageText, make_pdf, write_objects
from pipeline.parse.errors import ParseError
from pipeline.parse.pdf import read_pdf
from pipeline.parse.pdf_reader import MAX_PAGES
from pipeline.records import Document, Source

GOOD = make_pdf([PageText().write(72, 100, "Keep a register of the tools.")] * 3)
CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
INFO = b"<< >>"
PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 500 500] >>"
FORM = b"/Type /XObject /Subtype /Form /BBox [0 0 500 500] /Resources << /XObject << /X 5 0 R >> >>"


def read(data: bytes) -> Document:
    return read_pdf(Source("hostile", "hostile.pdf"), data)


def page_tree(pages: bytes, **objects: bytes) -> bytes:
    """A file with this page tree; further objects are named n4, n5 and so on."""
    more = {int(name[1:]): body for name, body in objects.items()}
    return write_objects({1: CATALOG, 2: pages, 3: INFO} | more)


def deep_tree(depth: int) -> bytes:
    nodes = {
        number: b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % (number + 1) for number in range(10, depth)
    }
    page = b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 500 500] >>" % (depth - 1)
    return write_objects({1: b"<< /Type /Catalog /Pages 10 0 R >>", 3: INFO, depth: page} | nodes)


REJECTED = {
    "no bytes": (b"", "unreadable"),
    "a header alone": (b"%PDF-1.7\n", "unreadable"),
    "noise behind a header": (b"%PDF-1.7\n" + b"\x00\xff" * 5000, "unreadable"),
    "cut in the middle": (GOOD[: len(GOOD) // 2], "unreadable"),
    "no pages": (page_tree(b"<< /Type /Pages /Kids [] /Count 0 >>"), "unreadable"),
    "two thousand million pages claimed": (
        page_tree(b"<< /Type /Pages /Kids [] /Count 2000000000 >>"),
        "unreadable",
    ),
    "a page tree that holds itself": (page_tree(b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"), "unreadable"),
    "a page tree thousands of levels deep": (deep_tree(5000), "unreadable"),
    "more pages than are read": (
        make_pdf([PageText()] * (MAX_PAGES + 1)),
        "too_large",
    ),
}


@pytest.mark.parametrize(("data", "code"), REJECTED.values(), ids=REJECTED.keys())
def test_what_cannot_be_read_is_rejected_with_a_code(data: bytes, code: str) -> None:
    with pytest.raises(ParseError) as caught:
        read(data)
    assert caught.value.code == code


def test_a_wrong_cross_reference_table_is_rebuilt() -> None:
    assert "register of the tools" in read(GOOD.replace(b"startxref\n", b"startxref\n9")).text


def test_a_form_that_draws_itself_ends() -> None:
    form = b"<< %s /Length 5 >>\nstream\n/X Do\nendstream" % FORM
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 500 500] /Contents 5 0 R >>"
    data = page_tree(b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>", n4=page, n5=form)
    assert read(data).page_count == 1


def test_a_page_without_content_gives_an_empty_document() -> None:
    data = page_tree(b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>", n4=PAGE)
    assert (read(data).text, read(data).blocks) == ("", [])


def test_a_broken_page_does_not_lose_the_others() -> None:
    data = GOOD.replace(b"105 0 R]", b"999 0 R]")
    document = read(data)
    assert "register of the tools" in document.text


def test_a_sheet_of_kilometres_is_read_or_marked() -> None:
    document = read(make_pdf([PageText(size=(2e6, 2e6)).write(72, 100, "Keep a register.")]))
    assert document.page_count == 1


def test_arrays_nested_a_hundred_thousand_deep_do_no_harm() -> None:
    pages = b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>"
    assert read(page_tree(pages, n4=PAGE, n5=b"[" * 100_000 + b"]" * 100_000)).page_count == 1


@pytest.mark.slow
def test_a_page_of_fifty_thousand_labels_is_kept_without_layout() -> None:
    place = b"1 0 0 1 %d %d Tm (word) Tj "
    labels = b"".join(place % (7 * n % 500, n // 100) for n in range(50_000))
    document = read(make_pdf([PageText(content=b"BT /regular 1 Tf " + labels + b"ET")]))
    assert document.text.startswith("word word")


def test_an_encrypted_file_is_rejected_as_encrypted() -> None:
    with pytest.raises(ParseError) as caught:
        read(lock(GOOD))
    assert caught.value.code == "encrypted"


def lock(data: bytes) -> bytes:
    """The file with a password of which the reader knows nothing (standard handler, revision 2)."""
    entry = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >> /ID [<00> <00>]"
    trailer = entry % (b"41" * 32, b"42" * 32)
    stream = io.BytesIO(data.replace(b"/Info 3 0 R", b"/Info 3 0 R " + trailer))
    return stream.getvalue()
