"""The data dictionary is written from the records, and the one in docs is current."""

from pathlib import Path

import pytest

from pipeline.export.dictionary import write_dictionary
from pipeline.vocabulary import load_vocabulary

DOCS = Path(__file__).resolve().parent.parent / "docs"


def test_the_dictionary_in_docs_is_current() -> None:
    written = (DOCS / "data-dictionary.md").read_text(encoding="utf-8")
    assert written == write_dictionary(load_vocabulary()), (
        "run: softlaw dictionary --out docs/data-dictionary.md"
    )


@pytest.mark.parametrize(
    "line",
    [
        "## entries",
        "## vocabulary/terms",
        "| `date` | string | yes | Date | Date of this version, as precise as printed |",
        "Primary key: `entry_id`, `seq`.",
    ],
)
def test_the_dictionary_tells_tables_keys_and_columns(line: str) -> None:
    assert line in write_dictionary(load_vocabulary()).splitlines()
