"""The rows of recommendations: place, page, number, force, addressee and mentions."""

import os
from pathlib import Path

import pytest

from pipeline.annotate import annotate_document, build_pipeline
from pipeline.assemble import assemble_outcome
from pipeline.parse import ParseError, read_document
from pipeline.records import Document, Outcome, Recommendation, Source
from tests.shapes import document, rows, vocabulary

SAMPLES = Path(__file__).parent.parent / "raw" / "samples"
# A folder of real documents to hold the rule against; without it the samples are read.
CORPUS = Path(os.environ.get("SOFTLAW_CORPUS", SAMPLES))
FORMATS = {".pdf", ".html", ".txt", ".md"}


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


@pytest.mark.slow
@pytest.mark.parametrize(
    "path",
    sorted(path for path in CORPUS.rglob("*") if path.suffix in FORMATS),
    ids=lambda path: path.name,
)
def test_every_row_is_the_canonical_text_at_its_place(path: Path) -> None:
    try:
        made = read_document(Source(path.stem, path.name), path.read_bytes(), vocabulary())
    except ParseError as error:
        pytest.skip(error.reason)
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
