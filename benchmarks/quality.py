"""Writes docs/quality.md: scores on the labelled corpus and on label sets that others made.

    python -m benchmarks.quality --shared FOLDER

`FOLDER` holds `corpus/documents`, `corpus/gold`, `external/<set>/texts`, `external/<set>/labels.json` and
`score/external.py`. Every run is made anew, with the store of finished work.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.folds import collect_samples, score_divisions
from pipeline import __version__
from pipeline.calibration import load_calibration
from pipeline.evaluate import read_gold, score_documents, summarise
from pipeline.evaluate.calibration import ACCEPTED, bin_values, judge_values
from pipeline.evaluate.gold import Gold
from pipeline.evaluate.matching import fold
from pipeline.tables import Tables, read_tables
from pipeline.vocabulary import load_vocabulary

# Issuers whose documents nobody looked at while the rules were written.
HELD_OUT = (
    "European Data Protection Board",
    "National Institute of Standards and Technology",
    "Digital Policy Office",
    "Harvard University",
    "RKI",
    "FS-ISAC",
)
SETS = {
    "waie": "17 principles in passages of AI guidelines, closed world",
    "eurlex": "title, date, body and type of EU soft-law acts in plain text",
    "citations": "EU acts cited in the body of EU acts (recall only)",
    "upr": "numbered recommendations of UN working-group reports, verbatim",
}
HEAD = """# Quality

Written by `python -m benchmarks.quality`; pipeline {version}, vocabulary {vocabulary}. Scores are by the
rules of `softlaw evaluate`: a tag is right when a lawyer put it under *must* or *may*, and wanted when under
*must*. Intervals are 95 % bootstrap intervals over documents. *Held out* are issuers whose labels and
misses nobody opened while the rules were written (EDPB, NIST, Hong Kong Digital Policy Office, Harvard,
RKI-netwerk, FS-ISAC): the gap between the two columns is the honest one. It is not wholly blind: their scores
were watched and guided a few choices (two patterns of numbers, when prose beside a set is kept, the steps of
the curves of confidence), the reader was tried on their pages, and two rules for tables of controls and some
names of bodies were written with these issuers in mind; while words of legal force were revised, some
sentences tried were such as NIST and Hong Kong print, and a change of labels at columns was judged on two of
their texts. The external sets were open to look at, misses included.
"""
FOLDS_TEXT = """F1 over the documents developed on with the weights in use (*all*), and with weights that
four fifths of the issuers taught, scored on the last, five times over for five divisions of the issuers
(*issuers left out*; `cross_sector`, which is a rule, is not in it). The weights were taught by the labels of
these documents{more}.
The last column has the values predicted for each value wanted, developed on and held out.
"""
MORE_TEXT = "\nand of {} more, coded by one reader and not part of the project (`--more-gold`)"


def main() -> None:
    """Run, score and write the page."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="folder of labelled documents")
    parser.add_argument("--runs", type=Path, default=Path("runs/quality"), help="folder for the runs")
    parser.add_argument("--out", type=Path, default=Path("docs/quality.md"))
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--more-gold", type=Path, help="gold of other documents that teaches the tags too")
    parser.add_argument("--skip-runs", action="store_true", help="score the runs that are there")
    args = parser.parse_args()
    if not args.skip_runs:
        folders = [args.shared / "corpus" / name for name in ("documents", "unlabelled")]
        make_run([path for path in folders if path.is_dir()], args.runs / "corpus", args.workers)
        for name in SETS:
            make_run([args.shared / "external" / name / "texts"], args.runs / name, args.workers)
    lines = [HEAD.format(version=__version__, vocabulary=load_vocabulary().version)]
    golds = read_gold(args.shared / "corpus" / "gold")
    lines += describe_corpus(read_tables(args.runs / "corpus"), golds)
    lines += describe_folds(args.runs / "corpus", golds, args.more_gold)
    lines += describe_external(args.shared, args.runs)
    args.out.write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")


def make_run(inputs: Sequence[Path], out: Path, workers: int, *options: str) -> None:
    """Read folders of documents."""
    command = [sys.executable, "-m", "pipeline", "run", *map(str, inputs), "--out", str(out)]
    command += ["--workers", str(workers), "--cache", ".cache/softlaw", *options]
    subprocess.run(command, check=True)


def is_held_out(gold: Gold) -> bool:
    """Whether a document is by an issuer that was held out."""
    bodies = [*gold["enacting_body"], *gold.get("enacting_body_variants", [])]
    return any(f" {fold(name)} " in f" {fold(body)} " for name in HELD_OUT for body in bodies)


def describe_corpus(run: Tables, golds: Sequence[Gold]) -> Iterator[str]:
    """The scores of the corpus by field, developed on and held out, and what confidence is worth."""
    parts = [[gold for gold in golds if not is_held_out(gold)], [gold for gold in golds if is_held_out(gold)]]
    metrics = [summarise(score_documents(part, run), run) for part in parts]
    yield "## The labelled corpus"
    yield ""
    yield f"| field | developed on ({len(parts[0])}) | held out ({len(parts[1])}) |"
    yield "|---|---|---|"
    for name in metrics[0]["fields"]:
        yield row_of(name, (format_field(each["fields"].get(name)) for each in metrics))
    for name in ("accuracy_mean", "tag_f1_mean", "recommendations_mean_f1"):
        yield row_of(f"*{name.replace('_', ' ')}*", (f"{each[name] or 0:.3f}" for each in metrics))
    for kind in ("invented", "trapped", "wrong", "missing"):
        yield row_of(f"*dates {kind}*", (str(each["dates"][kind]) for each in metrics))
    for part, whole, text in (
        ("covered", "values", "values with evidence"),
        ("exact", "quotes", "quotes that are the text"),
    ):
        shares = (f"{each['evidence'][part]}/{each['evidence'][whole]}" for each in metrics)
        yield row_of(f"*{text}*", shares)
    yield ""
    yield from describe_slices(metrics[0])
    yield from describe_confidence(parts, run)


