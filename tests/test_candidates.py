"""The one judge: what is accepted, and what stays as a rejected row."""

from builders import reading
from pipeline.assemble.candidates import Candidate, judge_one, judge_sentences


def test_the_surest_candidate_wins_and_the_loser_is_kept_with_its_reason():
    text = reading("p: One. Two.")
    value, rows = judge_one(
        text,
        "date",
        [Candidate("b", (5, 8), "date.cover", 0.5), Candidate("a", (0, 3), "date.event", 0.9, "event date")],
    )
    assert value == "b"
    assert {(row.value, row.status, row.rule) for row in rows} == {
        ("a", "rejected", "date.event: event date"),
        ("b", "accepted", "date.cover"),
    }


def test_sentences_are_joined_in_the_order_of_the_text_and_each_has_its_row():
    text = reading("p: First one. Second one.")
    later, earlier = (
        Candidate("Second one.", (11, 22), "summary.x", 0.9),
        Candidate("First one.", (0, 10), "summary.x", 0.5),
    )
    value, rows = judge_sentences(text, "summary", [later, earlier])
    assert value == "First one. Second one."
    assert [row.value for row in rows] == [value, "First one.", "Second one."]
    assert all(text.document.text[row.start : row.end] == row.quote for row in rows)


def test_no_candidate_gives_no_value():
    assert judge_sentences(reading("p: One."), "summary", []) == (None, [])
