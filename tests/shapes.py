"""Documents in many shapes, written by hand: `rows("h 2: 1.2 Title", "li 2: (a) Text.")`.

A line is `kind level: text`; a printed number or bullet at the start of the text becomes the number
of the block. Cells of a table are separated by " | " and rows by a line feed.
"""

import re

from pipeline.annotate import annotate_document, build_pipeline
from pipeline.assemble.reading import Reading, read
from pipeline.assemble.recommendations import find_recommendations
from pipeline.records import Block, Document, Entry, Recommendation, Source
from pipeline.vocabulary import Vocabulary, load_vocabulary

KINDS = {
    "h": "heading",
    "p": "paragraph",
    "li": "list_item",
    "t": "table",
    "fn": "footnote",
    "title": "title",
}
ZONES = {"fn": "footnote", "title": "title"}
LINE = re.compile(
    r"(?P<kind>[a-z]+)(?: (?P<level>\d))?(?:@(?P<page>\d+))?(?: (?P<zone>[a-z]{3,}))?: (?P<text>.*)",
    re.DOTALL,
)
NUMBER = re.compile(r"(•|\(?(?:\d+(?:\.\d+)*|[a-z]|[ivx]+|[IVX]+)[.)]|\d+(?:\.\d+)+)\s+")

_cache: dict[str, object] = {}


def vocabulary() -> Vocabulary:
    """The project's vocabulary, read once."""
    return _cache.setdefault("vocabulary", load_vocabulary())


def document(*lines: str, language: str = "en") -> Document:
    """Blocks laid over the canonical text of the lines."""
    blocks, pieces, starts, offset = [], [], [], 0
    for index, line in enumerate(lines):
        match = LINE.fullmatch(line)
        assert match, f"no such line: {line!r}"
        text = match["text"].replace(" | ", "\t")
        page = int(match["page"] or (starts[-1][1] if starts else 1))
        if not starts or starts[-1][1] != page:
            starts.append((offset, page))
        blocks.append(make_block(index, match, text, offset, page))
        pieces.append(text)
        offset += len(text) + 2
    return Document(
        source=Source("shape", "shape.pdf"),
        media_type="application/pdf",
        text="\n\n".join(pieces),
        blocks=blocks,
        language=language,
        parser="hand",
        page_starts=starts,
    )


def make_block(index: int, match: re.Match[str], text: str, offset: int, page: int) -> Block:
    """One block; list items without a level leave it to their numbers."""
    kind = KINDS[match["kind"]]
    number = NUMBER.match(text) if kind in ("list_item", "paragraph", "heading") else None
    level = int(match["level"]) if match["level"] else (1 if kind == "heading" else None)
    return Block(
        block_id=f"b{index + 1}",
        kind=kind,
        start=offset,
        end=offset + len(text),
        page=page,
        level=level,
        zone=match["zone"] or ZONES.get(match["kind"], "operative"),
        number=number[1].rstrip(".") if number and number[1] != "•" else None,
        body_start=offset + number.end() if number else None,
        cells=lay_cells(text, offset) if kind == "table" else None,
    )


def lay_cells(text: str, offset: int) -> list[list[tuple[int, int]]]:
    """Offsets of the cells of each row."""
    table = []
    for row in text.split("\n"):
        cells = []
        for cell in row.split("\t"):
            cells.append((offset, offset + len(cell)))
            offset += len(cell) + 1
        table.append(cells)
    return table


def reading(*lines: str, language: str = "en") -> Reading:
    """The document annotated and ready for the rules."""
    made = document(*lines, language=language)
    if language not in _cache:
        _cache[language] = build_pipeline(vocabulary(), language)
    return read(made, annotate_document(made, _cache[language]), vocabulary())


def rows(*lines: str, language: str = "en", **fields: object) -> list[Recommendation]:
    """What the document recommends; `fields` are those of its entry."""
    titles = [line.removeprefix("title: ") for line in lines if line.startswith("title: ")]
    fields = {"full_name": titles[0] if titles else None, **fields}
    return find_recommendations(reading(*lines, language=language), Entry(entry_id="shape", **fields))


def texts(*lines: str, language: str = "en", **fields: object) -> list[str]:
    """The texts of the rows."""
    return [row.text for row in rows(*lines, language=language, **fields)]
