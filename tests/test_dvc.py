"""The DVC pipeline is well formed: every command is one of ours and every file it needs is made or kept."""

import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from typer.main import get_command

from pipeline.cli.app import app
from pipeline.parse.ocr import describe_tesseract
from pipeline.vocabulary import load_vocabulary

ROOT = Path(__file__).resolve().parent.parent
STAGES = yaml.safe_load((ROOT / "dvc.yaml").read_text(encoding="utf-8"))["stages"]
MADE = {
    next(iter(out)) if isinstance(out, dict) else out for stage in STAGES.values() for out in stage["outs"]
}


@pytest.mark.parametrize("name", STAGES)
def test_a_stage_calls_a_command_and_its_files_are_there_or_made(name: str) -> None:
    words = STAGES[name]["cmd"].split()
    assert words[0] == "softlaw"
    assert words[1] in get_command(app).commands
    assert not [
        path for path in STAGES[name].get("deps", ()) if path not in MADE and not (ROOT / path).exists()
    ]


def test_what_reads_scans_is_looked_at_each_time_and_parsing_depends_on_it(tmp_path: Path) -> None:
    tools = tmp_path / "tools.txt"
    command = [sys.executable, "-m", "pipeline", "stage", "tools", "--out", str(tools)]
    subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    assert describe_tesseract() in tools.read_text(encoding="utf-8")
    assert STAGES["tools"]["always_changed"]
    assert set(STAGES["tools"]["outs"]) <= set(STAGES["parse"]["deps"]) & set(STAGES["assemble"]["deps"])


def test_the_pipelines_of_all_languages_of_the_vocabulary_are_outs_of_their_stage() -> None:
    built = {f"models/{language}_softlaw" for language in load_vocabulary().languages()}
    assert (
        built
        == set(STAGES["model"]["outs"])
        == {path for path in STAGES["assemble"]["deps"] if "_softlaw" in path}
    )


@pytest.mark.slow
def test_dvc_reads_the_pipeline_with_its_parameters() -> None:
    command = [sys.executable, "-m", "dvc", "stage", "list"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert listed.returncode == 0, listed.stderr
    assert [line.split()[0] for line in listed.stdout.splitlines()] == list(STAGES)
