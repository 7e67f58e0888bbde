"""Tables: a row of a column of recommendations, or a cell that carries the id of a control."""

from __future__ import annotations

import re
from collections.abc import Iterator
from statistics import median

from pipeline.assemble.reading import split_sentences
from pipeline.assemble.recommendations.items import Item, Scan
from pipeline.assemble.recommendations.stems import STEM_TAIL
from pipeline.records import Block

Cell = tuple[int, int]
# "PO.1.1: Identify …", "GOVERN 1.2: …", "GV.OC-01", "A-II"; a bare "3.2" may number anything.
CONTROL_ID = re.compile(
    r"([A-Z]{2,10} \d+(?:\.\d+)*|[A-Z]{1,5}(?:[.-][A-Z]{1,4})?[.-]\d{1,3}(?:[.-]\d{1,3})*|[A-Z]-[IVX]+)"
    r"\s*[:.)–—-]?(?:\s+|$)"
)
DECIMAL_ID = re.compile(r"(\d+(?:\.\d+)+)\s*[:.)–—-]?\s+")
# From this share of rows whose cell tells someone what to do, a column without a name counts.
NORMATIVE_SHARE = 0.6
FEWEST_ROWS = 2
FEWEST_CONTROLS = 2
# Cells of fewer words are names.
SENTENCE_WORDS = 5
# A longer cell may hold several recommendations.
LONG_CELL = 300
BULLET = re.compile(r"•(?=\s)")
TABLE_RULE = "recommendations.table"
CONTROL_RULE = "recommendations.control"
# A cell of fewer letters ("x", "yes", "12") says nothing.
SHORTEST = 20


def find_table_items(scan: Scan) -> Iterator[Item]:
    """The items of every table that holds controls, practices, measures or recommendations.

    A table that only names controls which another one defines maps or illustrates them.
    """
    found = []
    for index, block in enumerate(scan.reading.blocks):
        if block.kind == "table" and block.cells and scan.free(index):
            items = list(table_items(scan, block, scan.roles[index]))
            if items:
                scan.taken.add(index)
            found += items
    defined = [item for item in found if "\t" in scan.reading.text[item.start : item.end]]
    controls = [item for item in found if item.rule == CONTROL_RULE]
    if len(controls) >= FEWEST_CONTROLS:
        yield from drop_repeated(scan, list(drop_categories(controls)))
    else:
        others = [item for item in found if item.rule == TABLE_RULE]
        yield from defined if len(defined) >= FEWEST_ROWS else drop_repeated(scan, others)


def drop_categories(items: list[Item]) -> Iterator[Item]:
    """Without "GOVERN 1", which is only the sum of "GOVERN 1.1" and its like."""
    numbers = {item.number or "" for item in items}
    for item in items:
        if not any(number.startswith((f"{item.number}.", f"{item.number}-")) for number in numbers):
            yield item


def drop_repeated(scan: Scan, items: list[Item]) -> Iterator[Item]:
    """The first of the items with the same words and number."""
    seen = set()
    for item in items:
        same = (item.number, *scan.reading.text[item.start : item.end].lower().split())
        if same not in seen:
            yield item
        seen.add(same)


def table_items(scan: Scan, block: Block, role: str | None) -> Iterator[Item]:
    """Cells with an id of their own, else the column that the head names or that gives orders."""
    rows = [row for row in block.cells or [] if row]
    labelled = [found for row in rows for cell in row if (found := read_control(scan, cell))]
    if labelled:
        yield from labelled
        return
    head, column = find_column(scan, rows)
    if column is None:
        return
    force = "commitment" if role == "commits" else None
    last = explanation(scan, rows[0], column) if head else column
    for row in rows[head:]:
        indented = head and is_indented(scan, rows[0], row, column)
        shown = (column + 1, max(last, column + 1)) if indented else (column, last)
        for first, final in [shown, *((i, i) for i in refused_columns(scan, rows[0], head))]:
            if final < len(row) and is_filled(scan, row[first]):
                number = row_number(scan, row, first)
                whole = (row[first][0], row[final][1])
                for start, end in cut_cell(scan, *whole) if final == first else [whole]:
                    yield Item(start, end, TABLE_RULE, number, force, closed=True)


def is_indented(scan: Scan, names: list[Cell], row: list[Cell], column: int) -> bool:
    """Whether a row below another prints its item one column on, under no name of its own."""
    nameless = column + 1 < min(len(names), len(row)) and not cell_words(scan, names[column + 1])
    return nameless and not is_filled(scan, row[column]) and is_filled(scan, row[column + 1])


def refused_columns(scan: Scan, names: list[Cell], head: int) -> list[int]:
    """The columns beside it that hold what is not to be done: "Do" and "Don't"."""
    listed = {phrase.casefold() for phrase in scan.phrases.listed("column_not")} if head else set()
    return [
        i for i, cell in enumerate(names) if cell_words(scan, cell).replace("’", "'").casefold() in listed
    ]


