"""The store: what is done is done once, and is done again when anything that it depends on changes."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.parse.ocr import installed_languages
from pipeline.records import Source
from pipeline.run.core import Models, is_built_from, load_models, parse
from pipeline.run.inputs import list_sources
from pipeline.run.reading import map_sources
from pipeline.run.rules import load_rules
from pipeline.run.store import READING_PHRASES, Store, document_key, reading_tools
from pipeline.vocabulary import VocabularyError, load_vocabulary
from pipeline.vocabulary.load import default_folder

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "raw" / "samples"
TERM = """
[care_for_rivers]
label = "Care for rivers"
definition = "Rivers are kept clean."
[care_for_rivers.en]
variants = ["care for rivers"]
examples = ["We owe care for rivers."]
"""


@pytest.fixture
def models() -> Models:
    return load_models()


def write_inputs(folder: Path, *names: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / f"{name}.txt").write_text(f"Guidelines of {name}\n\nStates should respect privacy.\n")
    return folder


def run(inputs: Path, models: Models, store: Store) -> None:
    for outcome in map_sources(list_sources([str(inputs)])[0], models, store):
        assert outcome.entry is not None


def list_kept(store: Store, kind: str) -> dict[str, int]:
    """The files of a kind and when they were written."""
    return {path.name: path.stat().st_mtime_ns for path in (store.folder / kind).rglob("*.gz")}


def change_vocabulary(folder: Path, file: str, text: str) -> Models:
    """Models with a vocabulary in which one file got longer."""
    shutil.copytree(default_folder(), folder)
    with (folder / file).open("a", encoding="utf-8") as lines:
        lines.write(text)
    return load_models(folder)


def test_one_added_document_redoes_only_that_document(tmp_path: Path, models: Models) -> None:
    store = Store(tmp_path / "store")
    run(write_inputs(tmp_path / "in", "a", "b"), models, store)
    before = {kind: list_kept(store, kind) for kind in ("parsed", "outcomes")}
    run(write_inputs(tmp_path / "in", "c"), models, store)
    after = {kind: list_kept(store, kind) for kind in before}
    assert {kind: len(after[kind]) - len(before[kind]) for kind in before} == {"parsed": 1, "outcomes": 1}
    assert before["parsed"].items() <= after["parsed"].items()
    assert before["outcomes"].items() <= after["outcomes"].items()


def test_one_added_term_tags_again_and_parses_nothing(tmp_path: Path, models: Models) -> None:
    inputs, store = write_inputs(tmp_path / "in", "a"), Store(tmp_path / "store")
    run(inputs, models, store)
    before = list_kept(store, "parsed")
    run(inputs, change_vocabulary(tmp_path / "words", "terms/principles.toml", TERM), store)
    assert list_kept(store, "parsed") == before
    assert len(list_kept(store, "outcomes")) == 2


def test_a_phrase_that_only_rules_read_parses_nothing_again(tmp_path: Path, models: Models) -> None:
    changed = change_vocabulary(tmp_path / "words", "phrases/countries.toml", '[XA]\nen = ["Utopia"]\n')
    source = Source("a", "a.txt")
    assert document_key(source, b"", changed.vocabulary) == document_key(source, b"", models.vocabulary)


def test_a_section_word_parses_again(tmp_path: Path, models: Models) -> None:
    changed = change_vocabulary(tmp_path / "words", "phrases/sections.toml", '[extra]\nen = ["Extra"]\n')
    source = Source("a", "a.txt")
    assert document_key(source, b"", changed.vocabulary) != document_key(source, b"", models.vocabulary)


@pytest.mark.parametrize(
    "name", ["database-page.html", "automated-vehicles-act.txt", "agency-guidelines-automated-decisions.pdf"]
)
def test_parsing_reads_no_other_phrases_than_its_key_holds(name: str, models: Models) -> None:
    known = {file: models.vocabulary.phrase_lists[file] for file in READING_PHRASES}
    bare = Models(replace(models.vocabulary, phrase_lists=known, terms={}, bodies={}, instruments={}))
    source, data = Source("a", name), (SAMPLES / name).read_bytes()
    assert parse(source, data, bare) == parse(source, data, models)


def test_a_vocabulary_out_of_the_store_is_the_one_that_was_read(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    read = load_rules(None, store)
    assert len(list_kept(store, "vocabulary")) == 1
    assert load_rules(None, store) == read == load_vocabulary()


def test_a_vocabulary_that_is_wrong_is_not_stored(tmp_path: Path) -> None:
    (tmp_path / "words" / "terms").mkdir(parents=True)
    (tmp_path / "words" / "terms" / "principles.toml").write_text("[privacy]\nlabel = 1\n")
    store = Store(tmp_path / "store")
    with pytest.raises(VocabularyError, match="privacy"):
        load_rules(tmp_path / "words", store)
    assert list_kept(store, "vocabulary") == {}


@pytest.fixture
def fresh_tools() -> Iterator[None]:
    for kept in (reading_tools, installed_languages):
        kept.cache_clear()
    yield
    for kept in (reading_tools, installed_languages):
        kept.cache_clear()


def test_without_tesseract_the_key_is_another(
    models: Models, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, fresh_tools: None
) -> None:
    source = Source("scan", "scan.pdf")
    fake = tmp_path / "bin" / "tesseract"
    fake.parent.mkdir()
    fake.write_text('#!/bin/sh\necho "tesseract 9.9"\n')
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", f"{fake.parent}:/bin:/usr/bin")
    with_one = document_key(source, b"", models.vocabulary)
    assert "tesseract 9.9" in reading_tools()
    reading_tools.cache_clear()
    monkeypatch.setenv("PATH", str(tmp_path))
    assert document_key(source, b"", models.vocabulary) != with_one
    assert reading_tools().endswith("no tesseract")


def test_a_pipeline_built_from_other_words_is_not_used(tmp_path: Path, models: Models) -> None:
    changed = change_vocabulary(tmp_path / "words", "terms/principles.toml", TERM)
    models.pipeline("en").to_disk(tmp_path / "en_softlaw")
    assert is_built_from(models.vocabulary, tmp_path / "en_softlaw")
    assert not is_built_from(changed.vocabulary, tmp_path / "en_softlaw")
    assert not is_built_from(load_vocabulary(), tmp_path / "nl_softlaw")


def list_group(group: int) -> list[str]:
    """The living processes of a process group."""
    shown = subprocess.run(["ps", "-eo", "pgid=,stat=,args="], capture_output=True, text=True, check=True)
    rows = (line.split(None, 2) for line in shown.stdout.splitlines())
    return [args for pgid, state, args in rows if int(pgid) == group and not state.startswith("Z")]


def wait_until(is_so: Callable[[], bool], seconds: float) -> bool:
    """Whether something became true in time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if is_so():
            return True
        time.sleep(0.02)
    return False


@pytest.mark.slow
def test_control_c_ends_with_one_sentence_and_keeps_what_is_done(tmp_path: Path) -> None:
    inputs = write_inputs(tmp_path / "in", *(f"n{number:04}" for number in range(2000)))
    store = Store(tmp_path / "cache")
    words = ["run", str(inputs), "--out", str(tmp_path / "out"), "--cache", str(store.folder)]
    process = subprocess.Popen(
        [sys.executable, "-m", "pipeline", *words, "--workers", "2"],
        cwd=ROOT,
        start_new_session=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert wait_until(lambda: len(list_kept(store, "outcomes")) > 3, seconds=60)
    # A terminal sends it to the whole group.
    os.killpg(process.pid, signal.SIGINT)
    output, errors = process.communicate(timeout=20)
    assert (process.returncode, output) == (130, "")
    assert errors.strip().splitlines()[-1].startswith("softlaw: stopped before the end: what is done is kept")
    assert "Traceback" not in errors
    assert wait_until(lambda: list_group(process.pid) == [], seconds=5)
    assert not (tmp_path / "out" / "entries.parquet").exists()
    assert 3 < len(list_kept(store, "outcomes")) < 2000
