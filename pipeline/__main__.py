"""`python -m pipeline` is `softlaw`."""

from pipeline.cli import main

main()
