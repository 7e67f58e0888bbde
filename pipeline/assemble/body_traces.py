"""Clues that are no names in the running text: metadata, numbers, running heads, addresses, frequency."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from pipeline.assemble.body_clues import SHORT_BLOCK, Clue
from pipeline.assemble.body_names import ACRONYM, NAME, SHORT, Named, official_name
from pipeline.assemble.body_phrases import read_phrases
from pipeline.assemble.body_search import Search
from pipeline.assemble.document_numbers import read_numbers
from pipeline.records import Block
from pipeline.vocabulary import Body

# Container fields that may name the issuer, with the weight of a name found there. The author of a
# PDF is mostly a person or the last editor; the publisher of an HTML page is the owner of the site.
METADATA = (
    ("publisher", 0.8),
    ("meta:dc.publisher", 0.8),
    ("meta:dcterms.publisher", 0.8),
    ("meta:dc.creator", 0.6),
    ("meta:dcterms.creator", 0.6),
    ("meta:citation_publisher", 0.7),
    ("site_name", 0.5),
    ("author", 0.45),
    ("meta:author", 0.45),
    ("subject", 0.2),
)
ADDRESS = re.compile(r"(?:https?://|www\.|@)([\w-]+(?:\.[\w-]+)*\.[a-z]{2,12}(?:/[\w-]+)?)", re.IGNORECASE)
DOMAIN = re.compile(r"\s*([\w-]+(?:\.[\w-]+)+)\s*")
# "9) https://…", "[9] Board: Tide tables, https://…": the source of another body's words.
NOTE = re.compile(r"\[?\d{1,3}[\])]?\s")
# "Tide Tables – Harbour Board – May 2031": the parts of a running head.
HEAD_PARTS = re.compile(r"\s[–—|·-]\s")
# The title of a page and the name of its site, and what may stand beside a name that fills its part.
TITLE_PARTS = re.compile(r"\s+(?:[|–—»·]|-{1,2}|::)\s+")
SLACK = 4
# Domains under which a whole government publishes tell little of the body.
PORTAL = re.compile(
    r"\b(?:Government|Gouvernement|Gobierno|Governo|Rijksoverheid|Bundesregierung|European Commission)\b"
)
# "Guide to ISO/IEC 99001", "in line with COM(2031) 5": the number of another text.
CITING = re.compile(r"\b(?:to|for|on|with|of|under|by|and|see|from|per|against|zu|à|de|para|van|di)\s+$")
# A body that is named this often, and makes up this part of all names counted, speaks of itself.
OFTEN = 5
# How often "… guidance" behind its name shows that the body owns guidance; how far is read.
OWNED = 2
BEHIND = 60
BEFORE = 50
DEFINITE = re.compile(
    r"\b(?:University|College|Institute|Agency|Authority|Company|Bank|Association|Society|Court|Bar)\b"
)
DEFINITE_TIMES = 4
MOST = 0.5
MUCH = 0.3


def find_metadata_clues(search: Search) -> Iterator[Clue]:
    """The publisher, site name or author that the container tells."""
    metadata = search.reading.document.metadata
    for key, weight in METADATA:
        value = metadata.get(key, "")
        names = search.find_known(value, 0, len(value)) or search.grammar.find(value, 0, len(value))
        for named in names[:1]:
            yield Clue(named, f"enacting_body.metadata.{key.removeprefix('meta:')}", weight, metadata=True)


def find_site_clues(search: Search) -> Iterator[Clue]:
    """The site in the title of a page: "Safe Roads | Harbour Authority", "Harbour Authority - Safe Roads"."""
    metadata = search.reading.document.metadata
    parts = TITLE_PARTS.split(metadata.get("title", ""))
    if "producer" in metadata or "creator" in metadata or len(parts) < 2:
        return
    for part in (parts[-1], parts[0]):
        names = search.find_known(part, 0, len(part))
        whole = [named for named in names if len(part) - (named.end - named.start) <= SLACK]
        if whole and whole[0].form != SHORT:
            yield Clue(whole[0], "enacting_body.site_title", 0.45, metadata=True)
            return


def find_address_clues(search: Search) -> Iterator[Clue]:
    """The public address of the document, else of its page."""
    document = search.reading.document
    for address in (document.source.url, document.metadata.get("url")):
        parts = urlsplit(address or "")
        body = body_of_domain(search, f"{parts.hostname or ''}{parts.path}")
        if body:
            weight = 0.3 if PORTAL.search(body.name) else 0.5
            yield Clue(name_body(search, body, (0, 0)), "enacting_body.address", weight, metadata=True)
            return


def find_link_clues(search: Search) -> Iterator[Clue]:
    """The domain of most links and e-mail addresses of the first and last pages."""
    text = search.reading.text
    hits: list[tuple[Body, tuple[int, int]]] = []
    for block in [*search.head, *search.tail, *search.furniture]:
        if NOTE.match(text, block.start):
            continue
        for match in (*ADDRESS.finditer(text, block.start, block.end), *lone_domain(text, block)):
            body = body_of_domain(search, match.group(1))
            if body and not PORTAL.search(body.name):
                hits.append((body, match.span(1)))
    if not hits:
        return
    counts = Counter(body.id for body, _ in hits)
    best, count = counts.most_common(1)[0]
    if 2 * count > len(hits):
        body, span = next(hit for hit in hits if hit[0].id == best)
        yield Clue(name_body(search, body, span), "enacting_body.links", 0.35 if count == 1 else 0.42)
        mail = next((hit[1] for hit in hits if hit[0].id == best and text[hit[1][0] - 1] == "@"), None)
        if mail:
            yield Clue(name_body(search, body, mail), "enacting_body.mail", 0.25)


def lone_domain(text: str, block: Block) -> list[re.Match[str]]:
    """A domain that is a block by itself: "harbour.gov.ys"."""
    match = DOMAIN.fullmatch(text, block.start, block.end)
    return [match] if match else []


def find_number_clues(search: Search) -> Iterator[Clue]:
    """A document number on the cover or in the running head that only one body gives."""
    numbers, text = read_numbers(search.reading.vocabulary), search.reading.text
    short = (block for block in search.cover if block.end - block.start <= SHORT_BLOCK)
    for block in [*short, *search.furniture]:
        if search.in_title(block) and block.end - block.start > SHORT_BLOCK // 2:
            continue
        for match, body in numbers.find(text, block.start, block.end):
            if body and not CITING.search(text, block.start, match.start()):
                yield Clue(name_body(search, body, match.span()), "enacting_body.number", 0.8)


def find_furniture_clues(search: Search) -> Iterator[Clue]:
    """A name in the running head or foot, the title of the document aside."""
    seen: set[str] = set()
    for block in search.furniture:
        for named in search.find_known(search.reading.text, block.start, block.end):
            if named.value not in seen and named.form in (NAME, ACRONYM):
                seen.add(named.value)
                yield Clue(named, "enacting_body.furniture", weigh_head(search, block, named))
        for named in find_foot_names(search, block):
            if named.value not in seen:
                seen.add(named.value)
                yield Clue(named, "enacting_body.furniture", 0.45)


def find_foot_names(search: Search, block: Block) -> Iterator[Named]:
    """A part of a running foot that is a name by its form: "Harbour Council – Rules – 3"."""
    at = block.start
    for part in HEAD_PARTS.split(search.reading.text_of(block)):
        start = search.reading.text.index(part, at, block.end)
        at = start + len(part)
        for named in search.grammar.find(search.reading.text, start, at, search.reading.language):
            whole = named.end - named.start == len(part.strip())
            if whole and part.casefold().strip() not in search.title:
                yield named


def weigh_head(search: Search, block: Block, named: Named) -> float:
    """A name that is a part of its own in a running head is the issuer's; in the title it tells little."""
    parts = HEAD_PARTS.split(search.reading.text_of(block))
    printed = search.reading.text[named.start : named.end]
    if len(parts) > 1 and printed in parts and printed.casefold() not in search.title:
        return 0.75
    return 0.3 if stands_in_title(search, block) else 0.5


