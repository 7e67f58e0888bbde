"""Forms in which bodies of other kinds print what they ask for: documents of our own writing."""

import pytest

from pipeline.annotate import annotate_document, build_pipeline
from pipeline.assemble.reading import read
from pipeline.assemble.recommendations import find_recommendations
from pipeline.records import Entry
from tests.shapes import document, rows, texts, vocabulary

SHAPES = {
    "the last page tells of the issuer and of the kinds of its texts": (
        [
            "h: Duties of keepers",
            "p: Keepers should light every pier and count the lamps that burn all night.",
            *["p: The piers of the harbour are old, and each of them has lamps of its own kind."] * 12,
            "h: About the Harbour Board",
            "p: The Board was set up when the first pier was built.",
            "h: Texts of the Board",
            "li: • Decisions: all members are bound and must take the measures that they need.",
        ],
        ["Keepers should light every pier and count the lamps that burn all night."],
    ),
    "a background before the recitals opens no part of what is adopted": (
        [
            "h: Background",
            "p: The Council should be proud of its lamps.",
            "p preamble: RECALLING that lamps should burn all night,",
            "p: I. RECOMMENDS that members light every pier.",
            "p: II. INVITES members to count their lamps.",
        ],
        ["RECOMMENDS that members light every pier.", "INVITES members to count their lamps."],
    ),
    "an operative paragraph says something before its list": (
        [
            "p: I. RECOMMENDS that members light every pier. To this end, members should:",
            "li: 1. buy lamps;",
            "li: 2. train keepers.",
            "p: II. INSTRUCTS the Pier Committee to:",
            "li: a) count the lamps;",
        ],
        [
            "RECOMMENDS that members light every pier.",
            "buy lamps;",
            "train keepers.",
            "count the lamps;",
        ],
    ),
    "a duty of one numbered item stands before the stem of its letters": (
        [
            "h: Harbour masters",
            "li 1: 1. Each harbour must name a pilot. The pilot must:",
            "li 2: a. keep the log;",
            "li 2: b. check the lamps.",
            "li 1: 2. Each harbour must insure its boats.",
        ],
        [
            "Each harbour must name a pilot.",
            "keep the log;",
            "check the lamps.",
            "Each harbour must insure its boats.",
        ],
    ),
    "a name in front of a numbered duty belongs to it": (
        [
            "h: Duties",
            "li: 1. Handover of the Watch. Crews should write down what they saw. It helps the next crew.",
            "li: 2. Spare Parts. Crews should keep two pumps.",
        ],
        [
            "Handover of the Watch. Crews should write down what they saw. It helps the next crew.",
            "Spare Parts. Crews should keep two pumps.",
        ],
    ),
    "a rule that is spoken of is no label": (
        ["h: Care", "p: Rule 1.1 requires that a pilot be sober. Pilots should rest for eight hours."],
        ["Pilots should rest for eight hours."],
    ),
    "cases under a duty are part of it": (
        [
            "h: Conflicts",
            "p: Judges should not sit on a race if any of the following occurs:",
            "li: a) the judge owns a boat that takes part;",
            "li: b) the judge is a cousin of the skipper.",
        ],
        [
            "Judges should not sit on a race if any of the following occurs: "
            "a) the judge owns a boat that takes part; b) the judge is a cousin of the skipper."
        ],
    ),
    "measures that a stem names": (
        [
            "h: Inside the harbour",
            "p: Such measures include:",
            "li: • Training the crews once a year.",
            "li: • Checking the pumps after each storm.",
        ],
        ["Training the crews once a year.", "Checking the pumps after each storm."],
    ),
    "what something is for tells nobody anything": (
        [
            "h: Lamps",
            "p: Many harbours use lamps to:",
            "li: • find the pier at night;",
            "li: • welcome guests.",
        ],
        [],
    ),
    "the issuer stands behind a list": (
        [
            "h: Position",
            "p: The Guild supports the following:",
            "li: 1. Skippers should know their boats.",
            "li: 2. Full disclosure by builders of the wood that they used.",
        ],
        ["Skippers should know their boats.", "Full disclosure by builders of the wood that they used."],
    ),
    "a plan of the issuer with its partners": (
        [
            "h: What comes next",
            "p: In the next five years, the Board will work with the harbours of the coast to:",
            "li: • build four piers;",
            "li: • train new pilots.",
        ],
        ["build four piers;", "train new pilots."],
    ),
    "a line in front of bullets tells what they are": (
        [
            "h: Leaks",
            "p: Leaks may sink a boat.",
            "p: Mitigations",
            "li: • Two pumps on each deck",
            "li: • Check the hull each spring",
            "p: Background",
            "li: • Keep off the rocks was the rule of old.",
        ],
        ["Two pumps on each deck", "Check the hull each spring"],
    ),
    "an example that only a label tells": (
        [
            "h: Tickets",
            "p: Ferries must sell tickets on board.",
            "p: Example 1: A ferry has no till. The ferry must stop.",
            "p: Example",
            "p: A ferry takes no cards. It should buy a reader.",
        ],
        ["Ferries must sell tickets on board."],
    ),
    "labels that are headings of their own": (
        [
            "h: Recommendation 1",
            "p: Harbours should test the water each week.",
            "p: Five studies looked at water.",
            "h: Recommendation 2",
            "p: Harbours should not let children swim near the piers.",
        ],
        [
            "Harbours should test the water each week.",
            "Harbours should not let children swim near the piers.",
        ],
    ),
    "what members are expected to do, and what is only foreseen": (
        [
            "h: Meetings",
            "p: Members are expected to read the minutes. Prices are expected to rise.",
        ],
        ["Members are expected to read the minutes."],
    ),
    "nouns that could be orders": (
        [
            "h: Results",
            "li: • Review by a second judge takes an hour.",
            "li: • Access is free.",
        ],
        [],
    ),
    "an order behind its condition": (
        [
            "h: Boats",
            "p: If you must leave the pier at night, make sure that the lamps burn.",
            "p: If you keep, rent or sell boats, all is well.",
        ],
        ["If you must leave the pier at night, make sure that the lamps burn."],
    ),
    "an item that an order opens is one row with its second order": (
        ["h: Boats", "p: Boats are old.", "li: • Follow the chart of the coast. Never leave it on deck."],
        ["Follow the chart of the coast. Never leave it on deck."],
    ),
    "what need not be done": (
        ["h: Forms", "p: Guests do not have to sign the book, and a host need not ask them."],
        [],
    ),
}


