"""The catalogue of real documents has a sound shape; its addresses are never fetched here."""

import csv
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from pipeline.run.inputs import read_sources, safe_id

CATALOGUE = Path(__file__).resolve().parent.parent / "raw" / "catalogue.csv"
COLUMNS = ("id", "url", "body", "title", "source_of_address")


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    with CATALOGUE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_there_are_thirty_documents_with_every_cell_filled(rows: list[dict[str, str]]) -> None:
    assert len(rows) >= 30
    assert [
        row for row in rows if tuple(row) != COLUMNS or not all(cell.strip() for cell in row.values())
    ] == []


@pytest.mark.parametrize("column", ["id", "url"])
def test_ids_and_addresses_occur_once(rows: list[dict[str, str]], column: str) -> None:
    assert [value for value, count in Counter(row[column] for row in rows).items() if count > 1] == []


def test_ids_are_file_names(rows: list[dict[str, str]]) -> None:
    assert [row["id"] for row in rows if safe_id(row["id"]) != row["id"]] == []


def test_addresses_are_public_and_encrypted(rows: list[dict[str, str]]) -> None:
    parts = [urlsplit(row["url"]) for row in rows]
    assert {part.scheme for part in parts} == {"https"}
    assert [part for part in parts if "." not in (part.hostname or "") or part.username] == []


def test_the_catalogue_is_a_sources_file(rows: list[dict[str, str]]) -> None:
    assert [source.url for source in read_sources(CATALOGUE)] == [row["url"] for row in rows]
