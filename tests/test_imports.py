"""Imports point one way: records and vocabulary to nothing, stages to those two, run to the stages."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "pipeline"
STAGES = {"fetch", "parse", "annotate", "assemble", "export"}
NOUNS = {"records", "vocabulary", "__init__"}
READERS = {"evaluate", "report", "review", "diff", "exchange"}
ALLOWED = {
    "records": set(),
    "vocabulary": {"__init__"},
    **dict.fromkeys(STAGES, NOUNS),
    "run": NOUNS | STAGES | {"corrections", "calibration"},
    "corrections": NOUNS | {"tables"},
    "tables": {"records"},
    "calibration": {"records"},
    **dict.fromkeys(READERS, NOUNS | {"tables"}),
    "evaluate": NOUNS | {"tables", "calibration"},
    "review": NOUNS | {"tables", "calibration"},
    "report": NOUNS | {"tables", "review", "calibration"},
    "exchange": NOUNS | {"tables", "corrections"},
}


# What takes long to load, and what the driver of a run has no need of.
HEAVY = ("spacy", "bs4", "lxml", "httpcore", "pypdfium2", "ray", "pandas")
DRIVER = "import sys, pipeline.cli, pipeline.run.engine, pipeline.run.parallel, pipeline.run.rules"


def test_the_driver_of_a_run_loads_nothing_heavy() -> None:
    told = f"{DRIVER}; print([name for name in {HEAVY} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", told], cwd=PACKAGE.parent, capture_output=True, check=True)
    assert done.stdout == b"[]\n"


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported_rooms(path: Path) -> set[str]:
    rooms = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "pipeline":
            parts = node.module.split(".")
            names = [alias.name for alias in node.names]
            rooms |= (
                {parts[1]} if len(parts) > 1 else {n if (PACKAGE / n).exists() else "__init__" for n in names}
            )
        elif isinstance(node, ast.Import):
            rooms |= {alias.name.split(".")[1] for alias in node.names if alias.name.startswith("pipeline.")}
    return rooms


@pytest.mark.parametrize(
    "path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE))
)
def test_a_module_imports_only_what_its_room_may(path: Path) -> None:
    room = room_of(path)
    allowed = ALLOWED.get(room)
    if allowed is not None:
        assert imported_rooms(path) - {room} <= allowed
    else:
        assert room in {"cli", "__main__", "__init__"}
