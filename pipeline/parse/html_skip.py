"""What on a web page is not the document: menus, banners, share bars, teasers, hidden parts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from bs4 import BeautifulSoup, NavigableString, Tag

from pipeline.parse.html_inline import attribute, is_text

# Never shown, or shown as a control.
DROPPED_WORDS = """
    script style noscript template svg canvas iframe object embed audio video map form input button
    select textarea datalist dialog nav title link meta img picture source
"""
DROPPED = frozenset(DROPPED_WORDS.split())
ROLES_WORDS = """
    navigation banner contentinfo search dialog alertdialog complementary menu menubar toolbar form
"""
ROLES = frozenset(ROLES_WORDS.split())
# Words of class and id that content systems give to the surroundings of a text. A word is a whole
# token between hyphens, underscores and capitals: `share-bar` yes, `shareholders` no.
SURROUNDINGS_WORDS = """
    breadcrumb breadcrumbs share sharing shares social socials newsletter
    subscribe signup skip skiplink related teaser teasers sidebar menu navbar navigation pagination
    pager popup modal offcanvas advert advertisement ads promo feedback toolbar comments disqus
    screenreader masthead topbar megamenu flyout lightbox reversefootnote backlink headerlink permalink
    anchorjs editsection cta bottomcta
    migas miga ariane brotkrumen brotkrume briciole compartir compartilhar partager teilen condividi
"""
SURROUNDINGS = frozenset(SURROUNDINGS_WORDS.split())
BANNERS = frozenset(("cookie", "cookies", "consent", "gdpr", "disqus"))
# An id is often made from a heading (`id="sharing-data"`), so fewer words tell in it.
SURROUNDING_IDS_WORDS = """
    cookie cookies breadcrumb breadcrumbs newsletter sidebar navbar navigation masthead topbar megamenu
