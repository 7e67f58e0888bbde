"""`softlaw evaluate`: a run against gold."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from pipeline.evaluate import DocumentScore
    from pipeline.evaluate.calibration import Judged


def evaluate(
    run_dir: Annotated[Path, typer.Argument(metavar="RUN_DIR", help="Folder that a run wrote.")],
    gold_dir: Annotated[Path, typer.Argument(metavar="GOLD_DIR", help="Folder of gold files.")],
    out: Annotated[Path | None, typer.Option("--out", help="Write the metrics to this JSON file.")] = None,
    plots: Annotated[Path | None, typer.Option(help="Write the data of plots to this folder.")] = None,
    calibration: Annotated[
        Path | None,
        typer.Option(help="Learn from a run made with --strengths what they are worth; to this JSON file."),
    ] = None,
    floors: Annotated[
        Path | None,
        typer.Option(
            help="Raise the floors of this JSON file to the scores; a score below its floor is a failure."
        ),
    ] = None,
    misses: Annotated[bool, typer.Option("--misses", help="Print every wrong value.")] = False,
) -> None:
    """Score entries against gold: by field with counts, intervals and slices."""
    from pipeline.evaluate import GoldError
    from pipeline.evaluate.curves import fit_calibration, write_calibration
    from pipeline.evaluate.floors import raise_floors
    from pipeline.evaluate.plots import write_plots

    metrics, scores, judged = score_run(run_dir, gold_dir, bare=calibration is not None)
    typer.echo("\n".join(format_metrics(metrics)))
    if misses:
        typer.echo("\n".join(format_misses(scores)))
    if plots is not None:
        write_plots(plots, metrics, metrics["calibration"])
    try:
        falls = raise_floors(floors, metrics) if floors is not None else []
    except GoldError as error:
        raise typer.BadParameter(str(error)) from error
    if calibration is not None:
        write_calibration(calibration, fit_calibration(judged))
    if out is not None:
        write_json(out, metrics)
    if falls:
        typer.echo("\n".join(falls), err=True)
        raise typer.Exit(1)


def score_run(
    run_dir: Path, gold_dir: Path, *, bare: bool
) -> tuple[dict[str, Any], list[DocumentScore], list[Judged]]:
    """The metrics of a run, its documents and its judged values; `bare` asks for a run of strengths."""
    from pipeline.evaluate import GoldError, read_gold, score_documents, summarise
    from pipeline.evaluate.calibration import ACCEPTED, bin_values, judge_values
    from pipeline.tables import RunError, read_tables

    try:
        run, golds = read_tables(run_dir), read_gold(gold_dir)
        if bare and run.calibration is not None:
            raise RunError(f"{run_dir} holds calibrated confidence: expected a run made with --strengths")
        scores = score_documents(golds, run)
        metrics = summarise(scores, run)
    except (RunError, GoldError) as error:
        raise typer.BadParameter(str(error)) from error
    judged = judge_values(golds, scores, run)
    metrics["calibration"] = bin_values(item for item in judged if item.status == ACCEPTED)
    return metrics, scores, judged


def write_json(path: Path, value: Any) -> None:
    """Write JSON that a diff can be read of."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def format_metrics(metrics: dict[str, Any]) -> list[str]:
    """The lines for people: a field a line, with its interval and its counts."""
    lines = [f"documents {metrics['documents']}, without an entry {metrics['lost']}"]
    for name, field in metrics["fields"].items():
        interval = f"[{field['low']:.3f}, {field['high']:.3f}]"
        if "accuracy" in field:
            lines.append(
                f"{name:26} {field['accuracy']:.3f} {interval}  ({field['right']}/{field['judged']})"
            )
        else:
            p, r = (f"{field[key]:.3f}" if field[key] is not None else "-" for key in ("precision", "recall"))
            counts = f"predicted {field['predicted']}, wanted {field['wanted']}"
            lines.append(f"{name:26} F1 {field['f1']:.3f} {interval}  P {p}  R {r}  ({counts})")
    evidence = metrics["evidence"]
    lines.append("dates: " + ", ".join(f"{kind} {count}" for kind, count in metrics["dates"].items()))
    lines.append(
        f"evidence: {evidence['covered']}/{evidence['values']} values covered, "
        f"{evidence['exact']}/{evidence['quotes']} quotes exact"
    )
    accuracy, f1 = metrics["accuracy_mean"], metrics["tag_f1_mean"]
    lines.append(f"mean accuracy {accuracy or 0:.3f}, mean tag F1 {f1 or 0:.3f}")
    return lines


def format_misses(scores: list[DocumentScore]) -> list[str]:
    """One line for each wrong value."""
    return [
        f"{miss.slug}\t{miss.field}\tgot {miss.got}\twanted {miss.wanted}"
        for score in scores
        for miss in score.misses
    ]
