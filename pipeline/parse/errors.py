"""Why an input could not be read: the one exception that leaves the parse stage."""

from __future__ import annotations

from pipeline.records import REJECT_CODES


class ParseError(Exception):
    """An input that becomes a reject: a code of the closed list and one sentence."""

    def __init__(self, code: str, reason: str) -> None:
        if code not in REJECT_CODES:
            raise ValueError(f"{code!r} is no reject code; expected one of {', '.join(REJECT_CODES)}")
        super().__init__(reason)
        self.code = code
        self.reason = reason
