"""Values that a person wrote on a database page, mapped to the ids of the closed lists.

A value counts by its label, its variants or what comes close to them: "Civili liability" is
`civil_liability`, "Governments and developers" are two addressees. What is not known stays as printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches

from pipeline.vocabulary import Term, Vocabulary
from pipeline.vocabulary.folding import fold

FILE = "database_values"
SCOPES = ("global", "eu", "eea", "coe", "asean", "oecd", "g7", "g20")
COUNTRY_FILE = "countries"
# Share of letters in common from which a misspelt value is taken for the term.
CLOSE = 0.85
MARKS = re.compile(r"\s*[;,|•\n\t]\s*|\s+/\s+")
ACRONYM = re.compile(r"\s*\([^()]{1,40}\)\s*$")

Forms = dict[str, str]


def list_forms(terms: Iterable[Term], vocabulary: Vocabulary) -> Forms:
    """The folded forms under which a page may print each term, labels before variants."""
    listed = list(terms)
    forms: Forms = {}
    for term in listed:
        for name in (term.label, term.id):
            forms.setdefault(fold(name), term.id)
            forms.setdefault(strip_edges(fold(name), vocabulary), term.id)
    for term in listed:
        for words in term.words.values():
            for name in (*words.variants, *words.exact):
                forms.setdefault(fold(name), term.id)
    return forms


def list_scopes(vocabulary: Vocabulary) -> Forms:
    """The folded names of regions and countries and their codes."""
    forms = {fold(name): code for code in SCOPES for name in vocabulary.phrases(FILE, code)}
    for code in vocabulary.phrase_lists.get(COUNTRY_FILE, {}):
        forms |= {fold(name): code for name in vocabulary.phrases(COUNTRY_FILE, code)}
    return forms


def match_values(printed: str, forms: Forms, vocabulary: Vocabulary) -> list[tuple[str, bool]]:
    """The ids that a printed value means; False marks a part that is not known."""
    known = match_value(printed, forms, vocabulary)
    if known is not None:
        return [(known, True)]
    between = "|".join(re.escape(word) for word in vocabulary.phrases(FILE, "between"))
    splitter = re.compile(rf"{MARKS.pattern}|\s+(?:{between})\s+", re.IGNORECASE)
    parts = [part.strip(" .") for part in splitter.split(printed) if part.strip(" .")]
    matched = [(part, match_value(part, forms, vocabulary)) for part in parts]
    if not any(found for _, found in matched):
        return [(printed, False)]
    return [(found or part, found is not None) for part, found in matched]


def match_value(printed: str, forms: Forms, vocabulary: Vocabulary) -> str | None:
    """The id of one printed value: as printed, without its edges, misspelt, or with words added."""
    whole = fold(printed)
    bare = strip_edges(whole, vocabulary)
    for form in (whole, bare):
        if form in forms:
            return forms[form]
    for form in (whole, bare):
        if close := get_close_matches(form, forms, n=1, cutoff=CLOSE):
            return forms[close[0]]
    words = set(whole.split())
    inside = [form for form in forms if " " in form and words.issuperset(form.split())]
    return forms[max(inside, key=len)] if inside and len(words) <= 2 * len(inside[0].split()) else None


def strip_edges(folded: str, vocabulary: Vocabulary) -> str:
    """A folded value without "right to", "AI and" before it and "rights", "law" behind it."""
    for lead in vocabulary.phrases(FILE, "lead"):
        if folded.startswith(f"{fold(lead)} "):
            folded = folded[len(fold(lead)) + 1 :]
            break
    for tail in vocabulary.phrases(FILE, "tail"):
        if folded.endswith(f" {fold(tail)}"):
            return folded[: -len(fold(tail)) - 1]
    return folded


def match_body(printed: str, vocabulary: Vocabulary) -> str:
    """The official name of a known body, else the name as printed without its acronym."""
    bare = ACRONYM.sub("", printed).strip()
    wanted = {fold(printed), fold(bare)}
    for body in vocabulary.bodies.values():
        if not wanted.isdisjoint(fold(name) for name in (body.name, *body.aliases, *body.acronyms)):
            return body.name
    return bare
