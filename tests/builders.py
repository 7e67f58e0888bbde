"""Documents written by hand: `document("title: A code", "p: Text.")` lays blocks over a canonical text."""

import re

from pipeline.annotate import annotate_document, build_pipeline
from pipeline.assemble.reading import Reading, read
from pipeline.records import Block, Document, Mention, Source
from pipeline.vocabulary import Vocabulary, load_vocabulary

KINDS = {"h": "heading", "p": "paragraph", "li": "list_item", "fn": "footnote"}
KINDS |= {kind: kind for kind in ("title", "table", "furniture")}
ZONES = {"title": "title", "fn": "footnote", "furniture": "furniture"}
LINE = re.compile(r"(?P<kind>[a-z]+)(?:@(?P<page>\d+))?(?:~(?P<size>\d+))?: (?P<text>.*)", re.DOTALL)

_vocabulary: list[Vocabulary] = []
_pipelines: dict[str, object] = {}


def vocabulary() -> Vocabulary:
    """The project's vocabulary, read once."""
    if not _vocabulary:
        _vocabulary.append(load_vocabulary())
    return _vocabulary[0]


def document(*lines: str, language: str = "en", metadata: dict[str, str] | None = None) -> Document:
    """Blocks from lines `kind: text`; `kind@2` stands on page 2 and `kind~18` is set in 18 points."""
    blocks, pieces, starts, offset = [], [], [], 0
    for index, line in enumerate(lines):
        match = LINE.fullmatch(line)
        assert match, f"no such line: {line!r}"
        text, page = match["text"], int(match["page"] or 1)
        if not starts or starts[-1][1] != page:
            starts.append((offset, page))
        blocks.append(
            Block(
                block_id=f"b{index + 1}",
                kind=KINDS[match["kind"]],
                start=offset,
                end=offset + len(text),
                page=page,
                level=1 if match["kind"] == "h" else None,
                zone=ZONES.get(match["kind"], "operative"),
                size=float(match["size"]) if match["size"] else None,
            )
        )
        pieces.append(text)
        offset += len(text) + 2
    return Document(
        source=Source(entry_id="sample", location="sample.pdf"),
        media_type="application/pdf",
        text="\n\n".join(pieces),
        blocks=blocks,
        language=language,
        parser="hand",
        page_count=max(page for _, page in starts),
        page_starts=starts,
        metadata=metadata or {},
    )


def annotated(made: Document) -> tuple[Document, list[Mention], Vocabulary]:
    """A document with its mentions and the vocabulary: the arguments of the assembly."""
    language = made.language
    if language not in _pipelines:
        _pipelines[language] = build_pipeline(vocabulary(), language)
    return made, annotate_document(made, _pipelines[language]), vocabulary()


def reading(*lines: str, language: str = "en", metadata: dict[str, str] | None = None) -> Reading:
    """A document written by hand, annotated and ready for the rules."""
    return read(*annotated(document(*lines, language=language, metadata=metadata)))
