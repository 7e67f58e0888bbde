"""Killed at any moment, a rerun completes with the same bytes."""

from pathlib import Path

import pytest

from tests.kills import ROOT, read_files, run_once, run_with_kills


@pytest.mark.slow
def test_three_kills_change_no_byte(tmp_path: Path) -> None:
    inputs = [ROOT / "raw" / "samples"]
    assert run_once(inputs, tmp_path / "plain", tmp_path / "plain-cache", None) == 0
    killed = run_with_kills(inputs, tmp_path / "killed", kills=3, seconds=6.0, seed=7)
    assert read_files(killed) == read_files(tmp_path / "plain")
