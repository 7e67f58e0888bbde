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
        "NIST SP 900-218",
        "M-31-10",
        "CP 9915",
        "CONPES 9975",
        "ISO/IEC 99001:2031",
        "ECB/2031/27",
        "CETS No. 925",
        "T-PD(2031)01",
        "T-PD-BUR(2031)01",
        "CDL-AD(2031)003",
        "A/HRC/44/57",
        "A/HRC/RES/47/23",
        "IPTL/REC/2031/4",
        "XTI/GOV(2031)9",
        "A/CONF.157/23",
        "E/C.12/GC/25",
        "CCPR/C/GC/37",
        "S/RES/2728 (2031)",
        "SHS/BIO/PI/2031/1",
        "WHO/HTM/2031.05",
        "INFCIRC/999",
        "ITU-T Y.3999",
        "P10_TA(2031)0275",
        "JOIN(2031) 3 final",
        "EDPS/2031-02",
        "ESMA35-335435667-5924",
        "EIOPA-BoS-31-360",
        "EIOPA-31-360",
        "ESRB/2031/4",
        "JC 2031 34",
        "BoR (31) 99",
        "EMA/CHMP/CVMP/83833/2031",
        "MDCG 2031-6",
        "FDA-2030-D-4488",
        "NIST IR 9999",
        "GAO-31-105980",
        "OMB Circular A-999",
        "SR 31-7",
        "FIL-22-2031",
        "SS1/31",
        "CP1241",
        "Cm 9999",
        "HL Paper 999",
        "HC 991",
        "Drucksache 19/99900",
        "BOE-A-2031-99999",
        "ISO 99001:2031",
        "IEEE Std 7999-2031",
        "IEEE 7999",
        "ETSI TS 904 223",
        "CWA 17999",
        "GB/T 99999-2031",
        "DSTI/CDEP(2031)4/FINAL",
        "HARB/REC/2031/4",
    ],
)
def test_a_number_on_the_cover_is_read_as_printed(number):
    assert official_id("title~20: Guide to piers", f"p: {number}") == number


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("p: RESOLUTION No 196", "RESOLUTION No 196"),
        ("p: Resolution 9344 (2031) of the Assembly", "Resolution 9344 (2031)"),
        ("p: Circular No. 12/2031 of 3 May 2031", "Circular No. 12/2031"),
        ("p: Command Paper Number: 915", "915"),
    ],
)
def test_the_number_of_an_act_stands_behind_its_kind(line, number):
    assert official_id("title~20: Guide to piers", line) == number


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
