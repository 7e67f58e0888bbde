"""The six tagged fields of an entry, each with its evidence."""

from builders import reading
from pipeline.assemble.candidates import Candidate
from pipeline.assemble.tags import find_addressees, find_ai_systems, find_principles, find_project_area
from pipeline.records import Entry

CODE = (
    "title: Code for the use of learning systems",
    "h: Principles",
    "li: 1. Transparency: tell people that a system is used.",
    "li: 2. Accountability: answer for what it does.",
    "li: 3. Human oversight: a person can step in.",
)


def accepted(candidates: list[Candidate]) -> set[str]:
    return {candidate.value for candidate in candidates if not candidate.lost}


def test_all_items_of_a_list_of_principles_are_found() -> None:
    found = list(find_principles(reading(*CODE), Entry("sample")))
    assert accepted(found) == {"transparency", "accountability", "human_oversight"}


def test_each_value_has_its_own_place_and_rule() -> None:
    text = reading(*CODE)
    rows = {item.value: item for item in find_principles(text, Entry("sample")) if not item.lost}
    row = rows["human_oversight"]
    assert row.span is not None
    assert text.text[slice(*row.span)] == "Human oversight"
    assert row.rule == "principles.phrase in lead, stated"


def test_a_footnote_stays_as_a_rejected_row_with_its_reason() -> None:
    text = reading("p: We met.", "fn: On solidarity see there.")
    assert [(row.value, row.lost) for row in find_principles(text, Entry("sample"))] == [
        ("solidarity", "footnote")
    ]


def test_a_language_without_words_gets_no_tags_and_a_row_that_says_so() -> None:
    text = reading("p: Transparency, privacy.", language="fi")
    rows = list(find_addressees(text, Entry("sample")))
    assert [(row.rule, row.lost) for row in rows] == [("addressees.language", "no words in this language")]


def test_a_text_devoted_to_a_sector_is_not_cross_sector() -> None:
    text = reading(
        "title: Tutoring with AI",
        "p: Teachers and students of a school use it in class.",
        "p: Each university decides on its exams; teachers must tell the students.",
    )
    values = accepted(list(find_project_area(text, Entry("sample"))))
    assert "education" in values
    assert "cross_sector" not in values


def test_a_text_without_a_sector_is_cross_sector_at_its_title() -> None:
    text = reading("title: A code of honour", "p: We keep our word.")
    rows = [row for row in find_project_area(text, Entry("sample")) if not row.lost]
    assert [(row.value, row.rule) for row in rows] == [("cross_sector", "project_area.no_sector")]


def test_the_rows_of_a_value_are_those_that_speak_for_it() -> None:
    text = reading(
        "title: Code for the use of learning systems",
        "p: The solidarity of the members was noted in the minutes of the spring meeting.",
        "p: Our principles are solidarity, safety and transparency.",
        "p: Members must act in solidarity.",
    )
    rows = [row for row in find_principles(text, Entry("sample")) if row.value == "solidarity"]
    quoted = [text.text.rfind("\n\n", 0, row.span[0]) for row in rows if row.span and not row.lost]
    assert [text.text[start + 2 : start + 5] for start in quoted] == ["Our"]


def test_a_word_that_only_hints_at_all_sectors_is_no_evidence() -> None:
    rows = list(find_project_area(reading("title: Rules", "p: Each organisation files."), Entry("sample")))
    assert [row.rule for row in rows if not row.lost] == ["project_area.no_sector"]


def test_a_text_that_tells_agencies_what_to_do_is_on_public_administration() -> None:
    text = reading(
        "title: Buying learning systems",
        "p: Agencies must describe the problem first.",
        "p: Municipalities must keep a list.",
        "p: Suppliers should hand over their tests.",
    )
    rows = [row for row in find_project_area(text, Entry("sample")) if row.value == "public_administration"]
    assert "project_area.addressee" in {row.rule for row in rows if not row.lost}


def test_a_text_that_speaks_to_banks_once_is_not_on_finance() -> None:
    text = reading("title: Rules", "p: Banks must file.", "p: Schools must file.", "p: Patients may ask.")
    assert "finance" not in accepted(list(find_project_area(text, Entry("sample"))))


def test_a_type_of_system_in_a_short_note_is_what_the_note_is_about() -> None:
    text = reading("title: Note for clubs", "p: No club may use facial recognition on young athletes.")
    assert accepted(list(find_ai_systems(text, Entry("sample")))) == {"biometric_identification"}


def test_who_is_told_something_in_an_example_is_no_addressee() -> None:
    text = reading("title: Guide", "h: Example", "p: The bank must tell the customer. The bank must wait.")
    assert {row.lost for row in find_addressees(text, Entry("sample"))} == {"case"}


def test_who_is_hardly_named_and_never_spoken_to_is_no_addressee() -> None:
    text = reading("title: Report", "p: A regulator came. Schools closed.")
    lost = {row.lost for row in find_addressees(text, Entry("sample")) if row.value == "regulators"}
    assert lost == {"named, not spoken to"}
