"""The rows of recommendations: place, page, number, force, addressee and mentions."""

import os
from pathlib import Path

import pytest

from pipeline.annotate import annotate_document, build_pipeline
from pipeline.assemble import assemble_outcome
from pipeline.assemble.recommendations import find_recommendations
from pipeline.parse import read_document
from pipeline.records import Document, Entry, Outcome, Recommendation, Source
from tests.shapes import document, reading, rows, vocabulary

SAMPLES = Path(__file__).parent.parent / "raw" / "samples"
FORMATS = {".pdf", ".html", ".txt", ".md"}
# Real documents beside the project, read too where SOFTLAW_SHARED says where they lie.
SHARED = os.environ.get("SOFTLAW_SHARED")
FOLDERS = [SAMPLES, *([Path(SHARED) / "corpus"] if SHARED else [])]


def folded(made: Document, row: Recommendation) -> str:
    """The canonical text at the offsets of a row, spaces folded and marks dropped."""
    return " ".join(made.without_marks()[row.start : row.end].split())


def assemble(made: Document) -> Outcome:
    """The outcome of a document in its own language."""
    nlp = build_pipeline(vocabulary(), made.language)
    return assemble_outcome(made, annotate_document(made, nlp), vocabulary())


@pytest.mark.parametrize(
    ("sentence", "force"),
    [
        ("Operators must keep a log.", "obligation"),
        ("Operators are required to keep a log.", "obligation"),
        ("Operators should keep a log.", "recommendation"),
        ("Operators are encouraged to keep a log.", "recommendation"),
        ("Keep a log of every trip.", "recommendation"),
        ("Operators may wish to keep a log.", "permission"),
        ("We will keep a log of every trip.", "commitment"),
        ("We undertake to keep a log of every trip.", "commitment"),
        ("The Commission will keep a log of every trip.", "commitment"),
    ],
)
def test_the_force_follows_the_grammar(sentence: str, force: str) -> None:
    assert [row.modality for row in rows(f"p: {sentence}")] == [force]


def test_items_take_the_force_of_their_stem() -> None:
    made = rows("p: Signatories commit to the following:", "li: • keep a log;", "li: • test each pump.")
    assert [row.modality for row in made] == ["commitment", "commitment"]


def test_an_item_with_a_norm_of_its_own_keeps_its_force() -> None:
    made = rows(
        "h: Commitments",
        "li: (1) Signatories will keep a log.",
        "li: (2) Signatories are encouraged to share it.",
    )
    assert [row.modality for row in made] == ["commitment", "recommendation"]


@pytest.mark.parametrize(
    ("lines", "addressee"),
    [
        (["p: Providers of boats should check the hull."], "developers"),
        (["p: When the sea is rough, teachers should stay ashore."], "educators_and_students"),
        (["p: CALLS ON all governments to build ports."], "governments"),
        (["p: Controllers must:", "li: • keep a log."], "controllers_and_processors"),
        (["h: Advice for regulators", "li: 1. Visit each port.", "li: 2. Read the logs."], "regulators"),
        (["p: Keep a log of every trip."], None),
        (["h: Providers of boats", "li: 1. Check the hull.", "li: 2. Train the crew."], "developers"),
        (["h: Protecting users", "li: 1. Check the hull.", "li: 2. Train the crew."], None),
        (
            ["h: Towards a policy framework for boats", "li: 1. Set limits.", "li: 2. Fund ports."],
            "legislators_and_policymakers",
        ),
    ],
)
def test_the_addressee_is_the_subject_the_stem_or_the_heading(
    lines: list[str], addressee: str | None
) -> None:
    assert rows(*lines)[0].addressee == addressee


def test_orders_without_a_subject_address_whom_the_document_addresses() -> None:
    made = rows(
        "p: Lawyers should read the file. Lawyers should ask. Lawyers must not wait.",
        "p: Keep a copy of each letter.",
    )
    assert made[-1].addressee == "professionals"


def test_those_whom_a_text_only_speaks_about_are_not_addressed() -> None:
    lines = ("p: Users like boats. Users like lamps. Users like ports.", "p: Keep a log of every trip.")
    assert rows(*lines)[-1].addressee == "citizens_and_end_users"
    assert rows(*lines, addressees=["regulators", "sme"])[-1].addressee is None


def test_in_dutch_the_subject_may_follow_its_verb() -> None:
    made = rows("p: Daarnaast moet de aanbieder een logboek bijhouden.", language="nl")
    assert made[0].addressee == "developers"


def test_a_proper_name_addresses_nobody() -> None:
    named = "p: The Government of Arcadia built a port. The Government of Arcadia sold it. It is old."
    made = rows(named, "p: The Government of Arcadia has boats.", "p: Keep a log of every trip.")
    assert made[-1].addressee is None


