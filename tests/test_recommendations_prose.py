"""Running prose, and what is no recommendation: each shape is a document of our own writing."""

import pytest

from tests.shapes import texts

SHAPES = {
    "prose with norms only here and there": (
        "en",
        [
            "h: Reading aloud",
            "p: Reading aloud is old. Teachers should read to their class each day. Children like it.",
            "p: Some argue that books should be short. It should be noted that books cost money.",
            "p: You must not copy whole books.",
        ],
        [
            "Teachers should read to their class each day.",
            "You must not copy whole books.",
        ],
        {},
    ),
    "examples, background and references are left out": (
        "en",
        [
            "h: Background",
            "p: Cities should have had trees long ago.",
            "h: Example 2: The town of Elm",
            "p: The mayor should plant elms.",
            "h: What cities must do",
            "p: Cities must plant trees.",
            "h: References",
            "p: Trees should be old. Elm Press, 1990.",
        ],
        [
            "Cities must plant trees.",
        ],
        {},
    ),
    "aanbevelingen in proza": (
        "nl",
        [
            "h: Fietsen in de stad",
            "p: Fietsen is gezond. Gemeenten moeten de paden verlichten. Dat kost geld.",
            "p: Scholen zouden moeten meedoen.",
        ],
        [
            "Gemeenten moeten de paden verlichten.",
            "Scholen zouden moeten meedoen.",
        ],
        {},
    ),
    "orders behind an ordinal and an adverb": (
        "en",
        [
            "h: How to start a choir",
            "p: First, find a room with good light. Regularly invite guests to listen.",
        ],
        [
            "First, find a room with good light.",
            "Regularly invite guests to listen.",
        ],
        {},
    ),
    "questions to the public": (
        "en",
        [
            "h: What we want to hear",
            "li: 1. Should harbours keep a log of all boats?",
            "li: 2. What must be done for small boats?",
            "p: Should lamps be tested? Tell us.",
        ],
        [],
        {},
    ),
    "offices are no orders": (
        "en",
        [
            "h: The team",
            "li: • Lead, Boats and Lamps",
            "li: • Chair, Harbour Board",
            "p: Further, the harbour has two lamps.",
            "p: Name, date and sign each page of the log.",
        ],
        [
            "Name, date and sign each page of the log.",
        ],
        {},
    ),
    "nothing is recommended": (
        "en",
        [
            "h: The history of bells",
            "p: Bells are cast from bronze. They may crack in winter.",
            "h: Casting",
            "li: • copper",
            "li: • tin",
        ],
        [],
        {},
    ),
    "guideline paragraphs of a board": (
        "en",
        [
            "h 1: 2. Consent of guests",
            "p: 12. A host may only open letters with the consent of the guest. Article 4 of the Inn "
            "Act defines consent.",
            "p: 13. Hosts should ask for consent in plain words. They should also keep a copy.",
            "h 1: 3. Keys",
            "p: 14. The Board recommends that hosts change the locks each year.",
            "p: 15. As the court held, a key is a thing.",
            "p: 16. Hosts must tell guests who holds a key.",
        ],
        [
            "Hosts should ask for consent in plain words.",
            "They should also keep a copy.",
            "The Board recommends that hosts change the locks each year.",
            "Hosts must tell guests who holds a key.",
        ],
        {"enacting_body": ["European Board of Inns"]},
    ),
    "numbered paragraphs for institutions": (
        "en",
        [
            "h 1: 4. Lending of boats",
            "p: 20. Institutions should have a policy on the lending of boats, which should include:",
            "li: a. who may borrow;",
            "li: b. what is to be paid.",
            "p: 21. Institutions should ensure that boats are dry.",
            "p: 22. The management body should review the policy at least once a year.",
        ],
        [
            "Institutions should have a policy on the lending of boats, which should include: a. who "
            "may borrow; b. what is to be paid.",
            "Institutions should ensure that boats are dry.",
            "The management body should review the policy at least once a year.",
        ],
        {},
    ),
    "clauses of a standard": (
        "en",
        [
            "h 1: 5 Leadership",
            "h 2: 5.1 General",
            "p: Top management shall show leadership by naming a harbour master.",
            "h 2: 5.2 Policy",
            "p: The organization shall establish a policy that:",
            "li: a) is fit for the harbour;",
            "li: b) is known to all crews.",
            "p: NOTE A policy can be short.",
        ],
        [
            "Top management shall show leadership by naming a harbour master.",
            "The organization shall establish a policy that: a) is fit for the harbour; b) is known "
            "to all crews.",
        ],
        {},
    ),
    "questions with answers": (
        "en",
        [
            "title: Questions on bicycles",
            "h: Do I need a lamp?",
            "p: Yes. You must use a lamp after dark. Lamps are cheap.",
            "h: May I ride on the path?",
            "p: It depends on the sign. You should ring before you pass others.",
        ],
        [
            "You must use a lamp after dark.",
            "You should ring before you pass others.",
        ],
        {},
    ),
    "kader met dienen": (
        "nl",
        [
            "h: 2. Uitgangspunten",
            "p: Organisaties dienen een register bij te houden. Het register is openbaar.",
            "p: Wij raden aan om jaarlijks te oefenen.",
            "p: Het is niet toegestaan om sleutels te delen.",
        ],
        [
            "Organisaties dienen een register bij te houden.",
            "Wij raden aan om jaarlijks te oefenen.",
            "Het is niet toegestaan om sleutels te delen.",
        ],
        {},
    ),
    "law described in a white paper": (
        "en",
        [
            "h: The law today",
            "p: Article 5 of the Boat Act provides that owners must register boats. Under the Act, "
            "ports must keep lists.",
            "h: Our plan",
            "p: Ports should publish these lists.",
        ],
        [
            "Ports should publish these lists.",
        ],
        {},
    ),
    "numbered recommendations, prose elsewhere left out": (
        "en",
        [
            "h: 1. Findings",
            "p: Visitors said that benches should be repaired. Parks must be loved to be clean.",
            "h: 2. Recommendations",
            "p: The group makes these recommendations:",
            "li: 2.1. Repair the benches (Group A);",
            "li: 2.2. Open the park at night;",
            "li: 2.3. Consider a playground;",
            "li: 2.4. Publish the budget;",
            "li: 2.5. Plant more trees.",
        ],
        [
            "Repair the benches (Group A);",
            "Open the park at night;",
            "Consider a playground;",
            "Publish the budget;",
            "Plant more trees.",
        ],
        {},
    ),
    "good practice boxes": (
        "en",
        [
            "h 1: Feeding ducks",
            "p: Ducks like grain. Bread makes them ill.",
            "h 2: Good practice",
            "p: Use grain or peas instead of bread.",
            "p: Visitors may wish to ask the keeper.",
        ],
        [
            "Use grain or peas instead of bread.",
            "Visitors may wish to ask the keeper.",
        ],
        {},
    ),
    "a list that completes a clause": (
        "en",
        [
            "h: 5. Governance",
            "p: 12. The management body shall:",
            "li: (a) approve the plan;",
            "li: (b) review it each year.",
            "p: 13. Institutions shall ensure that pilots:",
            "li: (a) know the coast;",
            "li: (b) speak two languages.",
        ],
        [
            "approve the plan;",
            "review it each year.",
            "Institutions shall ensure that pilots: (a) know the coast; (b) speak two languages.",
        ],
        {},
    ),
}


def test_numbered_paragraphs_of_a_long_text_are_prose() -> None:
    told = "Boats were built here for hundreds of years, and each village had a yard of its own by the sea. "
    lines = [f"p: {number}. {told * 3}We will mend pier {number}." for number in range(1, 25)]
    lines.insert(12, "h: The second half")
    assert texts(*lines) == [f"We will mend pier {number}." for number in range(1, 25)]


def test_the_advice_of_another_body_is_not_the_issuers_own() -> None:
    line = "p: The Commission recommends a lamp on each pier. The Harbour Board encourages ports to buy one."
    assert texts(line, enacting_body=["Harbour Board of Arcadia"]) == [
        "The Harbour Board encourages ports to buy one."
    ]


@pytest.mark.parametrize(("language", "lines", "expected", "entry"), SHAPES.values(), ids=SHAPES.keys())
def test_each_shape_gives_its_rows(
    language: str, lines: list[str], expected: list[str], entry: dict[str, object]
) -> None:
    assert texts(*lines, language=language, **entry) == expected
