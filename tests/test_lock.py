"""One run at a time writes to a folder."""

import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.export import OutputError, TableWriter
from pipeline.export.lock import lock_folder, unlock_folder
from tests.kills import ROOT

HOLD = "import sys; from pathlib import Path; from pipeline.export.lock import lock_folder; "
HOLD += "lock_folder(Path(sys.argv[1])); print('held', flush=True); sys.stdin.read()"


def test_a_second_run_into_the_same_folder_is_refused_and_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / ".partial").mkdir()
    handle = lock_folder(tmp_path)
    with pytest.raises(OutputError, match="another run is writing to"):
        TableWriter(tmp_path).__enter__()
    assert (tmp_path / ".partial").is_dir()
    unlock_folder(tmp_path, handle)
    assert [path.name for path in tmp_path.iterdir()] == [".partial"]


def test_the_lock_of_a_killed_run_is_free(tmp_path: Path) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    with holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(OutputError, match="another run"):
            lock_folder(tmp_path)
        holder.kill()
    unlock_folder(tmp_path, lock_folder(tmp_path))
    assert list(tmp_path.iterdir()) == []
