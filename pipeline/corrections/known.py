"""Puts what a row of sources.csv says of its document into the entry.

A column of the row that is named as a column of the entries table holds a person's value: it stands in
the entry, and what the machine found is kept as rejected.
"""

from __future__ import annotations

import re

from pipeline.corrections.change import Change, current_values, make_change
from pipeline.corrections.curated import CURATED, list_changes
from pipeline.corrections.files import COLUMNS, CorrectionError, Value
from pipeline.records import Outcome

RULE = "known from sources.csv"
CORRECTED = "corrected"
TRUTH = {"true": True, "false": False}
DATE = re.compile(r"\d{4}(-\d{2}){0,2}")


def read_known(name: str, printed: str) -> list[Value]:
    """The values of a cell, several of a list between bars: "fairness|safety". Raises CorrectionError."""
    if COLUMNS[name] is bool:
        if printed.casefold() not in TRUTH:
            raise CorrectionError(f"{name}: expected true or false, got {printed!r}")
        return [TRUTH[printed.casefold()]]
    if name == "date" and not DATE.fullmatch(printed):
        raise CorrectionError(f"{name}: expected YYYY, YYYY-MM or YYYY-MM-DD, got {printed!r}")
    if is_list(name):
        return [item.strip() for item in printed.split("|") if item.strip()]
    return [printed]


def is_list(name: str) -> bool:
    """Whether a column holds a list."""
    return bool(COLUMNS[name] == list[str])


def apply_known(outcome: Outcome) -> Outcome:
    """The outcome with the values that its row in sources.csv states."""
    if outcome.entry is None:
        return outcome
    for name, printed in outcome.source.known:
        if name in COLUMNS:
            apply_cell(outcome, name, read_known(name, printed))
            if outcome.entry.review_status != CURATED:
                outcome.entry.review_status = CORRECTED
    return outcome


def apply_cell(outcome: Outcome, name: str, wanted: list[Value]) -> None:
    """Put the values of one cell into the entry."""
    assert outcome.entry is not None
    found = current_values(outcome.entry, name)
    whole = [(found[0] if found else None, wanted[0])]
    for before, after in list_changes(found, wanted, name) if is_list(name) else whole:
        make_change(outcome, Change(name, before, after, rule=RULE, mark=f"replaced by what is {RULE}"))
    if name == "enacting_body":
        outcome.entry.enacting_body = [str(body) for body in wanted]
