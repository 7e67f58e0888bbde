"""What confidence is worth, as small plots: how it fared on gold, and the curve of each field."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.calibration import Calibration, Point
from pipeline.report.labels import name_column
from pipeline.tables import Row

# The size of a panel, and the square of the plot in it.
WIDTH, HEIGHT = 200, 200
LEFT, TOP, SIDE = 34, 8, 156
# The area of a dot grows with the values that it stands for; its radius lies between these.
SMALLEST, LARGEST = 2.5, 9.0


@dataclass(slots=True, frozen=True)
class Tick:
    """A line across a panel: its label, and where it stands from the left and from the top."""

    label: str
    x: float
    y: float


@dataclass(slots=True, frozen=True)
class Dot:
    """Values of about one confidence, as high as the share of them that proved right."""

    x: float
    y: float
    radius: float


TICKS = tuple(
    Tick(f"{share:g}", round(LEFT + SIDE * share, 1), round(TOP + SIDE * (1 - share), 1))
    for share in (0, 0.5, 1)
)


@dataclass(slots=True, frozen=True)
class Panel:
    """A square plot from 0 to 1 on both sides, and the same in words."""

    title: str
    words: str
    across: str
    points: str = ""
    dots: Sequence[Dot] = ()
    ticks: Sequence[Tick] = TICKS
    width: float = WIDTH
    height: float = HEIGHT
    left: float = LEFT
    top: float = TOP
    side: float = SIDE


def draw_panels(calibration: Calibration) -> list[Panel]:
    """How values fared by strength and by confidence, then the curve of each field."""
    fared = [
        ("Strength of rules", "strength", calibration.before),
        ("Confidence", "confidence", calibration.after),
    ]
    curves = calibration.curves.get("accepted", {})
    return [
        *(draw_bins(title, across, bins) for title, across, bins in fared if bins),
        *(draw_curve(name_column(name), points) for name, points in curves.items()),
    ]


def draw_bins(title: str, across: str, bins: Sequence[Row]) -> Panel:
    """A dot for each tenth: its mean, and the share of its values that proved right."""
    most = max(row["values"] for row in bins)
    return Panel(
        title=title,
        across=across,
        words="; ".join(
            f"{row['values']} values of {row['confidence']:.2f}, {row['right']:.0%} right" for row in bins
        ),
        dots=[
            Dot(
                x=stand_across(row["confidence"]),
                y=stand_down(row["right"]),
                radius=round(max(LARGEST * (row["values"] / most) ** 0.5, SMALLEST), 1),
            )
            for row in bins
        ],
    )


def draw_curve(title: str, points: Sequence[Point]) -> Panel:
    """The curve of a field, from the strength of a rule to confidence."""
    return Panel(
        title=title,
        across="strength",
        words="; ".join(f"strength {strength:.2f} is worth {share:.0%}" for strength, share in points),
        points=join_points([*points, (1.0, points[-1][1])]),
    )


def join_points(points: Iterable[Point]) -> str:
    """Corners as SVG writes them."""
    return " ".join(f"{stand_across(strength)},{stand_down(share)}" for strength, share in points)


def stand_across(share: float) -> float:
    """Where a number from 0 to 1 stands from the left."""
    return round(LEFT + SIDE * share, 1)


def stand_down(share: float) -> float:
    """Where a number from 0 to 1 stands from the top."""
    return round(TOP + SIDE * (1 - share), 1)
