"""To whom a text speaks: [somebody](told) to do something, [somebody](called) on, others only named."""

import re

import pytest

from builders import reading
from pipeline.assemble.places import collect_places

MARK = re.compile(r"\[([^\]]+)\]\((told|called)\)")


def spoken(*lines: str, language: str = "en") -> set[str]:
    """The words for people to whom a text speaks."""
    text = reading(*lines, language=language)
    return {
        text.text[slice(*place.span)]
        for place in collect_places(text, "addressees")
        if place.spoken and not place.idle
    }


def check(*marked: str, language: str = "en") -> None:
    """The marked words, and no others, are spoken to."""
    wanted = {words for line in marked for words, _ in MARK.findall(line)}
    assert spoken(*[MARK.sub(r"\1", line) for line in marked], language=language) == wanted


@pytest.mark.parametrize(
    "line",
    [
        "p: [Providers](told) of such systems must test them.",
        "p: [Providers](told) and [banks](told) should keep records.",
        "p: [Banks](told), where they lend, must explain a refusal.",
        "p: A boost for companies that export.",
        "p: Some suggested that banks should pay.",
        "p: Regulators also said that the new board must not rule.",
        "p: Some firms warned that banks should not pay.",
        "p: In many companies, the office should look for gaps.",
        "p: The wishes of citizens and small companies should be heard.",
        "p: Patients are told how governments should answer.",
        "p: Consumers should be informed about the tool.",
        "p: Should teachers always be asked, and must they answer?",
        "p: The town must avoid vendor lock-in.",
        "p: Government websites must load quickly.",
        "p: New business lines must be registered.",
        "p: We call on an industry-led body.",
        "p: Banks are expected to benefit from this.",
        "p: One firm in three indicated that banks should pay.",
        "h: Government Office",
        "p: A grant for teachers who cover the need to teach, lecturers and the need to learn.",
        "p: Students in areas that should grow are few.",
        "p: We call on [governments](called) and [banks](called) to act.",
        "p: This guide is intended for [schools](called), [teachers](called) and their [students](called).",
        "p: The town encourages investment in companies.",
        "p: Each grant is aimed at hiring researchers.",
        "h: Advice to [schools](called)",
        "h: For [developers](called)",
        "h: A new tool for developers",
    ],
)
def test_the_marked_are_spoken_to(line: str) -> None:
    check(line)


def test_readers_are_listed_below_a_heading_that_names_them() -> None:
    check(
        "h: Target audience",
        "li: • [Small businesses](called) in town",
        "h: Scope",
        "p: Banks lend.",
    )


def test_readers_are_listed_behind_a_stem() -> None:
    check("p: This code is meant for:", "li: • [Journalists](called) at work", "p: Banks lend.")


def test_who_is_told_something_in_an_example_is_no_reader() -> None:
    check("h: Example", "p: The company must tell the customer.")


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "p: Daher muss der [Anbieter](told) prüfen."),
        ("de", "p: Diese Mappe richtet sich vor allem an [Unternehmen](called)."),
        ("nl", "p: Daarom moet de [aanbieder](told) dit toetsen."),
        ("fr", "p: Ce guide est destiné aux [entreprises](called)."),
        ("fr", "p: Une aide offerte par les entreprises."),
        ("es", "p: La guía va dirigida a [empresas](called)."),
        ("it", "p: Le [imprese](told) devono leggerla."),
        ("pt", "p: O guia é dirigido a [empresas](called)."),
    ],
)
def test_other_languages_speak_to_people_in_their_own_words(language: str, line: str) -> None:
    check(line, language=language)
