"""The nouns of the citation grammar: a citation, and the phrases as regular expressions."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from pipeline.vocabulary.choice import choose_from

# The groups of phrases/citations.toml with the words of all languages: any of them may be met in any text.
Phrases = Mapping[str, tuple[str, ...]]
NO_COUNTRY = "?"  # a national law whose country only the document as a whole can tell


@dataclass(slots=True, frozen=True)
class Citation:
    """A place that names a binding instrument; `value` is its id.

    `value` starts with `?:` where the text does not tell the country of a national law, `?GB:` where
    its form is usual in one. `context`
    holds why it may not count: `title_of_act`, `title_of_work`.
    """

    value: str
    start: int
    end: int
    rule: str
    kind: str = "binding"
    pinpoints: tuple[str, ...] = ()
    context: tuple[str, ...] = ()

    def with_context(self, reason: str) -> Citation:
        """The same citation with one more reason not to count."""
        return replace(self, context=(*self.context, reason))


def alternation(phrases: Phrases, *groups: str) -> str:
    """A regular expression for the phrases of the groups, longest first, spaces and hyphens loose."""
    return f"(?:{choose_from(loosen(phrase) for group in groups for phrase in phrases[group])})"


def loosen(phrase: str) -> str:
    """A phrase as a regular expression: any space or hyphen between words, either apostrophe."""
    words = [re.escape(word).replace("'", "['’]\\s?") for word in re.split(r"[ -]", phrase)]
    return r"[\s-]{1,2}".join(words)
