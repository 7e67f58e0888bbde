"""Which places of a value are shown: those that a lawyer would quote."""

import pytest

from builders import reading
from pipeline.assemble.places import collect_places
from pipeline.assemble.worth import count_rows, worth


def worths(field: str, line: str) -> dict[str, int]:
    text = reading(line)
    return {text.text[slice(*place.span)]: worth(place) for place in collect_places(text, field)}


@pytest.mark.parametrize(
    ("field", "better", "worse"),
    [
        ("addressees", "p: Banks must file.", "h: Banks"),
        ("addressees", "h: Banks", "p: A town with banks."),
        ("principles", "h: Solidarity", "p: Our values are solidarity and thrift."),
        ("principles", "p: Our values include solidarity.", "p: We must not forget solidarity."),
        ("principles", "p: We must not forget solidarity.", "p: He read on solidarity."),
        ("principles", "p: The principle of robustness.", "p: The principle of robust tools."),
        ("principles", "p: We met in security.", "p: We met at the Security Union."),
        ("ai_systems", "h: Chatbots", "p: He read on chatbots."),
    ],
)
def test_the_better_place_is_worth_more(field: str, better: str, worse: str) -> None:
    assert max(worths(field, better).values()) > max(worths(field, worse).values())


def test_a_hint_is_worth_nothing() -> None:
    assert worths("principles", "p: We value education.")["education"] == 0


def test_the_name_of_a_law_is_no_mention_of_a_right() -> None:
    text = reading("p: The Access to Information Act has ten parts.")
    assert [place.idle for place in collect_places(text, "fundamental_rights")] == ["name of a law"]


def test_one_row_says_that_a_value_is_only_named() -> None:
    assert count_rows(2) == 1


def test_two_rows_show_a_value_that_is_stated() -> None:
    assert count_rows(9) == 2
