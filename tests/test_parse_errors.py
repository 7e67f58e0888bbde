"""The parse stage speaks of its failures in the closed list of reject codes."""

import pytest

from pipeline.parse.errors import ParseError


def test_a_parse_error_carries_its_code_and_its_sentence() -> None:
    error = ParseError("empty", "the file holds no bytes")
    assert (error.code, error.reason, str(error)) == ("empty", "the file holds no bytes", error.reason)


def test_a_code_outside_the_closed_list_is_refused() -> None:
    with pytest.raises(ValueError, match="'broken' is no reject code"):
        ParseError("broken", "no such code")
