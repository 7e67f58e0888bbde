"""Official numbers: their forms, and whose they are."""

import pytest

from builders import reading
from pipeline.assemble.candidates import judge_one
from pipeline.assemble.official_id import find_official_id
from pipeline.records import Entry


def official_id(*lines: str) -> str | None:
    text = reading(*lines)
    return judge_one(text, "official_id", find_official_id(text, Entry(entry_id="sample")))[0]


@pytest.mark.parametrize(
    "number",
    [
        "COM(2031) 65 final",
        "SWD(2031) 84 final",
        "C(2031) 5053 final",
        "OECD/LEGAL/9449",
        "WP951rev.01",
        "EBA/GL/2031/06",
        "A/HRC/48/31",
        "A/RES/78/265",
        "CM/Rec(2031)1",
        "CEPEJ(2031)14",
        "NIST AI 900-1",
        "NIST SP 900-218",
        "M-31-10",
        "CP 9915",
        "CONPES 9975",
        "ISO/IEC 99001:2031",
        "ECB/2031/27",
        "CETS No. 925",
    ],
)
def test_a_number_on_the_cover_is_read_as_printed(number):
    assert official_id("title~20: Guide to piers", f"p: {number}") == number


@pytest.mark.parametrize(
    "line",
    [
        "p: ISBN 978-92-3-100612-8",
        "p: This guide replaces M-24-10",
        "p: See COM(2031) 65 final",
        "p: Quay Street 7, 99 Harbour Town",
    ],
)
def test_another_number_is_not_the_documents(line):
    assert official_id("title~20: Guide to piers", line) is None
