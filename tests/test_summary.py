"""Summary and situations: whole sentences of the text, chosen by what they say."""

from builders import reading
from pipeline.assemble.candidates import judge_sentences
from pipeline.assemble.situations import find_situations
from pipeline.assemble.summary import find_summary
from pipeline.records import Entry

ENTRY = Entry(entry_id="sample", document_type="guidelines")
PURPOSE = "These guidelines aim to help the keepers of old piers to plan repairs before the winter storms."
ADVICE = "Keepers should walk the pier every month and write down each loose board that they have found."
CONTEXT = "Storms have become stronger in recent years and the risks for visitors of old piers are growing."
THANKS = "We thank the many keepers who acknowledged our letters and sent us drawings of their piers."
LEANING = "However, this is not always so and the keepers may have other views on boards and nails."


def summary(*lines: str) -> tuple[str | None, list[str]]:
    text = reading(*lines)
    value, rows = judge_sentences(text, "summary", find_summary(text, ENTRY))
    assert all(text.document.text[row.start : row.end] == row.quote for row in rows)
    return value, [row.value for row in rows]


def test_the_sentences_stand_in_the_order_of_the_text_with_a_row_each():
    value, rows = summary(f"p: {PURPOSE}", f"p: {CONTEXT} {ADVICE}")
    assert value == f"{PURPOSE} {CONTEXT} {ADVICE}"
    assert rows == [value, PURPOSE, CONTEXT, ADVICE]


def test_thanks_and_cut_sentences_are_left_out():
    value, _ = summary(
        f"p: {THANKS}", f"p: {PURPOSE}", "p: Keepers of piers that are old and that stand in the"
    )
    assert value == PURPOSE


def test_the_documents_own_summary_comes_first():
    own = " ".join(
        [PURPOSE, ADVICE, CONTEXT, "The annex offers a form that keepers of piers can fill in at once."]
    )
    value, _ = summary(
        "h: Executive summary", f"p: {own}", "h: Chapter", f"p: {ADVICE.replace('month', 'week')}"
    )
    assert value == own


def test_a_text_without_whole_sentences_has_no_summary():
    assert summary("p: Piers", "li: boards", "li: nails") == (None, [])


def test_situations_tell_the_context():
    text = reading(
        f"p: {CONTEXT}", f"p: {LEANING}", *["p: Boards are cut from oak and dried for two years."] * 30
    )
    value, _ = judge_sentences(text, "situations", find_situations(text, ENTRY))
    assert value == CONTEXT
