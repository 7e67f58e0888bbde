"""The documentation builds offline, names commands that exist, and tells the version that is there."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml
from typer.main import get_command

from pipeline import __version__
from pipeline.cli.app import app

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted((ROOT / "docs").glob("*.md"))
CALL = re.compile(r"^ {4}softlaw ((?:.*\\\n)*.*)$|`softlaw ([a-z][^`]*)`", re.MULTILINE)
LOADED = re.compile(r'<(?:script|link|img)[^>]+(?:src|href)="([^"]+)"')
# Written by the benchmarks.
MEASURED = {"quality.md", "speed.md", "scale.md"}
COMMANDS = get_command(app).commands


def calls() -> list[str]:
    """Every call of `softlaw` on a page, on one line."""
    return [
        (match[1] or match[2]).replace("\\\n", " ")
        for page in PAGES
        for match in CALL.finditer(page.read_text(encoding="utf-8"))
    ]


@pytest.mark.parametrize("call", sorted(set(calls())))
def test_a_command_of_the_documentation_exists_with_its_options(call: str) -> None:
    words = call.split()
    assert words[0] in COMMANDS
    command = COMMANDS[words[0]]
    if hasattr(command, "commands") and len(words) > 1:
        command = command.commands[words[1]]
    known = {name for parameter in command.params for name in parameter.opts}
    assert {word for word in words if word.startswith("--")} <= known


def test_the_citation_tells_the_version_and_the_licence() -> None:
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert citation["version"] == __version__
    assert citation["license"] == project["license"]
    assert citation["title"] == project["name"]


def test_the_navigation_names_every_page_and_only_measured_ones_may_be_missing() -> None:
    navigation = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["nav"]
    named = {page for item in navigation for page in item.values()}
    there = {page.name for page in PAGES}
    assert there <= named
    assert named - there <= MEASURED


@pytest.mark.slow
def test_the_site_builds_without_a_warning_and_asks_the_network_for_nothing(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(tmp_path)]
    built = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stderr
    pages = [page.read_text(encoding="utf-8") for page in tmp_path.rglob("*.html")]
    assert len(pages) >= len(PAGES)
    loaded = [address for page in pages for address in LOADED.findall(page)]
    assert loaded
    assert not [address for address in loaded if address.startswith(("http", "//"))]
