"""Lists, checklists and stems: each shape is a document of our own writing."""

import pytest

from tests.shapes import texts

SHAPES = {
    "an item over a page break": (
        "en",
        [
            "h@3: Key actions",
            "li@3: • Draw up a list of all pumps and keep it up to date with the help of the owners.",
            "li@4: • Test each pump.",
        ],
        [
            "Draw up a list of all pumps and keep it up to date with the help of the owners.",
            "Test each pump.",
        ],
        {},
    ),
    "bullets under an open stem": (
        "en",
        [
            "h: Providers of boats",
            "p: Providers should:",
            "li: • check every hull;",
            "li: • train the crew;",
            "li: • a written plan for storms.",
        ],
        [
            "check every hull;",
            "train the crew;",
            "a written plan for storms.",
        ],
        {},
    ),
    "a list that is part of one sentence": (
        "en",
        [
            "h: Labels",
            "p: Jars are pretty. Each label should include:",
            "li: • the name of the fruit;",
            "li: • the day of the harvest.",
        ],
        [
            "Each label should include: • the name of the fruit; • the day of the harvest.",
        ],
        {},
    ),
    "a checklist of questions and orders": (
        "en",
        [
            "title: Checklist for summer camps",
            "h: Before you leave",
            "li: • Does the camp have clean water?",
            "li: • Pack a first-aid kit.",
            "li: • How could weather harm the tents?",
            "h: References",
            "li: • Camp weekly, issue 4",
        ],
        [
            "Does the camp have clean water?",
            "Pack a first-aid kit.",
            "How could weather harm the tents?",
        ],
        {},
    ),
    "labelled recommendations": (
        "en",
        [
            "h: Rivers",
            "p: Rivers are long.",
            "p: Recommendation 1: Map every river in the country.",
            "p: Some rivers are short.",
            "p: Recommendation 2 – Measure the depth of each river twice a year.",
        ],
        [
            "Map every river in the country.",
            "Measure the depth of each river twice a year.",
        ],
        {},
    ),
    "codes in front of recommendations": (
        "en",
        [
            "h: Lakes",
            "p: R1. Lakes should be fenced.",
            "p: Fences cost money.",
            "p: R2. Swimmers should wear caps.",
            "p: R3. Boats should carry lights.",
        ],
        [
            "Lakes should be fenced.",
            "Swimmers should wear caps.",
            "Boats should carry lights.",
        ],
        {},
    ),
    "a stem whose items stand under headings": (
        "en",
        [
            "h: 2. Duties",
            "p: The manager of a harbour must be responsible for ensuring:",
            "h 2: 2.1 Logs",
            "li: 2.1.1 Keeping a log of all boats.",
            "li: 2.1.2 Showing it to the public once a year.",
            "h 2: 2.2 Lamps",
            "li: 2.2.1 Testing each lamp.",
        ],
        [
            "Keeping a log of all boats.",
            "Showing it to the public once a year.",
            "Testing each lamp.",
        ],
        {},
    ),
    "lists of do and don't": (
        "en",
        [
            "title: Using lamps in the library",
            "h: Do",
            "li: • Ask the librarian before you bring a lamp.",
            "li: • Switch it off when you leave.",
            "h: Don't",
            "li: • Leave a lamp alone.",
            "li: • Use candles.",
        ],
        [
            "Ask the librarian before you bring a lamp.",
            "Switch it off when you leave.",
            "Leave a lamp alone.",
            "Use candles.",
        ],
        {},
    ),
    "checklist with boxes": (
        "en",
        [
            "h: Checklist",
            "li: • We have checked the hull.",
            "li: • We have told the harbour master where we sail.",
            "li: • We know who holds the key.",
        ],
        [
            "We have checked the hull.",
            "We have told the harbour master where we sail.",
            "We know who holds the key.",
        ],
        {},
    ),
    "key actions box": (
        "en",
        [
            "h: Rivers",
            "p: Rivers are long and wild.",
            "h 2: Key actions",
            "li: • Build bridges over each river.",
            "li: • A new school for ferrymen.",
        ],
        [
            "Build bridges over each river.",
            "A new school for ferrymen.",
        ],
        {},
    ),
    "numbered paragraphs under roles": (
        "en",
        [
            "title: Policy on keys",
            "h 1: 4. Roles and responsibilities",
            "p: 4.1 Heads of department must:",
            "li: 4.1.1 name a keeper of keys;",
            "li: 4.1.2 report lost keys.",
            "p: 4.2 Staff must not lend keys to guests.",
            "p: 4.3 The Security Office is responsible for changing locks.",
        ],
        [
            "name a keeper of keys;",
            "report lost keys.",
            "Staff must not lend keys to guests.",
            "The Security Office is responsible for changing locks.",
        ],
        {},
    ),
    "consequences and themes are no items": (
        "en",
        [
            "h: Lamps",
            "p: A dull lamp can lead to:",
            "li: • harm on the stairs",
            "li: • distrust of keepers",
            "p: When you buy a lamp, you should consider the:",
            "li: • colour of the glass",
            "li: • height of the pole",
            "p: You may:",
            "li: • bring a lamp of your own",
            "li: • use it in the garden",
        ],
        [
            "When you buy a lamp, you should consider the: • colour of the glass • height of the pole",
            "bring a lamp of your own",
            "use it in the garden",
        ],
        {},
    ),
    "paragraphs that begin with a label": (
        "en",
        [
            "title: First guidelines for lamps",
            "p: Protect the shelves: You should not put lamps near books. Paper burns.",
            "p: You are responsible for your lamp: Lamps may fall. Check them before you leave.",
            "p: Ask before you buy: The office must see each lamp.",
        ],
        [
            "Protect the shelves: You should not put lamps near books. Paper burns.",
            "You are responsible for your lamp: Lamps may fall. Check them before you leave.",
            "Ask before you buy: The office must see each lamp.",
        ],
        {},
    ),
    "bullets that begin with a label": (
        "en",
        [
            "title: First guidelines for lamps",
            "li: • Protect the shelves: You should not put lamps near books. Paper burns.",
            "li: • You are responsible for your lamp: Lamps may fall. Check them before you leave.",
            "li: • Stay alert for smoke: Smoke comes before fire.",
        ],
        [
            "Protect the shelves: You should not put lamps near books. Paper burns.",
            "You are responsible for your lamp: Lamps may fall. Check them before you leave.",
            "Stay alert for smoke: Smoke comes before fire.",
        ],
        {},
    ),
    "lists below the names of roles": (
        "en",
        [
            "h 1: 4 Practical guide",
            "h 2: 4.1 Boat builders",
            "li: • Test every hull.",
            "li: • Logs of tests should be kept.",
            "h 2: 4.2 Harbour users",
            "li: • Read the rules.",
            "li: • Do not sail at night.",
        ],
        [
            "Test every hull.",
            "Logs of tests should be kept.",
            "Read the rules.",
            "Do not sail at night.",
        ],
        {},
    ),
}


@pytest.mark.parametrize(("language", "lines", "expected", "entry"), SHAPES.values(), ids=SHAPES.keys())
def test_each_shape_gives_its_rows(
    language: str, lines: list[str], expected: list[str], entry: dict[str, object]
) -> None:
    assert texts(*lines, language=language, **entry) == expected
