"""`softlaw` and `python -m pipeline`: Ctrl-C ends with one sentence, also while the commands are loaded."""

import sys

# What a shell gives for a program ended by Ctrl-C.
INTERRUPTED = 130


def main() -> None:
    """Load the commands and run one."""
    try:
        # Loading takes a good part of a second, in which a person may have thought better of it.
        from pipeline.cli import main as run_command  # noqa: PLC0415

        run_command()
    except KeyboardInterrupt:
        print("softlaw: stopped", file=sys.stderr)
        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    main()
