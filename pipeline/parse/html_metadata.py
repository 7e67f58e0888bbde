"""What a web page says of itself: language, meta elements, JSON-LD, canonical address."""

from __future__ import annotations

import json
from typing import Any

from bs4 import BeautifulSoup, Tag

from pipeline.parse.html_inline import SPACE, attribute

# Names that sites give to the same thing, most trusted first.
NAMES = {
    "title": ("citation_title", "dc.title", "dcterms.title", "og:title", "twitter:title"),
    "author": ("author", "citation_author", "dc.creator", "dcterms.creator", "article:author"),
    "publisher": (
        "dc.publisher",
        "dcterms.publisher",
        "citation_publisher",
        "publisher",
        "govuk:primary-publishing-organisation",
    ),
    "description": ("description", "dc.description", "dcterms.description", "og:description"),
    "site_name": ("og:site_name", "application-name"),
    "url": ("og:url", "dc.identifier"),
    "published": (
        "citation_publication_date",
        "dc.date.issued",
        "dcterms.issued",
        "article:published_time",
        "govuk:first-published-at",
        "govuk:public-updated-at",
        "datepublished",
        "dc.date",
        "dcterms.date",
        "date",
    ),
    "modified": (
        "article:modified_time",
        "og:updated_time",
        "dcterms.modified",
        "dc.date.modified",
        "last-modified",
    ),
    "lang": ("dc.language", "dcterms.language", "content-language"),
}
LINKED_DATA = {
    "title": ("headline", "name"),
    "published": ("datePublished",),
    "modified": ("dateModified",),
    "publisher": ("publisher",),
    "author": ("author",),
    "description": ("description",),
    "url": ("url",),
    "lang": ("inLanguage",),
}
DOCUMENT_KINDS = """
    Article NewsArticle Report WebPage TechArticle ScholarlyArticle Legislation DigitalDocument
    GovernmentService CreativeWork BlogPosting Guide PublicationIssue
"""
DOCUMENTS = frozenset(DOCUMENT_KINDS.split())
# Nodes of JSON-LD that are looked at; a page with more is not describing itself.
NODE_LIMIT = 500


def read_metadata(soup: BeautifulSoup) -> dict[str, str]:
    """Everything the page says of itself, under the keys of `Document.metadata`."""
    found = read_meta(soup)
    metadata = {f"meta:{name}": value for name, value in found.items()}
    for key, names in NAMES.items():
        value = next((found[name] for name in names if found.get(name)), None)
        if value:
            metadata[key] = value
    for key, value in read_linked_data(soup).items():
        metadata.setdefault(key, value)
    if soup.title is not None and (title := fold_space(soup.title.get_text())):
        metadata["meta:title"] = title
        metadata.setdefault("title", title)
    read_links(soup, metadata)
    return metadata


def read_meta(soup: BeautifulSoup) -> dict[str, str]:
    """`<meta name=… content=…>` by lower-case name; of several with a name the first counts."""
    found: dict[str, str] = {}
    for meta in soup.find_all("meta"):
        name = attribute(meta, "name") or attribute(meta, "property") or attribute(meta, "itemprop")
        name = (name or attribute(meta, "http-equiv")).strip().lower()
        content = fold_space(attribute(meta, "content"))
        if name and content:
            found.setdefault(name, content)
    return found


def read_links(soup: BeautifulSoup, metadata: dict[str, str]) -> None:
    """The language of the root element and the canonical address."""
    html = soup.find("html")
    if isinstance(html, Tag) and (lang := attribute(html, "lang") or attribute(html, "xml:lang")):
        metadata["lang"] = lang
    canonical = soup.find("link", rel="canonical")
    if isinstance(canonical, Tag) and (href := attribute(canonical, "href")):
        metadata["url"] = href


def read_linked_data(soup: BeautifulSoup) -> dict[str, str]:
    """Title, dates, publisher and author of the first JSON-LD node that is a document."""
    for script in soup.find_all("script", type="application/ld+json"):
        for node in walk_linked_data(script.get_text()):
            kinds = node.get("@type")
            if not DOCUMENTS.isdisjoint(kinds if isinstance(kinds, list) else [str(kinds)]):
                return read_node(node)
    return {}


def walk_linked_data(text: str) -> list[dict[str, Any]]:
    """The objects of a JSON-LD script, outer before inner; none when it is no JSON."""
    try:
        pending = [json.loads(text, strict=False)]
    except (ValueError, RecursionError):
        return []
    nodes: list[dict[str, Any]] = []
    while pending and len(nodes) < NODE_LIMIT:
        value = pending.pop(0)
        if isinstance(value, dict):
            nodes.append(value)
            pending += value.values()
        elif isinstance(value, list):
            pending += value
    return nodes


def read_node(node: dict[str, Any]) -> dict[str, str]:
    """The values of a JSON-LD node under our keys."""
    found: dict[str, str] = {}
    for key, names in LINKED_DATA.items():
        value = next((written for name in names if (written := write_value(node.get(name)))), "")
        if value:
            found[key] = value
    return found


def write_value(value: Any) -> str:
    """A text, or the name of an organisation or person; of several the first."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name")
    return fold_space(value) if isinstance(value, str) else ""


def fold_space(text: str) -> str:
    """One space for any run of white space."""
    return SPACE.sub(" ", text).strip()
