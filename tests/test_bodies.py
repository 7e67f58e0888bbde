"""The gazetteer of issuing bodies: every record is usable by the rules that read it."""

import re
from collections import Counter

import pytest

from pipeline.vocabulary import load_vocabulary
from pipeline.vocabulary.folding import fold

NATURES = {
    "international_body",
    "eu_body",
    "public_authority",
    "court_or_judicial_body",
    "standards_body",
    "professional_or_industry_association",
    "company",
    "academic_institution",
    "civil_society",
    "religious_body",
}
SCOPE = re.compile(r"global|eu|eea|coe|asean|oecd|g7|g20|[A-Z]{2}|(?:subnational|organisation):.+")
BODIES = load_vocabulary().bodies


def test_each_body_has_the_codes_of_the_codebook_and_a_known_parent() -> None:
    wrong = [
        key
        for key, body in BODIES.items()
        if body.nature not in NATURES
        or (body.scope and not SCOPE.fullmatch(body.scope))
        or (body.country and not re.fullmatch("[A-Z]{2}", body.country))
        or (body.parent and body.parent not in BODIES)
    ]
    assert wrong == []


def test_an_acronym_is_short_and_written_with_a_capital() -> None:
    acronyms = [acronym for body in BODIES.values() for acronym in body.acronyms]
    assert [a for a in acronyms if not 2 <= len(a) <= 24 or a.islower()] == []


def test_two_bodies_share_a_full_name_only_in_two_countries() -> None:
    owners = Counter(
        (name, body.country)
        for body in BODIES.values()
        for name in {fold(name) for name in (body.name, *body.names.values(), *body.aliases)}
    )
    assert [name for (name, _), bodies in owners.items() if bodies > 1] == []


def test_a_domain_belongs_to_one_body() -> None:
    domains = Counter(domain for body in BODIES.values() for domain in body.domains)
    assert [domain for domain, count in domains.items() if count > 1] == []


@pytest.mark.parametrize(
    ("number", "body"),
    [
        ("COM(2031) 12 final", "eu_commission"),
        ("SWD(2031) 12 final", "eu_commission"),
        ("C(2031) 1234 final", "eu_commission"),
        ("C(2031)1234/FINAL", "oecd"),
        ("OECD/LEGAL/0999", "oecd"),
        ("EBA/GL/2031/06", "eba"),
        ("A/HRC/77/3", "un_human_rights_council"),
        ("A/RES/88/265", "un_general_assembly"),
        ("CM/Rec(2031)1", "coe_cm"),
        ("CEPEJ(2031)14", "cepej"),
        ("WP 299 rev.01", "wp29"),
        ("M-31-10", "omb"),
        ("NIST SP 900-12", "nist"),
        ("MDCG 2031-6", "eu_mdcg"),
        ("CONPES 4999", "conpes"),
        ("ECB/2031/9", "ecb"),
    ],
)
def test_a_document_number_belongs_to_one_body(number: str, body: str) -> None:
    owners = [
        key for key, record in BODIES.items() if any(re.fullmatch(rule, number) for rule in record.numbers)
    ]
    assert owners == [body]


def test_every_pattern_of_a_document_number_compiles() -> None:
    assert all(re.compile(rule) for body in BODIES.values() for rule in body.numbers)
