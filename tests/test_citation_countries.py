"""National laws beside the name of their country: constitutions, codes, and acts of many jurisdictions."""

import pytest

from citing import AI_ACT, GDPR, LED, ids

CONSTITUTIONS = [
    ("en", "the Constitution of the Republic of Kenya and the Polish Constitution", {"KE", "PL"}),
    ("en", "Article 40 of the Constitution of Ireland protects the person", {"IE"}),
    ("en", "Japan's Constitution guarantees the secrecy of communication", {"JP"}),
    ("en", "the Constitution of the Federative Republic of Brazil", {"BR"}),
    ("es", "el artículo 18 de la Constitución Política del Perú", {"PE"}),
    ("es", "la Constitución Nacional de la República de Paraguay", {"PY"}),
    ("es", "la Constitución Política de los Estados Unidos Mexicanos", {"MX"}),
    ("de", "Art. 13 Abs. 2 BV schützt vor Missbrauch persönlicher Daten", {"CH"}),
    ("it", "l'articolo 13 della Costituzione", {"IT"}),
    ("en", "the constitution of the working group of Kenya", set()),
    ("en", "the UK Constitution is not written in one text", set()),
]


@pytest.mark.parametrize(("language", "text", "countries"), CONSTITUTIONS)
def test_a_constitution_has_the_country_that_it_names(language, text, countries):
    assert {value.partition(":")[0] for value in ids(text, language)} == countries


LAWS = [
    ("the Polish Labour Code forbids it", {"PL:Labour Code"}),
    ("the Penal Code of Singapore", {"SG:Penal Code"}),
    ("the Code of the association", set()),
    ("the Civil Code Commission met", set()),
    ("the Data Protection Act, 2012 (Act 843) of Ghana", {"GH:Data Protection Act 2012"}),
    ("New Zealand Human Rights Act 1993", {"NZ:Human Rights Act 1993"}),
    ("the terms of Canada's Privacy Act", {"CA:Privacy Act"}),
    ("the Bank of India Act, 1934", {"?GB:Bank of India Act 1934"}),
    ("the Law on Archives of the Republic of Serbia", {"RS:Law on Archives"}),
    ("Law No. 13 of 2016 of Qatar", {"QA:Law No. 13 of 2016"}),
    ("Federal Law No. 152-FZ of Russia", {"RU:Federal Law No. 152-FZ"}),
    ("Decree 53/2022/ND-CP on cybersecurity of Vietnam", {"?:Decree 53/2022/ND-CP"}),
    (
        "the Freedom of Information and Protection of Privacy Act",
        {"?:Freedom of Information and Protection of Privacy Act"},
    ),
    ("the Federal Rules of Evidence, in particular Rule 901", {"US:Federal Rules of Evidence"}),
    ("HITECH widened the duties", {"US:Health Information Technology for Economic and Clinical Health Act"}),
    (
        "under Quebec's Law 25",
        {"CA:Act respecting the protection of personal information in the private sector"},
    ),
    ("accessible formats as CRPD Article 9 asks", {"crpd"}),
    ("the CRPD colour scale", set()),
]


@pytest.mark.parametrize(("text", "expected"), LAWS)
def test_an_english_name_of_a_national_law(text, expected):
    assert ids(text, "en") == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "le règlement (UE) 2024/1689 et la directive « Police-Justice »", {AI_ACT, LED}),
        ("de", "Art. 3 Abs. 1 GG und Art. 88 DSGVO", {"DE:Grundgesetz", GDPR}),
        ("de", "Art. 3 KI-Strategie", set()),
        ("es", "el Código Penal y el Código de Comercio", {"?:Código Penal", "?:Código de Comercio"}),
        ("fr", "la loi du 29 juillet 1881 sur la liberté de la presse", {"?FR:Loi du 29 juillet 1881"}),
        ("es", "el Real Decreto Legislativo 2/2015", {"?ES:Real Decreto Legislativo 2/2015"}),
        ("de", "nach der DS-VO 2016/679 und der VO 2018/1807", {GDPR, "32018R1807"}),
        ("en", "ILO Conventions Nos. 29, 87 and 98", {f"INT:ILO Convention No. {n}" for n in (29, 87, 98)}),
        ("de", "Art. 4 ABCD", set()),
        ("pt", "a Lei n.º 13.709, de 14 de agosto de 2018 (LGPD)", {"BR:Lei Geral de Proteção de Dados"}),
    ],
)
def test_names_and_abbreviations_in_other_languages(language, text, expected):
    assert ids(text, language) == expected


def test_a_bill_that_never_passed_is_a_proposal():
    text = "Bill C-27, the Digital Charter Implementation Act, holds the Artificial Intelligence and Data Act"
    assert ids(text, "en") == set()
    assert ids(text, "en", "proposal") == {
        "CA:Digital Charter Implementation Act",
        "CA:Artificial Intelligence and Data Act",
    }
