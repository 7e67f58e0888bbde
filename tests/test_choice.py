"""Many phrases as one pattern: the same finds as a plain alternation, the longest first."""

import re

import pytest

from pipeline.vocabulary.choice import choose_from


def find_all(phrases: list[str], text: str) -> list[str]:
    return re.findall(rf"(?<!\w){choose_from(phrases)}(?!\w)", text)


@pytest.mark.parametrize(
    ("phrases", "text", "found"),
    [
        (["must", "must not"], "Lamps must not glare and must last.", ["must not", "must"]),
        (["art", "article", "articles"], "arts, art and article", ["art", "article"]),
        (["port"], "a port, no sport", ["port"]),
        ([r"set\s+up", r"set\s+out"], "set  up, set\nout and set", ["set  up", "set\nout"]),
        (
            [r"does not\s+(?:[^\s.;]+\s+){0,6}?bind"],
            "It does not in any way bind.",
            ["does not in any way bind"],
        ),
        ([r"[\W_]+1", r"don['’]t"], "don't, don’t", ["don't", "don’t"]),
        ([r"c\+\+", "c"], "c++ and c", ["c++", "c"]),
    ],
)
def test_the_longest_phrase_at_a_place_is_found(phrases: list[str], text: str, found: list[str]) -> None:
    assert find_all(phrases, text) == found


def test_phrases_share_their_common_beginning() -> None:
    assert choose_from(["shall", "shall not", "should"]) == "sh(?:all(?: not)?|ould)"


def test_no_phrase_finds_nothing() -> None:
    assert re.search(choose_from([]), "anything") is None
