"""`make soak`: twenty random kills of a run over the corpus change no byte of the tables."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from tests.kills import ROOT, read_files, run_once, run_with_kills

KILLS = 20
# Later kills find most work done; within this time a run over the corpus has written part of it.
SECONDS = 20.0


def main() -> None:
    """Run undisturbed, run with kills, compare; exit with 1 when a byte differs."""
    shared = Path(os.environ.get("SOFTLAW_SHARED", ROOT.parent / "shared"))
    inputs = [shared / "corpus" / "documents"]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if run_once(inputs, folder / "plain", folder / "plain-cache", None) != 0:
            sys.exit("the undisturbed run failed")
        killed = run_with_kills(inputs, folder / "killed", KILLS, SECONDS, seed=2)
        same = read_files(killed) == read_files(folder / "plain")
    print(f"{KILLS} kills: the tables are {'the same' if same else 'different'}")
    sys.exit(0 if same else 1)


if __name__ == "__main__":
    main()
