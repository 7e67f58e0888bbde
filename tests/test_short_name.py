"""short_name: what a page of the database would be headed with."""

import pytest

from builders import reading
from pipeline.assemble.candidates import judge_one
from pipeline.assemble.short_name import find_short_name
from pipeline.records import Entry


@pytest.mark.parametrize(
    ("title", "number", "expected"),
    [
        ("Care of Piers: A Handbook for Keepers", None, "Care of Piers"),
        (
            "NOTICE OF THE HARBOUR BOARD TO THE COUNCIL OF PORTS AND TO THE ASSEMBLY OF KEEPERS: Safe Pier",
            None,
            "Safe Pier",
        ),
        (
            "Guidelines on the repair of old wooden piers and jetties for the purposes of Regulation 2031/12",
            "WP12",
            "Guidelines on the repair of old wooden piers and jetties",
        ),
        (
            "Resolution of the Council of Ports of 3 May 2031 on the adoption of the “Plan for Wooden Piers”",
            None,
            "Plan for Wooden Piers",
        ),
        (
            "Recommendation of the Assembly of Ports on boards and nails and the many tools of keepers",
            "AP/Rec(2031)4",
            "AP/Rec(2031)4",
        ),
        ("Piers", None, None),
        (None, None, None),
    ],
)
def test_the_short_name_is_a_part_of_the_title_or_the_number(title, number, expected):
    entry = Entry(entry_id="sample", full_name=title, official_id=number)
    text = reading(f"p: {title}", f"p: {number}")
    value, rows = judge_one(text, "short_name", find_short_name(text, entry))
    assert value == expected
    assert [row.status for row in rows[:1]] == ["accepted"] * bool(expected)
