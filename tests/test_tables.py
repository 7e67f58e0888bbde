"""A folder that holds no run, or a broken one, is refused in one sentence."""

from pathlib import Path

import pytest

from pipeline.tables import RunError, read_tables


def test_a_folder_without_tables_holds_no_run(tmp_path: Path) -> None:
    with pytest.raises(RunError, match=r"holds no run: expected entries\.parquet"):
        read_tables(tmp_path)


def test_a_table_cut_short_is_refused(tmp_path: Path) -> None:
    (tmp_path / "entries.parquet").write_bytes(b"PAR1 cut short")
    with pytest.raises(RunError, match=r"entries\.parquet is no whole Parquet file"):
        read_tables(tmp_path, ("entries",))
