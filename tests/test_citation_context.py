"""Citations in their context: proposals, names that a text defines, titles, pinpoints."""

from itertools import pairwise

import pytest

from citing import AI_ACT, DMA, DSA, GDPR, grammar, ids
from pipeline.annotate.citations import find_citations


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "the proposed AI Act", {AI_ACT}),
        ("en", "the AI Act proposal", {AI_ACT}),
        ("en", "the proposed Digital Markets Act and Digital Services Act", {DSA, DMA}),
        ("en", "the AI Liability Directive", {"52022PC0496"}),
        ("en", "Proposal for a Regulation laying down rules on toys, COM(2023) 462 final", {"52023PC0462"}),
        ("en", "the Safe Robots Bill", {"?:Safe Robots Bill"}),
        ("fr", "la proposition de règlement ePrivacy", {"52017PC0010"}),
    ],
)
def test_a_proposal_is_no_law_yet(language, text, expected):
    assert ids(text, language, "proposal") == expected
    assert ids(text, language) == set()


def test_a_short_name_that_the_text_defines_is_a_citation():
    text = "Directive 2011/99/EU (the 'Safe Pets Directive') helps. The Safe Pets Directive binds."
    found = find_citations(text, grammar("en"))
    assert [(text[item.start : item.end], item.value) for item in found] == [
        ("Directive 2011/99/EU", "32011L0099"),
        ("Safe Pets Directive", "32011L0099"),
        ("Safe Pets Directive", "32011L0099"),
    ]


def test_the_directive_counts_where_the_text_defines_it():
    text = "Directive 2011/99/EU (hereinafter 'the Directive'): the Directive replaces Directive 95/46/EC."
    assert [item.value for item in find_citations(text, grammar("en"))] == [
        "32011L0099",
        "32011L0099",
        "32011L0099",
        "31995L0046",
    ]


def test_an_acronym_means_what_the_text_defines():
    text = "The Deep Mining Act 2019 (DSA) is new. The DSA binds miners."
    assert ids(text, "en") == {"?GB:Deep Mining Act 2019"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Regulation (EU) 2016/679 of 27 April 2016 on data and repealing Directive 95/46/EC.", {GDPR}),
        ("as Guidelines 4/2019 on Article 25 GDPR say", set()),
        ("the GDPR, as Guidelines 4/2019 on design under the LED say", {GDPR}),
    ],
)
def test_an_act_named_inside_a_title_does_not_count(text, expected):
    assert ids(text, "en") == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Article 22 of the GDPR", ("Article 22",)),
        ("en", "Articles 13 and 14 of Regulation (EU) 2016/679", ("Article 13", "Article 14")),
        ("en", "Article 6(1)(a) GDPR", ("Article 6(1)(a)",)),
        ("en", "recital 71 of the GDPR", ("Recital 71",)),
        ("en", "Annex III to the AI Act", ("Annex III",)),
        ("en", "Articles 12-22 of the GDPR", ("Article 12-22",)),
        ("en", "GDPR, Article 5", ("Article 5",)),
        ("de", "Art. 6 Abs. 1 DSGVO", ("Article 6 Abs. 1",)),
        ("fr", "l'article 22 du RGPD", ("Article 22",)),
        ("es", "los artículos 13 y 14 del RGPD", ("Article 13", "Article 14")),
        ("it", "l'articolo 22 del GDPR", ("Article 22",)),
        ("nl", "artikel 22 van de AVG", ("Article 22",)),
        ("pt", "o artigo 22 do RGPD", ("Article 22",)),
        ("en", "the GDPR applies", ()),
    ],
)
def test_articles_recitals_and_annexes_are_pinpoints(language, text, expected):
    (citation,) = find_citations(text, grammar(language))
    assert citation.pinpoints == expected


def test_the_charter_counts_beside_eu_law_on_fundamental_rights():
    text = "The GDPR serves a fundamental right: Article 8 of the Charter."
    assert ids(text, "en") == {GDPR, "charter"}


def test_citations_never_overlap_and_offsets_hold():
    text = "The General Data Protection Regulation (EU) 2016/679 (GDPR), Pub. L. 107-347 and the UK GDPR."
    found = find_citations(text, grammar("en"))
    assert all(left.end <= right.start for left, right in pairwise(found))
    assert text[found[-1].start : found[-1].end] == "UK GDPR"


def test_a_name_in_brackets_behind_the_title_is_of_that_act():
    text = "Regulation (EC) No 562/2006 on the crossing of borders (Schengen Borders Code) binds."
    assert ids(text, "en") == {"32006R0562"}


def test_a_proposal_named_before_its_number_is_one_instrument():
    text = "Proposal for a Regulation establishing Horizon Europe for 2041-2047, COM(2039) 12 final"
    assert ids(text, "en", "proposal") == {"52039PC0012"}
