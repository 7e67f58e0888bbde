"""The title: from covers, acts, subject lines and pages, without what is not part of it."""

import pytest

from builders import reading
from pipeline.assemble.candidates import judge_one
from pipeline.assemble.full_name import find_full_name
from pipeline.assemble.title_parts import stands_far_below
from pipeline.records import Block, Entry


def full_name(*lines: str, language: str = "en", metadata: dict[str, str] | None = None) -> str | None:
    text = reading(*lines, language=language, metadata=metadata)
    return judge_one(text, "full_name", find_full_name(text, Entry(entry_id="sample")))[0]


def test_the_line_with_a_kind_wins_over_the_larger_name_of_the_body():
    assert (
        full_name(
            "title~24: LAKE DISTRICT WATER COMMISSION",
            "h~14: Guidelines on the licensing of jetties",
            "h~12: Adopted on 3 May 2022",
            "p~11: The Commission has received many questions about jetties.",
        )
        == "Guidelines on the licensing of jetties"
    )


def test_a_language_mark_is_no_title():
    assert full_name("h~12: A plan for quiet harbours", "title~24: EN EN") == "A plan for quiet harbours"


def test_a_subtitle_follows_after_a_colon():
    assert (
        full_name("title~30: Quiet Harbours", "h~18: A framework for noise in ports", "p~11: Noise matters.")
        == "Quiet Harbours: A framework for noise in ports"
    )


def test_persons_on_the_cover_are_no_subtitle():
    assert (
        full_name("title~30: Code of Practice for Ferries", "h~12: Ines Albor Jonas Weidt", "p~11: Text.")
        == "Code of Practice for Ferries"
    )


def test_an_act_of_the_official_journal_keeps_its_date():
    assert (
        full_name(
            "p: 8.2.2014",
            "p: COMMISSION RECOMMENDATION",
            "p: of 3 May 2031",
            "p: on minimum rules for lighthouse lamps",
            "p: (Text with EEA relevance)",
            "p: THE EUROPEAN COMMISSION,",
        )
        == "COMMISSION RECOMMENDATION of 3 May 2031 on minimum rules for lighthouse lamps"
    )


def test_the_subject_of_a_memorandum_is_its_title():
    assert (
        full_name(
            "h~12: MEMORANDUM FOR ALL HARBOUR MASTERS",
            "p~12: SUBJECT: Use of drones over moorings",
            "p~12: Drones are common now.",
        )
        == "Use of drones over moorings"
    )


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("M-19-03 Rules of the quiet harbour", "Rules of the quiet harbour"),
        ("Guide to quiet harbours (Second Edition)", "Guide to quiet harbours"),
        ("Guide to quiet harbours Version 2.0 | Draft", "Guide to quiet harbours"),
        ("Advice on quiet harbours 2022-23", "Advice on quiet harbours"),
        ("Advice on quiet harbours, May 2021", "Advice on quiet harbours"),
        ("Harbour Strategy 2030", "Harbour Strategy 2030"),
        ("Guidelines 05/2020 on mooring consent", "Guidelines 05/2020 on mooring consent"),
        ("H A R B O U R  Guide for pilots", "HARBOUR Guide for pilots"),
        ("Harbour guide\u200b for pilots *", "Harbour guide for pilots"),
    ],
)
def test_numbers_versions_and_dates_are_no_part_of_the_name(printed, name):
    assert full_name(f"title~30: {printed}", "p~11: Pilots bring ships in.") == name


def test_words_broken_by_the_print_are_mended_from_the_text():
    assert (
        full_name("title~30: Artifi cial harbours: a guide", "p~11: An artificial harbour is built.")
        == "Artificial harbours: a guide"
    )


def test_the_name_of_the_site_is_cut_off():
    assert (
        full_name(
            "p: Ships need care.",
            metadata={"title": "Care of ships: a guide - Port of Ys", "site_name": "Port of Ys"},
        )
        == "Care of ships: a guide"
    )


def test_the_template_title_of_a_pdf_file_is_kept_as_a_loser():
    assert full_name("p: Ships need care.", metadata={"title": "Care of ships", "producer": "X"}) is None


def test_a_document_without_a_title_has_none():
    assert full_name("p: We, the ports, met and talked about the sea and agreed to meet again soon.") is None


@pytest.mark.parametrize(("top", "far"), [(250.0, False), (574.0, True)])
def test_a_line_at_the_other_end_of_the_cover_is_no_subtitle(top, far):
    title = Block("b1", "title", 0, 5, page=1, bbox=(100.0, 177.0, 400.0, 222.0))
    series = Block("b2", "heading", 7, 20, page=1, bbox=(100.0, top, 200.0, top + 30))
    assert stands_far_below(title, series) is far
