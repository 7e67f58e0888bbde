"""Tables of a web page: those of data become one block with cells, those of layout are read through."""

from __future__ import annotations

from bs4 import Tag

from pipeline.parse.drafts import Draft, Span
from pipeline.parse.html_inline import attribute, clean, raw_text
from pipeline.parse.numbering import CELL_LABEL

# What makes a table one of layout when it stands in a cell.
NO_DATA = ("table", "h1", "h2", "h3", "form", "main", "article")
# A cell of more text than this is a page column, not data.
LONG_CELL = 4000


def is_layout(table: Tag) -> bool:
    """Whether a table only places text: one column, nested tables, or labels beside their items."""
    if attribute(table, "role") in ("presentation", "none") or table.find(NO_DATA) is not None:
        return True
    rows = table.find_all("tr")
    if any(len(row.find_all(("td", "th"), recursive=False)) > 1 for row in rows):
        return all(is_item_row(row) for row in rows) or has_long_cell(table)
    return True


def has_long_cell(table: Tag) -> bool:
    """Whether a single row holds whole columns of a page."""
    cells = table.find_all(("td", "th"), limit=5)
    return len(cells) < 5 and any(len(cell.get_text()) > LONG_CELL for cell in cells)


def is_item_row(row: Tag) -> bool:
    """A row "(a) | the text of the item": the label stands in a cell of its own."""
    cells = row.find_all(("td", "th"), recursive=False)
    return len(cells) > 1 and find_item_label(row) is not None


def find_item_label(row: Tag) -> tuple[Tag, str] | None:
    """The cell that holds nothing but a label, and the label: `<td>(1)</td>`."""
    cells = [cell for cell in row.find_all(("td", "th"), recursive=False) if cell.get_text(strip=True)]
    if len(cells) != 2:
        return None
    label = cells[0].get_text(" ", strip=True)
    return (
        (cells[0], label)
        if CELL_LABEL.fullmatch(label) and not CELL_LABEL.fullmatch(cells[1].get_text(" ", strip=True)[:12])
        else None
    )


def read_table(table: Tag) -> Draft | None:
    """A table of data as one draft: cells parted by tabs, rows by line feeds."""
    pieces: list[str] = []
    cells: list[list[Span]] = []
    marks: list[Span] = []
    offset = 0
    for row in table.find_all("tr"):
        spans: list[Span] = []
        for cell in row.find_all(("td", "th"), recursive=False):
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