def describe_confidence(parts: Sequence[Sequence[Gold]], run: Tables) -> Iterator[str]:
    """How often values were right: by strength and by confidence where developed on, and held out."""
    calibration = load_calibration()
    held_out = judge_values(parts[1], score_documents(parts[1], run), run)
    yield "## What confidence is worth"
    yield ""
    yield "Values, and the share of them that is right: by the strength of rules; by confidence, read off the"
    yield "curves of all other issuers; and by confidence for the issuers held out."
    yield ""
    yield "| from | strength | confidence | held out |"
    yield "|---|---|---|---|"
    bins = [calibration.before, calibration.after, bin_values(v for v in held_out if v.status == ACCEPTED)]
    shown = [{row["from"]: f"{row['values']}: {row['right']:.2f}" for row in rows} for rows in bins]
    for low in sorted({low for cells in shown for low in cells}):
        yield row_of(f"{low:.1f}", (cells.get(low, "") for cells in shown))
    yield ""


def row_of(head: str, cells: Iterable[str]) -> str:
    """A line of a Markdown table."""
    return f"| {head} | {' | '.join(cells)} |"


def format_field(field: dict[str, Any] | None) -> str:
    """Score, interval and counts of a field."""
    if field is None:
        return ""
    interval = f"[{field['low']:.2f}, {field['high']:.2f}]"
    if "accuracy" in field:
        return f"{field['accuracy']:.3f} {interval} ({field['right']}/{field['judged']})"
    shares = (f"{name[0].upper()} {field[name] or 0:.2f}" for name in ("precision", "recall"))
    counts = f"{field['predicted']} predicted, {field['wanted']} wanted"
    return f"F1 {field['f1']:.3f} {interval}, {' '.join(shares)} ({counts})"


def describe_slices(metrics: dict[str, Any]) -> Iterator[str]:
    """The means by nature of the body, language and format."""
    yield "## Slices of the documents developed on"
    yield ""
    yield "| slice | documents | mean accuracy | mean tag F1 |"
    yield "|---|---|---|---|"
    for name in ("body_nature", "language", "format"):
        for group, scores in metrics["slices"][name].items():
            means = (scores[key] for key in ("accuracy_mean", "tag_f1_mean"))
            shown = ("" if value is None else f"{value:.3f}" for value in means)
            yield row_of(f"{name}: {group}", (str(scores["documents"]), *shown))
    yield ""


def describe_folds(run_dir: Path, golds: Sequence[Gold], more: Path | None) -> Iterator[str]:
    """F1 of the tags with the weights in use, with weights that did not see the issuer, and held out."""
    seen = [gold for gold in golds if not is_held_out(gold)]
    run = read_tables(run_dir)
    parts = [seen, [gold for gold in golds if is_held_out(gold)]]
    fields = [summarise(score_documents(part, run), run)["fields"] for part in parts]
    taught = [
        [gold for gold in folder if gold["is_soft_law"]] for folder in (seen, read_gold(more) if more else [])
    ]
    yield "## Tags on issuers that taught nothing"
    yield ""
    yield FOLDS_TEXT.format(more=MORE_TEXT.format(len(taught[1])) if more else "")
    yield "| field | all | issuers left out (least to most) | held out | predicted for each wanted |"
    yield "|---|---|---|---|---|"
    for name, samples in collect_samples(run_dir, taught).items():
        apart = score_divisions(name, samples)
        spread = f"{sum(apart) / len(apart):.3f} ({min(apart):.3f} to {max(apart):.3f})"
        both = [field[name] for field in fields]
        many = ", ".join(f"{field['predicted'] / max(field['wanted'], 1):.2f}" for field in both)
        yield row_of(name, (f"{both[0]['f1']:.3f}", spread, f"{both[1]['f1']:.3f}", many))
    yield ""


def describe_external(shared: Path, runs: Path) -> Iterator[str]:
    """The scores on the label sets of others."""
    yield "## Label sets of others"
    yield ""
    yield "| set | what is scored | result |"
    yield "|---|---|---|"
    for name, what in SETS.items():
        result = score_external(shared, runs, name)
        yield f"| {name} | {what} | {format_result(result.get('micro', result))} |"
    yield ""


def score_external(shared: Path, runs: Path, name: str) -> dict[str, Any]:
    """The result of the scorer of a set."""
    out = runs / f"{name}.json"
    labels = shared / "external" / name / "labels.json"
    command = [sys.executable, "external.py", name, str((runs / name).resolve()), str(labels.resolve())]
    subprocess.run(
        [*command, "--json", str(out.resolve())], check=True, cwd=shared / "score", stdout=subprocess.DEVNULL
    )
    result: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    return result


def format_result(result: dict[str, Any]) -> str:
    """The numbers of a result: shares with three digits, counts as they are."""
    numbers = {key: value for key, value in result.items() if isinstance(value, int | float)}
    return ", ".join(
        f"{key} {value:.3f}" if isinstance(value, float) else f"{key} {value}"
        for key, value in numbers.items()
    )


if __name__ == "__main__":
    main()
