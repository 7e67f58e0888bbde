"""Rows of one column: what is printed on one baseline, never the stand-in of a table."""

from pipeline.parse.layout.lines import Line, Piece, group_rows
from pipeline.parse.layout.tables import stand_in


def line(text: str, x0: float, y0: float, size: float = 10.0) -> Line:
    return Line(x0, y0, x0 + 6 * len(text), y0 + size, text, size, y0 + size)


def test_parts_on_one_baseline_are_one_row() -> None:
    assert [row.text for row in group_rows([line("Scope", 40, 20), line("2.", 20, 20)])] == ["2. Scope"]


def test_a_number_beside_a_table_stays_apart_from_its_stand_in() -> None:
    table = stand_in([Piece([line("Level", 60, 20), line("Low", 60, 40)])])
    rows = group_rows([line("11", 20, 25), table])
    assert sorted(row.text for row in rows if row.unit is None) == ["11"]
    assert [row.unit for row in rows if row.unit is not None] == [table.unit]
