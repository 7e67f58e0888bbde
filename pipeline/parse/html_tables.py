"""Tables of a web page: those of data become one block with cells, those of layout are read through."""

from __future__ import annotations

from bs4 import Tag

from pipeline.parse.drafts import Draft, Span
from pipeline.parse.html_inline import attribute, clean, raw_text
from pipeline.parse.html_skip import Sizes
from pipeline.parse.numbering import CELL_LABEL

CELLS = ("td", "th")
# A cell of more text than this is a page column, not data.
LONG_CELL = 4000
# Characters of the longest label.
LABEL_SIZE = 8


def is_layout(table: Tag, sizes: Sizes) -> bool:
    """Whether a table only places text: one column, nested tables, or labels beside their items."""
    if attribute(table, "role") in ("presentation", "none") or id(table) in sizes.over_layout:
        return True
    rows = table.find_all("tr")
    if any(len(list_cells(row)) > 1 for row in rows):
        return all(is_item_row(row, sizes) for row in rows) or has_long_cell(table, sizes)
    return True


def has_long_cell(table: Tag, sizes: Sizes) -> bool:
    """Whether a single row holds whole columns of a page."""
    cells = table.find_all(("td", "th"), limit=5)
    return len(cells) < 5 and any(sizes.text[id(cell)] > LONG_CELL for cell in cells)


def is_item_row(row: Tag, sizes: Sizes) -> bool:
    """A row "(a) | the text of the item": the label stands in a cell of its own."""
    return len(list_cells(row)) > 1 and find_item_label(row, sizes) is not None


def list_cells(row: Tag) -> list[Tag]:
    """The cells of a row, without those of tables inside them."""
    return [node for node in row.contents if isinstance(node, Tag) and node.name in CELLS]


def find_item_label(row: Tag, sizes: Sizes) -> tuple[Tag, str] | None:
    """The cell that holds nothing but a label, and the label: `<td>(1)</td><td>Log it.</td>`."""
    cells = [cell for cell in list_cells(row) if sizes.text[id(cell)]]
    if len(cells) != 2 or sizes.text[id(cells[0])] > LABEL_SIZE:
        return None
    if sizes.text[id(cells[1])] <= LABEL_SIZE and CELL_LABEL.fullmatch(cells[1].get_text(" ", strip=True)):
        return None
    label = cells[0].get_text(" ", strip=True)
    return (cells[0], label) if CELL_LABEL.fullmatch(label) else None


def read_table(table: Tag) -> Draft | None:
    """A table of data as one draft: cells parted by tabs, rows by line feeds."""
    pieces: list[str] = []
    cells: list[list[Span]] = []
    marks: list[Span] = []
    offset = 0
    for row in table.find_all("tr"):
        spans: list[Span] = []
        for cell in list_cells(row):
            text, found = clean(raw_text(cell))
            offset += bool(spans)
            pieces += ["\t" * bool(spans), text]
            spans.append((offset, offset + len(text)))
            marks += [(offset + start, offset + end) for start, end in found]
            offset += len(text)
        if spans:
            cells.append(spans)
            pieces.append("\n")
            offset += 1
    text = "".join(pieces)[:-1]
    return Draft("table", text, marks=marks, cells=cells) if text.strip() else None
