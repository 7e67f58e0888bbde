"""What a row of sources.csv says of its document stands in the entry."""

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.corrections import apply_known
from pipeline.records import Outcome
from pipeline.run.inputs import InputError, list_sources
from runs import outcome, rejected_outcome

FACTS = {
    "date": {"2020": "2020"},
    "principles": {"fairness": "fair", "safety": "safe"},
    "enacting_body": {"River Board": "River Board"},
}


def state(**known: str) -> Outcome:
    made = outcome("river", "p: In 2020 the River Board was fair and safe.", facts=FACTS)
    made.source = replace(made.source, known=tuple(known.items()))
    return apply_known(made)


def rows_of(stated: Outcome, name: str) -> list[tuple[str, str, str]]:
    return [(row.value, row.status, row.rule) for row in stated.evidence if row.field == name]


def test_a_known_value_takes_the_place_of_what_was_found() -> None:
    stated = state(date="2021-05")
    assert stated.entry is not None
    assert (stated.entry.date, stated.entry.review_status) == ("2021-05", "corrected")
    assert rows_of(stated, "date") == [
        ("2020", "rejected", "date.hand: replaced by what is known from sources.csv"),
        ("2021-05", "accepted", "known from sources.csv"),
    ]


def test_a_known_list_is_the_whole_list() -> None:
    stated = state(principles="safety| privacy")
    assert stated.entry is not None
    assert stated.entry.principles == ["privacy", "safety"]
    assert [row[:2] for row in rows_of(stated, "principles")] == [
        ("fairness", "rejected"),
        ("safety", "accepted"),
        ("safety", "accepted"),
        ("privacy", "accepted"),
    ]


def test_known_bodies_keep_their_order() -> None:
    stated = state(enacting_body="Water Council|River Board")
    assert stated.entry is not None
    assert stated.entry.enacting_body == ["Water Council", "River Board"]


def test_a_column_that_is_none_of_the_entry_is_a_note() -> None:
    stated = state(title="A title", source_of_address="a list")
    assert stated.entry is not None
    assert (stated.entry.full_name, stated.entry.review_status) == (None, "machine")


def test_a_rejected_input_stays_rejected() -> None:
    rejected = rejected_outcome("a.pdf")
    rejected.source = replace(rejected.source, known=(("date", "2021"),))
    assert apply_known(rejected).entry is None


@pytest.mark.parametrize(
    ("column", "cell", "message"),
    [
        ("date", "May 2021", "line 2: date: expected YYYY, YYYY-MM or YYYY-MM-DD, got 'May 2021'"),
        ("is_soft_law", "perhaps", "line 2: is_soft_law: expected true or false, got 'perhaps'"),
    ],
)
def test_a_known_value_that_cannot_stand_in_its_column_is_refused(
    tmp_path: Path, column: str, cell: str, message: str
) -> None:
    table = tmp_path / "sources.csv"
    table.write_text(f"id,url,{column}\nx,https://example.org/a.pdf,{cell}\n")
    with pytest.raises(InputError, match=message):
        list_sources([str(table)])