def stands_in_title(search: Search, block: Block) -> bool:
    """Whether a running head repeats the title."""
    words = re.sub(r"\W+", " ", search.reading.text_of(block)).casefold().strip()
    return bool(search.title) and (words in search.title or search.title in words)


def find_frequency_clues(search: Search, clues: Iterable[Clue]) -> Iterator[Clue]:
    """The body that the whole text names most: a document speaks of its issuer."""
    found = {
        clue.named.value: clue.named
        for clue in clues
        if clue.named.form in (NAME, ACRONYM) and not clue.metadata and not PORTAL.search(clue.named.value)
    }
    counts = {value: sum(1 for _ in find_forms(search.reading.text, named)) for value, named in found.items()}
    total = sum(counts.values())
    for value, count in counts.items():
        if count >= OFTEN and count >= MUCH * total:
            yield Clue(found[value], "enacting_body.frequency", 0.3 if count >= MOST * total else 0.2)
            if count_owned(search, found[value]) >= OWNED:
                yield Clue(found[value], "enacting_body.owned", 0.25)
            if administers(search, found[value]):
                yield Clue(found[value], "enacting_body.administers", 0.3)


def count_owned(search: Search, named: Named) -> int:
    """How often the name stands before a kind of text: "ICO guidance", "the ICO's guide"."""
    kind_next, text = read_phrases(search.reading.vocabulary).kind_next, search.reading.text
    return sum(bool(kind_next.match(text[end : end + BEHIND])) for end in find_forms(text, named))


