"""The nouns of the pipeline: what the stages hand to each other and what a run writes.

Imports nothing of ours. The row classes (`Entry`, `Recommendation`, `HardLaw`, `Assertion`,
`DocumentRecord`, `Reject`) are the tables of the data contract, column by column: the export
schema and the data dictionary are read off their fields.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Any

# Columns of the entries table that hold one of few values, or values of one form.
CLOSED = {
    "date_role": ["adopted", "published", "revised", "draft"],
    "legal_force": ["non_binding_stated", "binding_internally", "draft", "not_stated"],
    "review_status": ["machine", "curated", "corrected"],
}
PATTERNS = {
    "date": r"^\d{4}(-\d{2}(-\d{2})?)?$",
    "language": r"^[a-z]{2}$",
}
KINDS = ("title", "heading", "paragraph", "list_item", "table", "footnote", "furniture")
ZONES = (
    "title",
    "front",
    "preamble",
    "operative",
    "annex",
    "footnote",
    "references",
    "contents",
    "furniture",
)
METADATA_ZONE = "metadata"
REJECT_CODES = (
    "unreadable",
    "encrypted",
    "empty",
    "too_large",
    "timeout",
    "out_of_memory",
    "unsupported_type",
    "http_error",
    "error_page",
    "blocked_address",
)


def column(description: str, label: str = "", **options: Any) -> Any:
    """A table column: a dataclass field with its description and its label on the database page."""
    return field(metadata={"description": description, "label": label}, **options)


@dataclass(slots=True, frozen=True)
class Source:
    """One input: where it comes from and what is known of it before reading."""

    entry_id: str
    location: str
    url: str | None = None
    retrieved_at: str | None = None
    known: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class Block:
    """A piece of the canonical text: `text[start:end]`, offsets in code points, pages from 1.

    `number` is the printed label ("3.2", "(a)", "A-II") and `body_start` the offset behind it, or
    behind a bullet; the label itself stays in the canonical text. `level` is the heading level
    (1 is highest) or the nesting depth of a list item (from 1). `cells` holds, for a table, the
    offsets of each cell of each row. `columns` of a table are separated by a tab and rows by a
    line feed in the text. `size` (points) and `bold` come from PDF fonts; HTML leaves them None.
    `boxed` is a frame or side column set off from the running text. `ocr_confidence` (0 to 1) and
    `ocr_reason` are set on blocks read by OCR, and `ocr_reason` alone on a page left unread.
    """

    block_id: str
    kind: str
    start: int
    end: int
    page: int | None = None
    level: int | None = None
    zone: str = "operative"
    bbox: tuple[float, float, float, float] | None = None
    number: str | None = None
    body_start: int | None = None
    cells: list[list[tuple[int, int]]] | None = None
    size: float | None = None
    bold: bool = False
    boxed: bool = False
    ocr_confidence: float | None = None
    ocr_reason: str | None = None


@dataclass(slots=True)
class LabelledValue:
    """A value of a database page under its printed label: `text[start:end]` of the document."""

    label: str
    start: int
    end: int


@dataclass(slots=True)
class Document:
    """A parsed document: one canonical text, written once, and the blocks that lie over it.

    Blocks are in reading order, do not overlap and are separated by a blank line in `text`.
    `page_starts` are (offset, page) pairs in order of offset: the text from an offset on is
    printed on that page, so that a block that runs over a page break tells both of its pages.
    `marks` are the spans of footnote marks in `text` (digits as superscript characters, so that
    they never fuse with a number). `metadata` holds what the container says: keys are
    `title, author, creator, producer, subject, created, modified, publisher, site_name, url,
    published, lang, description` and `meta:<name>` for other HTML meta data.
    `curated` is set for a page of the soft-law database itself.
    """

    source: Source
    media_type: str
    text: str
    blocks: list[Block]
    language: str
    parser: str
    page_count: int | None = None
    page_starts: list[tuple[int, int]] = field(default_factory=list)
    marks: list[tuple[int, int]] = field(default_factory=list)
    metadata: dict[str, str] = field(default_factory=dict)
    ocr_pages: list[int] = field(default_factory=list)
    curated: list[LabelledValue] | None = None

    def page_at(self, offset: int) -> int | None:
        """The PDF page (from 1) on which the character at `offset` is printed, or None."""
        if not self.page_starts:
            return None
        index = bisect_right(self.page_starts, (offset, 1 << 30)) - 1
        return self.page_starts[max(index, 0)][1]

    def block_at(self, offset: int) -> Block | None:
        """The block that holds the character at `offset`, or None between blocks."""
        index = bisect_right(self.blocks, offset, key=lambda block: block.start) - 1
        if index >= 0 and offset < self.blocks[index].end:
            return self.blocks[index]
        return None

    def text_of(self, block: Block) -> str:
        """The canonical text of a block, its printed number or bullet included."""
        return self.text[block.start : block.end]

    def without_marks(self) -> str:
        """The canonical text with each footnote mark blanked: the same length, the same offsets."""
        pieces, last = [], 0
        for start, end in self.marks:
            pieces += [self.text[last:start], " " * (end - start)]
            last = end
        return "".join([*pieces, self.text[last:]])


@dataclass(slots=True, frozen=True)
class Mention:
    """A place in the text that a spaCy component found: a term, a date, a citation or a norm.

    `group` names the SpanGroup (a vocabulary field such as `principles`, or `dates`, `citations`,
    `norms`), `value` the id or normal form, `rule` what found it. `context` holds the reasons for
    which it may not count (`negated`, `quoted_law`, `other_body`, `example`, `title_of_work` …).
    """

    group: str
    value: str
    start: int
    end: int
    rule: str
    context: tuple[str, ...] = ()
    data: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class Assertion:
    """One row of the evidence table: a value of a field and the place that it stands on."""

    entry_id: str = column("Entry that the value belongs to")
    field: str = column("Column of the entries table")
    value: str = column("The value, or one value of a list, as text")
    quote: str | None = column("Verbatim text at start:end of the canonical text")
    page: int | None = column("PDF page, from 1; null for HTML and text")
    block_id: str | None = column("Block that holds the quote")
    zone: str = column("Zone of the block, or `metadata` for a value that stands nowhere in the text")
    start: int | None = column("Start offset in the canonical text, code points")
    end: int | None = column("End offset, exclusive")
    rule: str = column("Rule that found the value")
    confidence: float = column(
        "Share of values found this surely that proved right on documents coded by hand, 0 to 1"
    )
    status: str = column("`accepted`, or `rejected` for a candidate that lost")


@dataclass(slots=True)
class Entry:
    """One row of the entries table: the form that a legal researcher fills in."""

    entry_id: str = column("Id in sources.csv, else the file name without its ending")
    short_name: str | None = column("Short name of the document", "", default=None)
    full_name: str | None = column("Full title as printed", "Full name of the document", default=None)
    enacting_body: list[str] = column(
        "Issuing bodies, first the first named",
        "Body / organism enacting the document",
        default_factory=list,
    )
    body_nature: str | None = column(
        "Nature of the first enacting body", "Nature of the body / organism", default=None
    )
    document_type: str | None = column("Type of document", "Type of document", default=None)
    date: str | None = column("Date of this version, as precise as printed", "Date", default=None)
    date_role: str | None = column("adopted, published, revised or draft", "", default=None)
    official_id: str | None = column("Document number as printed", "", default=None)
    language: str | None = column("Language of the text, ISO 639-1", "", default=None)
    project_area: list[str] = column("Project areas", "Project area", default_factory=list)
    law_area: list[str] = column("Law areas", "Law area", default_factory=list)
    summary: str | None = column(
        "Verbatim sentences that sum the document up", "Summary of the document", default=None
    )
    addressees: list[str] = column("Types of addressees", "Type of addressees", default_factory=list)
    territorial_scope: list[str] = column(
        "Where the guidance is meant to apply", "Territorial scope", default_factory=list
    )
    situations: str | None = column(
        "Verbatim sentences on purpose and context", "Situations involved", default=None
    )
    ai_systems: list[str] = column("Types of AI system", "AI system(s) involved", default_factory=list)
    fundamental_rights: list[str] = column(
        "Fundamental rights at issue", "Fundamental rights involved", default_factory=list
    )
    principles: list[str] = column(
        "Principles that the document names", "Principles expressly addressed", default_factory=list
    )
    hard_law: list[str] = column(
        "Ids of the binding instruments referred to", "Connection with hard law", default_factory=list
    )
    hard_law_statement: str | None = column(
        "Verbatim sentences on the relation to hard law", "Connection with hard law", default=None
    )
    legal_force: str = column(
        "Legal force that the text states",
        "Possible legal force and impact on national/supranational legal system",
        default="not_stated",
    )
    legal_force_statement: str | None = column(
        "Verbatim sentences on legal force",
        "Possible legal force and impact on national/supranational legal system",
        default=None,
    )
    case_author: str | None = column(
        "Name, role, organisation; only from a database page", "Case author", default=None
    )
    n_recommendations: int = column("Number of recommendation rows", "", default=0)
    source_url: str | None = column("Public address of the source", "", default=None)
    is_soft_law: bool = column("False when screened out", "", default=True)
    screen_reason: str | None = column("Why it was screened out", "", default=None)
    review_status: str = column("machine, curated or corrected", "", default="machine")


@dataclass(slots=True)
class Recommendation:
    """One recommendation, requirement or commitment that the document itself sets off."""

    entry_id: str = column("Entry")
    seq: int = column("Position in the document, from 1")
    number: str | None = column("Number as printed, or null")
    text: str = column("Verbatim text, spaces folded and footnote marks dropped")
    page: int | None = column("PDF page, from 1")
    addressee: str | None = column("Id of the addressee, or null")
    modality: str = column("obligation, recommendation, permission or commitment")
    rights: list[str] = column("Fundamental rights mentioned in the item")
    principles: list[str] = column("Principles mentioned in the item")
    block_id: str = column("Block in which the item starts")
    start: int = column("Start offset in the canonical text")
    end: int = column("End offset, exclusive")


@dataclass(slots=True)
class HardLaw:
    """One binding instrument (or proposal for one) that an entry refers to."""

    entry_id: str = column("Entry")
    instrument_id: str = column("CELEX number, treaty id, or `<country>:<usual name>`")
    kind: str = column("binding or proposal")
    name: str = column("Usual name")
    as_cited: str = column("First citation as printed")
    pinpoints: list[str] = column("Articles, recitals and annexes cited")
    n_citations: int = column("Number of citations")
    pages: list[int] = column("PDF pages of the citations")
    page: int | None = column("PDF page of the first citation")
    quote: str = column("Verbatim text of the first citation")
    start: int = column("Start offset of the first citation")
    end: int = column("End offset, exclusive")


@dataclass(slots=True)
class DocumentRecord:
    """One row of the documents table: an input that was read."""

    entry_id: str = column("Entry")
    source: str = column("File name or address of the input")
    source_url: str | None = column("Public address")
    media_type: str = column("Media type by content")
    page_count: int | None = column("Number of PDF pages")
    language: str | None = column("Language of the text, ISO 639-1")
    raw_sha256: str = column("SHA-256 of the bytes")
    text_sha256: str = column("SHA-256 of the canonical text, UTF-8")
    parser: str = column("Reader that made the text")
    ocr_pages: list[int] = column("Pages read by OCR, or marked as needing it")
    retrieved_at: str | None = column("When the bytes were fetched; null for local files")
    duplicate_of: str | None = column("Entry with the same text")
    version_of: str | None = column("Entry that is another version of this document")
    pipeline_version: str = column("Version of the pipeline")
    vocabulary_version: str = column("Hash of the vocabulary files")


@dataclass(slots=True)
class Reject:
    """One row of the rejects table: an input that could not be read, and why."""

    source: str = column("File name or address of the input")
    stage: str = column("fetch, parse, annotate or assemble")
    code: str = column("Code from the closed list of reject codes")
    reason: str = column("One sentence")


@dataclass(slots=True)
class Outcome:
    """What the core makes of one input: an entry with its rows, or a reject; never neither."""

    source: Source
    reject: Reject | None = None
    record: DocumentRecord | None = None
    entry: Entry | None = None
    recommendations: list[Recommendation] = field(default_factory=list)
    hard_law: list[HardLaw] = field(default_factory=list)
    evidence: list[Assertion] = field(default_factory=list)
    text: dict[str, Any] | None = None
    notes: list[str] = field(default_factory=list)
    sketch: list[int] = field(default_factory=list)
