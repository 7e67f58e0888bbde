"""A page of the database itself becomes the same curated entry, whatever its markup."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import pytest

from pipeline.annotate import annotate_document, build_pipeline
from pipeline.assemble import assemble_outcome
from pipeline.parse import read_document
from pipeline.records import Outcome, Source
from pipeline.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()
PIPELINE = build_pipeline(VOCABULARY, "en")

SHEET: list[tuple[str, list[str]]] = [
    ("Full name of the document", ["Guidelines on care robots in nursing homes"]),
    ("Body / organism enacting the document", ["Council of Europe (CoE)"]),
    ("Nature of the body / organism", ["International body"]),
    ("Type of document", ["Guidelines"]),
    ("Date", ["12 March 2024"]),
    ("Project area", ["AI and health", "AI and data protection"]),
    ("Law area", ["Civili liability", "Privacy / data protection"]),
    ("Summary of the document", ["Homes must log every fall alarm.", "They should train their staff."]),
    ("Type of addressees", ["Governments and developers"]),
    ("Territorial scope", ["Global"]),
    ("Situations involved", ["Robots lift residents at night."]),
    ("AI system(s) involved", ["Specific intended purpose AI", "Robotics"]),
    ("Fundamental rights involved", ["Right to health", "Environmental rights"]),
    ("Principles expressly addressed", ["Accountability", "Transparency"]),
    ("Connection with hard law", ["It builds on Regulation (EU) 2016/679."]),
    ("Possible legal force and impact on national/supranational legal system", ["It may guide courts."]),
    ("Case author", ["Ada Example", "Researcher", "Institute of Robots"]),
]
EXPECTED = {
    "short_name": "Care robots",
    "full_name": "Guidelines on care robots in nursing homes",
    "enacting_body": ["Council of Europe"],
    "body_nature": "international_body",
    "document_type": "guidelines",
    "date": "2024-03-12",
    "project_area": ["data_protection", "health"],
    "law_area": ["civil_liability", "privacy_data_protection"],
    "summary": "Homes must log every fall alarm. They should train their staff.",
    "addressees": ["developers", "governments"],
    "territorial_scope": ["global"],
    "situations": "Robots lift residents at night.",
    "ai_systems": ["robotics", "specific_purpose_ai"],
    "fundamental_rights": ["environment", "health"],
    "principles": ["accountability", "transparency"],
    "hard_law": ["32016R0679"],
    "hard_law_statement": "It builds on Regulation (EU) 2016/679.",
    "legal_force_statement": "It may guide courts.",
    "case_author": "Ada Example, Researcher, Institute of Robots",
    "review_status": "curated",
    "n_recommendations": 0,
}


def write_definitions(sheet: list[tuple[str, list[str]]]) -> str:
    rows = "".join(f"<dt>{label}</dt><dd>{'<br>'.join(values)}</dd>" for label, values in sheet)
    return f"<title>Care robots</title><nav>Database index</nav><h1>Care robots</h1><dl>{rows}</dl>"


def write_headings(sheet: list[tuple[str, list[str]]]) -> str:
    rows = "".join(
        f"<h3>{label}</h3><ul>{''.join(f'<li>{value}</li>' for value in values)}</ul>"
        for label, values in sheet
    )
    return f"<p>Soft law</p><h2>Care robots</h2>{rows}<footer>Imprint</footer>"


def write_table(sheet: list[tuple[str, list[str]]]) -> str:
    rows = "".join(
        f"<tr><th>{label}:</th><td>{''.join(f'<p>{value}</p>' for value in values)}</td></tr>"
        for label, values in sheet
    )
    return f"<h1>Care robots</h1><table>{rows}</table>"


def write_boxes(sheet: list[tuple[str, list[str]]]) -> str:
    rows = "".join(
        f"<div class=f><div class=l><span>{label}</span></div>"
        f"<div class=v>{''.join(f'<div>{value}</div>' for value in values)}</div></div>"
        for label, values in sheet
    )
    return f"<div><div><h1>Care robots</h1></div><div>{rows}</div></div>"


def write_text(sheet: list[tuple[str, list[str]]]) -> str:
    rows = "\n".join("\n".join([label, *values]) for label, values in sheet)
    return f"Skip to main content\n\nSoft law\n\nCare robots\n\n{rows}\n"


WRITERS = {
    "dl": write_definitions,
    "headings": write_headings,
    "table": write_table,
    "boxes": write_boxes,
    "text": write_text,
}


def run(page: str) -> Outcome:
    document = read_document(Source("page", "page"), page.encode(), VOCABULARY)
    return assemble_outcome(document, annotate_document(document, PIPELINE), VOCABULARY)


def entry_of(outcome: Outcome) -> dict[str, Any]:
    assert outcome.entry is not None
    return asdict(outcome.entry)


@pytest.mark.parametrize("markup", WRITERS)
def test_any_markup_gives_the_same_complete_entry(markup: str) -> None:
    entry = entry_of(run(WRITERS[markup](SHEET)))
    assert {name: entry[name] for name in EXPECTED} == EXPECTED


@pytest.mark.parametrize("markup", WRITERS)
def test_an_empty_date_stays_null(markup: str) -> None:
    sheet = [(label, [] if label == "Date" else values) for label, values in SHEET]
    assert entry_of(run(WRITERS[markup](sheet)))["date"] is None


def test_an_unknown_value_is_kept_as_printed_and_noted() -> None:
    sheet = [(label, ["Space law"] if label == "Law area" else values) for label, values in SHEET]
    outcome = run(write_definitions(sheet))
    assert entry_of(outcome)["law_area"] == ["Space law"]
    assert outcome.notes == ["page: law_area: 'Space law' is not in the vocabulary"]


def test_each_value_stands_on_its_printed_words() -> None:
    outcome = run(write_table(SHEET))
    assert {row.quote for row in outcome.evidence if row.field == "law_area"} == {
        "Civili liability",
        "Privacy / data protection",
    }


def test_another_form_with_a_few_of_the_labels_is_no_database_page() -> None:
    page = "<h1>Visitor form</h1><dl><dt>Full name</dt><dd>Ada</dd><dt>Date</dt><dd>2024</dd></dl>"
    assert read_document(Source("page", "page"), page.encode(), VOCABULARY).curated is None
