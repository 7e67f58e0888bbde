"""legal_force_statement: the verbatim sentences on which `legal_force` stands."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.assemble.candidates import Candidate
from pipeline.assemble.legal_force import keep_statements
from pipeline.assemble.reading import Reading
from pipeline.records import Entry

# The surest sentences are enough to show what the text says.
MAX_SENTENCES = 3


def find_legal_force_statement(reading: Reading, entry: Entry) -> Iterator[Candidate]:
    """The surest statements of the accepted value, in the order of the text."""
    own = [
        statement
        for statement in keep_statements(reading, entry)
        if statement.value == entry.legal_force and not statement.lost
    ]
    seen = set()
    for statement in sorted(own, key=lambda item: (-item.score, item.span))[:MAX_SENTENCES]:
        text = " ".join(reading.document.text[slice(*statement.span)].split())
        if text not in seen:
            seen.add(text)
            rule = statement.rule.replace("legal_force.", "legal_force_statement.")
            yield Candidate(text, statement.span, rule, statement.score)
