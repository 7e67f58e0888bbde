"""The changes between two runs for people: as text, and as one HTML file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

from jinja2 import Environment, PackageLoader, StrictUndefined

from pipeline.diff.compare import Change

SIGNS = {"gained": "+", "lost": "-", "altered": "~"}
# Longer values and quotes are cut in the text; the HTML has them whole.
LONGEST = 100


def count_changes(changes: Iterable[Change]) -> list[tuple[str, int, int, int]]:
    """By field: how many values were gained, lost and altered."""
    counts: dict[str, Counter[str]] = {}
    for change in changes:
        counts.setdefault(change.field, Counter())[change.kind] += 1
    return [
        (name, kinds["gained"], kinds["lost"], kinds["altered"]) for name, kinds in sorted(counts.items())
    ]


def format_text(changes: Sequence[Change]) -> list[str]:
    """A line a change under its entry, then the counts by field."""
    if not changes:
        return ["no change"]
    lines = []
    for entry_id, group in groupby(changes, key=lambda change: change.entry_id):
        lines.append(entry_id)
        lines += [f"  {format_change(change)}" for change in group]
    lines.append("")
    lines += [
        f"{name:26} +{gained} -{lost} ~{altered}" for name, gained, lost, altered in count_changes(changes)
    ]
    return lines


def format_change(change: Change) -> str:
    """One change: `+ principles: fairness  [p. 3, principles.heading] "Fairness"`."""
    if change.kind == "altered":
        value = f"{cut(change.old or 'null')} -> {cut(change.new or 'null')}"
    else:
        value = cut(change.new or change.old or "")
    facts = [f"p. {change.page}" if change.page else "", change.rule]
    place = ", ".join(fact for fact in facts if fact)
    quote = f' "{cut(change.quote)}"' if change.quote else ""
    return f"{SIGNS[change.kind]} {change.field}: {value}{f'  [{place}]' if place else ''}{quote}"


def cut(text: str) -> str:
    """A text on one line, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…"


def render_html(changes: Sequence[Change], old: str, new: str) -> str:
    """One HTML page that needs nothing else; everything from documents is escaped."""
    environment = Environment(
        loader=PackageLoader("pipeline.diff"), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    groups = [(entry_id, list(group)) for entry_id, group in groupby(changes, key=lambda item: item.entry_id)]
    return environment.get_template("diff.html").render(
        groups=groups, counts=count_changes(changes), signs=SIGNS, old=old, new=new
    )
