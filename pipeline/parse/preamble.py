"""The preamble of an act: "Having regard to …", "Whereas: (1) …", "Recalling …", up to what it enacts."""

from __future__ import annotations

import re

from pipeline.records import Block, Document
from pipeline.vocabulary import Vocabulary

FILE = "sections"
KINDS = ("paragraph", "list_item", "heading")
# "(1)" counts recitals; "1." or "I." counts what the act itself says.
RECITAL_NUMBER = re.compile(r"\(\d{1,3}\)|\d{1,3}\)|\([a-z]\)|[a-z]\)")
LEAD = re.compile(r"^(?:\(?[\dA-Za-z]{1,4}[.)]\s+)?[\s\W]*")
# The body that speaks stands before its recitals: "THE EUROPEAN COMMISSION,".
SPEAKER = re.compile(r"[^a-z]{8,200},|(?:The|La|Le|Der|Die|Das|Il|El|De) .{3,160},")
# A footnote of the page that stands among the recitals: "(¹) OJ C 229".
NOTE = re.compile(r"\(?[⁰¹²³⁴-⁹]")
# Blocks without any sign of a recital, after which a preamble is over.
PATIENCE = 2


def mark_preamble(document: Document, vocabulary: Vocabulary) -> None:
    """Set the zone of each preamble of the operative part."""
    recitals = compile_openings(vocabulary.phrases(FILE, "recitals"))
    enacting = compile_openings(vocabulary.phrases(FILE, "enacting_words"))
    blocks = [block for block in document.blocks if block.kind in KINDS and block.zone == "operative"]
    signs = [bool(recitals.match(LEAD.sub("", document.text_of(block)[:200]))) for block in blocks]
    index = 0
    while index < len(blocks) - 1:
        if signs[index] and signs[index + 1]:
            end = find_end(document, blocks, signs, index, enacting)
            start = index - 1 if index and SPEAKER.fullmatch(document.text_of(blocks[index - 1])) else index
            for block in blocks[start:end]:
                block.zone = "preamble"
            index = end
        index += 1


def compile_openings(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern for all openings; whole words, in any case."""
    longest_first = sorted(phrases, key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)


def find_end(
    document: Document, blocks: list[Block], signs: list[bool], start: int, enacting: re.Pattern[str]
) -> int:
    """The index behind the last block of the preamble that begins at `start`."""
    last = start + 1
    for index in range(start + 2, len(blocks)):
        block = blocks[index]
        if NOTE.match(document.text_of(block)):
            continue
        if signs[index] or (block.number and RECITAL_NUMBER.fullmatch(block.number)):
            last = index
            continue
        speaks = enacting.match(LEAD.sub("", document.text_of(block)[:200]))
        if speaks or block.kind == "heading" or block.number or index - last > PATIENCE:
            break
    return last + 1
