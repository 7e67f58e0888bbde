"""What the issuer plans or recommends in the third person: "The Commission will …", "The Board advises …"."""

from __future__ import annotations

import re

from pipeline.assemble.recommendations.items import BINDING, Item, Phrases, Scan
from pipeline.records import Entry
from pipeline.vocabulary import Vocabulary
from pipeline.vocabulary.choice import choose_from

# Behind a future that ends a stem, at most this many words: "The Commission will continue to:".
STEM_WORDS = 3
# … and so many where the colon is lost: "will continue to".
BARE_WORDS = 2
# "The Board will work with the harbours to:".
TO_DO = re.compile(r"\sto$")
PLAN_RULE = "recommendations.plan"
ADVICE_RULE = "recommendations.advice"
# Texts that plan what is to be done.
PLANS = frozenset({"strategy"})
# From this share of items that order something on, a plan advises those who are to carry it out.
ADVICE_SHARE = 0.25
# The government of a country speaks in the texts of all its departments.
STATE = "public_authority"
WORD = re.compile(r"[\w'’-]+")


def compile_issuers(phrases: Phrases, vocabulary: Vocabulary, entry: Entry) -> re.Pattern[str]:
    """The names by which a document may speak of its own issuer or of those who sign it."""
    names = own_names(vocabulary, entry)
    general = [words for words in phrases.listed("issuer") if is_own(words, names, entry)]
    general += phrases.listed("state") if entry.body_nature == STATE else ()
    found = {*general, *phrases.listed("signatory"), *(name.casefold() for name in names)}
    return re.compile(rf"(?<!\w){choose_from(map(re.escape, sorted(found)))}(?!\w)", re.IGNORECASE)


def own_names(vocabulary: Vocabulary, entry: Entry) -> list[str]:
    """Every name and acronym of the bodies that issue the document."""
    names = list(entry.enacting_body)
    # "The Harbour Board of Arcadia" calls itself the Harbour Board.
    shorter = (name.partition(" of ")[0] for name in entry.enacting_body)
    names += [name for name in shorter if " " in name]
    for body in vocabulary.bodies.values():
        if body.name in entry.enacting_body:
            names += [*body.names.values(), *body.aliases, *body.acronyms, *body.short]
    return names


def is_own(words: str, names: list[str], entry: Entry) -> bool:
    """Whether "the agency" may be the issuer: one of its names holds the word, or it is not known."""
    head = words.rsplit("'", 1)[-1].rsplit(maxsplit=1)[-1]
    return not entry.enacting_body or any(head in name.casefold() for name in names)


def is_plan(scan: Scan, start: int, end: int) -> bool:
    """What an issuer plans in the third person: "The Commission will set up a fund."."""
    return issuer_says(scan, start, end, "future")


def is_advice(scan: Scan, start: int, end: int) -> bool:
    """What an issuer recommends in the third person: "The Board encourages hosts to …"."""
    return issuer_says(scan, start, end, "advises")


def issuer_says(scan: Scan, start: int, end: int, group: str) -> bool:
    """Whether a verb of a group follows the name of the issuer in the main clause."""
    text = scan.reading.text
    for issuer in scan.issuers.finditer(text, start, end):
        if scan.phrases.opens(group, text[issuer.end() : end].lstrip(", ")):
            return not scan.phrases.found("clause", text[start : issuer.start()])
    return False


def is_planned(scan: Scan, item: Item) -> bool:
    """An item of a plan that orders nothing and names nobody's duty: "Measure 3: Grants for pilots."."""
    planned = scan.document_type in PLANS and scan.ordered < ADVICE_SHARE
    planned = planned and not scan.opens_with_order(item.start, item.end)
    return planned and not any(norm.value in BINDING for norm in scan.norms_in(item.start, item.end))


def is_plan_stem(scan: Scan, start: int, end: int) -> bool:
    """A stem of plans, whoever makes them: "In 2030, the two ministries will continue to:"."""
    text = scan.reading.text[start:end]
    closed = text.rstrip().endswith((":", "…", "..."))
    text = text.rstrip(" :….")
    futures = list(scan.phrases.pattern("future").finditer(text))
    tail = WORD.findall(text[futures[-1].end() :]) if futures else []
    own = closed and TO_DO.search(text) and is_plan(scan, start, end)
    if not futures or (len(tail) > (STEM_WORDS if closed else BARE_WORDS) and not own):
        return False
    before = " ".join(WORD.findall(text[: futures[-1].start()])[-1:])
    spoken_of = scan.phrases.opens("own_text", text) or scan.phrases.found("clause", before)
    return not spoken_of and not scan.phrases.found("habitual", text[futures[-1].start() :])
