"""The loader reads the vocabulary and refuses what is wrong, naming the file and the term."""

from pathlib import Path

import pytest

from pipeline.vocabulary import VocabularyError, load_vocabulary
from pipeline.vocabulary.folding import respell


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / "terms" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return folder


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[a]\nlabel = 'A'\ndefinition = 'd'\n[a]\n", "x.toml: Cannot declare"),
        ("[a]\nlabel = 'A'\n", "x.toml: a: definition: Field required"),
        ("[a]\nlabel = 'A'\ndefinition = 'd'\ncolour = 'red'\n", "x.toml: a: colour"),
        (
            "[a]\nlabel = 'A'\ndefinition = 'd'\nen = {variants = ['trust']}\n"
            "[b]\nlabel = 'B'\ndefinition = 'd'\nen = {variants = ['Trust']}\n",
            "x.toml: 'Trust' stands in a and in b",
        ),
        (
            "[a]\nlabel = 'A'\ndefinition = 'd'\nen = {variants = ['trust'], examples = ['No such word.']}\n",
            "x.toml: a: not found in its example",
        ),
        (
            "[a]\nlabel = 'A'\ndefinition = 'd'\n"
            "en = {variants = ['trust'], counterexamples = ['The trust fund.']}\n",
            "x.toml: a: found in its counterexample",
        ),
        ("[a]\nlabel = 'A'\ndefinition = 'd'\nbroader = ['z']\n", "broader term z is not defined"),
    ],
)
def test_a_wrong_file_is_refused_with_file_and_term(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(VocabularyError, match=message.replace("(", r"\(")):
        load_vocabulary(write(tmp_path, "x.toml", text))


def test_a_never_phrase_hides_its_variant(tmp_path: Path) -> None:
    words = "variants = ['trust'], never = ['trust fund'], counterexamples = ['The trust funds.']"
    folder = write(tmp_path, "x.toml", f"[a]\nlabel = 'A'\ndefinition = 'd'\nen = {{{words}}}\n")
    assert load_vocabulary(folder).terms["x"]["a"].words["en"].never == ("trust fund",)


@pytest.mark.parametrize(
    ("phrase", "language", "form"),
    [
        ("human-rights duty", "en", "human rights duties"),
        ("bias", "en", "biases"),
        ("organisation", "en", "organizations"),
        ("donnée sensible", "fr", "données sensibles"),
        ("dado pessoal", "pt", "dados pessoais"),
        ("decisión automatizada", "es", "decisión automatizadas"),
        ("Anbieter", "de", "anbietern"),
        ("burger", "nl", "burgers"),
        ("dato personale", "it", "dati personali"),
    ],
)
def test_a_phrase_counts_in_its_inflected_forms(phrase: str, language: str, form: str) -> None:
    assert form in respell([phrase], language)


def test_the_projects_own_vocabulary_loads() -> None:
    assert load_vocabulary().version
