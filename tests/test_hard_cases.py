"""Hard sentences of each vocabulary: what counts is marked inside the sentence as [words](id)."""

import re
from pathlib import Path

import pytest

from builders import reading
from pipeline.assemble.salience import collect_signs

FOLDER = Path(__file__).parent / "hard_cases"
MARK = re.compile(r"\[([^\]]+)\]\(([a-z_]+)\)")
CASES = [
    pytest.param(path.stem, line, id=f"{path.stem}: {line[:40]}")
    for path in sorted(FOLDER.glob("*.txt"))
    for line in path.read_text(encoding="utf-8").splitlines()
]
# Lines of "field: sentence", one file for each language beside English.
OTHER_LANGUAGES = [
    pytest.param(path.stem, *line.split(": ", 1), id=f"{path.stem} {line[:50]}")
    for path in sorted((FOLDER / "languages").glob("*.txt"))
    for line in path.read_text(encoding="utf-8").splitlines()
]


def counted(field: str, sentence: str, language: str = "en") -> set[tuple[str, str]]:
    """The words that count for a term by themselves: phrases in no context that speaks against them."""
    text = reading(f"p: {sentence}", language=language)
    return {
        (text.text[slice(*place.span)], term)
        for term, signs in collect_signs(text, field).items()
        for place in signs.places
        if not place.weak and not place.idle
    }


@pytest.mark.parametrize(("field", "line"), CASES)
def test_only_the_marked_words_count(field: str, line: str) -> None:
    assert counted(field, MARK.sub(r"\1", line)) == set(MARK.findall(line))


@pytest.mark.parametrize(("language", "field", "line"), OTHER_LANGUAGES)
def test_only_the_marked_words_count_in_other_languages(language: str, field: str, line: str) -> None:
    assert counted(field, MARK.sub(r"\1", line), language) == set(MARK.findall(line))


@pytest.mark.parametrize("language", ["de", "es", "fr", "it", "nl", "pt"])
def test_each_language_has_hard_sentences_of_every_vocabulary(language: str) -> None:
    fields = {case.values[1] for case in OTHER_LANGUAGES if case.values[0] == language}
    assert fields == {case.values[0] for case in CASES}


@pytest.mark.parametrize("field", sorted({case.values[0] for case in CASES}))
def test_each_vocabulary_has_fifteen_hard_sentences(field: str) -> None:
    assert len((FOLDER / f"{field}.txt").read_text(encoding="utf-8").splitlines()) >= 15
