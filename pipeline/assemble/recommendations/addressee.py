"""Whom an item addresses: its subject, the stem, the heading above, the default of the document."""

from __future__ import annotations

import re
from collections import Counter

from pipeline.assemble.recommendations.actions import ACTION_RULE
from pipeline.assemble.recommendations.items import Item, Scan
from pipeline.assemble.recommendations.plans import PLAN_RULE, is_plan_stem, is_planned
from pipeline.assemble.recommendations.subjects import (
    FILE,
    HEAD_WORDS,
    SELF,
    count_names,
    count_words,
    find_words,
    list_subjects,
    pattern_of,
    subject_of,
    subjects,
)
from pipeline.records import Entry

# The addressee of the whole document has this share of the subjects of its norms, or of all namings.
SUBJECT_SHARE = 0.5
NAMED_SHARE = 0.3
FEWEST_SUBJECTS = 3
# … or is named so many times as often as the next.
AHEAD = 2
# A word for any body, whose addressee the document tells.
ORGANISATIONS = "organisations"
# Those who sign a text, whoever they are.
SIGNATORIES = "signatories"
# Those who belong to the issuer.
MEMBERS = "members"
# Many a text speaks about citizens and users that does not speak to them.
SPOKEN_ABOUT = "citizens_and_end_users"
# Those who may sign a code of conduct or a pledge.
SIGNING = ("developers", "deployers", "companies", "financial_institutions", "public_authorities")
SECTORS = (
    "financial_institutions",
    "public_authorities",
    "educators_and_students",
    "controllers_and_processors",
)
# Whom a text speaks to that is devoted to one sector.
SECTOR_AREAS = {
    "finance": "financial_institutions",
    "public_administration": "public_authorities",
    "education": "educators_and_students",
    "science_and_research": "researchers_and_academia",
    "data_protection": "controllers_and_processors",
}
# Characters of a cover that are read.
COVER = 1500
# What an issuer that speaks of itself is as an addressee.
ISSUERS = {
    "standards_body": "standards_bodies",
    "company": "companies",
    "court_or_judicial_body": "courts_and_judiciary",
    "international_body": "international_organisations",
}
# A heading of more words is a sentence.
HEADING_WORDS = 6
# A text says early for whom it is.
AUDIENCE_BLOCKS = 60
AUDIENCE_WORDS = 8
POLICYMAKERS = "legislators_and_policymakers"
GERUND = re.compile(r"\b\w{3,}ing\b", re.IGNORECASE)


def find_addressees(scan: Scan, items: list[Item], entry: Entry) -> list[str | None]:
    """One addressee for each item."""
    default = find_default(scan, entry)
    meant = {
        SELF: who_speaks(scan, entry),
        ORGANISATIONS: who_organisations_are(scan, entry),
        SIGNATORIES: who_signs(scan, entry),
        MEMBERS: who_members_are(scan, entry, default),
    }
    named = [name_addressee(scan, item) or default for item in items]
    return [meant.get(name, name) if name else None for name in named]


def who_speaks(scan: Scan, entry: Entry) -> str | None:
    """What the issuer is as an addressee; states speak in declarations, a government in its strategy."""
    states = entry.document_type == "declaration" and entry.body_nature in (None, "international_body")
    if states and count_names(scan)["governments"] >= FEWEST_SUBJECTS:
        return "governments"
    if entry.document_type == "strategy" and entry.body_nature == "public_authority":
        return "governments"
    return ISSUERS.get(entry.body_nature or "")


def who_signs(scan: Scan, entry: Entry) -> str | None:
    """Whom "signatories" means: those most named of the addressees who may sign."""
    counts = count_names(scan)
    named = [name for name in SIGNING if name in entry.addressees and counts[name]]
    return max(named, key=lambda name: counts[name]) if named else None


def who_members_are(scan: Scan, entry: Entry, default: str | None) -> str | None:
    """Whom "members" means: states, or the professionals of a society, else those for whom the text is."""
    if entry.body_nature == "international_body":
        return "governments"
    association = entry.body_nature in (None, "professional_or_industry_association")
    if default in (None, MEMBERS) or (association and "professionals" in entry.addressees):
        return "professionals"
    return default


def who_organisations_are(scan: Scan, entry: Entry) -> str:
    """Whom "organisations" means: the sector of the document, else its developers or deployers."""
    counts = count_names(scan)
    devoted = SECTOR_AREAS.get(entry.project_area[0]) if len(entry.project_area) == 1 else None
    if devoted in entry.addressees and counts[devoted] >= FEWEST_SUBJECTS:
        return devoted
    on_cover = set(find_words(scan, front_of(scan, entry)))
    covered = [name for name in SECTORS if name in entry.addressees and name in on_cover]
    if len(covered) == 1:
        return covered[0]
    sector = max(SECTORS, key=lambda name: counts[name])
    most = max(counts["developers"], counts["deployers"], FEWEST_SUBJECTS - 1)
    if sector in entry.addressees and counts[sector] > most:
        return sector
    develop = count_words(scan, "organisations_develop")
    return "developers" if develop > count_words(scan, "organisations_deploy") else "deployers"


