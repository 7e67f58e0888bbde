"""A person's corrections: bound to the evidence they were made on, applied as the last stage of a run.

One file in `corrections/` holds `[[correction]]` tables. A correction whose evidence has changed is
stale: it is listed and not applied, and the run says so.
"""

from pipeline.corrections.allowed import read_checked
from pipeline.corrections.apply import Corrector, Result
from pipeline.corrections.files import (
    Correction,
    CorrectionError,
    format_correction,
    hash_evidence,
    read_corrections,
)
from pipeline.corrections.known import apply_known

__all__ = [
    "Correction",
    "CorrectionError",
    "Corrector",
    "Result",
    "apply_known",
    "format_correction",
    "hash_evidence",
    "read_checked",
    "read_corrections",
]
