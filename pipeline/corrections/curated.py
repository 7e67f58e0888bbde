"""Puts the values of a page of the database into the entry of the document that the page is about.

The page is what a person wrote, so its values go the way of corrections: accepted evidence that names
the page, the machine's values kept as rejected rows.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.corrections.change import Change, current_values, make_change
from pipeline.corrections.files import COLUMNS, Value
from pipeline.records import Outcome

CURATED = "curated"
# The language of a page is not that of its document.
OF_THE_PAGE = frozenset({"language"})
# A page tells of the law in prose: what it does not name may well be cited by the document.
NOT_EXHAUSTIVE = frozenset({"hard_law"})


def find_obstacle(outcome: Outcome, page: Outcome) -> str:
    """Why a page cannot be applied to a document; empty where it can."""
    if outcome.entry is None:
        return "the document was rejected"
    if page.entry is None:
        return "the page was rejected"
    if page.entry.review_status != CURATED:
        return "it is no page of the database"
    return "" if outcome.entry.review_status != CURATED else "the document is a page of the database itself"


def apply_page(outcome: Outcome, page: Outcome) -> None:
    """Apply all values of a page; a field that the page leaves empty keeps what the machine found."""
    assert outcome.entry is not None
    assert page.entry is not None
    told = {row.field for row in page.evidence if row.status == "accepted"} - OF_THE_PAGE
    for name in COLUMNS:
        if name not in told:
            continue
        wanted = current_values(page.entry, name)
        found = current_values(outcome.entry, name)
        is_list = isinstance(getattr(outcome.entry, name), list)
        changes = list_changes(found, wanted, name) if is_list else [(found[0] if found else None, wanted[0])]
        for before, after in changes:
            make_change(outcome, describe_change(name, before, after, page.source.entry_id))
        if name == "enacting_body":
            # The page says who comes first.
            outcome.entry.enacting_body = list(page.entry.enacting_body)
    outcome.entry.review_status = CURATED


def list_changes(
    found: list[Value], wanted: list[Value], name: str
) -> Iterator[tuple[Value | None, Value | None]]:
    """What is taken out of a list, confirmed in it, and added to it."""
    for value in found:
        if value not in wanted and name not in NOT_EXHAUSTIVE:
            yield value, None
    for value in wanted:
        yield (value if value in found else None), value


def describe_change(name: str, before: Value | None, after: Value | None, page: str) -> Change:
    """A change that names its page."""
    rule = f"curated entry {page}"
    return Change(name, before, after, rule=rule, mark=f"replaced by {rule}")
