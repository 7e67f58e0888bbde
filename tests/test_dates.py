"""Dates in a text: what the grammar reads, and what it refuses."""

import re

import pytest
import spacy

from builders import document, vocabulary
from pipeline.annotate import annotate_document, build_pipeline

MARKED = re.compile(r"\[([^]]+)\]\(([^)]+)\)")


def find_dates(text: str, language: str = "en") -> list[tuple[str, str]]:
    nlp = build_pipeline(vocabulary(), language)
    mentions = annotate_document(document(f"p: {text}", language=language), nlp)
    return [(text[m.start : m.end], m.value) for m in mentions if m.group == "dates"]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Adopted on [8 April 2019](2019-04-08) in plenary."),
        ("en", "Issued [April 8th, 2019](2019-04-08) by the Office."),
        ("en", "Signed on the [21st of September 2022](2022-09-21)."),
        ("en", "Last change: [08 Oct 2020](2020-10-08)"),
        ("en", "[08-Oct-2020](2020-10-08)"),
        ("en", "[OCTOBER 2024](2024-10)"),
        ("en", "Version of [Sept. 2021](2021-09)."),
        ("en", "Brussels, [19.2.2020](2020-02-19)"),
        ("en", "Updated [2024-02-19](2024-02-19) by the team"),
        ("en", "Vilnius, [5.IX.2024](2024-09-05)"),
        ("en", "Filed on [04/30/2020](2020-04-30)."),
        ("fr", "Fait à Lyon, le [8 novembre 2019](2019-11-08)."),
        ("fr", "Publié le [1er janvier 2020](2020-01-01)"),
        ("fr", "Version de [mai 2021](2021-05)"),
        ("de", "Stand: [3. März 2021](2021-03-03)"),
        ("de", "Berlin, den [03.04.2021](2021-04-03)"),
        ("es", "Bogotá, [8 de noviembre de 2019](2019-11-08)"),
        ("es", "Lima, [marzo de 2021](2021-03)"),
        ("nl", "Vastgesteld op [2 mei 2023](2023-05-02)"),
        ("it", "Roma, [settembre 2020](2020-09)"),
        ("pt", "Lisboa, [10 de março de 2022](2022-03-10)"),
        ("fr", "Published: [March 13, 2024](2024-03-13)"),
        ("en", "令和 [2019年6月11日](2019-06-11)"),
    ],
)
def test_a_printed_date_is_read_as_precisely_as_it_is_printed(language, sentence):
    assert find_dates(MARKED.sub(r"\1", sentence), language) == MARKED.findall(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The 1373rd meeting of the deputies.",
        "Users may 2020 times repeat this.",
        "The strategy for spring 2024 and the fiscal year 2025.",
        "The academic year 2022-23 begins.",
        "Held on 24-25 May 2023 in Riga.",
        "Held on 24 and 25 May 2023 in Riga.",
        "See Regulation 2016/679 and section 3.10.2021.4.",
        "The 31 February 2020 does not exist.",
        "Version 1.2.1 of 2023 tools",
        "32.05.2025",
    ],
)
def test_what_is_no_date_is_refused(sentence):
    assert find_dates(sentence) == []


def test_a_date_that_can_be_read_two_ways_keeps_both():
    nlp = build_pipeline(vocabulary(), "en")
    (mention,) = annotate_document(document("p: Dated 03/04/2020"), nlp)
    assert mention.value == "2020-04-03"
    assert mention.data == (("month_first", "2020-03-04"),)


def test_the_component_is_the_same_when_read_from_disk(tmp_path):
    build_pipeline(vocabulary(), "fr").to_disk(tmp_path / "model")
    doc = spacy.load(tmp_path / "model")("Version de mai 2021")
    assert [span.label_ for span in doc.spans["dates"]] == ["2021-05"]
