"""Small plots of what confidence is worth."""

from pathlib import Path

from bs4 import BeautifulSoup

from pipeline.calibration import Calibration, load_calibration
from pipeline.report import write_report
from pipeline.report.panels import draw_panels
from pipeline.run.engine import write_outcomes
from pipeline.tables import read_tables
from pipeline.vocabulary import load_vocabulary
from runs import outcome, write_run

BINS = [
    {"from": 0.5, "to": 0.6, "values": 25, "confidence": 0.5, "right": 0.75},
    {"from": 0.9, "to": 1.0, "values": 100, "confidence": 1.0, "right": 1.0},
]


def test_a_dot_stands_as_high_as_the_share_that_is_right_and_grows_with_the_values() -> None:
    (panel,) = draw_panels(Calibration(before=BINS))
    assert [(dot.x, dot.y, dot.radius) for dot in panel.dots] == [(112.0, 47.0, 4.5), (190.0, 8.0, 9.0)]
    assert panel.words == "25 values of 0.50, 75% right; 100 values of 1.00, 100% right"


def test_a_curve_goes_on_to_the_edge() -> None:
    (panel,) = draw_panels(Calibration({"accepted": {"date": [(0.5, 0.25), (0.75, 1.0)]}}))
    assert (panel.title, panel.points) == ("Date", "112.0,125.0 151.0,8.0 190.0,8.0")
    assert panel.words == "strength 0.50 is worth 25%; strength 0.75 is worth 100%"


def test_the_review_page_shows_the_curves_that_the_run_was_made_with(tmp_path: Path) -> None:
    made = outcome("river", "p: In 2021.", facts={"date": {"2021": "2021"}})
    calibration = load_calibration()
    write_outcomes([made], tmp_path, load_vocabulary(), lambda done: None, calibration=calibration)
    write_report(read_tables(tmp_path), tmp_path / "report")
    page = BeautifulSoup((tmp_path / "report" / "review.html").read_bytes(), "lxml")
    titles = [title.get_text() for title in page.select(".panels figcaption")]
    assert titles[:2] == ["Strength of rules", "Confidence"]
    assert len(titles) == 2 + len(calibration.curves["accepted"])
    assert len(page.select(".panels circle")) == len(calibration.before) + len(calibration.after)


def test_the_review_page_shows_no_curves_of_other_runs(tmp_path: Path) -> None:
    run = write_run(tmp_path, outcome("river", "p: In 2021."))
    write_report(read_tables(run), tmp_path / "report")
    assert "What confidence is worth" not in (tmp_path / "report" / "review.html").read_text(encoding="utf-8")


def test_without_a_calibration_there_is_no_panel() -> None:
    assert draw_panels(Calibration()) == []