def administers(search: Search, named: Named) -> bool:
    """Whether the text says that a body looks after it: "Roles and responsibilities of the Treasury"."""
    pattern, text = read_phrases(search.reading.vocabulary).administers, search.reading.text
    starts = (end - len(named.value) for end in find_forms(text, named))
    return any(pattern.search(text[max(0, start - BEFORE) : start]) for start in starts)


def find_definite_clues(search: Search, clues: Iterable[Clue]) -> Iterator[Clue]:
    """ "the University" again and again, in a text that names one university only."""
    text = search.reading.text
    heads: dict[str, dict[str, Named]] = {}
    for clue in clues:
        if clue.named.form in (NAME, "grammar") and not clue.metadata:
            match = DEFINITE.search(clue.named.value)
            if match:
                heads.setdefault(match.group(), {})[clue.named.value] = clue.named
    for head, names in heads.items():
        if len(names) == 1 and len(re.findall(rf"\b[Tt]he {head}(?! of\b| [A-Z])", text)) >= DEFINITE_TIMES:
            yield Clue(next(iter(names.values())), "enacting_body.definite", 0.35)


def find_forms(text: str, named: Named) -> Iterator[int]:
    """Where each printed form of a body ends; plain search, many times faster here than a pattern."""
    body = named.body
    forms = {body.name, *body.names.values(), *body.aliases, *body.acronyms} if body else {named.value}
    for form in sorted({variant for name in forms for variant in (name, name.replace("'", "’"))}):
        at = text.find(form)
        while at >= 0:
            end = at + len(form)
            if not text[at - 1 : at].isalnum() and not text[end : end + 1].isalnum():
                yield end
            at = text.find(form, end)


def body_of_domain(search: Search, address: str) -> Body | None:
    """The body that owns an address; the longest domain wins: "gov.uk/cma" before "gov.uk"."""
    address = address.casefold().removeprefix("www.").rstrip("/.")
    host, _, path = address.partition("/")
    labels = host.split(".")
    hosts = [".".join(labels[start:]) for start in range(len(labels) - 1)]
    first = path.partition("/")[0]
    for candidate in hosts:
        for key in (f"{candidate}/{first}", candidate):
            if key in search.domains:
                return search.domains[key]
    return None


def name_body(search: Search, body: Body, span: tuple[int, int]) -> Named:
    """A body known by something else than its name, at the place that tells it."""
    return Named(official_name(body, search.reading.language), *span, "trace", body)
