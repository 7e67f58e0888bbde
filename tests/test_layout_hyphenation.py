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
        (["see https://isle.example/new-", "rules of 2020"], "see https://isle.example/new-rules of 2020"),
        (["from 2019 -", "the year of the plan"], "from 2019 - the year of the plan"),
    ],
)
def test_a_line_end_is_joined_as_the_word_is_written(lines: list[str], joined: str) -> None:
    assert join_lines(lines, WORDS) == joined


@pytest.mark.parametrize(
    ("printed", "joined"),
    [
        ("They keep decision-making and well-being in mind", "self-led work"),
        ("They keep decisionmaking and wellbeing in mind", "selfled work"),
    ],
)
def test_a_document_that_breaks_no_words_keeps_the_hyphens_at_its_line_ends(
    printed: str, joined: str
) -> None:
    words = count_words([printed, "on decision-", "making and well-", "being in self-", "led work"])
    assert join_lines(["self-", "led work"], words) == joined


def test_soft_hyphens_inside_words_are_dropped() -> None:
    assert drop_soft_hyphens("trans\u00adparent") == "transparent"
