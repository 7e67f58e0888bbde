"""Around the calls of third-party readers: what they raise on damaged files becomes a reject.

The one broad `except` of the project. No code of ours runs inside it but what turns a call of the
library into plain values, so that a bug of ours stops the run instead of passing for a bad file.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from pipeline.parse.errors import ParseError


@contextmanager
def third_party(library: str) -> Iterator[None]:
    """Turn whatever a library raises into a `ParseError`: "lxml failed: AssertionError: …"."""
    try:
        yield
    except MemoryError as error:
        raise ParseError("out_of_memory", f"{library} ran out of memory.") from error
    except Exception as error:
        reason = f"{library} failed: {type(error).__name__}: {error}"
        raise ParseError("unreadable", reason) from error
