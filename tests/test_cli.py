"""The command line: one sentence and the right exit code."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
AGENCY = "raw/samples/agency-guidelines-automated-decisions.pdf"
SAMPLE = ROOT / "raw" / "samples" / "company-principles.html"


def softlaw(*words: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pipeline", *map(str, words)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["run", "no/such.pdf", "--out", "/proc/none"], 2, "no such file or folder: no/such.pdf"),
        (["run", str(SAMPLE), "--colour", "red"], 2, "No such option"),
        (["run", str(SAMPLE), "--out", "/proc/none"], 1, "cannot write to /proc/none"),
        (["show", "no/such", "x"], 2, "holds no run"),
        (["run", str(SAMPLE)], 2, "Missing option '--out'"),
        (["run", str(SAMPLE), "--out", "/proc/none", "--timeout", "soon"], 2, "for '--timeout'"),
        (["run", str(SAMPLE), "--out", "/proc/none", "--cache", str(SAMPLE)], 2, "is a file"),
        (["dictionary", "--out", "/proc/none"], 1, "No such file or directory: /proc/none"),
        (["stage", "assemble", "/proc/none", "--out", "/proc/none"], 1, "No such file or directory: /proc/"),
        (
            ["run", str(SAMPLE), "--out", "/proc/none", "--cache", "/proc/cache"],
            1,
            "cannot write to the cache",
        ),
        (["run", str(SAMPLE), "--out", "/proc/none", "--models", "/proc/none"], 2, "does not exist"),
        (["run", str(SAMPLE), "--out", "/proc/none", "--vocabulary", str(SAMPLE)], 2, "is a file"),
        (["run", "", "--out", "/proc/none"], 2, "got an empty word"),
        (["fetch", "no-such.txt"], 2, "expected a sources.csv or an address, got no-such.txt"),
        (["fetch", "raw/samples"], 2, "expected a sources.csv or an address, got raw/samples"),
        (["stage", "export", "raw/samples", "--out", "/proc/none"], 1, "cannot write to /proc/none"),
        (["fly"], 2, "No such command"),
        (["run", str(SAMPLE), "--out", ""], 2, "expected a value after --out, got an empty word"),
        (["run", str(SAMPLE), "--out="], 2, "expected a value after --out, got an empty word"),
        (["fetch", "https://example.org/a", "--out", ""], 2, "expected a value after --out"),
        (
            ["correct", "", "a", "date", "--reason", "r"],
            2,
            "expected a value after correct",
        ),
        (["run", "http://[::1", "--out", "/proc/none"], 2, "no valid address: http://[::1"),
        (["run", "/dev/null", "--out", "/proc/none"], 2, "/dev/null is no file that can be read to its end"),
        (["run", str(SAMPLE), "--out", "/proc/none", "--vocabulary", "raw/samples"], 1, "which rules read"),
        (["model", "--out", "/proc/none", "--vocabulary", "raw/samples"], 1, "which rules read"),
        (["vocab", "check", "--vocabulary", "raw/samples"], 1, "which rules read"),
        (["blocks", AGENCY, "--page", "99"], 2, "has no page 99; it has "),
        (["blocks", str(SAMPLE), "--page", "1"], 2, "has no page 1; it has none"),
        (["diff", "raw", "raw/samples"], 2, "raw holds no run"),
        (["labels", "pyproject.toml", "raw", "--gold", "/proc/none"], 2, "raw holds no run"),
    ],
)
def test_a_mistake_is_one_sentence_and_an_exit_code(words: list[str], code: int, message: str) -> None:
    done = softlaw(*words)
    assert done.returncode == code
    assert message in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


@pytest.fixture(scope="module")
def run_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("run")
    (folder / "hours.txt").write_text("The library\n\nIt is open from nine to five on all days but Sunday.\n")
    softlaw("run", SAMPLE, folder / "hours.txt", "--out", folder / "out")
    return folder / "out"


@pytest.mark.parametrize(
    ("command", "words", "message"),
    [
        ("explain", ["Company-Principles", "principles"], "is it company-principles?"),
        ("explain", ["zebra", "principles"], "there are company-principles, hours …"),
        ("explain", ["hours", "date"], "'date' is no tagged field; there are addressees,"),
        ("show", ["company_principles"], "is it company-principles?"),
        ("review", ["--entry", "company"], "no entry 'company'"),
        ("review", ["--most", "0"], "for '--most'"),
        ("evaluate", ["tests/gold", "--calibration", "/proc/none"], "expected a run made with --strengths"),
        ("evaluate", ["raw/samples"], "holds no gold"),
    ],
)
def test_a_wrong_word_about_a_run_is_one_sentence(
    run_dir: Path, command: str, words: list[str], message: str
) -> None:
    done = softlaw(command, run_dir, *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


BROKEN_CSV = [
    (b"\xff\xfe\x00", "expected CSV in UTF-8"),
    (b"", "expected a header with the columns id and url or path"),
    (b"id;path\na;b.txt\n", "expected a header with the columns id and url or path"),
    (b"id,path\na\n", "line 2: expected an id, and a url or a path"),
    (b'id,path\n"a,b.txt\n', "line 2: expected an id, and a url or a path"),
    (b"id,path\na,gone.txt\n", "line 2: no such file: "),
    (b"id,path\na,.\n", "line 2: no such file: "),
    (b"id,path,date\na,sources.csv,someday\n", "line 2: date: "),
]


@pytest.mark.parametrize(("content", "message"), BROKEN_CSV)
def test_a_broken_sources_file_is_one_sentence(tmp_path: Path, content: bytes, message: str) -> None:
    (tmp_path / "sources.csv").write_bytes(content)
    done = softlaw("run", tmp_path / "sources.csv", "--out", tmp_path / "out")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"softlaw: {tmp_path / 'sources.csv'}")
    assert message in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("show", ["company-principles"]),
        ("report", []),
        ("review", []),
        ("correct", ["company-principles", "date", "--reason", "r", "--reviewer", "m", "--after", "2020"]),
        ("annotations", ["--out", "/proc/none"]),
        ("evaluate", ["tests/gold"]),
        ("diff", ["raw"]),
    ],
)
@pytest.mark.parametrize(
    ("spoil", "message"),
    [("absent", "holds no run"), ("file", "holds no run"), ("cut", "no whole Parquet"), ("other", "lacks ")],
)
def test_a_folder_that_holds_no_run_is_one_sentence(
    run_dir: Path, tmp_path: Path, spoil: str, message: str, command: str, words: list[str]
) -> None:
    folder = tmp_path / "a run ü"
    if spoil == "file":
        folder.write_text("")
    elif spoil != "absent":
        shutil.copytree(run_dir, folder)
        other = (folder / "documents.parquet").read_bytes()
        (folder / "entries.parquet").write_bytes(other if spoil == "other" else other[:100])
    done = softlaw(command, folder, *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert str(folder) in done.stderr
    assert message in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("content", ['{"date": [', "[1]", '{"date": "high"}'])
def test_a_file_that_holds_no_floors_is_one_sentence(run_dir: Path, tmp_path: Path, content: str) -> None:
    (tmp_path / "floors.json").write_text(content)
    done = softlaw("evaluate", run_dir, "tests/gold", "--floors", tmp_path / "floors.json")
    assert done.returncode == 2
    assert done.stderr.startswith(f"softlaw: {tmp_path / 'floors.json'}: ")
    assert len(done.stderr.splitlines()) == 1
    assert (tmp_path / "floors.json").read_text() == content


def test_relative_paths_with_spaces_and_other_scripts_are_read(tmp_path: Path) -> None:
    (tmp_path / "my files").mkdir()
    shutil.copy(SAMPLE, tmp_path / "my files" / "Grundsätze für KI – Übersicht.html")
    command = [sys.executable, "-m", "pipeline", "run", "my files", "--out", "out ü", "--cache", "kept ü"]
    done = subprocess.run(
        command,
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "1 read, 0 screened out, 0 rejected -> out ü\n"
    assert [path.name for path in (tmp_path / "out ü" / "texts").iterdir()] == [
        "Grundsätze-für-KI-Übersicht.json"
    ]


def test_a_reader_that_leaves_early_is_no_error(run_dir: Path) -> None:
    shown = subprocess.Popen(
        [sys.executable, "-m", "pipeline", "show", str(run_dir), "company-principles"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    with shown:
        assert shown.stdout is not None
        assert shown.stderr is not None
        shown.stdout.close()
        assert shown.stderr.read() == b""
    assert shown.returncode == 1


def test_a_field_without_a_mention_says_so(run_dir: Path) -> None:
    done = softlaw("explain", run_dir, "hours", "principles")
    assert done.stdout == "hours mentions no term of principles; looked for were words in en\n"


def test_a_sources_file_without_addresses_says_that_there_is_nothing_to_fetch(tmp_path: Path) -> None:
    done = softlaw("fetch", ROOT / "raw" / "sources.csv", "--out", tmp_path)
    assert (done.returncode, done.stdout) == (0, f"0 fetched, 0 failed -> {tmp_path}\n")
    assert "there is nothing to fetch" in done.stderr


def test_version_is_printed() -> None:
    assert softlaw("--version").stdout.startswith("softlaw 0.")


def test_a_run_ends_with_a_summary_and_strict_tells_of_rejects(tmp_path: Path) -> None:
    (tmp_path / "empty.pdf").touch()
    done = softlaw("run", SAMPLE, tmp_path / "empty.pdf", "--out", tmp_path / "out")
    assert (done.returncode, done.stdout.split(" -> ")[0]) == (0, "1 read, 0 screened out, 1 rejected")
    assert softlaw("run", tmp_path / "empty.pdf", "--out", tmp_path / "o2", "--strict").returncode == 1


def test_show_prints_the_labels_of_the_database_page(tmp_path: Path) -> None:
    softlaw("run", SAMPLE, "--out", tmp_path)
    lines = softlaw("show", tmp_path, "company-principles").stdout.splitlines()
    labels = [line for line in lines if not line.startswith(" ")]
    assert labels[:4] == [
        "Short name",
        "Full name of the document",
        "Body / organism enacting the document",
        "Nature of the body / organism",
    ]


def test_doctor_shows_versions_vocabulary_ocr_and_disk() -> None:
    lines = softlaw("doctor").stdout.splitlines()
    assert [line.split()[1] for line in lines] == ["packages", "vocabulary", "models", "ocr", "disk"]
    assert "softlaw 0." in lines[0]
