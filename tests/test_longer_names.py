"""Words in the name of a law, a body or a work are told from the words themselves."""

import pytest

from builders import reading
from pipeline.assemble.places import collect_places


@pytest.mark.parametrize(
    ("line", "in_name"),
    [
        ("p: Under the plan the EU Security Union comes first.", True),
        ("p: He sits in the Ministry of Security in town.", True),
        ("p: Security comes first.", False),
        ("p: We value Security, Thrift and Calm.", False),
        ("h: Security Union", False),
        ("p: The security union met.", False),
    ],
)
def test_a_word_between_capitals_is_part_of_a_name(line: str, in_name: bool) -> None:
    assert [place.in_name for place in collect_places(reading(line), "principles")] == [in_name]


def test_nouns_with_capitals_are_no_names_in_german() -> None:
    places = collect_places(reading("p: Alle Staaten achten Transparenz Heute.", language="de"), "principles")
    assert [place.in_name for place in places] == [False]
