"""The engine: every input in documents or rejects, the same bytes each time, with and without a store."""

import json
import os
import shutil
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from pipeline.records import Outcome
from pipeline.run.core import Models, load_models
from pipeline.run.engine import write_outcomes
from pipeline.run.inputs import InputError, list_sources
from pipeline.run.reading import map_sources
from pipeline.run.stages import assemble_parsed, export_outcomes, parse_sources
from pipeline.run.store import Store, code_version

SAMPLES = Path(__file__).resolve().parent.parent / "raw" / "samples"


@pytest.fixture(scope="module")
def models() -> Models:
    return load_models()


def ignore(outcome: Outcome) -> None:
    """Show no progress."""


def read_files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def run(out: Path, models: Models, *inputs: Path, store: Store | None = None) -> dict[str, bytes]:
    sources, _ = list_sources(map(str, inputs))
    write_outcomes(map_sources(sources, models, store), out, models.vocabulary, ignore)
    return read_files(out)


def write_inputs(folder: Path) -> Path:
    folder.mkdir()
    (folder / "good.txt").write_text("Guidelines\n\nStates should respect privacy.\n")
    (folder / "empty.txt").write_text("")
    (folder / "picture.pdf").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    return folder


def test_every_input_is_in_documents_or_in_rejects(tmp_path: Path, models: Models) -> None:
    run(tmp_path / "out", models, write_inputs(tmp_path / "in"))
    documents = pq.read_table(tmp_path / "out" / "documents.parquet").to_pylist()
    rejects = pq.read_table(tmp_path / "out" / "rejects.parquet").to_pylist()
    assert [row["entry_id"] for row in documents] == ["good"]
    assert {Path(row["source"]).name: row["code"] for row in rejects} == {
        "empty.txt": "empty",
        "picture.pdf": "unsupported_type",
    }


def test_two_runs_write_the_same_bytes(tmp_path: Path, models: Models) -> None:
    first = run(tmp_path / "one", models, SAMPLES)
    assert run(tmp_path / "two", load_models(), SAMPLES) == first
    assert "entries.parquet" in first


def test_a_store_changes_nothing_and_is_used(tmp_path: Path, models: Models) -> None:
    inputs, store = write_inputs(tmp_path / "in"), Store(tmp_path / "store")
    plain = run(tmp_path / "plain", models, inputs)
    assert run(tmp_path / "cold", models, inputs, store=store) == plain
    kept = read_files(store.folder)
    assert run(tmp_path / "warm", models, inputs, store=store) == plain
    assert read_files(store.folder) == kept


def test_a_file_cut_short_in_the_store_is_made_again(tmp_path: Path, models: Models) -> None:
    inputs, store = write_inputs(tmp_path / "in"), Store(tmp_path / "store")
    plain = run(tmp_path / "cold", models, inputs, store=store)
    for path in list(store.folder.rglob("*.gz")):
        path.write_bytes(path.read_bytes()[:20])
    assert run(tmp_path / "again", models, inputs, store=store) == plain


def test_the_steps_of_dvc_write_the_same_tables_as_a_run(tmp_path: Path, models: Models) -> None:
    inputs, store = write_inputs(tmp_path / "in"), Store(tmp_path / "store")
    sources, _ = list_sources([str(inputs)])
    parse_sources(sources, tmp_path / "parsed", models, store)
    assemble_parsed(tmp_path / "parsed", tmp_path / "outcomes", models, store)
    export_outcomes(tmp_path / "outcomes", tmp_path / "steps", models.vocabulary)
    assert read_files(tmp_path / "steps") == run(tmp_path / "run", models, inputs)


def test_a_source_that_is_gone_leaves_no_row(tmp_path: Path, models: Models) -> None:
    inputs, store = write_inputs(tmp_path / "in"), Store(tmp_path / "store")
    run(tmp_path / "out", models, inputs, store=store)
    (inputs / "good.txt").unlink()
    files = run(tmp_path / "out", models, inputs, store=store)
    assert "texts/good.json" not in files
    assert pq.read_table(tmp_path / "out" / "entries.parquet").num_rows == 0


def test_a_failed_run_leaves_the_old_tables(
    tmp_path: Path, models: Models, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = run(tmp_path / "out", models, write_inputs(tmp_path / "in"))

    def fail(*args: object) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr("pipeline.run.core.assemble_outcome", fail)
    with pytest.raises(RuntimeError, match="a bug") as caught:
        run(tmp_path / "out", models, tmp_path / "in")
    assert caught.value.__notes__[0].startswith(f"The document was {tmp_path / 'in'}")
    assert read_files(tmp_path / "out") == before


def test_quotes_stand_in_the_text_at_their_offsets(tmp_path: Path, models: Models) -> None:
    run(tmp_path / "out", models, SAMPLES)
    texts = {
        path.stem: json.loads(path.read_text())["text"] for path in (tmp_path / "out" / "texts").iterdir()
    }
    rows = pq.read_table(tmp_path / "out" / "evidence.parquet").to_pylist()
    quoted = [row for row in rows if row["quote"] is not None]
    assert quoted
    assert [row for row in quoted if texts[row["entry_id"]][row["start"] : row["end"]] != row["quote"]] == []


def test_the_code_is_part_of_the_key() -> None:
    assert code_version(("records.py",)) != code_version(("records.py", "parse"))


def test_inputs_that_do_not_exist_are_refused_before_anything_is_written() -> None:
    with pytest.raises(InputError):
        list_sources(["no/such/file"])


def test_a_page_read_by_ocr_is_kept_in_the_store(tmp_path: Path, models: Models) -> None:
    if shutil.which("tesseract") is None and not os.environ.get("CI"):
        pytest.skip("tesseract is not installed")
    store = Store(tmp_path / "store")
    run(tmp_path / "out", models, SAMPLES / "ministry-circular-chatbots-scan.pdf", store=store)
    assert list((store.folder / "ocr").iterdir())
