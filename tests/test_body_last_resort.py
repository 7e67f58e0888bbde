"""The issuer where no name signs: states in a list, or the one organisation that speaks."""

import pytest

from builders import reading
from pipeline.assemble.body_last_resort import find_only_named, find_signatories
from pipeline.assemble.body_search import start_search

SPEECH = "We will keep the quay. Our ships are clean. Our crews are kind and we are glad. We will go on."


@pytest.mark.parametrize(
    ("lead", "states"),
    [
        ("p: The countries represented were:", ["Kenya", "Japan", "European Union", "Chile"]),
        ("p: Signed by the ministers of:", ["Kenya", "Japan", "European Union", "Chile"]),
        ("p: Ships called at:", []),
    ],
)
def test_states_below_their_line_sign(lead, states):
    text = reading(
        "p: Quays.", lead, "p: Kenya", "p: Japan", "p: European Union", "p: Chile", "p: Quays again."
    )
    assert [named.value for named in find_signatories(start_search(text, None))] == states


def test_two_countries_are_no_list_of_signatories():
    text = reading("p: The countries represented were:", "p: Kenya", "p: Japan", "p: Both have quays.")
    assert find_signatories(start_search(text, None)) == []


@pytest.mark.parametrize(
    ("more", "name"),
    [
        ("Google owns the quay.", "Google"),
        ("Google and Microsoft own the quay.", None),
        ("The European Commission owns the quay.", None),
        ("Nobody owns the quay.", None),
        ("Harbour Robotics AS owns the quay.", "Harbour Robotics AS"),
        ("Harbour Robotics AS sold it to Crane Works GmbH.", None),
    ],
)
def test_the_one_company_that_a_text_names_speaks_in_it(more, name):
    named = find_only_named(start_search(reading(f"p: {SPEECH} {more}"), None))
    assert (named.value if named else None) == name


def test_a_text_that_does_not_speak_of_itself_has_no_speaker():
    assert find_only_named(start_search(reading("p: Google owns the quay."), None)) is None
