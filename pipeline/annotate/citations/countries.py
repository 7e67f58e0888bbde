"""The country that stands beside the name of a law: "the Polish Labour Code", "the … Act, 2012 of Ghana"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.annotate.citations.model import Phrases, alternation
from pipeline.vocabulary.choice import choose_from

# The groups with the names of countries, by ISO 3166-1 code in small letters.
GROUP = "country_"
LOOK_BACK = 30
# "New Zealand", "People's Republic of China" is found by its last words.
MOST_WORDS = 3
OF = r"\s(?:of|de|del|da|do|du|d['’])\s?(?:the\s|la\s|los\s)?"


@dataclass(slots=True, frozen=True)
class CountryGrammar:
    """The code of each name of a country, its first name, and the pattern of one behind a law."""

    codes: dict[str, str]
    names: dict[str, str]
    behind: re.Pattern[str]

    def before(self, text: str, start: int) -> tuple[str, int] | None:
        """The code of the country named right before an offset, and where its name starts."""
        window = text[max(0, start - LOOK_BACK) : start]
        words = [(match.group(), match.start()) for match in re.finditer(r"\S+", window)]
        for count in range(min(MOST_WORDS, len(words)), 0, -1):
            code = self.code_of([word for word, _ in words[-count:]])
            if code:
                return code, start - len(window) + words[-count][1]
        return None

    def beside(self, text: str, start: int, end: int) -> tuple[str, int]:
        """The code of the country before or behind a law at text[start:end], or "", and where both start."""
        return self.before(text, start) or (self.after(text, end), start)

    def code_of(self, words: list[str]) -> str:
        """The country whose name the words are, else nothing."""
        return self.codes.get(" ".join(words).replace("’", "'"), "")

    def after(self, text: str, end: int) -> str:
        """The country named behind a law, a bracket between: "(Act 843) of Ghana"; else nothing."""
        match = self.behind.match(text, end)
        return self.codes[match["country"].replace("’", "'")] if match else ""


def build_country_grammar(phrases: Phrases) -> CountryGrammar:
    """Names, adjectives and possessives of all countries: "Kenya", "Kenyan" and "Kenya's" are KE."""
    names = {
        group.removeprefix(GROUP).upper(): listed
        for group, listed in phrases.items()
        if group.startswith(GROUP)
    }
    codes = {
        form: code
        for code, listed in names.items()
        for name in listed
        for form in (name, f"{name}'" if name.endswith("s") else f"{name}'s")
    }
    country = f"(?P<country>{choose_from(map(re.escape, codes))})"
    state = rf"(?:{alternation(phrases, 'state_of')}\s)?"
    return CountryGrammar(
        codes=codes,
        names={code: listed[0] for code, listed in names.items()},
        behind=re.compile(rf"(?:\s\([^()]{{1,25}}\))?{OF}{state}{country}(?!['’\w])"),
    )
