"""`softlaw annotations` and `softlaw labels`: evidence to annotation tools and back."""

from __future__ import annotations

import json
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer


class Form(StrEnum):
    """The formats of annotation tools."""

    LABEL_STUDIO = "label-studio"
    WEB_ANNOTATION = "web-annotation"


def export_evidence(
    run_dir: Annotated[Path, typer.Argument(metavar="RUN_DIR", help="Folder that a run wrote.")],
    out: Annotated[Path, typer.Option("--out", help="JSON file to write.")],
    form: Annotated[Form, typer.Option("--format", help="What to write.")] = Form.WEB_ANNOTATION,
    config: Annotated[Path | None, typer.Option(help="Write the Label Studio interface here.")] = None,
) -> None:
    """Write the evidence of a run for annotation tools."""
    from pipeline.exchange import export_annotations, export_tasks, label_config
    from pipeline.tables import RunError, read_tables

    try:
        run = read_tables(run_dir)
        written: Any = export_tasks(run) if form is Form.LABEL_STUDIO else export_annotations(run)
    except RunError as error:
        raise typer.BadParameter(str(error)) from error
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(written, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    if config is not None:
        config.write_text(label_config(run), encoding="utf-8")
    typer.echo(f"{len(run.entries)} entries -> {out}")


def import_labels(
    export: Annotated[Path, typer.Argument(metavar="EXPORT", help="JSON export of Label Studio.")],
    run_dir: Annotated[Path, typer.Argument(metavar="RUN_DIR", help="The run that was labelled.")],
    gold: Annotated[Path | None, typer.Option(help="Folder for gold files.")] = None,
    corrections: Annotated[Path | None, typer.Option(help="Folder for correction files.")] = None,
    reviewer: Annotated[str, typer.Option(help="Who labelled.")] = "annotator",
    day: Annotated[
        datetime | None, typer.Option("--date", formats=["%Y-%m-%d"], help="Day of the labels; today.")
    ] = None,
) -> None:
    """Turn labels made in Label Studio into gold files, corrections, or both."""
    from pipeline.corrections import CorrectionError, format_correction
    from pipeline.exchange import read_labels, to_corrections, to_gold
    from pipeline.exchange.label_studio import LabelError
    from pipeline.tables import RunError, read_tables

    if gold is None and corrections is None:
        raise typer.BadParameter("expected --gold, --corrections or both")
    try:
        run, made = read_tables(run_dir), read_labels(export)
        noted = list(to_corrections(made, run, reviewer, day.date() if day else date.today()))
    except (RunError, LabelError, CorrectionError) as error:
        raise typer.BadParameter(str(error)) from error
    if gold is not None:
        gold.mkdir(parents=True, exist_ok=True)
        for item in to_gold(made, run):
            text = json.dumps(item, ensure_ascii=False, indent=1) + "\n"
            (gold / f"{item['slug']}.json").write_text(text, encoding="utf-8")
    if corrections is not None:
        corrections.mkdir(parents=True, exist_ok=True)
        for entry_id in made:
            tables = [format_correction(item) for item in noted if item.entry == entry_id]
            (corrections / f"{entry_id}.labels.toml").write_text("\n".join(tables), encoding="utf-8")
    typer.echo(f"{len(made)} entries labelled, {len(noted)} values corrected")
