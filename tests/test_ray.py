"""Ray on this machine gives the same tables as a plain run."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TABLES = ("entries", "recommendations", "hard_law", "evidence", "documents", "rejects")


def run(out: Path, *options: str) -> None:
    command = [sys.executable, "-m", "pipeline", "run", "raw/samples", "--out", str(out), *options]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=400, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.slow
def test_ray_writes_the_same_rows(tmp_path: Path) -> None:
    run(tmp_path / "plain")
    run(tmp_path / "ray", "--engine", "ray", "--address", "local", "--workers", "2")
    for name in TABLES:
        assert (tmp_path / "ray" / f"{name}.parquet").read_bytes() == (
            tmp_path / "plain" / f"{name}.parquet"
        ).read_bytes()
    assert list((tmp_path / "ray" / "parts").glob("*.parquet"))
