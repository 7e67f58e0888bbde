"""bytes of a web page -> Document: find the content, walk it once, lay the text out."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup, Tag

from pipeline.parse.database_page import is_database_page
from pipeline.parse.decoding import decode
from pipeline.parse.drafts import Draft, lay_out
from pipeline.parse.guard import third_party
from pipeline.parse.html_inline import build_draft, raw_text
from pipeline.parse.html_metadata import read_metadata
from pipeline.parse.html_skip import find_root, measure
from pipeline.parse.html_walk import PageWalk
from pipeline.parse.media_type import HTML
from pipeline.records import Document, Source

PARSER = "beautifulsoup4+lxml"
# ReSpec keeps the title of a specification in <title> and, on request, its text in Markdown.
RESPEC = re.compile(r"\brespecConfig\s*=")
RESPEC_MARKDOWN = re.compile(r"""\bformat\s*:\s*["']markdown["']""")
# "Guidance on data - GOV.UK": the name of the site behind the title of the page.
SITE_NAME = re.compile(r"\s+[|·»–—-]\s+[^|·»–—-]{2,40}$")
# Share of `<title>` that a heading has to cover to be the title and not the name of the site.
TITLE_SHARE = 0.4
NOT_WORD = re.compile(r"[\W_]+")


def read_html(source: Source, data: bytes, labels: dict[str, str]) -> Document:
    """Read a web page; language and zones are found by the caller.

    `labels` are those of the database's own pages, on which each printed line is a value.
    """
    text = decode(data)
    with third_party("lxml"):
        soup = BeautifulSoup(text, "lxml")
    metadata = read_metadata(soup)
    sizes = measure(soup)
    root = find_root(soup, sizes)
    by_line = is_database_page(list(soup.stripped_strings), labels)
    walk = PageWalk(root, sizes, markdown=is_markdown_source(soup), by_line=by_line)
    drafts = add_title(walk.read(), soup, metadata)
    printed, blocks, marks = lay_out(drafts)
    return Document(
        source=source,
        media_type=HTML,
        text=printed,
        blocks=blocks,
        language="",
        parser=PARSER,
        marks=marks,
        metadata=metadata,
    )


def is_markdown_source(soup: BeautifulSoup) -> bool:
    """Whether the page is a ReSpec source that asks for Markdown."""
    scripts = (script.get_text() for script in soup.find_all("script", src=False))
    return any(RESPEC.search(code) and RESPEC_MARKDOWN.search(code) for code in scripts)


def add_title(drafts: list[Draft], soup: BeautifulSoup, metadata: dict[str, str]) -> list[Draft]:
    """Make the heading that is the page's title a title block, or put the title of `<title>` first."""
    named = fold(metadata.get("meta:title", ""))
    headings = [draft for draft in drafts if draft.kind == "heading"]
    title = find_title(headings, named) or next((draft for draft in headings if draft.level == 1), None)
    if title is None:
        title = title_outside(soup) or build_draft("title", SITE_NAME.sub("", metadata.get("meta:title", "")))
        drafts = [title, *drafts] if title else drafts
    if title is not None:
        title.kind, title.level = "title", 1
    return drafts


def find_title(headings: list[Draft], named: str) -> Draft | None:
    """The heading that `<title>` repeats, with or without the name of the site behind it."""
    for draft in headings:
        text = fold(draft.text)
        if draft.level == 1 and text and text in named and len(text) > TITLE_SHARE * len(named):
            return draft
        if text and text == named:
            return draft
    return None


def title_outside(soup: BeautifulSoup) -> Draft | None:
    """The `h1` of a page whose title stands outside the element that holds its text."""
    heading = soup.find("h1")
    return build_draft("title", raw_text(heading)) if isinstance(heading, Tag) else None


def fold(text: str) -> str:
    """Letters and figures in one case, for comparing titles."""
    return NOT_WORD.sub(" ", text.casefold()).strip()
