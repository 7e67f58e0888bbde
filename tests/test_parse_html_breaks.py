"""Labels that count on from each other part the items of a paragraph."""

import pytest

from pipeline.parse.html_breaks import split_items
from pipeline.parse.html_inline import BREAK
from pipeline.parse.numbering import follows


@pytest.mark.parametrize(
    ("label", "following", "expected"),
    [
        ("a)", "b)", True),
        ("(iv)", "(v)", True),
        ("h)", "i)", True),
        ("9", "10", True),
        (None, None, True),
        ("1", "3", False),
        ("A", "C", False),
        (None, "1", False),
    ],
)
def test_labels_follow_each_other(label: str | None, following: str | None, expected: bool) -> None:
    assert follows(label, following) is expected


@pytest.mark.parametrize(
    ("lines", "parts"),
    [
        (["Stems:", "1. one", "2. two"], 3),
        (["- one", "- two"], 2),
        (["A. Reed", "M. Moss", "12 Quay Street"], 1),
        (["Sent on 1. May", "to all"], 1),
    ],
)
def test_lines_are_parted_where_labels_count(lines: list[str], parts: int) -> None:
    assert len(split_items(BREAK.join(lines))) == parts
