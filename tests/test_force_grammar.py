"""Words of force and what they are said of: the subject of the sentence, or a noun beside them."""

import re

import pytest

from builders import reading
from pipeline.assemble.force_grammar import is_said_of_itself, list_subjects
from pipeline.records import Entry

ENTRY = Entry(entry_id="sample", full_name="Sluice Code", document_type="code")
MARK = re.compile(r"\*(.+?)\*")


@pytest.mark.parametrize(
    ("language", "sentence", "itself"),
    [
        ("en", "This Code is *voluntary*.", True),
        ("en", "This *voluntary* Code helps keepers.", True),
        ("en", "This Code, made by many, is *not binding*.", True),
        ("en", "This Code serves all keepers and is *voluntary*.", True),
        ("en", "The *voluntary* nature of this Code is stressed.", True),
        ("en", "This Code is open to *voluntary* keepers.", False),
        ("en", "This Code lists rules, which are *not binding*.", False),
        ("en", "This Code serves keepers and labels are *voluntary*.", False),
        ("en", "In this Code the label is *voluntary*.", False),
        ("en", "For labels (in line with this Code) the tests are *not mandatory*.", False),
        ("en", "These standards of keepers are *voluntary*.", False),
        ("en", "These standards are *voluntary*.", False),
        ("en", "Keepers who sign are *not bound*.", False),
        ("fr", "Le présent code est un texte *non contraignant*.", True),
        ("fr", "Le présent code est un label de certification *volontaire*.", False),
        ("de", "Dieser Kodex ist *freiwillig*.", True),
        ("de", "Dieser Kodex ist für *freiwillige* Wärter.", False),
    ],
)
def test_words_of_force_belong_to_their_subject(language, sentence, itself):
    marked = MARK.search(sentence)
    plain = MARK.sub(r"\1", sentence)
    phrase = marked.start(), marked.start() + len(marked[1])
    assert is_said_of_itself(reading("p: x", language=language), ENTRY, plain, phrase) is itself


def test_the_acronym_that_the_text_gives_is_a_name_of_the_document():
    text = reading("p: The Sluice Risk Code (SRC) was drawn up in spring.")
    entry = Entry(entry_id="sample", full_name="Sluice Risk Code")
    sentence = "Use of the SRC is voluntary."
    assert [sentence[slice(*span)] for span in list_subjects(text, entry, sentence)] == ["SRC"]
