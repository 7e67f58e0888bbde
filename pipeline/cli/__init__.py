"""The command line: one module a command, each a thin layer over the library."""

from pipeline.cli.app import main

__all__ = ["main"]
