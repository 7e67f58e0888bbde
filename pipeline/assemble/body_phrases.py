"""The phrases around a body's name, compiled from phrases/bodies.toml."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.vocabulary import Vocabulary
from pipeline.vocabulary.choice import choose_from

FILE = "bodies"
ARTICLE = (
    r"(?:the |la |le |les |l['’]|der |die |das |den |dem |el |los |las |il |lo |gli |de |het |o |a |os |as )?"
)
# Words between the phrase and the name: "issued by the members of the …", "the UK …".
QUALIFIER = r"(?:members of the |all |its |our |(?:uk|us|eu)(?:['’]s)? |independent )?[«“\"(]?"
LINK = r"(?:(?:of|by|from|de|du|des|der|del|della|dell['’]|van|von|do|da|dos|di|dei)\s*)?"


@dataclass(slots=True, frozen=True)
class Phrases:
    """Patterns for the text before a name, behind it and around it."""

    issued: re.Pattern[str]
    issued_at_start: re.Pattern[str]
    drafted: re.Pattern[str]
    refused: re.Pattern[str]
    set_up: re.Pattern[str]
    copyright: re.Pattern[str]
    kind_before: re.Pattern[str]
    kind_behind: re.Pattern[str]
    kind_next: re.Pattern[str]
    preamble: re.Pattern[str]
    this_document: re.Pattern[str]
    issues: re.Pattern[str]
    about: re.Pattern[str]
    organ: re.Pattern[str]
    picture: re.Pattern[str]
    group: re.Pattern[str]
    minister: re.Pattern[str]
    administers: re.Pattern[str]
    signatories: re.Pattern[str]
    first_person: re.Pattern[str]


def read_phrases(vocabulary: Vocabulary) -> Phrases:
    """The patterns of a vocabulary, compiled once."""
    if vocabulary.version not in _PHRASES:
        _PHRASES.clear()
        _PHRASES[vocabulary.version] = compile_phrases(vocabulary)
    return _PHRASES[vocabulary.version]


_PHRASES: dict[str, Phrases] = {}


def compile_phrases(vocabulary: Vocabulary) -> Phrases:
    """Each group of phrases with the article, number and marks that may stand beside it."""

    def one_of(group: str) -> str:
        words = vocabulary.phrases(FILE, group)
        return "(?:" + choose_from(re.escape(word).replace("'", "['’]") for word in words) + ")"

    def pattern(text: str) -> re.Pattern[str]:
        return re.compile(text, re.IGNORECASE)

    end = rf"(?:\s*[:：–-])?\s*{ARTICLE}{QUALIFIER}$"
    kind = one_of("kind_of_text")
    return Phrases(
        issued=pattern(rf"(?<!\w){one_of('issued_by')}{end}"),
        issued_at_start=pattern(rf"^\W*{one_of('issued_by_at_start')}{end}"),
        drafted=pattern(rf"(?<!\w){one_of('drafted_by')}{end}"),
        refused=pattern(rf"(?<!\w){one_of('not_issuer')}{end}"),
        set_up=pattern(rf"(?<!\w){one_of('set_up_by')}{end}"),
        copyright=pattern(rf"{one_of('copyright')}[\s©,.()\dc–-]*(?:by\s+)?{ARTICLE}$"),
        kind_before=pattern(rf"(?<!\w){kind}(?: \([^)]*\))?\s+{LINK}{ARTICLE}$"),
        kind_behind=pattern(rf"^(?:['’]s)?(?: \([^)]*\))?(?: [\w-]+){{0,3}}? {kind}(?!\w)"),
        kind_next=pattern(rf"^(?:['’]s)?(?: \([^)]*\))? {kind}(?!\w)"),
        preamble=pattern(rf"^[,:;]?\s*(?:\(\d+\)\s*|[–-]\s*)?{one_of('preamble')}(?!\w)"),
        this_document=pattern(rf"(?<!\w){one_of('this_document')}(?!\w)"),
        issues=pattern(rf"^(?: \([^)]*\))?,?\s+{one_of('issues')}(?!\w)"),
        about=pattern(rf"^\W*{one_of('about')}\s+{ARTICLE}$"),
        organ=pattern(rf"(?<!\w){one_of('organ')}\s+{LINK}{ARTICLE}$"),
        picture=pattern(rf"(?<!\w){one_of('picture_credit')}(?!\w)"),
        group=pattern(rf"(?<!\w){one_of('group')}(?!\w)"),
        minister=re.compile(rf"(?<!\w){one_of('minister')} "),
        administers=pattern(rf"(?<!\w){one_of('administered_by')}\s+{ARTICLE}$"),
        signatories=pattern(rf"(?<!\w){one_of('signatories')}[^.;]{{0,60}}:\s*$"),
        first_person=pattern(rf"(?<!\w){one_of('first_person')}(?!\w)"),
    )
