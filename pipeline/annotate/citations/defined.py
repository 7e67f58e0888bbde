"""Short names that a text defines for an instrument, and the places where it uses them.

"Regulation (EU) 2024/1689 … (the 'AI Act')" makes every later "AI Act" a citation of it, and
"(hereinafter 'the Directive')" every later "the Directive".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.annotate.citations.model import Citation, Phrases, alternation
from pipeline.vocabulary.choice import choose_from

REACH = 400  # a title may stand between the number and the short name
CLOSE = 3
OPEN_QUOTE, CLOSE_QUOTE = "“„\"‘‚'«‹", "”“\"’'»›"
# The bodies that adopt acts bring their own short names: "the European Parliament ('EP')".
BODY_BEFORE = re.compile(
    r"(?:Parliament|Council|Commission|Board|Authority|Agency|Office|Supervisor|Court|Bank|Union|Group"
    r"|Committee)\s?$"
)
ACRONYM = re.compile(r"[A-ZÄÖÜ][\w-]*[A-Z0-9][\w+-]*(?:\s(?:[IVX]+|\d))?")
# A name set in brackets behind the title of its act: "(Schengen Borders Code)".
TITLED_NAME = re.compile(
    r"(?:[A-Z][\w’'-]+ )(?:(?:of|on|and|the|for|[A-Z][\w’'-]+) ){0,5}"
    r"(?:Act|Code|Regulation|Directive|Decision)"
)
MAX_NAME = 60


@dataclass(slots=True, frozen=True)
class DefinitionGrammar:
    """The compiled forms of a definition."""

    bracket: re.Pattern[str]
    introduced: re.Pattern[str]
    quoted: re.Pattern[str]
    generic: frozenset[str]
    article: re.Pattern[str]


@dataclass(slots=True, frozen=True)
class Definition:
    """A short name, the instrument that it stands for and where the text defines it."""

    name: str
    value: str
    kind: str
    start: int
    end: int


def build_definition_grammar(phrases: Phrases) -> DefinitionGrammar:
    """Compile the grammar from the words of phrases/citations.toml."""
    hereinafter = alternation(phrases, "hereinafter")
    articles = {name.rpartition(" ")[0] for name in phrases["generic_name"]}
    article = choose_from(map(re.escape, articles))
    return DefinitionGrammar(
        bracket=re.compile(r"\(([^()\n]{2,120})\)"),
        introduced=re.compile(rf"^\W*{hereinafter}(?!\w)[\s:,]*", re.I),
        quoted=re.compile(
            rf"[{OPEN_QUOTE}]\s?([^{OPEN_QUOTE}{CLOSE_QUOTE}]{{2,{MAX_NAME}}}?)\s?[{CLOSE_QUOTE}]"
        ),
        generic=frozenset(name.lower() for name in phrases["generic_name"]),
        article=re.compile(rf"^{article}\s+", re.I),
    )


def find_definitions(
    text: str, citations: list[Citation], grammar: DefinitionGrammar
) -> Iterator[Definition]:
    """Short names defined behind a citation, before the next one begins."""
    for index, citation in enumerate(citations):
        following = citations[index + 1].start if index + 1 < len(citations) else len(text)
        stop = min(citation.end + REACH, max(following, citation.end + MAX_NAME))
        blank = text.find("\n\n", citation.end, stop)
        stop = blank if blank >= 0 else stop
        for match in grammar.bracket.finditer(text, citation.end, stop):
            if match.start() > following:
                break
            for name in read_names(text, citation, match, grammar):
                yield Definition(name, citation.value, citation.kind, match.start(), match.end())


def read_names(text: str, citation: Citation, match: re.Match[str], grammar: DefinitionGrammar) -> list[str]:
    """The names in a bracket: "(the 'AI Act' or 'AIA')", "(hereinafter the Convention)", "(GDPR)"."""
    inside = match[1]
    near = match.start() - citation.end <= CLOSE
    introduced = grammar.introduced.search(inside)
    if BODY_BEFORE.search(text, citation.end, match.start()):
        return []
    names = [name.strip(" ,.") for name in grammar.quoted.findall(inside)]
    if not names and introduced:
        names = [inside[introduced.end() :].strip(" ,.:")]
    elif not names and near and ACRONYM.fullmatch(inside.strip()):
        names = [inside.strip()]
    elif not names and citation.rule.startswith("eu_act") and TITLED_NAME.fullmatch(inside.strip()):
        return [inside.strip()]
    return [name for name in names if is_short_name(name, introduced is not None or near, grammar)]


def is_short_name(name: str, sure: bool, grammar: DefinitionGrammar) -> bool:
    """Whether a bracket holds a name; behind a long title it must look like one of a law."""
    if not 2 <= len(name) <= MAX_NAME or not re.search(r"[A-ZÄÖÜ]", name):
        return False
    if len(name.split()) == 1 and not any(character.isupper() for character in name):
        return False
    return sure or name.lower() in grammar.generic or name.lower().startswith(("the ", "la ", "die ", "le "))


def find_uses(text: str, definitions: list[Definition], grammar: DefinitionGrammar) -> Iterator[Citation]:
    """Every place where a defined name is used after its definition."""
    owners: dict[str, Definition] = {}
    for definition in definitions:
        owners.setdefault(bare(definition.name, grammar), definition)
    if not owners:
        return
    pattern = re.compile(rf"(?<![\w-]){choose_from(map(re.escape, owners))}(?!\w)")
    for match in pattern.finditer(text):
        definition = owners[match.group()]
        if definition.start <= match.start() and fits(text, match, definition, grammar):
            yield Citation(definition.value, match.start(), match.end(), "defined", definition.kind)


def bare(name: str, grammar: DefinitionGrammar) -> str:
    """A defined name without its article: "the AI Act" -> "AI Act"."""
    return grammar.article.sub("", name)


def fits(text: str, match: re.Match[str], definition: Definition, grammar: DefinitionGrammar) -> bool:
    """Whether "Directive" stands alone: "the Directive", not "Directive 95/46/EC"."""
    if definition.name.lower() not in grammar.generic:
        return True
    before = text[max(0, match.start() - 12) : match.start()].lower()
    article = definition.name[: len(definition.name) - len(match.group())].lower()
    behind = text[match.end() : match.end() + 4]
    return before.endswith(article) and not re.match(r"\s?\(|\s\d|\s?No|\s[A-Z]", behind)
