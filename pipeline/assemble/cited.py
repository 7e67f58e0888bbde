"""The instruments that a document cites: mentions settled into ids, countries and kinds."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from pipeline.assemble.reading import Reading
from pipeline.records import Block, Entry, Mention
from pipeline.vocabulary import Vocabulary

COUNTRY = re.compile(r"[A-Z]{2}")
IGNORED_ZONES = frozenset({"furniture", "contents"})
# Where statutes are cited by the same form, the country of the document decides among them.
FAMILIES = {
    usual: frozenset(members.split())
    for usual, members in (
        ("GB", "GB AU NZ IE SG HK IN MY KE NG ZA CA GH LK PK BD MT CY JM TT UG ZM"),
        ("US", "US PH KR JP"),
        ("CO", "CO VE BO EC PE AR CL MX UY PY CR PA GT SV HN NI DO CU"),
        ("ES", "ES"),
        ("DE", "DE AT CH LI"),
        ("NL", "NL BE SR"),
        ("PT", "PT BR AO MZ CV"),
        ("HK", "HK SG KE UG MT"),
    )
}
# A reference to literature: authors and year, quoted title, journal, identifier.
LITERATURE = re.compile(
    r"\(\d{4}[a-z]?\)[.,:]|[“\"][^“”\"]{20,}[”\"]|\bet al\b|\bdoi\b|arXiv|\bJournal\b|\bpp?\. ?\d|\bVol\. ?\d"
)
SEPARATOR = re.compile(r"[.;:,“”\"()\[\]\n]")
# "12 Doe, J. and Roe, R., …", "Doe et al."
AUTHOR = re.compile(r"^\W*\d*\W*[A-Z][\w'’-]+,? (?:[A-Z]\.[ -]?)+[,& (]|\bet al\b")
# "REGULATION (EU) No 223/2014" at the head of the act itself.
CAPITAL_KIND = re.compile(r"(?:[A-Z]+ )*[A-Z]{7,}")
HEAD = 1500  # the title of a law document stands within its first characters
MAX_EXTRA_WORDS = 3
YEAR_BEHIND = re.compile(r"(?:,? (?:of |de |/)?|/)(?:18|19|20)\d\d$")


@dataclass(slots=True)
class CitedInstrument:
    """An instrument with the mentions that count and those that do not."""

    value: str
    kind: str = "binding"
    mentions: list[Mention] = field(default_factory=list)
    uncounted: list[Mention] = field(default_factory=list)


def read_cited(reading: Reading, entry: Entry) -> list[CitedInstrument]:
    """The instruments cited in a document, in order of the first mention."""
    mentions = reading.mentions.get("citations", [])
    country = country_of(reading, entry, mentions)
    ids = {
        mention.value: settle_value(mention.value, country, reading.document.language, reading.vocabulary)
        for mention in mentions
    }
    ids = merge_short_names(ids)
    cited: dict[str, CitedInstrument] = {}
    for mention in sorted(mentions, key=lambda item: item.start):
        value = ids[mention.value]
        if value is None:
            continue
        value = successor_of(value, mention, mentions, entry, reading.vocabulary)
        if is_too_early(value, mention, entry, reading.vocabulary):
            continue
        item = cited.setdefault(value, CitedInstrument(value))
        (item.mentions if counts(reading, entry, mention) else item.uncounted).append(mention)
    for item in cited.values():
        item.kind = kind_of(item)
    return [item for item in cited.values() if not is_itself(reading, entry, item)]


def is_too_early(value: str, mention: Mention, entry: Entry, vocabulary: Vocabulary) -> bool:
    """Whether a name was that of a project only when the document was written."""
    known = vocabulary.instruments.get(value)
    if known is None or known.since is None or known.replaces:
        return False
    if not mention.rule.startswith(("name", "defined")):
        return False
    return entry.date is not None and entry.date < known.since


def is_itself(reading: Reading, entry: Entry, item: CitedInstrument) -> bool:
    """Whether a law only prints its own number: "DIRECTIVE (EU) 2016/680 OF", "(89/105/EEC)" alone."""
    if entry.is_soft_law or not item.mentions or not item.mentions[0].rule.startswith("eu_act"):
        return False
    first = item.mentions[0]
    line = reading.text[reading.text.rfind("\n", 0, first.start) + 1 : first.end + 1]
    alone = line == f"({reading.text[first.start : first.end]})"
    capital = CAPITAL_KIND.match(reading.text, first.start, first.end)
    return first.start < HEAD and (alone or capital is not None)


def country_of(reading: Reading, entry: Entry, mentions: Iterable[Mention]) -> str | None:
    """The country of the document: its scope, its issuer's, else the one of the laws that it cites."""
    for scope in entry.territorial_scope:
        if COUNTRY.fullmatch(scope.partition("-")[0].removeprefix("subnational:")):
            return scope.partition("-")[0].removeprefix("subnational:")
    for body in entry.enacting_body[:1]:
        found = next((item for item in reading.vocabulary.bodies.values() if item.name == body), None)
        if found and found.country:
            return found.country
    laws = {item.value.partition(":")[0].removeprefix("?") for item in mentions}
    countries = [value for value in laws if COUNTRY.fullmatch(value)]
    return countries[0] if len(countries) == 1 else None