@pytest.mark.parametrize(("lines", "expected"), SHAPES.values(), ids=SHAPES.keys())
def test_each_shape_gives_its_rows(lines: list[str], expected: list[str]) -> None:
    assert texts(*lines) == expected


DUTY = "Each crew should keep a log of the repairs that it has made and show the log to the harbour master. "
FACT = "The log is an old custom of the coast and was kept by the eldest of the crew as long as any knew. "


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [(DUTY + FACT, [(DUTY + FACT).strip()] * 20), (FACT + DUTY, [DUTY.strip()] * 20)],
    ids=["articles are whole", "an essay is prose"],
)
def test_paragraphs_that_are_counted(paragraph: str, expected: list[str]) -> None:
    lines = ["h: Part one"]
    for number in range(1, 21):
        lines.append(f"li: {number}. {number} boats. {paragraph}".strip())
        lines += ["h: Part two"] if number == 10 else []
    found = [text.split(" boats. ")[-1] for text in texts(*lines)]
    assert found == expected


def test_letters_go_on_behind_the_numbers_below_one_of_them() -> None:
    found = rows(
        "h: The pilot",
        "p: The pilot must:",
        "li: a. keep the log, by:",
        "li: 1. naming a clerk;",
        "li: 2. buying a book;",
        "li: b. check the lamps.",
    )
    assert [row.number for row in found] == ["1", "2", "b"]


def test_a_label_above_a_statement_is_its_number() -> None:
    found = rows(
        "h: Recommendation 1",
        "p: Harbours should test the water each week.",
        "h: Recommendation 2",
        "p: Harbours should close when the water is foul.",
    )
    assert [row.number for row in found] == ["Recommendation 1", "Recommendation 2"]


def test_prose_below_a_heading_that_recommends_stays_beside_a_set() -> None:
    principles = [f"li: Principle {n}: Know boat {n} and its weak points." for n in range(1, 6)]
    facts = [f"p: Pilots should know rock {n}." for n in range(1, 7)]
    advice = ["h: Practical recommendations", "p: Build a crew with many skills."]
    assert "Build a crew with many skills." in texts("h: The list", *principles, "h: Rocks", *facts, *advice)


def test_a_heading_in_a_box_speaks_for_its_box_alone() -> None:
    lines = ["h: Example", "p: A pilot should have slept.", "p: The pilot must rest for eight hours."]
    made = document("h: Duties", *lines)
    made.blocks[1].boxed = made.blocks[2].boxed = True
    nlp = build_pipeline(vocabulary(), "en")
    found = find_recommendations(
        read(made, annotate_document(made, nlp), vocabulary()), Entry(entry_id="shape")
    )
    assert [row.text for row in found] == ["The pilot must rest for eight hours."]
