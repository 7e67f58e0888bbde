"""A wheel in an empty environment reads a PDF, and spaCy finds our components through entry points."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "raw" / "samples" / "agency-guidelines-automated-decisions.pdf"
LOAD = """
import json, spacy, sys
nlp = spacy.load(sys.argv[1])
doc = nlp("Providers should respect privacy under Regulation (EU) 2016/679 by 1 May 2024.")
print(json.dumps({group: [span.label_ for span in doc.spans[group]] for group in doc.spans}))
"""


def call(*words: str | Path, cwd: Path) -> str:
    done = subprocess.run(
        [*map(str, words)], cwd=cwd, capture_output=True, text=True, timeout=600, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh environment with only the wheel and its dependencies."""
    if os.environ.get("CI") != "true" and "SOFTLAW_WHEEL" not in os.environ:
        pytest.skip("needs package downloads: runs where CI=true or SOFTLAW_WHEEL is set")
    folder = tmp_path_factory.mktemp("wheel")
    call(
        sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, ROOT, cwd=folder
    )
    (wheel,) = folder.glob("*.whl")
    call(sys.executable, "-m", "venv", folder / "venv", cwd=folder)
    call(
        folder / "venv" / "bin" / "pip",
        "install",
        "--quiet",
        "--constraint",
        locked(folder),
        wheel,
        cwd=folder,
    )
    return folder


def locked(folder: Path) -> Path:
    """The versions of the lock file as constraints, without the hashes."""
    lines = (ROOT / "requirements.lock").read_text().splitlines()
    path = folder / "constraints.txt"
    path.write_text("\n".join(line.split(" \\")[0].split("[")[0] for line in lines if "==" in line) + "\n")
    return path


@pytest.mark.slow
def test_the_vocabulary_travels_with_the_wheel(installed: Path) -> None:
    softlaw = installed / "venv" / "bin" / "softlaw"
    assert "1 read" in call(softlaw, "run", SAMPLE, "--out", installed / "out", cwd=installed)
    shown = call(softlaw, "show", installed / "out", SAMPLE.stem, cwd=installed)
    assert "32016R0679" in shown


@pytest.mark.slow
def test_spacy_load_gives_a_doc_with_span_groups(installed: Path) -> None:
    call(installed / "venv" / "bin" / "softlaw", "model", "--out", installed / "models", cwd=installed)
    python = installed / "venv" / "bin" / "python"
    groups = json.loads(call(python, "-c", LOAD, installed / "models" / "en_softlaw", cwd=installed))
    assert groups["dates"] == ["2024-05-01"]
    assert groups["citations"] == ["32016R0679"]
    assert {"principles", "fundamental_rights", "norms"} <= groups.keys()
