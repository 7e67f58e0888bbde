"""Words broken at a line end."""

from __future__ import annotations

import pytest

from pipeline.parse.layout.hyphenation import count_words, drop_soft_hyphens, join_lines

WORDS = count_words(
    ["The decision is harmful. Decision-making takes part in the making of rules. A decision."]
)


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["it is harm-", "ful to people"], "it is harmful to people"),
        (["marked as AI-", "generated text"], "marked as AI-generated text"),
        (["on decision-", "making by tools"], "on decision-making by tools"),
        (["the Anglo-", "Saxon rule"], "the Anglo-Saxon rule"),
        (["a trans\u00ad", "parent rule"], "a transparent rule"),
        (["see the register", "of tools"], "see the register of tools"),
        (["from 2019 -", "the year of the plan"], "from 2019 - the year of the plan"),
    ],
)
def test_a_line_end_is_joined_as_the_word_is_written(lines: list[str], joined: str) -> None:
    assert join_lines(lines, WORDS) == joined


def test_soft_hyphens_inside_words_are_dropped() -> None:
    assert drop_soft_hyphens("trans\u00adparent") == "transparent"
