"""Tables with ruled cells, and boxes: what stands inside a grid of rules is one unit of the page."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise

from pipeline.parse.layout.lines import Box, Line, Page, Piece, box_of, group_rows
from pipeline.parse.layout.numbering import ends_with
from pipeline.parse.layout.open_tables import read_open_tables
from pipeline.parse.layout.rules import Grid, find_grids, is_parted, is_seen

# A frame around nearly the whole page is ornament.
WHOLE_PAGE = 0.9
# Below this share of filled cells a grid is a chart or a form of lines.
FILLED = 0.4
# Rows that go on in small letters are the lines of a paragraph; some tables have a few such cells.
CUT_ROWS = 0.5
# Points by which the edges of two parts of one table may differ.
SAME_EDGE = 8.0
# Under a caption a table has two rows or more.
CAPTIONED = 3
# A cell of no more letters is a lone "x", "yes" or "optional".
LONE = 12
SENTENCE_END = (".", "!", "?", ";", ":")


def take_tables(page: Page, above: Piece | None = None) -> tuple[list[Piece], list[list[Line]]]:
    """Move the lines inside grids out of the page: table pieces, and the lines of each framed box.

    `above` is the last piece of the page before, whose table may go on.
    """
    tables: list[Piece] = []
    boxes: list[list[Line]] = []
    frames: list[Grid] = []
    for grid in find_grids(page):
        inside = [line for line in page.lines if _holds(grid.box, line)]
        rows = read_cells(grid, inside)
        if inside and (_is_table(rows) or _continues(above, rows, grid)) and _shows(page, grid, rows):
            caption = find_caption(rows)
            tables.append(_table_piece(rows[bool(caption) :], grid.box))
            _take(page, [line for line in inside if line not in caption])
        else:
            frames.append(grid)
    tables += [_table_piece(rows, _box_of_rows(rows)) for rows in read_open_tables(page)]
    for grid in frames:
        inside = [line for line in page.lines if _holds(grid.box, line)]
        if inside and is_seen(page, grid) and _is_box(inside, page):
            boxes.append(inside)
            _take(page, inside)
    return tables, boxes


def _shows(page: Page, grid: Grid, rows: list[list[list[Line]]]) -> bool:
    """Whether a grid shows on the page; one of white grounds alone may lie behind running text."""
    starts = [cell[0].text for row in rows for cell in row if cell]
    return is_seen(page, grid) or not any(text[:1].islower() and len(text) > LONE for text in starts)


def find_caption(rows: list[list[list[Line]]]) -> list[Line]:
    """The lines of a caption inside the frame: a first row that runs on over the second column."""
    first, *others = rows[0]
    if not first or any(others) or len(rows) < CAPTIONED:
        return []
    starts = [line.x0 for row in rows[1:] for cell in row[1:2] for line in cell]
    return first if starts and max(line.x1 for line in first) > min(starts) else []


def _take(page: Page, lines: list[Line]) -> None:
    gone = {id(line) for line in lines}
    page.lines = [line for line in page.lines if id(line) not in gone]


def _is_box(inside: list[Line], page: Page) -> bool:
    return len(group_rows(inside)) > 1 and len(inside) < WHOLE_PAGE * len(page.lines)


def _holds(box: Box, line: Line) -> bool:
    x, y = (line.x0 + line.x1) / 2, (line.y0 + line.y1) / 2
    return box[0] - 1 <= x <= box[2] + 1 and box[1] - 1 <= y <= box[3] + 1


def _is_table(rows: list[list[list[Line]]]) -> bool:
    """Two columns and two rows at least, most cells filled."""
    if len(rows) < 2 or len(rows[0]) < 2:
        return False
    cells = [bool(cell) for row in rows for cell in row]
    shared = sum(sum(bool(cell) for cell in row) > 1 for row in rows)
    return shared >= 2 and sum(cells) >= FILLED * len(cells) and not _cuts_sentences(rows)


def _continues(above: Piece | None, rows: list[list[list[Line]]], grid: Grid) -> bool:
    """Whether a grid, if only of a row or two, has the columns of the table on the page before."""
    if above is None or above.rows is None or above.box is None or len(rows[0]) < 2:
        return False
    same = len(rows[0]) == len(above.rows[0]) and _same_edges(above.box, grid.box)
    return same and not _cuts_sentences(rows)


def _cuts_sentences(rows: list[list[list[Line]]]) -> bool:
    """Whether the rows are the lines of running text, each on a ground of its own."""
    broken = sum(
        any(above and cell and _goes_on(above[-1].text, cell[0].text) for above, cell in pairs)
        for pairs in (zip(*two, strict=True) for two in pairwise(rows))
    )
    return len(rows) > 3 and broken > CUT_ROWS * len(rows)


def _goes_on(above: str, text: str) -> bool:
    """Whether a cell ends a sentence of the one above; a lone "x", an address or a definition does not."""
    if ends_with(above, SENTENCE_END):
        return False
    return text[:1].islower() and len(text) > LONE and "://" not in text


def read_cells(grid: Grid, lines: list[Line]) -> list[list[list[Line]]]:
    """The lines of each cell, row by row; a cell over several columns or rows stands in its first."""
    owner = _spans(grid)
    columns, rows = len(grid.xs) - 1, len(grid.ys) - 1
    cells: list[list[list[Line]]] = [[[] for _ in range(columns)] for _ in range(rows)]
    for line in lines:
        for part in _split_at(line, grid, owner):
            row, column = _place(part, grid)
            row, column = owner[row][column]
            cells[row][column].append(part)
    return _drop_empty(cells)


def _spans(grid: Grid) -> list[list[tuple[int, int]]]:
    """For each unit of a grid the first unit of the cell that it belongs to."""
    columns, rows = len(grid.xs) - 1, len(grid.ys) - 1
    owner = [[(row, column) for column in range(columns)] for row in range(rows)]
    for row in range(rows):
        for column in range(columns):
            left, right = grid.xs[column], grid.xs[column + 1]
            top, bottom = grid.ys[row], grid.ys[row + 1]
            if column and not is_parted(grid.along_x[column], top, bottom):
                owner[row][column] = owner[row][column - 1]
            elif row and not is_parted(grid.along_y[row], left, right):
                owner[row][column] = owner[row - 1][column]
    return owner


def _place(line: Line, grid: Grid) -> tuple[int, int]:
    return (
        _slot((line.y0 + line.y1) / 2, grid.ys),
        _slot((line.x0 + line.x1) / 2, grid.xs),
    )


def _slot(value: float, edges: list[float]) -> int:
    return min(max(bisect_right(edges, value) - 1, 0), len(edges) - 2)


def _split_at(line: Line, grid: Grid, owner: list[list[tuple[int, int]]]) -> list[Line]:
    """A line that runs over the border of two cells, cut at the space next to the border."""
    row = _slot((line.y0 + line.y1) / 2, grid.ys)
    first, last = _slot(line.x0 + 2, grid.xs), _slot(line.x1 - 2, grid.xs)
    for column in range(first, last):
        if owner[row][column] == owner[row][column + 1]:
            continue
        border = grid.xs[column + 1]
        cut = _space_near(line.text, (border - line.x0) / max(line.x1 - line.x0, 1.0))
        if cut:
            left, right = _cut(line, cut, border)
            return [left, *_split_at(right, grid, owner)]
    return [line]


def _space_near(text: str, share: float) -> int | None:
    """The offset of the space nearest to a share of a text, if one is near."""
    spaces = [index for index, char in enumerate(text) if char == " " and text[:index].strip()]
    aim = share * len(text)
    best = min(spaces, key=lambda index: abs(index - aim), default=None)
    return best if best is not None and abs(best - aim) <= 6 else None


def _cut(line: Line, offset: int, border: float) -> tuple[Line, Line]:
    pair = []
    for text, x0, x1 in ((line.text[:offset], line.x0, border), (line.text[offset:], border, line.x1)):
        pair.append(
            Line(
                x0, line.y0, x1, line.y1, text.strip(), line.size, line.base, line.bold,
                line.italic, line.font, line.color, line.page, line.order,
            )
        )  # fmt: skip
    return pair[0], pair[1]


def _drop_empty(cells: list[list[list[Line]]]) -> list[list[list[Line]]]:
    """The cells without the rows and columns that hold nothing."""
    rows = [row for row in cells if any(row)]
    if not rows:
        return []
    used = [column for column in range(len(rows[0])) if any(row[column] for row in rows)]
    return [[row[column] for column in used] for row in rows]


def _table_piece(rows: list[list[list[Line]]], box: Box) -> Piece:
    lines = [line for row in rows for cell in row for line in cell]
    read = [[group_rows(cell) for cell in row] for row in rows]
    return Piece(lines, kind="table", rows=read, box=box)


def _box_of_rows(rows: list[list[list[Line]]]) -> Box:
    return box_of([line for row in rows for cell in row for line in cell])


def join_tables(pieces: list[Piece]) -> list[Piece]:
    """Tables that go on over a page break as one, a row that the break cut in two made whole."""
    joined: list[Piece] = []
    for piece in pieces:
        if joined and _is_rest(joined[-1], piece):
            _append_rows(joined[-1], piece)
        else:
            joined.append(piece)
    return joined


def _is_rest(first: Piece, second: Piece) -> bool:
    if first.rows is None or second.rows is None or second.page - first.lines[-1].page != 1:
        return False
    if first.box is None or second.box is None or len(first.rows[0]) != len(second.rows[0]):
        return False
    return _same_edges(first.box, second.box)


def _same_edges(first: Box, second: Box) -> bool:
    return abs(first[0] - second[0]) < SAME_EDGE and abs(first[2] - second[2]) < SAME_EDGE


def _append_rows(first: Piece, second: Piece) -> None:
    rows, more = first.rows or [], second.rows or []
    if _row_goes_on(rows[-1], more[0]):
        rows[-1] = [above + below for above, below in zip(rows[-1], more[0], strict=True)]
        more = more[1:]
    first.rows = rows + more
    first.lines += second.lines


def _row_goes_on(above: list[list[Line]], below: list[list[Line]]) -> bool:
    """Whether a row is the rest of the one above: a cell breaks off and goes on in small letters."""
    pairs = [(a, b) for a, b in zip(above, below, strict=True) if a and b]
    return bool(pairs) and any(
        b[0].text[:1].islower() and not a[-1].text.rstrip().endswith(SENTENCE_END) for a, b in pairs
    )


def stand_in(pieces: list[Piece], box: Box | None = None) -> Line:
    """A line that takes the place of ready pieces while columns are ordered."""
    lines = [line for piece in pieces for line in piece.lines]
    x0, y0, x1, y1 = box or box_of(lines)
    return Line(
        x0, y0, x1, y1, "table or box of many words", 0.1, (y0 + y1) / 2,
        page=lines[0].page, order=min(line.order for line in lines), unit=pieces,
    )  # fmt: skip
