"""Whom an item addresses, and who promises what, where the item itself does not say it."""

import pytest

from tests.shapes import rows, texts

LOG = "li: • Keep a log of repairs."
ISSUERS = {
    "for whom a text says that it is": (
        ["p: This guide is intended for hospitals of the coast.", "h: Rules", LOG, "li: • Test the lamps."],
        {},
        {"deployers"},
    ),
    "whom a verb asks": (
        ["h: Care", "p: We recommend that clinicians read the log before they treat a pilot."],
        {},
        {"professionals"},
    ),
    "members of an organisation of states": (
        ["h: Piers", "p: Members should light every pier."],
        {"body_nature": "international_body"},
        {"governments"},
    ),
    "members of a society": (
        ["h: Piers", "p: Members should read the log."],
        {"body_nature": "professional_or_industry_association", "addressees": ["professionals"]},
        {"professionals"},
    ),
    "institutions of the sector that the cover names": (
        [
            "title: Care of logs",
            "p front: To all insurers of the coast",
            "h: Duties",
            "p: Institutions should keep a log.",
        ],
        {"addressees": ["deployers", "financial_institutions"]},
        {"financial_institutions"},
    ),
    "institutions in a text that is devoted to a sector": (
        [
            "h: Duties",
            "p: Banks lend. Banks save. Banks earn. Developers of lamps, boats, tills.",
            "p: Institutions should keep a log.",
        ],
        {"addressees": ["developers", "financial_institutions"], "project_area": ["finance"]},
        {"financial_institutions"},
    ),
    "an organ of the issuer": (
        [
            "p: I. RECOMMENDS that governments light every pier.",
            "p: II. INSTRUCTS the Pier Committee to count the lamps.",
        ],
        {"body_nature": "international_body"},
        {"governments", "international_organisations"},
    ),
    "what a government plans": (
        ["h: Measures", "li: • Measure 1: Grants for pilots.", "li: • Measure 2: A school for keepers."],
        {"document_type": "strategy", "body_nature": "public_authority"},
        {"governments"},
    ),
}


@pytest.mark.parametrize(("lines", "entry", "expected"), ISSUERS.values(), ids=ISSUERS.keys())
def test_the_addressee_is_told_by_the_text_around(
    lines: list[str], entry: dict[str, object], expected: set[str]
) -> None:
    assert {row.addressee for row in rows(*lines, **entry)} == expected


@pytest.mark.parametrize(
    ("measures", "expected"),
    [
        (["Grants for pilots.", "A school for keepers."], {"commitment"}),
        (["Found a school for keepers.", "Pay grants to pilots."], {"recommendation"}),
    ],
    ids=["what is named is planned", "what is ordered is advice"],
)
def test_the_measures_of_a_strategy(measures: list[str], expected: set[str]) -> None:
    lines = [f"li: • Measure {number}: {words}" for number, words in enumerate(measures, start=1)]
    assert {row.modality for row in rows("h: Measures", *lines, document_type="strategy")} == expected


def test_what_is_usual_is_no_plan() -> None:
    found = rows(
        "h: Plans", "p: A good harbour plan will usually:", "li: • name a pilot;", "li: • set a date."
    )
    assert {row.modality for row in found} == {"recommendation"}


def test_statements_to_be_ticked_off_may_stand_in_the_first_person() -> None:
    lines = ["h: Checklist", "li: • I have read the label.", "li: • I know whom to ask."]
    assert texts(*lines) == ["I have read the label.", "I know whom to ask."]


def test_a_single_operative_paragraph_behind_recitals_opens_its_list() -> None:
    lines = [
        "p preamble: Recalling that piers must be lit,",
        "p: Recommends that the governments of member states:",
        "li: 1. light every pier;",
        "li: 2. count the lamps.",
    ]
    assert texts(*lines) == ["light every pier;", "count the lamps."]


def test_an_article_in_a_condition_is_no_source_of_the_duty() -> None:
    lines = [
        "h: Use",
        "p: Before relying on Article 6, the pilot must ask. According to Article 6, pilots must pay.",
    ]
    assert texts(*lines) == ["Before relying on Article 6, the pilot must ask."]


def test_short_cells_of_a_table_without_a_name_are_no_orders() -> None:
    table = (
        "t: Use | Lamps\nSpeed up the ferry trips | oil\nReduce the waiting | gas\nSupport new crews | sun"
    )
    assert texts("h: Uses", table) == []


def test_a_summary_is_skipped_but_not_what_stands_below_its_headings() -> None:
    lines = [
        "h 1: In brief",
        "li: • You must pay.",
        "h 2: Who pays?",
        "p: Guests must pay before they sail.",
    ]
    assert texts(*lines) == ["Guests must pay before they sail."]


def test_a_set_speaks_for_its_own_chapters_alone() -> None:
    principles = [f"li: Principle {n}: Know boat {n} and its weak points." for n in range(1, 6)]
    facts = [f"p: Pilots should know rock {n}." for n in range(1, 7)]
    found = texts("h: The list", *principles, *facts, "h: Ports", "p: Ports should be lit at night.")
    assert [text for text in found if "should" in text] == ["Ports should be lit at night."]
