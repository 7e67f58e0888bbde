"""softlaw_context marks the terms that may not count, and those that are defined."""

import pytest
from spacy.language import Language

from builders import vocabulary
from pipeline.annotate import build_pipeline


@pytest.fixture(scope="module")
def nlp() -> Language:
    return build_pipeline(vocabulary(), "en")


def contexts(nlp: Language, group: str, sentence: str) -> dict[str, tuple[str, ...]]:
    doc = nlp(sentence)
    return {span.text: span._.context for span in doc.spans[group]}


@pytest.mark.parametrize(
    ("sentence", "term", "reason"),
    [
        ("This guide does not address autonomous weapons.", "autonomous weapons", "negated"),
        ("Chatbots are covered, excluding facial recognition.", "facial recognition", "negated"),
        ("Emotion recognition is beyond the scope of this code.", "Emotion recognition", "out_of_scope"),
        ("Suppose that a chatbot lies to a clerk.", "chatbot", "hypothetical"),
        ("Respondents spoke of deep learning.", "deep learning", "other_body"),
        ("Historically, expert systems came first.", "expert systems", "history"),
        ("Tools differ; for example, a chatbot talks.", "chatbot", "example"),
        ("Profiling means any automated evaluation.", "Profiling", "definition"),
        ("See the Report on Facial Recognition of 2020.", "Facial Recognition", "title_of_work"),
        ("See “Rules for Generative AI in Schools” there.", "Generative AI", "title_of_work"),
        (
            "Article 5 says: “the use of an expert system for that purpose is forbidden to all”.",
            "expert system",
            "quoted_law",
        ),
    ],
)
def test_a_reason_is_found(nlp: Language, sentence: str, term: str, reason: str) -> None:
    assert reason in contexts(nlp, "ai_systems", sentence)[term]


@pytest.mark.parametrize(
    "sentence",
    [
        "A chatbot must say that it is a machine.",
        "We do not only address chatbots.",
        "This does not apply to letters. A chatbot is another matter.",
        "Excluding nobody, we write. The chatbot answers.",
        "The report speaks of a chatbot.",
    ],
)
def test_no_reason_reaches_beyond_its_sentence(nlp: Language, sentence: str) -> None:
    assert set(contexts(nlp, "ai_systems", sentence).values()) == {()}


def test_cues_are_found_by_group(nlp: Language) -> None:
    doc = nlp("Developers must respect this principle.")
    assert {span.label_ for span in doc.spans["cues"]} == {"duty", "norm", "principles"}
