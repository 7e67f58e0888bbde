"""The date of a document: printed at its evidence, whatever stands around it."""

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import annotated, document, reading
from pipeline.assemble import assemble_outcome
from pipeline.assemble.date_cues import decide, follows_place

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
FORMS = (
    ("p: Adopted on {day} {month} {year}", "%Y-%m-%d"),
    ("p: Oslo, {day}.{number}.{year}", "%Y-%m-%d"),
    ("p: {month} {year}", "%Y-%m"),
    ("p: Published: {month} {day}, {year}", "%Y-%m-%d"),
    ("p: Comments are due by {day} {month} {year}.", "%Y-%m-%d"),
    ("p: The storm of {day} {month} {year} broke the pier of the old harbour in the north.", "%Y-%m-%d"),
    ("furniture: Guide | {day} {month} {year}", "%Y-%m-%d"),
    ("p: © Pier Institute {year}", "%Y"),
)
DAYS = st.dates(datetime.date(1990, 1, 1), datetime.date(2039, 12, 31))
DATED_LINES = st.lists(st.tuples(st.sampled_from(FORMS), DAYS), max_size=5)


def print_line(form: str, day: datetime.date) -> str:
    return form.format(day=day.day, number=day.month, month=MONTHS[day.month - 1], year=day.year)


@settings(max_examples=60, deadline=None)
@given(DATED_LINES)
def test_any_date_of_an_entry_is_printed_at_its_evidence(dated):
    lines = [print_line(form, day) for (form, _), day in dated]
    made = document("title~20: Guide to piers", *lines)
    outcome = assemble_outcome(*annotated(made))
    value = outcome.entry.date
    rows = [row for row in outcome.evidence if row.field == "date" and row.status == "accepted"]
    assert (value is None) == (not rows)
    printed = {day.strftime(form) for (_, form), day in dated} | {str(day.year) for _, day in dated}
    assert value is None or value in printed
    assert all(row.quote and value[:4] in row.quote for row in rows)
    assert all(made.text[row.start : row.end] == row.quote for row in rows)


@settings(max_examples=30, deadline=None)
@given(DAYS)
def test_a_deadline_alone_never_becomes_the_date(day):
    made = document(
        "title~20: Guide to piers", print_line("p: Comments are due by {day} {month} {year}.", day)
    )
    assert assemble_outcome(*annotated(made)).entry.date is None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("p: Brussels, 19.2.2020", True),
        ("p: Bogotá, D.C., 8 November 2019", True),
        ("p: Done at Valletta, 3 May 2021", True),
        ("p: The pier, which broke in the storm, 3 May 2021", False),
    ],
)
def test_a_place_stands_before_its_date(line, expected):
    text = reading(line)
    mention = text.mentions["dates"][0]
    assert follows_place(text, mention, text.blocks[0]) is expected


def test_a_government_host_prints_the_month_first():
    text = reading("p: Issued 03/04/2020", metadata={"url": "https://www.pier.gov/guide"})
    assert decide(text, text.mentions["dates"][0]) == "2020-03-04"


def test_a_publication_before_the_date_of_the_cover_is_that_of_another_text():
    lines = ("title~20: Guide to piers", "p: July 2031")
    told = "p@9: This guide was published on 3 {month} 2031. Piers must be painted."
    earlier = assemble_outcome(*annotated(document(*lines, told.format(month="May")))).entry
    same = assemble_outcome(*annotated(document(*lines, told.format(month="July")))).entry
    assert (earlier.date, same.date) == ("2031-07", "2031-07-03")


def test_a_line_that_opens_with_its_adoption_dates_the_text_however_long_the_body():
    line = (
        "p: Adopted by the General Assembly of the Intergovernmental Programme on Piers and Harbours "
        "at its seventh session, Geneva, 16 November 2023"
    )
    made = document("title~20: Recommendation on piers", line)
    entry = assemble_outcome(*annotated(made)).entry
    assert entry is not None
    assert (entry.date, entry.date_role) == ("2023-11-16", "adopted")
