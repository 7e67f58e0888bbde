"""Measures what the strength of rules is worth, and writes models/calibration.json.

    python -m benchmarks.calibration --shared FOLDER

`FOLDER` holds `corpus/documents` and `corpus/gold`. The curves are learned from the documents that the
rules were developed on; of the issuers held out only the error is told, with and without the curves.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from benchmarks.quality import is_held_out, make_run
from pipeline.calibration import default_path
from pipeline.evaluate import read_gold, score_documents
from pipeline.evaluate.calibration import ACCEPTED, Judged, judge_values
from pipeline.evaluate.curves import apply_curves, fit_calibration, mean_error, write_calibration
from pipeline.evaluate.gold import Gold
from pipeline.tables import Tables, read_tables


def main() -> None:
    """Run, judge, fit, write, and print how well it does."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="folder of labelled documents")
    parser.add_argument("--run", type=Path, default=Path("runs/quality/strengths"), help="folder for the run")
    parser.add_argument("--out", type=Path, default=default_path())
    parser.add_argument("--workers", type=int, default=2)
    args = parser.parse_args()
    make_run([args.shared / "corpus" / "documents"], args.run, args.workers, "--strengths")
    run, golds = read_tables(args.run), read_gold(args.shared / "corpus" / "gold")
    fitted = fit_calibration(judge(run, [gold for gold in golds if not is_held_out(gold)]))
    write_calibration(args.out, fitted)
    print(show_errors("issuers left out in turn", fitted["values"], *fitted["error"]))
    held_out = judge(run, [gold for gold in golds if is_held_out(gold)])
    unseen = [item for item in held_out if item.status == ACCEPTED]
    after = list(apply_curves(fitted["curves"], unseen))
    print(show_errors("issuers held out", len(unseen), mean_error(unseen), mean_error(after)))


def judge(run: Tables, golds: list[Gold]) -> list[Judged]:
    """The judged values of some documents."""
    return judge_values(golds, score_documents(golds, run), run)


def show_errors(what: str, values: int, before: float, after: float) -> str:
    """One line."""
    return f"{what}: {values} values, mean square error of strength {before:.4f}, of confidence {after:.4f}"


if __name__ == "__main__":
    main()
