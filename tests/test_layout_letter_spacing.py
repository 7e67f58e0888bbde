"""Letter-spaced headings."""

from __future__ import annotations

import pytest

from pipeline.parse.layout.letter_spacing import is_spaced, join_letters


def letters(text: str, gap: float, space: float) -> dict[str, object]:
    """A line as the reader gives it: letters five points wide with gaps between them."""
    chars, x = [], 0.0
    for char in text:
        if char == " ":
            x += space - gap
            continue
        chars.append({"c": char, "bbox": (x, 0.0, x + 5, 10.0)})
        x += 5 + gap
    return {"spans": [{"chars": chars}]}


@pytest.mark.parametrize("text", ["C O N T E N T S", "A C M C O D E O F E T H I C S"])
def test_single_letters_with_spaces_are_letter_spaced(text: str) -> None:
    assert is_spaced(text)


@pytest.mark.parametrize("text", ["A B C", "I am a reader of texts", "1 2 tools"])
def test_common_text_is_not(text: str) -> None:
    assert not is_spaced(text)


def test_the_wider_gaps_part_the_words() -> None:
    assert join_letters(letters("CODE OF CONDUCT", gap=2, space=7)) == "CODE OF CONDUCT"
