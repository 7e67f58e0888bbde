"""Screening: the signs by which a text is told from soft law, one by one."""

from dataclasses import replace

import pytest

from builders import document, reading
from pipeline.assemble.screening import screen
from pipeline.records import Entry


def reasons(*lines: str, full_name: str | None = None, language: str = "en", **metadata: str) -> set[str]:
    text = reading(*lines, language=language, metadata=metadata)
    return {found.rule for found in screen(text, Entry(entry_id="sample", full_name=full_name))}


@pytest.mark.parametrize(
    ("title", "rule"),
    [
        ("Regulation (EU) 2031/679 on piers", "union_act"),
        ("Council Directive 95/46/EC of 24 October 1995 on piers", "union_act"),
        ("Commission Implementing Decision (EU) 2031/12", "union_act"),
        ("Public Law 117 on piers", "statute_number"),
        ("LOI n° 78-17 relative aux jetées", "statute_number"),
        ("Executive Order on Piers", "statute_titles"),
        ("Proposal for a Regulation on piers", "bill_titles"),
        ("Judgment of the Court in the pier case", "judgment_titles"),
        ("FACT SHEET: Minister Opens Pier", "press"),
        ("Press release on piers", "press"),
    ],
)
def test_a_title_tells_what_is_no_soft_law(title, rule):
    assert rule in reasons("p: Text of the pier.", full_name=title)


@pytest.mark.parametrize(
    "title",
    [
        "Guidelines on Regulation (EU) 2031/679",
        "Recommendation on the Pier Convention",
        "University Regulations on Pier Software",
        "Directive on Pier Decisions",
        "Policy on Press Releases",
        "Principles of Pier Law",
        "Opinion 3/2031 on the Proposal for a Regulation on piers",
        "Code of Conduct under the Treaty",
    ],
)
def test_a_title_that_only_speaks_of_such_a_text_is_soft_law(title):
    assert reasons("p: Text of the pier.", full_name=title) == set()


def test_an_enacting_formula_in_quotation_marks_is_no_sign():
    assert reasons("p: Statutes open with “Be it enacted” by custom.", full_name="Pier notes") == set()


def test_wide_pages_with_few_words_are_slides():
    made = document(*(f"p@{page}: Piers, part {page}" for page in range(1, 8)))
    made.blocks = [replace(block, bbox=(40.0, 40.0, 900.0, 500.0)) for block in made.blocks]
    text = reading("p: x")
    text.document, text.text = made, made.text
    assert {found.rule for found in screen(text, Entry(entry_id="sample"))} == {"slides"}
