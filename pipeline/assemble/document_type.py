"""document_type: what the document calls itself, in its title first, then on the cover and in its text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from pipeline.assemble.candidates import Candidate
from pipeline.assemble.countries import are_states
from pipeline.assemble.front import SPACED, Line, fold_words, front_lines, names_body
from pipeline.assemble.phrases import find_phrases, phrase_pattern
from pipeline.assemble.reading import Reading
from pipeline.assemble.title_parts import NUMBER_WORD, is_label
from pipeline.assemble.type_names import TypeName, find_type_names, type_words
from pipeline.records import Entry, Mention

# Behind one of these a noun is no longer the head of a title: "A roadmap for resilient policy".
PREPOSITION = re.compile(
    r"\b(?:of|for|on|to|in|with|from|by|at|under|towards?|about|sur|de|du|des|pour|dans|en|à|für|zu[mr]?|"
    r"über|von|im|bei|sobre|para|del|con|voor|van|met|over|per|di|della|su|sul|delle|da|do|no|na|dla|w|"
    r"and|und|et|y|e)\b",
    re.IGNORECASE,
)
PARTS = re.compile(r"\s*(?::|\s[–—-]\s|\|)\s*")
# A line of the cover that names the kind and little else: "WHITE PAPER", "Policy paper".
MAX_LABEL_WORDS = 5
# Different verbs of declaring in a text that states sign.
LEAST_DECLARED = 2
MAX_SUBTITLE_WORDS = 12
# The designation on the cover is surer than a noun of the title: "INTERNATIONAL STANDARD", "Guidance on …".
DESIGNATED = 0.97
# "MEMORANDUM FOR THE HEADS OF …", "COMMUNICATION FROM THE …".
ADDRESSED = re.compile(r"\s*(?:for|from|to|de|an)\b", re.IGNORECASE)
# How far before a noun its determiner may stand: "this second AI Governance Framework".
BEFORE = 45
MAX_ROWS = 3
# "This framework" is often what the text sets up; "this report" is always the text.
CONTENTS = ("framework", "ethical_principles", "policy", "technical_standard", "strategy")


def find_document_type(reading: Reading, entry: Entry) -> Iterator[Candidate]:
    """The head noun of the title, a label of the cover, then what "this …" is followed by."""
    lines = front_lines(reading)
    yield from find_in_title(reading, entry, lines)
    yield from find_on_cover(reading, lines)
    yield from find_in_self_reference(reading)
    yield from find_by_signatories(reading, entry)


def find_by_signatories(reading: Reading, entry: Entry) -> Iterator[Candidate]:
    """States that "affirm", "resolve" and "welcome" together make a declaration, whatever it is called."""
    if not are_states(entry.enacting_body, reading.vocabulary):
        return
    said = list(find_phrases(reading, "titles", "declares"))
    if len({match.group().casefold() for match in said}) >= LEAST_DECLARED:
        yield Candidate("declaration", said[0].span(), "document_type.signatories", 0.5)


def find_in_title(reading: Reading, entry: Entry, lines: list[Line]) -> Iterator[Candidate]:
    """The kind in the title: "Guidelines on …", "AI Strategy 2019", "… : a practical guide"."""
    name = choose_type(reading, entry.full_name or "")
    if name is None:
        return
    if name.id == "policy" and phrase_pattern(reading, "titles", "of_a_state").search(entry.full_name or ""):
        # A "National Ports Policy" is the plan of a government, not the rule of an organisation.
        yield Candidate("strategy", None, "document_type.state_policy", 0.96)
    title = fold_words(entry.full_name or "")
    for line in lines:
        text = reading.text_of(line.block)
        if fold_words(text) and (fold_words(text) in title or title in fold_words(text)):
            for found in find_type_names(reading, text):
                if found.id == name.id:
                    span = line.block.start + found.start, line.block.start + found.end
                    yield Candidate(name.id, span, "document_type.title", 0.95)
                    return
    yield Candidate(name.id, None, "document_type.title", 0.9)


def choose_type(reading: Reading, title: str) -> TypeName | None:
    """The head of a title: of the part behind a mere label, else of the first part that has one."""
    heads = []
    for part in PARTS.split(title):
        head = head_of(reading, part)
        if head is not None:
            heads.append((head, len(part.split())))
    if not heads:
        return None
    label = heads[0][0].id in ("communication", "report") or heads[0][1] <= 2
    return heads[1][0] if label and len(heads) > 1 and heads[0][0].id != heads[1][0].id else heads[0][0]


def head_of(reading: Reading, part: str) -> TypeName | None:
    """The noun before the first preposition; of a compound its last: "Risk Framework Playbook"."""
    names = find_type_names(reading, part)
    if not names:
        return None
    limit = len(part)
    for match in PREPOSITION.finditer(part):
        inside = any(name.start <= match.start() < name.end for name in names)
        if match.start() > 0 and not inside:
            limit = match.start()
            break
    before = [name for name in names if name.start < limit]
    return before[-1] if before else None


def find_on_cover(reading: Reading, lines: list[Line]) -> Iterator[Candidate]:
    """A line that names only the kind, also in letter-spaced print: "W H I T E P A P E R"."""
    for line in lines:
        if line.leaf > 1 or line.block.kind in ("list_item", "table", "furniture"):
            continue
        text = reading.text_of(line.block)
        if SPACED.search(text):
            yield from find_spaced(reading, line, text)
        for name in find_type_names(reading, text)[:1]:
            addressed = name.start == 0 and ADDRESSED.match(text, name.end) and text[:4].isupper()
            if line.words <= MAX_LABEL_WORDS or addressed:
                span = line.block.start + name.start, line.block.start + name.end
                score = (0.88 if name.start == 0 or line.words <= 2 else 0.7) - 0.05 * line.leaf
                if line.leaf == 0 and designates(reading, text, name):
                    score = DESIGNATED
                yield Candidate(name.id, span, "document_type.cover", score)
        yield from find_subtitle_kind(reading, line, text)


def designates(reading: Reading, text: str, name: TypeName) -> bool:
    """Whether a line designates the document: "INTERNATIONAL STANDARD", "Recommendation AB-C Y.99"."""
    if not is_label(reading, text):
        return False
    return name.id == "technical_standard" or (name.start == 0 and bool(NUMBER_WORD.search(text)))


def find_subtitle_kind(reading: Reading, line: Line, text: str) -> Iterator[Candidate]:
    """The kind in a longer line of the cover: "A National Robot Strategy for Ruritania"."""
    if line.leaf > 0 or not MAX_LABEL_WORDS < line.words <= MAX_SUBTITLE_WORDS or text.rstrip().endswith("."):
        return
    name = head_of(reading, text)
    if name is not None and not names_body(reading, text):
        span = line.block.start + name.start, line.block.start + name.end
        yield Candidate(name.id, span, "document_type.subtitle", 0.55)


def find_spaced(reading: Reading, line: Line, text: str) -> Iterator[Candidate]:
    """A kind in letter-spaced print."""
    closed = fold_words(text)
    for name, type_id in type_words(reading).names.items():
        if len(name) > 5 and closed.startswith(fold_words(name)):
            yield Candidate(type_id, (line.block.start, line.block.end), "document_type.cover", 0.86)
            return


def find_in_self_reference(reading: Reading) -> Iterator[Candidate]:
    """What the text calls itself most often: "this report", "these Guidelines"."""
    own = [mention for mention in reading.mentions.get("document_type", []) if is_own(reading, mention)]
    everyday = phrase_pattern(reading, "titles", "everyday_kinds")
    plain = [found for found in own if not everyday.fullmatch(reading.text, found.start, found.end)]
    found = plain or own
    counts = Counter(mention.value for mention in found)
    rows: Counter[str] = Counter()
    for mention in found:
        rows[mention.value] += 1
        if rows[mention.value] <= MAX_ROWS:
            share = counts[mention.value] / len(found)
            score = (0.5 if counts[mention.value] == 1 else 0.6) + 0.2 * share
            score -= 0.2 if mention.value in CONTENTS and len(counts) > 1 else 0.0
            span = mention.start, mention.end
            yield Candidate(mention.value, span, "document_type.self_reference", round(score, 3))


def is_own(reading: Reading, mention: Mention) -> bool:
    """Whether a determiner makes it this document: "this …", "the present …"."""
    block = reading.document.block_at(mention.start)
    if block is None or block.zone in ("references", "footnote", "contents", "furniture"):
        return False
    if phrase_pattern(reading, "titles", "title_only_kinds").fullmatch(
        reading.text, mention.start, mention.end
    ):
        return False
    before = reading.text[max(block.start, mention.start - BEFORE) : mention.start]
    matches = list(phrase_pattern(reading, "force", "determiners").finditer(before))
    if not matches:
        return False
    gap = before[matches[-1].end() :]
    return len(gap.split()) <= 3 and not PREPOSITION.search(gap) and not re.search(r"[,.;:()’']", gap)