"""
SURROUNDING_IDS = frozenset(SURROUNDING_IDS_WORDS.split())
# Tokens beside which the words above speak of the layout of a text: `has-sidebar`, `menu-content`.
LAYOUT = frozenset(("has", "with", "no", "content", "text", "main"))
PHRASES = re.compile(
    r"(?:^|[\s_-])(?:skip-(?:link|to|nav)|back-to-top|screen-reader|visually-hidden|sr-only|site-(?:header|footer|nav)"
    r"|page-(?:header-nav|footer)|global-(?:header|footer|nav|bar)|mw-jump|language-(?:switch\w*|select\w*|nav)"
    r"|lang-switch\w*|read-more|see-also|post-navigation|nav-links|next-post|prev-post"
    r"|notification-banner|contents-list|print-link|jump-to|follow-us|tag-cloud|toggle-all"
    r"|display-none-print|hidden-print|d-print-none|no-print|noprint)(?:$|[\s_-])"
)
TOKEN = re.compile(r"[a-z]+|[A-Z][a-z]*")
STYLE_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# A part that opens on a click is hidden until then, and its heading is a button.
FOLDED = frozenset(("accordion", "accordeon", "expander", "expandable", "tabpanel"))
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
FOOTNOTES = re.compile(r"footnote|endnote")
# An element that holds more of the page than this is the page, whatever its class says.
TOO_MUCH = 0.4
# Characters and share of linked text from which an element is running text and no menu.
PROSE_SIZE = 1500
LINK_SHARE = 0.4
# Levels of mark-up between an article and its own header.
NEAR_PARENTS = 12
# What no table of data holds: `over_layout` are the elements that have one of these inside.
NO_DATA = frozenset(("table", "h1", "h2", "h3", "form", "main", "article"))
ROOTS = ("html", "[document]")
LANDMARKS = frozenset(("html", "head", "body", "main", "article", "h1"))


@dataclass(slots=True)
class Sizes:
    """Characters of text, and of text in links, of each element, by its `id` (comparing tags is slow)."""

    text: dict[int, int]
    links: dict[int, int]
    total: int
    above_title: set[int]
    over_layout: set[int]


def measure(soup: BeautifulSoup) -> Sizes:
    """Add up text from the leaves to the root, once, without recursion."""
    text: dict[int, int] = {}
    links: dict[int, int] = {}
    elements: list[Tag] = []
    over_layout: set[int] = set()
    for node in soup.descendants:
        if isinstance(node, Tag):
            elements.append(node)
        elif isinstance(node, NavigableString) and is_text(node) and node.parent is not None:
            key = id(node.parent)
            text[key] = text.get(key, 0) + len(node.strip())
    for element in reversed(elements):
        own = text.setdefault(id(element), 0)
        linked = own if element.name == "a" else links.setdefault(id(element), 0)
        parent = id(element.parent)
        text[parent] = text.get(parent, 0) + own
        links[parent] = links.get(parent, 0) + linked
        if element.name in NO_DATA or id(element) in over_layout:
            over_layout.add(parent)
    above_title = {id(parent) for heading in soup.find_all("h1", limit=3) for parent in heading.parents}
    return Sizes(text, links, text.get(id(soup), 0), above_title, over_layout)


def is_surrounding(element: Tag, sizes: Sizes) -> bool:
    """Whether an element is no part of the document: dropped with all that it holds."""
    name = element.name
    if name in LANDMARKS:
        return False
    if name == "button" and element.parent is not None and element.parent.name in HEADINGS:
        return False
    if name in DROPPED:
        # Some old pages wrap the whole page into one form.
        return name != "form" or not is_most(element, sizes)
    if not element.attrs or id(element) in sizes.above_title:
        return False
    return has_sign(element, prose=is_prose(element, sizes)) and not is_most(element, sizes)


def has_sign(element: Tag, *, prose: bool) -> bool:
    """Whether role, class, id or style speak of a surrounding or hidden element.

    An element of much running text is dropped only for what never holds the text of a document: a
    collapsed section is hidden too, and class names of layout are ambiguous.
    """
    names = attribute(element, "class")
    if attribute(element, "role") in ROLES or is_surrounding_name(names, BANNERS):
        return True
    if prose:
        return False
    if is_hidden(element) and not FOLDED & set().union(*read_tokens(names)):
        return True
    if PHRASES.search(names.lower()) or is_surrounding_name(names, SURROUNDINGS):
        return True
    return element.name != "section" and is_surrounding_name(attribute(element, "id"), SURROUNDING_IDS)


def is_hidden(element: Tag) -> bool:
    """Whether an element is not shown until a script says so."""
    if "hidden" in element.attrs or element.attrs.get("aria-hidden") == "true":
        return True
    return bool(STYLE_HIDDEN.search(attribute(element, "style")))


def is_surrounding_name(names: str, words: frozenset[str]) -> bool:
    """`gem-c-breadcrumbs`, `social-nav`, `skip-link`; not `shareholders` or `has-sidebar`."""
    if not names:
        return False
    return any(words & found and not LAYOUT & found for found in read_tokens(names))


def read_tokens(names: str) -> list[set[str]]:
    """The words of each name: `ecl-accordion__content` -> ecl, accordion, content."""
    return [{token.lower() for token in TOKEN.findall(name)} for name in names.split()]


def is_prose(element: Tag, sizes: Sizes) -> bool:
    """Whether an element holds much text that is no list of links."""
    size = sizes.text[id(element)]
    return size > PROSE_SIZE and sizes.links[id(element)] < LINK_SHARE * size


def is_most(element: Tag, sizes: Sizes) -> bool:
    """Whether an element holds a great part of the page's text."""
    return sizes.text[id(element)] > TOO_MUCH * sizes.total


def find_root(soup: BeautifulSoup, sizes: Sizes) -> Tag:
    """The element that holds the document: `main`, a lone `article`, else the page.

    The page and not its body: the parser leaves a `section` that follows `title` in the head.
    """
    page = soup.find("html")
    body = page if isinstance(page, Tag) else soup
    for candidates in (
        soup.find_all("main"),
        soup.find_all(attrs={"role": "main"}),
        soup.find_all("article"),
    ):
        tags = [tag for tag in candidates if isinstance(tag, Tag)]
        if len(tags) == 1 and sizes.text[id(tags[0])] > TOO_MUCH * sizes.text[id(body)]:
            return tags[0]
    return body


def is_page_edge(element: Tag, root: Tag, sizes: Sizes) -> bool:
    """The header, footer or side column of the page, as against those of the text itself."""
    if element.name == "footer":
        parent = element.parent
        return (parent is None or parent.name != "blockquote") and not FOOTNOTES.search(str(element.attrs))
    if element.name not in ("header", "aside") or root.name not in ROOTS or is_most(element, sizes):
        return False
    return id(element) not in sizes.above_title and not any(
        parent.name in ("main", "article") for parent in islice(element.parents, NEAR_PARENTS)
    )
