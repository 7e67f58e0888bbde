"""softlaw_terms finds each term in every spelling, and the longest of what overlaps."""

from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from pipeline.annotate import build_pipeline
from pipeline.vocabulary import load_vocabulary


@pytest.fixture(scope="module")
def nlp() -> Language:
    return build_pipeline(load_vocabulary(), "en")


def found(nlp: Language, group: str, sentence: str) -> list[tuple[str, str]]:
    doc = nlp(sentence)
    return [(span.text, span.label_) for span in doc.spans[group]]


@pytest.mark.parametrize(
    "sentence",
    ["Human-centric AI.", "Human centric AI.", "HUMAN-CENTERED AI.", "human-centred AI"],
)
def test_case_hyphens_and_american_spelling_do_not_matter(nlp: Language, sentence: str) -> None:
    assert [label for _, label in found(nlp, "principles", sentence)] == ["human_centricity"]


def test_an_acronym_counts_as_written_only(nlp: Language) -> None:
    assert found(nlp, "addressees", "SMEs and smes") == [("SMEs", "sme")]


def test_the_longest_of_overlapping_terms_wins(nlp: Language) -> None:
    assert found(nlp, "principles", "Data integrity first.") == [("Data integrity", "data_quality")]


def test_a_never_phrase_hides_its_own_term_alone(nlp: Language) -> None:
    spans = found(nlp, "fundamental_rights", "Social security is no matter for a social security number.")
    assert spans == [("Social security", "social_security")]


def test_a_weak_word_says_so_in_its_rule(nlp: Language) -> None:
    doc = nlp("A just wind.")
    span = doc.spans["principles"][0]
    assert (span.label_, span.id_) == ("justice", "principles.weak")


def test_a_pipeline_written_to_disk_finds_the_same(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path / "en")
    sentence = "Transparency and accountability of SMEs."
    assert found(spacy.load(tmp_path / "en"), "principles", sentence) == found(nlp, "principles", sentence)


@pytest.mark.parametrize("field", sorted(load_vocabulary().terms))
def test_every_id_has_english_words_and_an_example(field: str) -> None:
    terms = load_vocabulary().terms[field].values()
    assert [term.id for term in terms if not term.words["en"].variants or not term.words["en"].examples] == []
