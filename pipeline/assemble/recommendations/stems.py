"""Stems: the words that introduce a list, and what they make of its items."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.assemble.recommendations.items import BINDING, Scan, ends_with_colon
from pipeline.assemble.recommendations.plans import is_plan_stem
from pipeline.records import Block, Mention

# A stem is open when at most this many words stand between its norm and the colon: "Providers should:".
OPEN_WORDS = 2
# The end of a stem, in which words such as "include:" or "for example:" tell how the list goes on.
STEM_TAIL = 60
STEM_STEPS = 90
SENTENCE_ENDS = (".", "!", "?", ";", ")")
WORD = re.compile(r"\w+")


@dataclass(slots=True)
class Stem:
    """A sentence ending in a colon, with the force of its norm.

    The items of a list complete the norm of a stem that `opens` ("Providers should:"); they are
    parts or examples of one thing when it has `parts` ("Each label should include:"). `whole` is
    set when stem and list have become one item, `commands` when the norm itself opens the list. `tail` words
    stand between norm and colon: "Crews should consider the:". The parts are acts when they are `measures`
    ("Such measures include:"), and a `purpose` tells nobody anything ("Harbours use lamps to:").
    """

    start: int
    end: int
    index: int
    opens: bool = False
    parts: bool = False
    force: str | None = None
    whole: bool = False
    commands: bool = False
    tail: int = 0
    measures: bool = False
    purpose: bool = False


def find_stem(scan: Scan, index: int) -> Stem | None:
    """The paragraph in front of a list, when it ends in a colon or introduces the list."""
    before = index - 1
    blocks = scan.reading.blocks
    while before >= 0 and not scan.is_body(before):
        before -= 1
    if before < 0 or blocks[before].kind not in ("paragraph", "heading", "list_item"):
        return None
    return read_stem(scan, before)


def read_stem(scan: Scan, index: int) -> Stem | None:
    """The last sentence of a block as a stem: "To this end, providers should:"."""
    block = scan.reading.blocks[index]
    text = scan.reading.text
    sentences = scan.reading.sentences(block)
    start, end = sentences[-1] if sentences else (block.start, block.end)
    planned = is_plan_stem(scan, start, end)
    if not ends_with_colon(scan.reading.text_of(block)) and not hangs(scan, block, planned):
        return None
    norms = [norm for norm in scan.norms_in(start, end) if counts_in_stem(scan, start, norm)]
    words = text[start:end]
    stem = Stem(start, end, index)
    stem.parts = bool(
        scan.phrases.found("stem_parts", words[-STEM_TAIL:])
        or scan.phrases.found("stem_things", words)
        or scan.phrases.opens("examples", words)
    )
    stem.force = force_of(norms[-1].value) if norms else ("commitment" if planned else None)
    tail = WORD.findall(text[norms[-1].end : end]) if norms else []
    stem.tail = len(tail)
    steps = bool(scan.phrases.found("stem_steps", words[-STEM_STEPS:]))
    follows = bool(norms) and bool(scan.phrases.found("following", words[-STEM_TAIL:]))
    short = bool(norms) and len(tail) <= OPEN_WORDS
    stem.measures = stem.parts and bool(scan.phrases.found("measures", words))
    if not norms and not planned:
        stem.purpose = ends_in_purpose(scan, words)
        if endorses(scan, words):
            stem.opens = stem.commands = True
            stem.force = "recommendation"
            return stem
    stem.commands = not stem.parts and stem.force in BINDING and (short or follows or planned)
    stem.opens = stem.commands or (not stem.parts and (steps or short or follows))
    # "… shall ensure that pilots:": the list completes a clause.
    stem.parts = stem.parts or (not stem.opens and bool(scan.phrases.found("relative", " ".join(tail[-3:]))))
    if ends_a_clause(scan, norms):
        stem.parts, stem.opens, stem.commands, stem.force = True, False, False, force_of(norms[0].value)
    return stem


def ends_in_purpose(scan: Scan, words: str) -> bool:
    """Whether a list tells what something is for: "Harbours use lamps to:"."""
    last = " ".join(WORD.findall(words)[-2:])
    return any(last.casefold().endswith(f" {end}") for end in scan.phrases.listed("purpose"))


def endorses(scan: Scan, words: str) -> bool:
    """Whether the issuer stands behind a list: "The Guild supports the following rules:"."""
    verb = scan.phrases.found("endorses", words)
    return verb is not None and bool(scan.phrases.found("following", words[verb.end() :][-STEM_TAIL:]))


def ends_a_clause(scan: Scan, norms: list[Mention]) -> bool:
    """Whether what can be done hangs on a duty: "Ensure that every member can:"."""
    if len(norms) < 2 or norms[-1].value != "possibility":
        return False
    between = scan.reading.text[norms[-2].end : norms[-1].start]
    duty = norms[-2].value in BINDING or norms[-2].value == "imperative"
    return duty and bool(scan.phrases.found("relative", between))


def hangs(scan: Scan, block: Block, planned: bool) -> bool:
    """A stem that lost its colon ends in what its list completes: "Members should", "… will continue to"."""
    norms = scan.norms_in(block.start, block.end)
    if norms and norms[-1].value in BINDING and norms[-1].end == block.end:
        return True
    return planned and not scan.reading.text_of(block).rstrip().endswith(SENTENCE_ENDS)


def counts_in_stem(scan: Scan, start: int, norm: Mention) -> bool:
    """Whether a norm belongs to the main clause of a stem, not to "steps that you can take"."""
    words = WORD.findall(scan.reading.text[start : norm.start])
    hangs = bool(words) and bool(scan.phrases.opens("relative", words[-1]))
    return not hangs and norm.value != "operative_states"


def force_of(value: str) -> str:
    """The modality that the label of a norm gives."""
    operative = {"orders": "obligation", "commits": "commitment"}
    if value.startswith("operative_"):
        return operative.get(value.removeprefix("operative_"), "recommendation")
    return {"imperative": "recommendation", "possibility": "permission"}.get(value, value)
