"""`softlaw doctor`: what this installation has, in one screen."""

from __future__ import annotations

import shutil
import subprocess
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Annotated

import typer

from pipeline import __version__

PACKAGES = ("spacy", "pdfwords", "pypdfium2", "pdfplumber", "beautifulsoup4", "lxml", "pandas", "pyarrow")
# A run over a thousand documents writes about this much.
ENOUGH_BYTES = 2_000_000_000


def doctor(
    models: Annotated[Path, typer.Option(help="Folder of built spaCy pipelines.")] = Path("models"),
    out: Annotated[Path, typer.Option("--out", help="Folder in which a run would write.")] = Path(),
) -> None:
    """Show versions, vocabulary, models, OCR and disk; exit with 1 when a run could not work."""
    lines = [check_packages(), check_vocabulary(), check_models(models), check_ocr(), check_disk(out)]
    for fine, name, message in lines:
        typer.echo(f"{'ok  ' if fine else 'no  '} {name:12} {message}")
    # Models are built in memory and pages stay unread without OCR; only the rest stops a run.
    if not all(fine for fine, name, _ in lines if name not in ("models", "ocr")):
        raise typer.Exit(1)


def check_packages() -> tuple[bool, str, str]:
    """Versions of the pipeline and of the libraries that decide what comes out."""
    found, missing = [f"softlaw {__version__}"], []
    for package in PACKAGES:
        try:
            found.append(f"{package} {version(package)}")
        except PackageNotFoundError:
            missing.append(package)
    return not missing, "packages", ", ".join(found) + "".join(f"; {name} is missing" for name in missing)


def check_vocabulary() -> tuple[bool, str, str]:
    """Whether the vocabulary loads, and what it holds."""
    from pipeline.vocabulary import VocabularyError, load_vocabulary

    try:
        words = load_vocabulary()
    except VocabularyError as error:
        return False, "vocabulary", str(error)
    terms = sum(len(group) for group in words.terms.values())
    counts = f"{terms} terms, {len(words.bodies)} bodies, {len(words.instruments)} instruments"
    return True, "vocabulary", f"{words.version}: {counts} in {', '.join(sorted(words.languages()))}"


def check_models(folder: Path) -> tuple[bool, str, str]:
    """The built pipelines; without them a run makes them in memory."""
    built = sorted(path.name for path in folder.glob("*_softlaw") if path.is_dir())
    return bool(built), "models", ", ".join(built) or f"none in {folder}; a run makes them in memory"


def check_ocr() -> tuple[bool, str, str]:
    """tesseract and its languages."""
    if shutil.which("tesseract") is None:
        return False, "ocr", "tesseract is not installed; scanned pages are marked and left unread"
    done = subprocess.run(
        ["tesseract", "--list-langs"], capture_output=True, text=True, timeout=20, check=False
    )
    languages = [line for line in done.stdout.splitlines()[1:] if line.strip()]
    return done.returncode == 0, "ocr", f"tesseract with {', '.join(languages)}"


def check_disk(folder: Path) -> tuple[bool, str, str]:
    """Free space where a run would write."""
    free = shutil.disk_usage(folder.resolve()).free
    return free >= ENOUGH_BYTES, "disk", f"{free / 1e9:.1f} GB free"
