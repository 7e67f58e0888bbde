"""Charts as inline SVG: where things are drawn is reckoned here, the template writes them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.report.labels import Labels, name_value
from pipeline.tables import Row

WIDTH = 720
BAR_HEIGHT = 24
MOST_BARS = 15
MOST_ROWS = 18
MOST_COLUMNS = 14
LABEL_WIDTH = 260
# Characters of a label that fit in its width at the size of the style sheet.
LONGEST_LABEL = 38
COLUMN_HEAD = 170
CELL_HEIGHT = 24
# The label of the last column leans over the edge of the grid.
LEAN = 110


@dataclass(slots=True, frozen=True)
class Bar:
    """One bar: its label, its count, and where it stands."""

    label: str
    full_label: str
    count: int
    x: float
    y: float
    width: float
    height: float


@dataclass(slots=True, frozen=True)
class BarChart:
    """Bars under a title; `upright` bars stand on their labels."""

    title: str
    upright: bool
    width: float
    height: float
    bars: list[Bar]

    @property
    def words(self) -> str:
        """The same in words: "Board 3; Council 1"; empty where there is nothing to draw."""
        return "; ".join(f"{bar.full_label} {bar.count}" for bar in self.bars if bar.count)


@dataclass(slots=True, frozen=True)
class Cell:
    """One cell of a grid; `shade` goes from 0 to 1."""

    row: str
    column: str
    count: int
    x: float
    y: float
    shade: float


@dataclass(slots=True, frozen=True)
class Grid:
    """Counts of two columns against each other."""

    title: str
    width: float
    height: float
    cell_width: float
    cell_height: float
    rows: list[tuple[str, float]]
    columns: list[tuple[str, float]]
    cells: list[Cell]

    @property
    def words(self) -> str:
        """The same in words: "Fairness, Company 2"; empty where there is nothing to draw."""
        return "; ".join(f"{cell.row}, {cell.column} {cell.count}" for cell in self.cells)


def chart_years(entries: Iterable[Row]) -> BarChart:
    """Documents by year, years without any included."""
    counts = Counter(int(entry["date"][:4]) for entry in entries if entry["date"])
    years = range(min(counts), max(counts) + 1) if counts else range(0)
    step = (WIDTH - 20) / max(len(years), 1)
    most, high = max(counts.values(), default=1), 160
    bars = [
        Bar(
            label=str(year),
            full_label=str(year),
            count=counts[year],
            x=round(10 + index * step + step * 0.1, 1),
            y=round(20 + high - high * counts[year] / most, 1),
            width=round(step * 0.8, 1),
            height=round(high * counts[year] / most, 1),
        )
        for index, year in enumerate(years)
    ]
    return BarChart("Documents by year", True, WIDTH, high + 60, bars)


def chart_bodies(entries: Iterable[Row]) -> BarChart:
    """Documents by issuing body, the commonest first."""
    counts = Counter(body for entry in entries for body in entry["enacting_body"])
    listed = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:MOST_BARS]
    most = listed[0][1] if listed else 1
    bars = [
        Bar(
            label=cut_label(body),
            full_label=body,
            count=count,
            x=LABEL_WIDTH,
            y=10 + index * BAR_HEIGHT,
            width=round((WIDTH - LABEL_WIDTH - 40) * count / most, 1),
            height=BAR_HEIGHT - 6,
        )
        for index, (body, count) in enumerate(listed)
    ]
    return BarChart("Documents by body", False, WIDTH, 20 + len(listed) * BAR_HEIGHT, bars)


def chart_grid(
    entries: Sequence[Row], title: str, row_column: str, column_column: str, labels: Labels
) -> Grid:
    """How often a value of one column goes with a value of another, such as rights and law areas."""
    pairs = Counter(
        (row, column)
        for entry in entries
        for row in values_of(entry, row_column)
        for column in values_of(entry, column_column)
    )
    rows = commonest(entries, row_column, MOST_ROWS)
    columns = commonest(entries, column_column, MOST_COLUMNS)
    width = round((WIDTH - LABEL_WIDTH) / max(len(columns), 1), 1)
    xs = {column: round(LABEL_WIDTH + index * width, 1) for index, column in enumerate(columns)}
    ys = {row: COLUMN_HEAD + index * CELL_HEIGHT for index, row in enumerate(rows)}
    row_names = {row: name_value(labels, row_column, row) for row in rows}
    column_names = {column: name_value(labels, column_column, column) for column in columns}
    most = max(pairs.values(), default=1)
    return Grid(
        title=title,
        width=WIDTH + LEAN,
        height=COLUMN_HEAD + len(rows) * CELL_HEIGHT + 10,
        cell_width=width,
        cell_height=CELL_HEIGHT,
        rows=[(cut_label(row_names[row]), y) for row, y in ys.items()],
        columns=[(cut_label(column_names[column], 26), x) for column, x in xs.items()],
        cells=[
            Cell(row_names[row], column_names[column], count, xs[column], ys[row], round(count / most, 2))
            for (row, column), count in sorted(pairs.items())
            if row in ys and column in xs
        ],
    )


def values_of(entry: Row, column: str) -> list[str]:
    """The values of a column as a list."""
    value = entry[column]
    return value if isinstance(value, list) else [value] if value else []


def commonest(entries: Iterable[Row], column: str, most: int) -> list[str]:
    """The commonest values of a column."""
    counts = Counter(value for entry in entries for value in values_of(entry, column))
    return [value for value, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:most]]


def cut_label(label: str, longest: int = LONGEST_LABEL) -> str:
    """A label that fits."""
    return label if len(label) <= longest else label[: longest - 1].rstrip() + "…"
