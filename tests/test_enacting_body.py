"""Who issues a document: by formula, phrase, cover, number, copyright line, address and metadata."""

import pytest

from builders import reading
from pipeline.assemble.candidates import judge_many
from pipeline.assemble.enacting_body import find_enacting_body
from pipeline.records import Entry


def issuers(*lines, language="en", metadata=None, title=None, url=None):
    """The issuing bodies of a document written by hand."""
    text = reading(*lines, language=language, metadata=metadata)
    if url:
        text.document.source = type(text.document.source)("sample", "sample.pdf", url=url)
    entry = Entry(entry_id="sample", full_name=title)
    values, _ = judge_many(text, "enacting_body", find_enacting_body(text, entry))
    return values


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            (
                "h: COMMISSION RECOMMENDATION",
                "p: of 3 May 2031 on the lending of hedgehogs",
                "p: THE EUROPEAN COMMISSION,",
                "p: Having regard to the Treaty on the Functioning of the European Union,",
            ),
            ["European Commission"],
        ),
        (
            (
                "h: Recommendation of the European Parliament and of the Council of 2 May 2031 on bees",
                "p: THE EUROPEAN PARLIAMENT AND THE COUNCIL OF THE EUROPEAN UNION, Having regard to it,",
            ),
            ["European Parliament", "Council of the European Union"],
        ),
        (
            (
                "p: RESOLUTION OF THE COUNCIL AND OF THE MINISTERS FOR CULTURE, meeting within the Council",
                "p: THE COUNCIL OF THE EUROPEAN COMMUNITIES, Considering that libraries matter,",
            ),
            ["Council of the European Union"],
        ),
        (
            (
                "h: GUIDELINE OF THE EUROPEAN CENTRAL BANK",
                "p: THE GOVERNING COUNCIL OF THE EUROPEAN CENTRAL BANK,",
                "p: Having regard to the Statute of the European System of Central Banks,",
            ),
            ["European Central Bank"],
        ),
        (
            (
                "h: Recommendation CM/Rec(2031)4",
                "p: The Committee of Ministers, under the terms of Article 15.b of the Statute of the "
                "Council of Europe, Recommends that the governments of member States",
            ),
            ["Committee of Ministers of the Council of Europe"],
        ),
        (
            (
                "title: Recommendation of the Council on Robotic Gardens",
                "p: OECD Legal Instruments",
                "p: THE COUNCIL, HAVING REGARD to Article 5 b) of the Convention on the OECD;",
            ),
            ["Organisation for Economic Co-operation and Development"],
        ),
    ],
)
def test_an_enacting_formula_or_title_names_the_institution(lines, expected):
    assert issuers(*lines) == expected


@pytest.mark.parametrize(
    ("lines", "language", "expected"),
    [
        (
            ("title: On trams", "p: Issued by the Office of Rail Comfort"),
            "en",
            ["Office of Rail Comfort"],
        ),
        (
            ("title: Leitfaden zur Robotik", "p: Herausgeber: Bundesministerium für Bildung und Forschung"),
            "de",
            ["Bundesministerium für Bildung und Forschung"],
        ),
        (
            (
                "title: Guide",
                "p: Publié par la Commission nationale de l'informatique et des libertés",
            ),
            "fr",
            ["Commission nationale de l'informatique et des libertés"],
        ),
        (
            ("title: Guía de algoritmos", "p: Elaborado por la Agencia Española de Protección de Datos"),
            "es",
            ["Agencia Española de Protección de Datos"],
        ),
        (
            ("title: Handreiking algoritmen", "p: Een uitgave van het Ministerie van Justitie en Veiligheid"),
            "nl",
            ["Ministerie van Justitie en Veiligheid"],
        ),
        (
            ("title: Linee guida", "p: A cura dell'Agenzia per l'Italia Digitale"),
            "it",
            ["Agenzia per l'Italia Digitale"],
        ),
        (
            ("title: Guia de ética", "p: Publicado pela Autoridade Nacional de Proteção de Dados"),
            "pt",
            ["Autoridade Nacional de Proteção de Dados"],
        ),
    ],
)
def test_an_issuing_phrase_names_the_body_in_the_language_of_the_document(lines, language, expected):
    assert issuers(*lines, language=language) == expected