def settle_value(value: str, country: str | None, language: str | None, vocabulary: Vocabulary) -> str | None:
    """The id of a law whose country the text left open: "?GB:Harbours Act 1964" -> "GB:…"."""
    if not value.startswith("?"):
        return value
    usual, _, name = value[1:].partition(":")
    shared = [item for item in vocabulary.instruments.values() if bears(item.aliases, item.name, name)]
    known = [item.id for item in shared if item.country]
    own = next((item for item in known if item.startswith(f"{country}:")), None)
    if known and (own or not is_translated(name, country, language)):
        return own or known[0]
    chosen = choose_country(usual, country)
    return f"{chosen}:{name}" if chosen else None


def is_translated(name: str, country: str | None, language: str | None) -> bool:
    """Whether an English name is of a law in another language: "Data Protection Act" in a Finnish text.

    A year tells the law itself, as "Data Protection Act 2018" does.
    """
    english = country is None or country == "US" or country in FAMILIES["GB"]
    return language == "en" and not english and not YEAR_BEHIND.search(name)


def bears(aliases: Iterable[str], name: str, printed: str) -> bool:
    """Whether an instrument bears the printed name."""
    return printed.casefold() in {item.casefold() for item in (name, *aliases)}


def choose_country(usual: str, country: str | None) -> str | None:
    """The document's country, unless the form is usual elsewhere: "Act of 1974" in a British text."""
    if not usual or country is None:
        return country or usual or None
    families = [members for members in FAMILIES.values() if country in members]
    if country in FAMILIES.get(usual, ()) or not families:
        return country
    return usual


def merge_short_names(ids: dict[str, str | None]) -> dict[str, str | None]:
    """A name without its year is the one that the document names with it: "Ley 1341" of 2009."""
    full = {
        YEAR_BEHIND.sub("", value): value for value in ids.values() if value and YEAR_BEHIND.search(value)
    }
    return {printed: full.get(value, value) if value else None for printed, value in ids.items()}


def successor_of(
    value: str, mention: Mention, mentions: Iterable[Mention], entry: Entry, vocabulary: Vocabulary
) -> str:
    """The act that bears the same name when the document is written, unless it cites the old number."""
    if not mention.rule.startswith("name") or entry.date is None:
        return value
    numbered = any(item.value == value and item.rule.startswith("eu_act") for item in mentions)
    for item in vocabulary.instruments.values():
        if item.replaces == value and item.since and entry.date >= item.since and not numbered:
            return item.id
    return value


def counts(reading: Reading, entry: Entry, mention: Mention) -> bool:
    """Whether a mention is a reference to the law itself and not part of a title or of furniture.

    A document that is law itself stands to the acts in the titles of others as it does to those.
    """
    block = reading.document.block_at(mention.start)
    context = set(mention.context) - (set() if entry.is_soft_law else {"title_of_act"})
    if context or (block and block.zone in IGNORED_ZONES):
        return False
    if block is None or mention.rule.startswith("eu_act"):
        return True
    return not is_title_of_work(reading, block, mention)


def is_title_of_work(reading: Reading, block: Block, mention: Mention) -> bool:
    """Whether a name stands inside the title of a cited work: "Doe, J. (2020). AI under the GDPR"."""
    if not (block.zone == "references" and LITERATURE.search(reading.text_of(block))) and not (
        block.zone == "footnote" and is_literature(reading, block, mention)
    ):
        return False
    before = SEPARATOR.split(reading.text[block.start : mention.start])[-1]
    behind = SEPARATOR.split(reading.text[mention.end : block.end])[0]
    return len(before.split()) + len(behind.split()) > MAX_EXTRA_WORDS


def is_literature(reading: Reading, block: Block, mention: Mention) -> bool:
    """Whether a footnote names an author, or the mention stands inside a quoted title."""
    before = reading.text[block.start : mention.start]
    quoted = sum(map(before.count, "“«„")) > sum(map(before.count, "”»"))
    return quoted or AUTHOR.search(reading.text_of(block)) is not None


def kind_of(item: CitedInstrument) -> str:
    """`binding` where the act is cited by number or more often as law than as a proposal."""
    kinds = [dict(mention.data).get("kind", "binding") for mention in item.mentions]
    if any(mention.rule.startswith("eu_act") for mention in item.mentions):
        return "binding"
    return "proposal" if kinds.count("proposal") * 2 >= max(len(kinds), 1) else "binding"
