"""Tables of controls, measures and actions: each shape is a document of our own writing."""

import pytest

from tests.shapes import texts

SHAPES = {
    "a table of tasks with ids": (
        "en",
        [
            "t: Practice | Task | Example\n"
            "Prepare the ship (PS) | PS.1.1: Identify every leak and write it down. | A list on "
            "paper\nPrepare the ship (PS) | PS.1.2: Assign a sailor to each leak. | A duty plan on "
            "the wall",
        ],
        [
            "Identify every leak and write it down.",
            "Assign a sailor to each leak.",
        ],
        {},
    ),
    "a table of controls with definitions": (
        "en",
        [
            "t: Security control | Definition | Stage\n"
            "Lock the doors at night | All doors must be locked by the last guard who leaves. | x\n"
            "Write down each visit | A book should lie at the entrance. | x x",
        ],
        [
            "Lock the doors at night All doors must be locked by the last guard who leaves.",
            "Write down each visit A book should lie at the entrance.",
        ],
        {},
    ),
    "a table whose items below others stand one column on": (
        "en",
        [
            "t: Controls |  | Definition\n"
            "Lock the doors at night |  | All doors must be locked by the last guard.\n"
            " | Count the keys every evening | Keys should be counted by two guards.",
        ],
        [
            "Lock the doors at night All doors must be locked by the last guard.",
            "Count the keys every evening Keys should be counted by two guards.",
        ],
        {},
    ),
    "a table whose head asks what is to be done": (
        "en",
        [
            "t: Weather | What the crew should do\n"
            "Calm | Keep the sails on deck dry\n"
            "Storm | Check every rope and report it",
        ],
        ["Keep the sails on deck dry", "Check every rope and report it"],
        {},
    ),
    "a table with a column of recommendations": (
        "en",
        [
            "t: Issue | Recommendation\n"
            "Dark paths | Lamps should be put up along the paths.\n"
            "Old maps | Print new maps and hang them at the gates.",
        ],
        [
            "Lamps should be put up along the paths.",
            "Print new maps and hang them at the gates.",
        ],
        {},
    ),
    "outcomes with ids, without their categories": (
        "en",
        [
            "t: Categories | Subcategories\n"
            "KEEP 1: Boats are kept with care. | KEEP 1.1: Hulls are painted every year.\n"
            "KEEP 1: Boats are kept with care. | KEEP 1.2: Sails are dried after use.\n"
            "SAIL 2: Trips are planned well. | SAIL 2.1: Weather reports are read aloud.",
        ],
        [
            "Hulls are painted every year.",
            "Sails are dried after use.",
            "Weather reports are read aloud.",
        ],
        {},
    ),
    "several recommendations in a long cell": (
        "en",
        [
            "t: Topic | Recommendations\n"
            "Old wells in the fields | Farmers should cover every old well on their land before the "
            "first snow of the winter, so that nobody falls into it in the dark. Wells are deep and "
            "the stones around them are often loose after so many years. Farmers may wish to put up "
            "a sign beside each well and to paint it in a bright colour that children see from "
            "afar.\nNew wells in the village | Dig new wells far from the road.",
        ],
        [
            "Farmers should cover every old well on their land before the first snow of the winter, "
            "so that nobody falls into it in the dark.",
            "Farmers may wish to put up a sign beside each well and to paint it in a bright colour "
            "that children see from afar.",
            "Dig new wells far from the road.",
        ],
        {},
    ),
    "a table of measures with those responsible": (
        "en",
        [
            "h: Measures",
            "t: Measure | Responsible | Deadline\n"
            "Publish a map of all wells | Ministry of Water | June 2030\n"
            "Train the keepers of the pumps | Pump Agency | 2031",
        ],
        [
            "Publish a map of all wells",
            "Train the keepers of the pumps",
        ],
        {},
    ),
    "a head of a table is no row": (
        "en",
        [
            "h: Duties",
            "t: Topic | What the service should do\n"
            "Lamps | The service should light every lamp.\n"
            "Paths | The service should sweep the paths.",
        ],
        [
            "The service should light every lamp.",
            "The service should sweep the paths.",
        ],
        {},
    ),
    "practices, tasks and examples side by side": (
        "en",
        [
            "t: Practices | Tasks | Notional Implementation Examples | References\n"
            "Keep the Boat (KB): Keep the boat afloat. | KB.1.1: Identify all leaks and write them "
            "down. | Example 1: Use a pen. | RFC 1\n"
            " | KB.1.2: Communicate leaks to all sailors. | Example 1: Shout. | RFC 2\n"
            " | KB.2.1: Create and maintain a log. | Example 1: Use paper. | RFC 3",
        ],
        [
            "Identify all leaks and write them down.",
            "Communicate leaks to all sailors.",
            "Create and maintain a log.",
        ],
        {},
    ),
    "outcomes with ids in plain paragraphs": (
        "en",
        [
            "h: 5.1 Steer",
            "p: STEER 1: Rules of the ship are in place.",
            "p: STEER 1.1: The rules of the harbour are known and written down.",
            "p: STEER 1.2: The crew knows who gives orders.",
            "p: STEER 2.1: Maps are checked before each trip.",
        ],
        [
            "The rules of the harbour are known and written down.",
            "The crew knows who gives orders.",
            "Maps are checked before each trip.",
        ],
        {},
    ),
    "a table of actions with agency and deadline": (
        "en",
        [
            "t: No | Action | Responsible agency | Deadline\n"
            "1.1 | Organising visits to the harbour | Port Office | May 2030\n"
            "1.2 | Development of a book on knots | School Board | 2031\n"
            "1.3 | New lamps for the pier | Port Office | 2032",
        ],
        [
            "Organising visits to the harbour",
            "Development of a book on knots",
            "New lamps for the pier",
        ],
        {},
    ),
    "commitments in a table": (
        "en",
        [
            "h: Commitments",
            "t: Commitment | Owner | Date\n"
            "Plant one tree for each boat | Park Office | 2030\n"
            "Close the old quarry | Mining Office | 2032",
        ],
        [
            "Plant one tree for each boat",
            "Close the old quarry",
        ],
        {},
    ),
    "a table that sums up a list": (
        "en",
        [
            "h: 3. Actions",
            "p: The Commission will:",
            "li: • fund new mills in each valley of the country;",
            "li: • organise a yearly fair for millers.",
            "h: Annex: overview",
            "t: Actions | When\nFund new mills in each valley of the country | 2030\nOrganise a "
            "yearly fair for millers | 2031",
        ],
        [
            "fund new mills in each valley of the country;",
            "organise a yearly fair for millers.",
        ],
        {},
    ),
    "outcomes with ids run together in paragraphs": (
        "en",
        [
            "p: STEER 1: Rules are in place. STEER 1.1: The rules of the harbour are known. "
            "STEER 1.2: The crew knows who gives orders.",
            "p: STEER 2: Maps are good. STEER 2.1: Maps are checked before each trip.",
            "p: As STEER 2.1 says, maps matter. STEER 2.2: Old maps are burnt in winter.",
            "p: STEER 3.1: Logs are kept by the captain.",
        ],
        [
            "The rules of the harbour are known.",
            "The crew knows who gives orders.",
            "Maps are checked before each trip.",
            "Old maps are burnt in winter.",
            "Logs are kept by the captain.",
        ],
        {},
    ),
    "ids that are headings": (
        "en",
        [
            "h 1: Steer",
            "h 2: STEER 1.1",
            "p: The rules of the harbour are known to all.",
            "h 3: Suggested actions",
            "li: • Hang the rules on the wall.",
            "h 2: STEER 1.2",
            "p: The crew knows who gives orders.",
            "h 2: STEER 1.3",
            "p: Maps are checked before each trip.",
            "h 2: STEER 2.1",
            "p: Old maps are burnt in winter.",
            "h 2: STEER 2.2",
            "p: Logs are kept by the captain.",
        ],
        [
            "The rules of the harbour are known to all.",
            "Hang the rules on the wall.",
            "The crew knows who gives orders.",
            "Maps are checked before each trip.",
            "Old maps are burnt in winter.",
            "Logs are kept by the captain.",
        ],
        {},
    ),
    "columns of do and don't": (
        "en",
        [
            "h: Using the library",
            "t: Do | Don't\nAsk the librarian before you bring a lamp. | Leave a lamp alone in the "
            "hall.\nSwitch the lamp off when you leave. | Light candles between the shelves.",
        ],
        [
            "Ask the librarian before you bring a lamp.",
            "Leave a lamp alone in the hall.",
            "Switch the lamp off when you leave.",
            "Light candles between the shelves.",
        ],
        {},
    ),
}


@pytest.mark.parametrize(("language", "lines", "expected", "entry"), SHAPES.values(), ids=SHAPES.keys())
def test_each_shape_gives_its_rows(
    language: str, lines: list[str], expected: list[str], entry: dict[str, object]
) -> None:
    assert texts(*lines, language=language, **entry) == expected