def test_the_expert_group_is_followed_by_the_body_that_set_it_up():
    assert issuers(
        "h: INDEPENDENT HIGH-LEVEL EXPERT GROUP ON ARTIFICIAL INTELLIGENCE",
        "h: SET UP BY THE EUROPEAN COMMISSION",
        "title: Advice on careful machines",
    ) == ["High-Level Expert Group on Artificial Intelligence", "European Commission"]


def test_addressees_of_a_communication_do_not_issue_it():
    assert issuers(
        "p: EUROPEAN COMMISSION",
        "h: COMMUNICATION FROM THE COMMISSION TO THE EUROPEAN PARLIAMENT, THE COUNCIL, THE EUROPEAN "
        "ECONOMIC AND SOCIAL COMMITTEE AND THE COMMITTEE OF THE REGIONS",
        "h: Better bridges for the European Union",
    ) == ["European Commission"]


def test_a_text_without_any_issuer_stays_empty():
    assert issuers("title: Ten rules for kind machines", "p: Machines should be kind to people.") == []


@pytest.mark.parametrize(
    ("lines", "metadata", "url", "expected"),
    [
        (
            ("title: On bees",),
            {"author": "European Food Safety Authority"},
            None,
            ["European Food Safety Authority"],
        ),
        (("title: On bees",), {"publisher": "Bee Safety Agency"}, None, ["Bee Safety Agency"]),
        (("title: On bees",), {"author": "jsmith"}, None, []),
        (
            ("title: On bees",),
            {},
            "https://www.edps.europa.eu/bees.pdf",
            ["European Data Protection Supervisor"],
        ),
        (("title: On bees", "p: EBA/GL/2031/09"), {}, None, ["European Banking Authority"]),
        (
            ("title: On bees", "p: © UNESCO 2031"),
            {},
            None,
            ["United Nations Educational, Scientific and Cultural Organization"],
        ),
        (("title: On bees", "p: Photo © Adobe Stock 2031"), {}, None, []),
        (
            ("title: On bees", "furniture: OECD – On bees – 3"),
            {},
            None,
            ["Organisation for Economic Co-operation and Development"],
        ),
        (
            ("title: Policy", "p: Presented to Parliament by the Secretary of State for Transport"),
            {},
            None,
            ["Department for Transport"],
        ),
    ],
)
def test_an_issuer_may_be_known_from_its_traces_alone(lines, metadata, url, expected):
    assert issuers(*lines, metadata=metadata, url=url) == expected


@pytest.mark.parametrize(
    "line",
    [
        "p: Jane Doe Working Group 2 Chair",
        "p: In collaboration with the World Economic Forum",
        "p: Funded by the European Commission",
        "p: Prepared for the Ministry of Beekeeping",
        "p: Submitted to the Council of Europe",
        "p: This code builds on the guidelines of the European Data Protection Board.",
        "fn: 3 European Banking Authority, Guidelines on bees, 2031.",
    ],
)
def test_partners_sponsors_addressees_and_sources_are_no_issuers(line):
    assert issuers("title: A code for beekeepers", line) == []


def test_a_losing_candidate_is_kept_with_its_reason():
    text = reading("title: A code", "p: Funded by the European Commission")
    _, rows = judge_many(text, "enacting_body", find_enacting_body(text, Entry(entry_id="sample")))
    assert [(row.value, row.status, row.rule) for row in rows] == [
        ("European Commission", "rejected", "enacting_body.mentioned: behind 'Funded by the'")
    ]


def test_a_ministry_printed_below_its_state_signs_without_it():
    lines = (
        "title: REPUBLIC OF MALTA MINISTRY OF TOWERS AND BELLS",
        "h: PLAN FOR THE RINGING OF BELLS UNTIL 2040",
        "p: Bells should be rung at noon, and a list of bells should be kept in each town.",
    )
    assert issuers(*lines, title="Plan for the ringing of bells until 2040") == [
        "Ministry of Towers and Bells"
    ]


def test_the_address_of_a_source_in_a_numbered_note_is_no_imprint():
    lines = ("title: Bells of the town", "p: Bells are old.", "p: 9) https://www.oecd.org/bells/list")
    assert issuers(*lines) == []


def test_a_part_of_the_running_head_outweighs_an_address_for_questions():
    lines = (
        "furniture: Plan for Bells – Government of Ireland – July 2031",
        "title: Plan for bells",
        "p: Questions go to bells@enisa.europa.eu.",
    )
    assert issuers(*lines, title="Plan for bells") == ["Government of Ireland"]
