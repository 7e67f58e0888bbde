"""The same run by one worker and by Ray with two processes, and what differs between their files."""

import subprocess
import sys
from pathlib import Path

from tests.kills import ROOT, read_files

# Where the Ray engine keeps the parts that its processes wrote; a plain run has none.
PARTS = "parts/"


def run_engine(inputs: list[Path], out: Path, *options: str) -> None:
    """One `softlaw run` in a process of its own. Raises RuntimeError when it fails."""
    command = [sys.executable, "-m", "pipeline", "run", *map(str, inputs), "--out", str(out), *options]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(f"the run ended with {done.returncode}: {done.stderr}")


def compare_engines(inputs: list[Path], folder: Path) -> tuple[int, list[str]]:
    """The number of files that a plain run wrote, and those that Ray did not write byte for byte."""
    run_engine(inputs, folder / "plain", "--workers", "1")
    run_engine(inputs, folder / "ray", "--engine", "ray", "--address", "local", "--workers", "2")
    plain, ray = read_files(folder / "plain"), read_files(folder / "ray")
    names = plain.keys() | {name for name in ray if not name.startswith(PARTS)}
    return len(plain), sorted(name for name in names if plain.get(name) != ray.get(name))
