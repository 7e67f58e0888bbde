"""National laws named in English by grammar: "Equality Act 2010", "Privacy Act of 1974".

The anchor is the last word of the name ("Act", "Ordinance", "Bill"); the name is read backwards
from it, word by word, as long as the words are capitalised or join capitalised words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.annotate.citations.countries import CountryGrammar
from pipeline.annotate.citations.model import NO_COUNTRY, Citation, Phrases

ANCHOR = re.compile(
    r"(?P<noun>Act|Ordinance|Bill(?!\s[A-Z][a-z])|Regulations?|Order|Rules)\b"
    r"(?:,?\s(?P<publisher>(?:HM|UK) (?:Government|Parliament), )?\(?(?P<of>of )?(?P<year>(?:18|19"
    r"|20)\d\d)\b)?(?!\w)"
)
# What stands before an anchor: a look behind it from the start would have to be made at every sign.
WORD_BEFORE = re.compile(r"[\w)’']\s")
LAW_ON = re.compile(
    r"\b(?P<name>(?:Basic |Framework |Federal |General |National )?(?:Act|Law) (?:on|for|concerning|to"
    r"|against) (?:the )?"
    r"[A-Z][\w’'-]+(?:,? (?:(?:of|and|on|for|in|to|the|by|from|with|against) ){0,2}[A-Z][\w’'-]+)*)"
    r"(?:,? (?:of )?(?P<year>(?:19|20)\d\d))?"
)
# "Law No. 13 of 2016", "Federal Law No. 152-FZ", "Decree 13/2023/ND-CP", "Royal Decree M/19"
LAW_NUMBER = re.compile(
    r"\b(?P<name>(?:(?:Federal|Organic|Royal|Presidential|Supreme|Legislative|Government) )?"
    r"(?:Decree-)?(?:Law|Decree) (?:(?:No\.?|N°|Nr\.?|no\.) ?\d[\d.]*(?:[/-][\dA-ZĐ-]+)*"
    r"|\d+/(?:19|20)\d\d(?:/[A-ZĐ-]+)?|[A-Z]/\d+)(?: of (?:19|20)\d\d)?)"
)
IN_NAME = re.compile(r"[A-ZÀ-Þ(]|\d+(?:st|nd|rd|th)$")
LABEL = re.compile(r"[IVX]+(?:\(\w+\))*|\(.*\)")
# "Act on AI risks" is an imperative and "AI Act for AI systems" no name.
ARTICLE_BEFORE = re.compile(r"(?:\b[Tt]he|\b[Aa]n?|[’']s|[“‘\"(])\s?$")
# "the Companies Act" has one word only.
THE_BEFORE = re.compile(r"(?:\b[Tt]he|[’']s)\s$")
WINDOW = 130
TOKEN = re.compile(r"\([^()]{1,40}\)|\S+")
JOINING = frozenset(["of", "and", "for", "on", "in", "to", "from", "by", "with", "&", "etc."])
ENDS = frozenset(
    ["Act", "Acts", "Law", "Regulation", "Regulations", "Order", "Ordinance", "Directive", "Bill", "Code"]
)
UNION = frozenset(["EU", "EU's", "European", "Union's", "Commission's", "EEA"])
SENTENCE_END = (".", ";", ":", "?", "!", "”", '"', "•", "–", "—")
# "Product Security (“PSTI”) Act"
ACRONYM_INSIDE = re.compile(r"\s\([“\"'‘][A-Z]{2,8}[”\"'’]\)(?=\s)")
# Countries whose statutes read "Act 2010"; those with "Act of 1974" are few.
YEAR_BEHIND, OF_YEAR = "GB", "US"
NEEDS_YEAR = frozenset({"Regulations", "Order", "Rules"})


@dataclass(slots=True, frozen=True)
class EnglishGrammar:
    """The words of phrases/citations.toml that the grammar needs."""

    lead_in: frozenset[str]
    no_law: frozenset[str]
    countries: CountryGrammar


def build_english_grammar(phrases: Phrases, countries: CountryGrammar) -> EnglishGrammar:
    """Take the words from the phrases."""
    return EnglishGrammar(
        lead_in=frozenset(word.lower() for word in phrases["lead_in"]),
        no_law=frozenset(phrases["no_law"]),
        countries=countries,
    )


def find_english_laws(text: str, grammar: EnglishGrammar) -> Iterator[Citation]:
    """National laws by their English names, in order of the rules."""
    for match in ANCHOR.finditer(text):
        if WORD_BEFORE.match(text, max(match.start() - 2, 0), match.start()):
            citation = read_name(text, match, grammar)
            if citation is not None:
                yield citation
    for match in LAW_ON.finditer(text):
        citation = read_law_on(text, match, grammar)
        if citation is not None:
            yield citation
    for match in LAW_NUMBER.finditer(text):
        before = grammar.countries.before(text, match.start())
        country = grammar.countries.after(text, match.end()) or (before[0] if before else NO_COUNTRY)
        value = f"{country}:{squeeze(match.group())}"
        yield Citation(value, match.start(), match.end(), "national:law_number")


def read_law_on(text: str, match: re.Match[str], grammar: EnglishGrammar) -> Citation | None:
    """A law with its subject behind the word: "Japan's Act on Promotion", "the Law on Archives of Kosovo"."""
    before = grammar.countries.before(text, match.start())
    if not before and not ARTICLE_BEFORE.search(text, max(0, match.start() - 8), match.start()):
        return None
    behind = grammar.countries.behind.search(text, match.start("name"), match.end())
    end, country = match.end(), before[0] if before else NO_COUNTRY
    if behind and behind.end() == end:
        end = behind.start()
        country = before[0] if before else grammar.countries.after(text, end)
    return Citation(f"{country}:{squeeze(text[match.start() : end])}", match.start(), end, "national:act_on")


def read_name(text: str, match: re.Match[str], grammar: EnglishGrammar) -> Citation | None:
    """The law that ends at an anchor: "the Consumer Rights Act 2015"."""
    offset = max(0, match.start() - WINDOW)
    window = text[offset : match.start()].rpartition("\n\n")[2]
    offset = match.start() - len(window)
    tokens = [(token.group(), token.start() + offset) for token in TOKEN.finditer(window)]
    kept, country = walk_back(tokens, grammar)
    kept = trim(kept, grammar)
    country = country or grammar.countries.after(text, match.end())
    if match["noun"] == "Regulation" and not match["publisher"]:
        return None
    if country == "EU" or not kept:
        return None
    start = kept[0][1]
    named = (
        bool(match["year"])
        or match["noun"] == "Ordinance"
        or THE_BEFORE.search(text, max(0, start - 5), start)
    )
    if not is_name(kept, match["noun"], match["year"], 1 if named else 2):
        return None
    if squeeze(text[start : match.end("noun")]) in grammar.no_law:
        return None
    usual = OF_YEAR if match["of"] else YEAR_BEHIND if match["year"] else ""
    name = text[start : match.end("noun")] + (
        (" of " if match["of"] else " ") + match["year"] if match["year"] else ""
    )
    value = f"{country or NO_COUNTRY + usual}:{squeeze(name)}"
    return Citation(
        value, start, match.end(), "national:act", "proposal" if match["noun"] == "Bill" else "binding"
    )


def walk_back(tokens: list[tuple[str, int]], grammar: EnglishGrammar) -> tuple[list[tuple[str, int]], str]:
    """The words of the name, from the last backwards, and the country that stands before it."""
    kept: list[tuple[str, int]] = []
    joined = False
    for place in reversed(range(len(tokens))):
        token, start = tokens[place]
        word = token.rstrip(",")
        if kept and (country := country_of_words(tokens[: place + 1], grammar)):
            return kept, country
        if word.startswith("(") and not word.endswith(")"):
            kept.insert(0, (word[1:], start + 1))
            break
        if word in ENDS or (token != word and not joined) or is_end(word):
            break
        if word not in JOINING and not IN_NAME.match(word):
            break
        if word == "and" and is_list_of_laws(tokens, start):
            break
        joined = joined or word in ("and", "&")
        kept.insert(0, (word, start))
    return kept, ""


def is_end(word: str) -> bool:
    """Whether a sentence or item ends with the word; initials ("S.") and "etc." do not."""
    return word.endswith(SENTENCE_END) and not re.fullmatch(r"(?:[A-Z]\.)+|etc\.|Jr\.|St\.", word)


def is_list_of_laws(tokens: list[tuple[str, int]], start: int) -> bool:
    """Whether a law or acronym ends before this "and": "the GDPR and the Equality Act"."""
    before = [token for token, offset in tokens if offset < start]
    return bool(before) and (before[-1].isupper() or before[-1].isdigit() or before[-1].endswith(")"))


def trim(kept: list[tuple[str, int]], grammar: EnglishGrammar) -> list[tuple[str, int]]:
    """Drop what stands before the name itself: "Under the", "Section III of"."""
    while kept and (kept[0][0].lower() in grammar.lead_in or LABEL.fullmatch(kept[0][0])):
        kept = kept[1:]
    return kept


def is_name(kept: list[tuple[str, int]], noun: str, year: str | None, least: int) -> bool:
    """Whether enough capitalised words stand before the last one, and a year where the noun needs it."""
    capitals = [word for word, _ in kept if word[0].isupper() or word[0] == "("]
    if noun in NEEDS_YEAR and not year:
        return False
    return len(capitals) >= least and not (least == len(capitals) == 1 and not year and capitals[0].isupper())


def country_of_words(tokens: list[tuple[str, int]], grammar: EnglishGrammar) -> str:
    """The country or the Union that the last words name, else nothing: "Bank of India" is no country."""
    words = [token.rstrip(",").replace("’", "'") for token, _ in tokens[-3:]]
    if words[-1] in UNION:
        return "EU"
    for count in (2, 1):
        code = grammar.countries.code_of(words[-count:])
        possessive = words[-1].endswith("'s")
        if code and (possessive or words[:-count][-1:] not in (["of"], ["for"])):
            return code
    return ""


def squeeze(text: str) -> str:
    """A name on one line, with straight apostrophes, without an acronym set inside it."""
    return " ".join(ACRONYM_INSIDE.sub("", text).replace("’", "'").split())
