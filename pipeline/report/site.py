"""Writes the site: every page is whole by itself and links are relative, so that it works from disk."""

from __future__ import annotations

import os
import shutil
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined

from pipeline import __version__
from pipeline.calibration import load_calibration
from pipeline.report.charts import chart_bodies, chart_grid, chart_years
from pipeline.report.entry_page import build_page, name_entry
from pipeline.report.index_page import list_facets, list_rows
from pipeline.report.labels import Labels, name_column, name_value, read_labels
from pipeline.report.panels import draw_panels
from pipeline.review import list_doubts
from pipeline.tables import Row, Tables

STATIC = ("style.css", "index.js", "entry.js")
# Values on the review page; the command lists them all.
MOST_DOUBTS = 300
# What a person has to look at again: these corrections come first.
FAILED = ("stale", "not applied")


def write_report(run: Tables, out: Path) -> int:
    """Write the site of a run to a folder, aside first; gives the number of entry pages."""
    aside = out.with_name(f".{out.name}")
    shutil.rmtree(aside, ignore_errors=True)
    (aside / "entries").mkdir(parents=True)
    for name in STATIC:
        (aside / name).write_bytes((files("pipeline.report") / "static" / name).read_bytes())
    labels = read_labels(run.folder)
    environment = make_environment(labels)
    rows, entries = list_rows(run, labels), run.entries
    facets = list_facets(rows, labels)
    failures = list_failures(run)
    write_page(environment, aside / "index.html", "index.html", rows=rows, facets=facets, **failures)
    soft_law = [entry for entry in entries.values() if entry["is_soft_law"]]
    write_page(environment, aside / "charts.html", "charts.html", **draw_charts(soft_law, labels))
    write_page(environment, aside / "review.html", "review.html", **queue_values(run))
    for before, row, after in zip([None, *rows[:-1]], rows, [*rows[1:], None], strict=True):
        page = build_page(entries[row.entry_id], run, labels)
        write_page(
            environment,
            aside / "entries" / f"{row.entry_id}.html",
            "entry.html",
            page=page,
            source=find_source(page.record, out / "entries"),
            before=before,
            after=after,
        )
    shutil.rmtree(out, ignore_errors=True)
    aside.replace(out)
    return len(rows)


def list_failures(run: Tables) -> dict[str, Any]:
    """The inputs that could not be read, and the number of corrections that could not be applied."""
    failed = sum(row["status"] in FAILED for row in run.corrections)
    return {"rejects": run.rows["rejects"], "failed": failed}


def make_environment(labels: Labels) -> Environment:
    """Templates that escape everything and refuse an unknown name."""
    environment = Environment(
        loader=PackageLoader("pipeline.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["version"] = __version__
    environment.filters["named"] = lambda value, column: name_value(labels, column, value)
    environment.filters["column"] = name_column
    environment.filters["path"] = quote
    return environment


def write_page(environment: Environment, path: Path, template: str, **values: Any) -> None:
    """Fill a template."""
    path.write_text(environment.get_template(template).render(**values), encoding="utf-8")


def queue_values(run: Tables) -> dict[str, Any]:
    """The most doubtful values of the run."""
    doubts = list_doubts(run)
    calibration = load_calibration()
    titles = {entry_id: name_entry(entry) for entry_id, entry in run.entries.items()}
    return {
        "doubts": doubts[:MOST_DOUBTS],
        "total": len(doubts),
        "titles": titles,
        "panels": draw_panels(calibration) if run.calibration == calibration.version else [],
        "corrections": sorted(run.corrections, key=lambda row: row["status"] not in FAILED),
    }


def draw_charts(entries: list[Row], labels: Labels) -> dict[str, Any]:
    """The charts over the soft-law entries."""
    return {
        "documents": len(entries),
        "bar_charts": [chart_years(entries), chart_bodies(entries)],
        "grids": [
            chart_grid(entries, "Fundamental rights by law area", "fundamental_rights", "law_area", labels),
            chart_grid(entries, "Principles by nature of the body", "principles", "body_nature", labels),
        ],
    }


def find_source(record: Row, folder: Path) -> str | None:
    """A link to the document: the file beside the report, else its public address."""
    path = Path(record["source"])
    if path.is_file():
        return quote(Path(os.path.relpath(path.resolve(), folder.resolve())).as_posix())
    for address in (record["source_url"], record["source"]):
        if address and urlsplit(address).scheme in ("http", "https"):
            return str(address)
    return None
