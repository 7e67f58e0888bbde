"""Kills a run at random moments, the whole process group at once, until one run is left alone."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def run_once(inputs: list[Path], out: Path, cache: Path, kill_after: float | None) -> int:
    """The exit code of a run, killed with everything it started after some seconds, if any."""
    command = [sys.executable, "-m", "pipeline", "run", *map(str, inputs), "--out", str(out)]
    process = subprocess.Popen(
        [*command, "--cache", str(cache), "--workers", "2"],
        cwd=ROOT,
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    if kill_after is not None:
        time.sleep(kill_after)
        os.killpg(process.pid, signal.SIGKILL)
    return process.wait()


def run_with_kills(inputs: list[Path], folder: Path, kills: int, seconds: float, seed: int) -> Path:
    """The tables of a run that was killed `kills` times within its first `seconds` and then left alone."""
    chance = random.Random(seed)
    for _ in range(kills):
        run_once(inputs, folder / "out", folder / "cache", chance.uniform(0.2, seconds))
    code = run_once(inputs, folder / "out", folder / "cache", None)
    if code != 0:
        raise RuntimeError(f"the undisturbed rerun ended with {code}")
    return folder / "out"


def read_files(folder: Path) -> dict[str, bytes]:
    """All files of a folder by their path."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