def test_signatories_are_those_of_the_addressees_who_are_named_most() -> None:
    made = rows(
        "p: Providers build boats. Providers sell boats. Regulators watch.",
        "p: Signatories commit to keeping a log.",
        addressees=["developers", "regulators"],
    )
    assert made[0].addressee == "developers"


@pytest.mark.parametrize(
    ("entry", "addressee"),
    [
        ({"document_type": "strategy", "body_nature": "public_authority"}, "governments"),
        ({"document_type": "strategy", "body_nature": "eu_body"}, None),
        ({"document_type": "policy", "body_nature": "company"}, "companies"),
    ],
)
def test_what_the_issuer_will_do_addresses_the_issuer(
    entry: dict[str, object], addressee: str | None
) -> None:
    made = rows("p: In the next year we will:", "li: • build a port;", "li: • train pilots.", **entry)
    assert [row.addressee for row in made] == [addressee, addressee]


def test_an_issuer_that_commits_itself_is_its_own_addressee() -> None:
    made = rows("p: We will publish every draft.", body_nature="standards_body")
    assert made[0].addressee == "standards_bodies"


def test_letters_join_the_number_of_the_heading() -> None:
    made = rows(
        "h 1: 1. Principles",
        "h 2: 1.2 Safety",
        "li: a) Clubs should keep the field clean.",
        "li: b) Clubs should inspect it weekly.",
    )
    assert [row.number for row in made] == ["1.2 a)", "1.2 b)"]


def test_the_number_of_a_labelled_heading_joins_that_of_the_item() -> None:
    made = rows(
        "h 1: Commitment 2 Clean boats",
        "li: (1) Signatories will wash the boat.",
        "h 2: Measure 2.1 Soap",
        "li: (1) Signatories commit:",
        "li: a) to use mild soap;",
        "li: b) to rinse the deck.",
    )
    assert [row.number for row in made] == ["Commitment 2 (1)", "2.1 (1) a)", "2.1 (1) b)"]


def test_an_item_stands_on_the_page_of_its_start() -> None:
    made = rows("h@2: Recommendations", "li@2: 1. Keep a log.", "li@3: 2. Test each pump.")
    assert [(row.page, row.block_id) for row in made] == [(2, "b2"), (3, "b3")]


def test_footnote_marks_are_dropped_from_the_text_and_offsets_stay() -> None:
    made = document("p: Operators should keep a log¹ of every trip.")
    made.marks.append((made.text.index("¹"), made.text.index("¹") + 1))
    outcome = assemble_outcome(
        made, annotate_document(made, build_pipeline(vocabulary(), "en")), vocabulary()
    )
    row = outcome.recommendations[0]
    assert row.text == "Operators should keep a log of every trip."
    assert made.text[row.start : row.end] == "Operators should keep a log¹ of every trip."


def test_rows_are_counted_in_the_entry() -> None:
    made = document("p: Operators should keep a log. They must not lose it.")
    outcome = assemble_outcome(
        made, annotate_document(made, build_pipeline(vocabulary(), "en")), vocabulary()
    )
    assert outcome.entry is not None
    assert outcome.entry.n_recommendations == len(outcome.recommendations) == 2


def test_a_bullet_without_words_is_no_row() -> None:
    made = rows("p: Operators should:", "li: • keep a log;", "li: • ", "li: • test each pump.")
    assert [(row.seq, row.text) for row in made] == [(1, "keep a log;"), (2, "test each pump.")]


def test_rows_are_numbered_in_order_of_the_text() -> None:
    made = rows("h: Recommendations", "li: 1. Open the gate.", "li: 2. Close the gate.")
    assert [(row.seq, row.number) for row in made] == [(1, "1"), (2, "2")]


def test_a_paragraph_that_hangs_under_its_bullet_belongs_to_the_item() -> None:
    made = reading(
        "h: Recommendations",
        "li: 1. Open the gate.",
        "p: It is heavy.",
        "li: 2. Close the gate.",
        "p: Gates are old.",
    )
    for block, left in zip(made.blocks, (50, 60, 72, 60, 50), strict=True):
        block.bbox = (left, 0, 500, 10)
    found = find_recommendations(made, Entry(entry_id="shape"))
    assert [row.text for row in found] == ["Open the gate. It is heavy.", "Close the gate."]


@pytest.mark.slow
@pytest.mark.parametrize(
    "path",
    sorted(path for folder in FOLDERS for path in folder.rglob("*") if path.suffix in FORMATS),
    ids=lambda path: path.name,
)
def test_every_row_is_the_canonical_text_at_its_place(path: Path) -> None:
    made = read_document(Source(path.stem, path.name), path.read_bytes(), vocabulary())
    found = assemble(made).recommendations
    blocks = {block.block_id: block for block in made.blocks}
    wrong = [
        row.seq
        for row in found
        if folded(made, row) != row.text
        or not blocks[row.block_id].start <= row.start < blocks[row.block_id].end
        or row.page != made.page_at(row.start)
    ]
    assert wrong == []
