"""Which values a person may write into a column: the ids of a closed vocabulary, or a form such as a date."""

from __future__ import annotations

import difflib
import re
from pathlib import Path

from pipeline.corrections.files import Correction, CorrectionError, Value, read_corrections
from pipeline.records import CLOSED, PATTERNS
from pipeline.vocabulary import Vocabulary, load_vocabulary


def read_checked(folder: Path, rules: Path | None = None) -> list[Correction]:
    """The corrections of a folder, each with a value that its column may hold.

    `rules` is the vocabulary's folder, if not the project's own. Raises CorrectionError, VocabularyError.
    """
    corrections, vocabulary = read_corrections(folder), load_vocabulary(rules)
    for correction in corrections:
        try:
            check_value(correction.field, correction.after, vocabulary)
        except CorrectionError as error:
            raise CorrectionError(f"{correction.file}: {correction.entry}: {error}") from error
    return corrections


def check_value(name: str, value: Value | None, vocabulary: Vocabulary) -> None:
    """Refuse an id that no term has: "principles: 'fairnes' is no id of the vocabulary: fairness?"."""
    known = list(vocabulary.terms.get(name, ())) or CLOSED.get(name, [])
    if known and value is not None and value not in known:
        near = difflib.get_close_matches(str(value), known, n=1)
        hint = f"did you mean {near[0]}?" if near else f"expected one of {', '.join(sorted(known))}"
        raise CorrectionError(f"{name}: {value!r} is no id of the vocabulary: {hint}")
    if name in PATTERNS and value is not None and not re.match(PATTERNS[name], str(value)):
        raise CorrectionError(f"{name}: {value!r} has not the form {PATTERNS[name]}")
