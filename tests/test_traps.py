"""The trap set: short documents by hand, each with one thing that misleads, and what the entry says."""

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from builders import annotated, document
from pipeline.assemble import assemble_outcome
from pipeline.records import Outcome

CASES = [
    (path.stem, case)
    for path in sorted((Path(__file__).parent / "traps").glob("*.toml"))
    for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
]


def assemble(case: dict) -> Outcome:
    made = document(*case["lines"], language=case.get("language", "en"), metadata=case.get("metadata"))
    if case.get("nopages"):
        made = replace(made, page_count=None, page_starts=[])
        made.blocks = [replace(block, page=None) for block in made.blocks]
    return assemble_outcome(*annotated(made))


@pytest.mark.parametrize("case", [pytest.param(case, id=f"{file}: {case['name']}") for file, case in CASES])
def test_the_entry_is_not_misled(case):
    entry = assemble(case).entry
    found = {field: getattr(entry, field) for field in case["expect"]}
    assert {field: "" if value is None else value for field, value in found.items()} == case["expect"]


def test_the_trap_set_is_large_enough():
    assert len(CASES) >= 120
