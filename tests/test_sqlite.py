"""The SQLite file: lists as JSON, keys that hold, words that are found."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from runs import outcome, write_run


@pytest.fixture
def database(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    first = outcome(
        "a",
        "title: River Code",
        "p@2: Decisions must be transparent and fair.",
        facts={"principles": {"transparency": "transparent", "fairness": "fair"}},
        recommendations=["Decisions must be transparent and fair."],
    )
    second = outcome(
        "b", "title: Code de la forêt", "p: Fair words.", facts={"principles": {"fairness": "Fair"}}
    )
    folder = write_run(tmp_path, first, second)
    with closing(sqlite3.connect(folder / "softlaw.sqlite")) as opened:
        yield opened


def test_list_columns_are_json_arrays(database: sqlite3.Connection) -> None:
    counts = database.execute(
        "SELECT value, count(*) FROM entries, json_each(principles) GROUP BY value ORDER BY value"
    ).fetchall()
    assert counts == [("fairness", 2), ("transparency", 1)]


def test_no_row_points_to_an_entry_that_is_not_there(database: sqlite3.Connection) -> None:
    keys = database.execute("PRAGMA foreign_key_list(evidence)").fetchall()
    assert [(key[2], key[3]) for key in keys] == [("entries", "entry_id")]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []


def test_a_row_of_an_unknown_entry_is_refused(database: sqlite3.Connection) -> None:
    database.execute("PRAGMA foreign_keys = ON")
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        database.execute("UPDATE evidence SET entry_id = 'z'")


def test_a_passage_is_found_by_its_words_with_its_page(database: sqlite3.Connection) -> None:
    found = database.execute(
        "SELECT p.entry_id, p.page FROM passages_fts f JOIN passages p ON p.rowid = f.rowid "
        "WHERE passages_fts MATCH 'transparent'"
    ).fetchall()
    assert found == [("a", 2)]


def test_accents_do_not_count_in_a_search(database: sqlite3.Connection) -> None:
    query = "SELECT rowid FROM passages_fts WHERE passages_fts MATCH 'foret'"
    assert len(database.execute(query).fetchall()) == 1


def test_the_vocabulary_lies_beside_the_entries(database: sqlite3.Connection) -> None:
    assert database.execute("SELECT count(*) FROM bodies").fetchone()[0] > 0
