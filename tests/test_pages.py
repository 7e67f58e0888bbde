"""What a fetched page is: a document, an error with status 200, or a way to a PDF."""

import random

import pytest

from pipeline.fetch.pages import find_landing_target, is_error_page
from pipeline.vocabulary import Vocabulary, load_vocabulary

PAGE = "<!doctype html><html><head><title>{}</title></head><body><main>{}</main></body></html>"
ERROR = PAGE.format("404 - Page not found", "<h1>Sorry</h1>")
BROKEN = (
    b"<",
    b"<![CDATA[",
    b"<!",
    b"&#x110000;",
    b"<?",
    b"\x00",
    b"\x0b",
    b"</",
    b"<svg>",
    b'<a href="http://[1.pdf">',
)


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return load_vocabulary()


@pytest.mark.parametrize(
    ("page", "is_error"),
    [
        (ERROR, True),
        (PAGE.format("Guidelines", "<p>Be fair.</p>"), False),
        (PAGE.format("What a page not found means", "<p>word</p>" * 300), False),
        ("404 - Page not found", False),
    ],
)
def test_a_short_page_that_says_so_is_an_error(page: str, is_error: bool, vocabulary: Vocabulary) -> None:
    assert is_error_page(page.encode(), vocabulary) is is_error


@pytest.mark.parametrize(
    ("links", "target"),
    [
        ('<a href="/guide.pdf">Guide</a>', "https://example.org/guide.pdf"),
        ('<a href="/a.pdf">One</a><a href="/b.pdf">Two</a>', None),
        (
            '<a href="/guide.pdf">Guide</a><a href="http://[x/guide.pdf">Broken</a>',
            "https://example.org/guide.pdf",
        ),
        ('<a href="http://[x/guide.pdf">Broken</a>', None),
        ('<a href="/page">Page</a>', None),
        ('<a href="/guide.pdf">Guide</a>' + "<p>word</p>" * 500, None),
    ],
)
def test_the_one_pdf_of_a_short_page_is_its_target(links: str, target: str | None) -> None:
    assert find_landing_target(PAGE.format("A guide", links).encode(), "https://example.org/x") == target


@pytest.mark.parametrize("seed", range(30))
def test_a_broken_page_stops_nothing(seed: int, vocabulary: Vocabulary) -> None:
    chance = random.Random(seed)
    data = ERROR.encode() * 3
    places = sorted(chance.sample(range(len(data)), 12))
    broken = b"".join(
        data[start:end] + chance.choice(BROKEN)
        for start, end in zip([0, *places], [*places, None], strict=True)
    )
    assert is_error_page(b"<html>" + broken, vocabulary) in (True, False)
    assert find_landing_target(b"<html>" + broken, "https://example.org/x") is None
