"""hard_law: the rows, the evidence and the statement of the law that a document refers to."""

import pytest

from builders import reading
from pipeline.assemble.cited import read_cited
from pipeline.assemble.hard_law import find_hard_law, find_hard_law_statement, list_hard_law
from pipeline.records import Entry


def entry(**values) -> Entry:
    return Entry(entry_id="sample", **values)


def rows(*lines, language="en", **values):
    return list_hard_law(reading(*lines, language=language), entry(**values))


def ids(*lines, **values):
    return [row.instrument_id for row in rows(*lines, **values)]


def test_an_instrument_has_one_row_with_count_pages_and_pinpoints():
    (row,) = rows(
        "p: Article 22 of the GDPR limits automated decisions.",
        "p@2: Under Regulation (EU) 2016/679 and recital 71 of the GDPR, people may object.",
    )
    assert (row.instrument_id, row.kind, row.name) == (
        "32016R0679",
        "binding",
        "General Data Protection Regulation",
    )
    assert (row.n_citations, row.pages, row.page) == (3, [1, 2], 1)
    assert row.pinpoints == ["Article 22", "Recital 71"]
    assert (row.quote, row.as_cited, row.start) == ("GDPR", "GDPR", 18)


def test_rows_stand_in_the_order_of_the_first_citation():
    assert ids("p: The ECHR came before Directive 95/46/EC.") == ["echr", "31995L0046"]


def test_a_footnote_counts():
    assert ids("fn: See Directive 2000/31/EC.") == ["32000L0031"]


def test_the_title_of_the_document_itself_counts():
    assert ids("title: Guidelines on consent under Regulation (EU) 2016/679") == ["32016R0679"]


def test_furniture_does_not_count():
    assert ids("furniture: Handbook on the GDPR") == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("fn: 4 Doe, J. (2020). Living with the GDPR in small firms. Law Press.", []),
        ("fn: 4 See “Living with the GDPR in small firms and shops”, Law Press.", []),
        ("fn: 4 The so-called “lawyers of the realm” are named in the GDPR and elsewhere.", ["32016R0679"]),
    ],
)
def test_a_law_in_the_title_of_a_cited_work_does_not_count(line, expected):
    assert ids(line) == expected


def test_an_act_in_the_title_of_another_counts_only_in_a_document_that_is_law():
    line = "p: Regulation (EU) 2018/1725 of 23 October 2018 on data and repealing Decision No 1247/2002/EC."
    assert ids(line) == ["32018R1725"]
    assert ids(line, is_soft_law=False) == ["32018R1725", "32002D1247"]


def test_a_document_that_is_law_does_not_cite_itself():
    line = "title: DIRECTIVE (EU) 2016/680 OF THE EUROPEAN PARLIAMENT"
    assert ids(line, "p: See Directive 95/46/EC.", is_soft_law=False) == ["31995L0046"]


def test_a_proposal_has_its_own_kind_and_is_rejected_in_the_evidence():
    made = reading("p: The proposed AI Act would ban this. The GDPR applies.")
    assert [(row.instrument_id, row.kind) for row in list_hard_law(made, entry())] == [
        ("32024R1689", "proposal"),
        ("32016R0679", "binding"),
    ]
    assert [item.lost for item in find_hard_law(made, entry())] == ["proposal", None]


def test_a_law_that_is_cited_by_number_is_binding():
    (row,) = rows("p: The proposed AI Act became Regulation (EU) 2024/1689.")
    assert row.kind == "binding"


@pytest.mark.parametrize(
    ("text", "language", "scope", "expected"),
    [
        ("The Harbour Lights Act 1964 applies.", "en", ["AU"], ["AU:Harbour Lights Act 1964"]),
        ("The Harbour Lights Act 1964 applies.", "en", [], ["GB:Harbour Lights Act 1964"]),
        ("The Harbour Lights Act of 1964 applies.", "en", ["GB"], ["US:Harbour Lights Act of 1964"]),
        ("The Harbour Lights Act applies.", "en", ["SG"], ["SG:Harbour Lights Act"]),
        ("The Harbour Lights Act applies.", "en", ["global"], []),
        ("The Freedom of Information Act applies.", "en", ["US"], ["US:Freedom of Information Act"]),
        ("The Freedom of Information Act applies.", "en", ["GB"], ["GB:Freedom of Information Act 2000"]),
        ("La Ley 962 de 2005 obliga.", "es", ["CO"], ["CO:Ley 962 de 2005"]),
        ("Nach § 7 WoGG gilt das.", "de", ["AT"], ["AT:WoGG"]),
        ("A Lei n.º 46/2018 aplica-se.", "pt", ["BR"], ["BR:Lei n.º 46/2018"]),
    ],
)
def test_a_law_without_a_country_takes_the_one_of_the_document(text, language, scope, expected):
    assert ids(f"p: {text}", language=language, territorial_scope=scope) == expected


def test_a_subnational_scope_tells_the_country_too():
    assert ids("p: The Harbour Lights Act applies.", territorial_scope=["subnational:US-CA"]) == [
        "US:Harbour Lights Act"
    ]


def test_the_same_law_without_its_year_is_one_row():
    (row,) = rows("p: La Ley 1962 de 2005 rige. La Ley 1962 obliga.", language="es", territorial_scope=["CO"])
    assert (row.instrument_id, row.n_citations) == ("CO:Ley 1962 de 2005", 2)


def test_an_old_name_means_the_new_act_once_it_replaced_the_old():
    line = "p: The Product Liability Directive applies."
    assert ids(line, date="2019-05") == ["31985L0374"]
    assert ids(line, date="2025-03-01") == ["32024L2853"]
    assert ids("p: The Product Liability Directive 85/374/EEC applies.", date="2025-03-01") == ["31985L0374"]


def test_a_name_that_was_a_project_once_counts_from_the_law_on():
    line = "p: The European Health Data Space opens."
    assert ids(line, date="2021-04") == []
    defined = "p: The European Health Data Space (EHDS) opens, and the EHDS grows."
    assert ids(defined, date="2021-04") == []
    assert ids(line, date="2025-06") == ["32025R0327"]


def test_every_citation_is_evidence_at_its_place():
    made = reading("p: The GDPR and the DSA apply.")
    spans = [made.text[slice(*item.span)] for item in find_hard_law(made, entry()) if item.span]
    assert spans == ["GDPR", "DSA"]


def test_the_statement_holds_the_sentence_on_the_relation_to_the_law():
    made = reading(
        "p: Robots are fun. These guidelines complement Regulation (EU) 2016/679. Some read the GDPR.",
    )
    found = [item.value for item in find_hard_law_statement(made, entry())]
    assert found == ["These guidelines complement Regulation (EU) 2016/679."]


def test_a_document_that_cites_no_law_has_neither_rows_nor_statement():
    made = reading("p: Robots are fun in accordance with this document.")
    assert read_cited(made, entry()) == []
    assert list(find_hard_law_statement(made, entry())) == []


@pytest.mark.parametrize(
    ("printed", "scope", "expected"),
    [
        ("the Data Protection Act", "FI", "FI:Data Protection Act"),
        ("the Data Protection Act", "GB", "GB:Data Protection Act 2018"),
        ("the Data Protection Act 2018", "FI", "GB:Data Protection Act 2018"),
        ("the Privacy Act", "NZ", "NZ:Privacy Act 2020"),
    ],
)
def test_a_shared_name_is_of_the_country_of_the_document(printed, scope, expected):
    assert ids(f"p: Agencies follow {printed} at all times.", territorial_scope=[scope]) == [expected]