def front_of(scan: Scan, entry: Entry) -> str:
    """What stands on the cover, with the names of the issuers: "To all harbour banks"."""
    blocks = scan.reading.blocks
    cover = [scan.reading.text_of(block) for block in blocks if block.zone in ("title", "front")]
    return " ".join([*entry.enacting_body, *cover])[:COVER]


def name_addressee(scan: Scan, item: Item) -> str | None:
    """The addressee that the item, its stem or the headings above it name."""
    subject = subject_of(scan, item.start, item.end)
    if not subject and item.stem:
        subject = subject_of(scan, *item.stem) or last_word(scan, *item.stem)
    named = item.rule == ACTION_RULE and item.force == "commitment"
    planned = named or item.rule == PLAN_RULE or is_planned(scan, item)
    if not subject and (planned or (item.stem and is_plan_stem(scan, *item.stem))):
        return SELF
    return subject or heading_addressee(scan, item.start)


def last_word(scan: Scan, start: int, end: int) -> str | None:
    """The last addressee that a stem names."""
    found = find_words(scan, scan.reading.text[start:end])
    return found[-1] if found else None


def heading_addressee(scan: Scan, offset: int) -> str | None:
    """The addressee of a section: "Governments", "Advice for teachers", "Providers of lamps"."""
    for block in reversed(scan.above(scan.reading.index_at(offset))):
        words = " ".join(scan.reading.body_of(block).split()).strip(" :.")
        for match in pattern_of(scan).finditer(words):
            if is_named(scan, words, match):
                return subjects(scan)[match.group().lower()]
        topic = find_topic(scan, words)
        if topic:
            return topic
    return None


def is_named(scan: Scan, words: str, match: re.Match[str]) -> bool:
    """Whether a heading names those to whom its section speaks, not what it is about."""
    before, after = words[: match.start()].strip(), words[match.end() :].strip()
    if not after and (not before or scan.phrases.found("heading_for", before)):
        return True
    if after and not before:
        return len(words.split()) <= HEADING_WORDS and bool(scan.phrases.opens("heading_for", after))
    described = not after and len(before.split()) <= HEAD_WORDS and not GERUND.search(before)
    return described and not scan.phrases.found("clause", before) and "," not in before


def find_topic(scan: Scan, words: str) -> str | None:
    """The addressee that the subject of a section implies: "Towards a policy framework"."""
    topics = scan.reading.vocabulary.phrase_lists[FILE]["heading_topics"].get(scan.reading.language, ())
    folded = f" {words.casefold()} "
    return POLICYMAKERS if any(f" {topic} " in folded for topic in topics) else None


def find_default(scan: Scan, entry: Entry) -> str | None:
    """The addressee of most norms, else the one most named, else the only one of the entry."""
    counted, names = Counter(list_subjects(scan)), count_names(scan)
    if set(entry.addressees) - {SPOKEN_ABOUT}:
        del counted[SPOKEN_ABOUT], names[SPOKEN_ABOUT]
    best = find_audience(scan) or most_common(counted) or most_named(names, entry)
    return best or (entry.addressees[0] if len(entry.addressees) == 1 else None)


def find_audience(scan: Scan) -> str | None:
    """For whom the text says that it is written: "This guide is intended for harbour masters."."""
    text = scan.reading.text
    for index, block in enumerate(scan.reading.blocks[:AUDIENCE_BLOCKS]):
        for start, end in scan.reading.sentences(block) if scan.is_body(index) else ():
            found = scan.phrases.found("audience", text[start:end])
            if found and scan.phrases.opens("own_text", text[start:end]):
                near = text[start + found.end() : end].split()[:AUDIENCE_WORDS]
                names = find_words(scan, " ".join(near))
                if names:
                    return names[0]
    return None


def most_common(counts: Counter[str]) -> str | None:
    """The subject of most norms, or the one far ahead of the next."""
    if not counts:
        return None
    (best, count), *others = counts.most_common(2)
    ahead = not others or count >= AHEAD * others[0][1]
    often = count >= SUBJECT_SHARE * counts.total()
    return best if count >= FEWEST_SUBJECTS and (often or ahead) else None


def most_named(counts: Counter[str], entry: Entry) -> str | None:
    """The addressee named most; a text may name more often those it speaks about: users, the state."""
    least = max(FEWEST_SUBJECTS, NAMED_SHARE * counts.total())
    listed = {*entry.addressees, ORGANISATIONS} if entry.addressees else set(counts)
    named = [(count, name) for name, count in counts.items() if name in listed and count >= least]
    return max(named)[1] if named else None
