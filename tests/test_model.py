"""Every language that the reader may tell has a pipeline."""

import pytest

from builders import document
from pipeline.annotate import annotate_document, build_pipeline
from pipeline.annotate.model import build_tokenizer
from pipeline.parse.language import LANGUAGES
from pipeline.vocabulary import Vocabulary, load_vocabulary


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return load_vocabulary()


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_every_language_has_a_tokenizer(language: str) -> None:
    assert len(build_tokenizer(language)("Regulation (EU) 2016/679")) >= 3


@pytest.mark.parametrize("language", ["no", "cy", "ja"])
def test_a_text_in_a_language_without_a_tokenizer_of_its_own_is_read(
    language: str, vocabulary: Vocabulary
) -> None:
    made = document("p: Forordning (EU) 2016/679 gjelder.", language=language)
    mentions = annotate_document(made, build_pipeline(vocabulary, language))
    assert "32016R0679" in {mention.value for mention in mentions}
