"""`make engines`: Ray with two processes writes every file of a corpus as one worker does."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from benchmarks.speed import default_folders
from tests.engines import compare_engines


def main() -> None:
    """Run both over the folders and compare; exit with 1 when a file differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, help="folders of documents")
    folders = parser.parse_args().folders or default_folders()
    with tempfile.TemporaryDirectory() as name:
        files, different = compare_engines(folders, Path(name))
    print(f"{files} files of a run, {len(different)} different under Ray", *different, sep="\n")
    sys.exit(1 if different else 0)


if __name__ == "__main__":
    main()
