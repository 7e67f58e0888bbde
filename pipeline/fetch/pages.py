"""Told from the HTML that came: an error page with status 200, and a page that only links to a PDF."""

from __future__ import annotations

import re
from urllib.parse import urljoin

from bs4 import BeautifulSoup
from bs4.exceptions import ParserRejectedMarkup

from pipeline.vocabulary import Vocabulary

# A page with more words than this is itself the document, whatever it links to.
LANDING_WORDS = 450
ERROR_WORDS = 250
PDF_LINK = re.compile(r"\.pdf(?:[?#].*)?$", re.IGNORECASE)


def looks_like_html(data: bytes) -> bool:
    """Whether the first bytes are those of an HTML page."""
    return re.search(rb"<(?:!doctype\s+html|html|head|body|title)\b", data[:2048], re.IGNORECASE) is not None


def read_page(data: bytes) -> BeautifulSoup | None:
    """The page, or None for what is no HTML or so broken that only the reader may say what it is."""
    if not looks_like_html(data):
        return None
    try:
        return BeautifulSoup(data, "lxml")
    except (AssertionError, ValueError, ParserRejectedMarkup):
        # What lxml raises on control characters, wrong declarations and the like (met by mutated pages).
        return None


def is_error_page(data: bytes, vocabulary: Vocabulary) -> bool:
    """A short page whose title or heading says that there is no document: "404 - Page not found"."""
    page = read_page(data)
    if page is None:
        return False
    heads = " ".join(tag.get_text(" ") for tag in page.find_all(["title", "h1"])).casefold()
    phrases = vocabulary.phrases("error_pages", "titles")
    return len(page.get_text(" ").split()) < ERROR_WORDS and any(phrase in heads for phrase in phrases)


def find_landing_target(data: bytes, url: str) -> str | None:
    """The one PDF that a short page links to, or None when there are none or several."""
    page = read_page(data)
    if page is None:
        return None
    main = page.select_one("main") or page.body or page
    if len(main.get_text(" ").split()) > LANDING_WORDS:
        return None
    links = {join_link(url, str(tag["href"])) for tag in main.find_all("a", href=PDF_LINK)} - {None}
    return links.pop() if len(links) == 1 else None


def join_link(url: str, target: str) -> str | None:
    """The address that a link leads to, or None where it is none: "http://[x/guide.pdf"."""
    try:
        return urljoin(url, target)
    except ValueError:
        return None