def cut_cell(scan: Scan, start: int, end: int) -> list[Cell]:
    """The recommendations of a long cell: its bullets behind an open stem, else its norm sentences."""
    text = scan.reading.text
    if end - start < LONG_CELL:
        return [(start, end)]
    bullets = [match.start() for match in BULLET.finditer(text, start, end)]
    head_end = bullets[0] if bullets else end
    if bullets and not scan.phrases.found("stem_parts", text[max(start, head_end - STEM_TAIL) : head_end]):
        bounds = zip(bullets, [*bullets[1:], end], strict=True)
        items = [trim(text, first + 1, last) for first, last in bounds]
        return [*command_sentences(scan, start, head_end), *items]
    found = command_sentences(scan, start, end)
    return found if len(found) > 1 else [(start, end)]


def command_sentences(scan: Scan, start: int, end: int) -> list[Cell]:
    """The sentences of a cell that tell someone what to do; a stem without its list is none."""
    text = scan.reading.text
    return [
        (first, last)
        for first, last in split_sentences(text, start, end)
        if text[last - 1] != ":" and (scan.commands(first, last) or permits(scan, first, last))
    ]


def permits(scan: Scan, start: int, end: int) -> bool:
    """Whether a sentence advises softly: "Controllers may wish to …"."""
    return any(norm.value == "permission" for norm in scan.norms_in(start, end))


def trim(text: str, start: int, end: int) -> Cell:
    """The span without the spaces at its ends."""
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())


def read_control(scan: Scan, cell: Cell) -> Item | None:
    """A cell "PO.1.1: Identify and document …" as an item with its id."""
    text = scan.reading.text
    match = CONTROL_ID.match(text, *cell)
    if match is None:
        match = DECIMAL_ID.match(text, *cell)
        if match is None or not scan.commands(match.end(), cell[1]):
            return None
    if cell[1] - match.end() < SHORTEST:
        return None
    return Item(match.end(), cell[1], CONTROL_RULE, match.group(1), closed=True)


def find_column(scan: Scan, rows: list[list[Cell]]) -> tuple[int, int | None]:
    """Whether the first row is a head (1 or 0), and the column that holds what is to be done."""
    if len(rows) < FEWEST_ROWS:
        return 0, None
    names = [cell_words(scan, cell) for cell in rows[0]]
    groups = ("own_answer", "column") if scan.answers else ("column",)
    for group in groups:
        listed = {phrase.casefold() for phrase in scan.phrases.listed(group)}
        for column, name in enumerate(names):
            if name.casefold() in listed:
                return 1, column
    if scan.answers:
        return 0, None
    shares = [share_of_orders(scan, rows[1:], column) for column in range(len(names))]
    best = max(range(len(shares)), key=lambda column: shares[column])
    head = int(not is_filled(scan, rows[0][best]) or not scan.commands(*rows[0][best]) or is_head(scan, rows))
    return head, best if shares[best] >= NORMATIVE_SHARE else None


def is_head(scan: Scan, rows: list[list[Cell]]) -> bool:
    """Whether the first row only names its columns: "What the service should do", or no sentence ends in it.

    Of the last kind only where sentences end in the rows below.
    """
    text = scan.reading.text
    if any(scan.phrases.opens("column_clause", cell_words(scan, cell)) for cell in rows[0]):
        return True
    ended = [[text[cell[0] : cell[1]].rstrip().endswith((".", ";")) for cell in row] for row in rows]
    return not any(ended[0]) and any(any(row) for row in ended[1:])


def share_of_orders(scan: Scan, rows: list[list[Cell]], column: int) -> float:
    """Share of the filled cells of a column that tell someone what to do."""
    cells = [row[column] for row in rows if column < len(row) and is_filled(scan, row[column])]
    # "Speed up the ferry" may as well name what a row is about.
    if not cells or median(len(cell_words(scan, cell).split()) for cell in cells) < SENTENCE_WORDS:
        return 0.0
    return sum(scan.commands(*cell) for cell in cells) / len(rows)


def explanation(scan: Scan, head: list[Cell], column: int) -> int:
    """The next named column, when it defines or describes the item; else the column itself."""
    listed = {phrase.casefold() for phrase in scan.phrases.listed("column_text")}
    named = [i for i in range(column + 1, len(head)) if cell_words(scan, head[i])]
    return named[0] if named and cell_words(scan, head[named[0]]).casefold() in listed else column


def row_number(scan: Scan, row: list[Cell], column: int) -> str | None:
    """The id or number that stands alone in a cell before the item."""
    for cell in row[:column]:
        words = cell_words(scan, cell)
        if re.fullmatch(r"(?:[A-Z]{1,8}[-. ]?)?\d+(?:[.-]\d+)*[a-z]?\.?|[IVX]+\.?|[A-Z]", words):
            return words.rstrip(".")
    return None


def is_filled(scan: Scan, cell: Cell) -> bool:
    """Whether a cell holds a sentence."""
    return len(cell_words(scan, cell)) >= SHORTEST


def cell_words(scan: Scan, cell: Cell) -> str:
    """The words of a cell, spaces folded."""
    return " ".join(scan.reading.text[cell[0] : cell[1]].split()).strip(" :*")
