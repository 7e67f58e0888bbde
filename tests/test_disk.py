"""A disk that takes no more: one sentence, and a rerun with room completes."""

import resource
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from tests.kills import ROOT, read_files

SAMPLE = ROOT / "raw" / "samples" / "company-principles.html"


def limit_files(size: int) -> None:
    """In the process of the run: no file may grow over some bytes, for the driver and its workers."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def run(out: Path, cache: Path, largest: int | None = None) -> subprocess.CompletedProcess[str]:
    words = ["run", str(SAMPLE), "--out", str(out), "--cache", str(cache)]
    return subprocess.run(
        [sys.executable, "-m", "pipeline", *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        preexec_fn=partial(limit_files, largest) if largest else None,
    )


@pytest.mark.parametrize(
    ("warm", "largest", "told"),
    [
        (True, 1_000, "softlaw: cannot write to {out}: "),
        (True, 150_000, "softlaw: cannot write to {out}: "),
        # The library that tells languages unpacks its model into the folder for temporary files.
        (False, 400_000, "softlaw: {sample}: File too large"),
        (False, 2_000, "softlaw: File too large: {cache}/vocabulary/"),
    ],
)
def test_a_disk_that_takes_no_more_is_one_sentence_and_a_rerun_completes(
    tmp_path: Path, warm: bool, largest: int, told: str
) -> None:
    assert run(tmp_path / "plain", tmp_path / "kept").returncode == 0
    out, cache = tmp_path / "out", tmp_path / ("kept" if warm else "new")
    done = run(out, cache, largest)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(told.format(out=out, cache=cache, sample=SAMPLE))
    assert len(done.stderr.splitlines()) == 1
    assert read_files(out) == {}
    assert run(out, cache).returncode == 0
    assert read_files(out) == read_files(tmp_path / "plain")
