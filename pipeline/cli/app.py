"""The commands of `softlaw`, and errors for users as one sentence with an exit code."""

from __future__ import annotations

import errno
import os
import sys
from typing import Annotated

import typer

from pipeline import __version__
from pipeline.__main__ import INTERRUPTED
from pipeline.cli.annotations import export_evidence, import_labels
from pipeline.cli.blocks import blocks
from pipeline.cli.correct import correct
from pipeline.cli.dictionary import dictionary
from pipeline.cli.diff import diff
from pipeline.cli.doctor import doctor
from pipeline.cli.evaluate import evaluate
from pipeline.cli.explain import explain
from pipeline.cli.fetch import fetch
from pipeline.cli.model import model
from pipeline.cli.report import report
from pipeline.cli.review import review
from pipeline.cli.run import run
from pipeline.cli.show import show
from pipeline.cli.stage import stage
from pipeline.cli.vocab import vocab

# Typer's base class of wrong words on the command line has no public name of its own.
UsageError: type[Exception] = typer.BadParameter.__mro__[1]

# What a write says, which knows no file name, where the disk takes no more.
DISK_ERRORS = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)

app = typer.Typer(
    name="softlaw",
    help="Turn soft-law documents into structured, citable entries.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command()(run)
app.command()(fetch)
app.command()(doctor)
app.command()(model)
app.command()(show)
app.command()(blocks)
app.command()(explain)
app.add_typer(vocab, name="vocab")
app.add_typer(stage, name="stage")
app.command()(evaluate)
app.command()(report)
app.command()(review)
app.command()(correct)
app.command()(diff)
app.command("annotations")(export_evidence)
app.command("labels")(import_labels)
app.command()(dictionary)


def print_version(wanted: bool) -> None:
    """Print the version and end."""
    if wanted:
        typer.echo(f"softlaw {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", help="Show the version.", callback=print_version, is_eager=True)
    ] = False,
) -> None:
    """Turn soft-law documents into structured, citable entries."""


def describe(error: Exception) -> str:
    """What a user did wrong; for a value that Typer refused, with the name of its option."""
    if isinstance(error, typer.BadParameter) and error.param is not None:
        return error.format_message()
    return str(error)


def check_words(words: list[str]) -> None:
    """Refuse an empty word, such as a variable of a shell that is not set: as a path it means this folder."""
    for before, word in zip(["softlaw", *words], words, strict=False):
        option = word.removesuffix("=") if word.startswith("--") and word.endswith("=") else before
        if not word or option != before:
            raise typer.BadParameter(f"expected a value after {option}, got an empty word")


def describe_failure(error: OSError) -> str | None:
    """A folder that cannot be written, a full disk: nothing that a traceback would explain; else None."""
    if error.filename is not None:
        return f"{error.strerror}: {error.filename}"
    return error.strerror if error.errno in DISK_ERRORS else None


def main() -> None:
    """Run a command; a user's mistake ends with one sentence and exit code 2, a failure with 1."""
    try:
        check_words(sys.argv[1:])
        code = app(standalone_mode=False)
        sys.stdout.flush()
    except UsageError as error:
        print(f"softlaw: {describe(error)}", file=sys.stderr)
        sys.exit(2)
    except BrokenPipeError:
        # `softlaw show … | head`: nobody reads on, and what Python would still write has no reader either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except OSError as error:
        failure = describe_failure(error)
        if failure is None:
            raise
        print(f"softlaw: {failure}", file=sys.stderr)
        sys.exit(1)
    if code == INTERRUPTED:
        print("softlaw: stopped", file=sys.stderr)
    sys.exit(code)
