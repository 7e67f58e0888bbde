"""Series of document numbers: whose they are."""

import pytest

from builders import vocabulary
from pipeline.assemble.document_numbers import read_numbers


@pytest.mark.parametrize(
    ("number", "issuer"),
    [
        ("EBA/GL/2031/06", "European Banking Authority"),
        ("CONPES 9975", "Consejo Nacional de Política Económica y Social"),
        ("CM/Rec(2031)1", "Committee of Ministers of the Council of Europe"),
        ("FDA-2030-D-4488", "U.S. Food and Drug Administration"),
        ("CP 915", None),
        ("BOE-A-2031-99999", None),
        ("Guidelines 05/2031", None),
    ],
)
def test_a_series_of_one_body_tells_the_issuer_and_a_shared_one_does_not(number, issuer):
    ((match, body),) = read_numbers(vocabulary()).find(f"See {number} here", 0, len(number) + 9)
    assert match.group() == number
    assert (body.name if body else None) == issuer


def test_any_space_may_stand_in_a_number():
    text = "NIST\u00a0SP\u00a0900-218"
    assert [match.group() for match, _ in read_numbers(vocabulary()).find(text, 0, len(text))] == [text]
