"""The tables in the tools of an analyst: pandas, polars, DuckDB, Datasette."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import duckdb
import httpx
import pandas as pd
import polars as pl
import pytest

from runs import outcome, write_run

OPEN = ("title: River Code", "p: Be transparent and fair.")
FAIR = ("title: Lake Code", "p: Be fair.")


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    both = {"fairness": "fair", "transparency": "transparent"}
    return write_run(
        tmp_path_factory.mktemp("run"),
        outcome("a", *OPEN, facts={"principles": both}),
        outcome("b", *FAIR, facts={"principles": {"fairness": "fair"}}),
        outcome("c", *FAIR),
    )


def test_pandas_reads_lists_and_explodes_them(run: Path) -> None:
    entries = pd.read_parquet(run / "entries.parquet", dtype_backend="pyarrow")
    counts = entries.explode("principles").principles.value_counts()
    assert counts.to_dict() == {"fairness": 2, "transparency": 1}
    assert list(entries.principles[0]) == ["fairness", "transparency"]


def test_polars_reads_lists(run: Path) -> None:
    entries = pl.read_parquet(run / "entries.parquet")
    assert entries.schema["principles"] == pl.List(pl.String)
    assert entries["principles"].to_list() == [["fairness", "transparency"], ["fairness"], []]


def test_duckdb_reads_lists(run: Path) -> None:
    query = f"SELECT entry_id FROM '{run}/entries.parquet' WHERE list_contains(principles, 'transparency')"
    assert duckdb.sql(query).fetchall() == [("a",)]


@pytest.fixture(scope="module")
def datasette(run: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "datasette", "serve", "--port", str(port)]
    command += ["--immutable", str(run / "softlaw.sqlite"), "--metadata", str(run / "datasette.json")]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        address = f"http://127.0.0.1:{port}"
        wait_for(address, process)
        yield address
    finally:
        process.terminate()
        process.communicate(timeout=10)


def wait_for(address: str, process: subprocess.Popen[str]) -> None:
    """Wait until the server answers; a server that ended tells why."""
    for _ in range(150):
        if process.poll() is not None:
            pytest.fail(process.communicate()[0])
        try:
            httpx.get(f"{address}/-/versions.json", trust_env=False)
        except httpx.TransportError:
            time.sleep(0.1)
        else:
            return
    pytest.fail("datasette did not answer within 15 seconds")


def test_datasette_counts_a_facet_over_principles(datasette: str) -> None:
    answer = httpx.get(
        f"{datasette}/softlaw/entries.json?_facet_array=principles&_shape=objects", trust_env=False
    )
    facets = answer.json()["facet_results"]["principles"]["results"]
    assert {item["value"]: item["count"] for item in facets} == {"fairness": 2, "transparency": 1}


def test_datasette_finds_entries_by_a_principle_and_passages_by_words(datasette: str) -> None:
    chosen = httpx.get(
        f"{datasette}/softlaw/entries.json?principles__arraycontains=transparency&_shape=array",
        trust_env=False,
    )
    assert [row["entry_id"] for row in chosen.json()] == ["a"]
    found = httpx.get(f"{datasette}/softlaw/passages.json?_search=transparent&_shape=array", trust_env=False)
    assert [row["entry_id"] for row in found.json()] == ["a"]


def test_datasette_shows_the_list_columns_as_facets_from_the_start(datasette: str) -> None:
    facets = httpx.get(f"{datasette}/softlaw/entries.json", trust_env=False).json()["facet_results"]
    assert {"principles", "fundamental_rights", "law_area"} <= set(facets)
    assert facets["principles"]["type"] == "array"
