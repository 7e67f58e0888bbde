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
POINTING = "Those keepers should also be asked for their views on the boards before the winter comes."
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


def test_an_item_without_a_verb_is_no_sentence_of_the_summary():
    item = "Monitoring and repair of the old boards, including the costs of the nails and of the oak."
    assert summary(f"p: {PURPOSE}", f"li: {item}", f"li: {ADVICE}")[0] == f"{PURPOSE} {ADVICE}"


def test_a_sentence_that_points_back_comes_last():
    text = reading(*[f"p: {line}" for line in (POINTING, PURPOSE, ADVICE)])
    scores = {row.value: row.score for row in find_summary(text, ENTRY)}
    assert scores[POINTING] < scores[PURPOSE]


def test_a_disclaimer_is_no_summary():
    line = "These guidelines are provided for informational purposes and do not replace a carpenter."
    assert summary(f"p: {line}", f"p: {PURPOSE}")[0] == PURPOSE


def test_sentences_with_the_words_of_the_title_come_first():
    piers = "Old piers need repairs every year because winter storms pull nails out of the boards."
    gulls = "White gulls sleep every night because the lamps keep foxes away from their eggs."
    text = reading(
        f"p: {gulls}", f"p: {piers}", *["p: Boards are cut from oak and dried for two years."] * 30
    )
    titled = Entry(entry_id="sample", document_type="guidelines", full_name="Repairs of piers before winter")
    scores = {row.value: row.score for row in find_summary(text, titled)}
    assert scores[gulls] < scores[piers]
