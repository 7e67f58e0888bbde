"""situations: verbatim sentences on the purpose of the document and the context that it answers."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.assemble.best_sentences import Sentence, choose, leans, list_sentences
from pipeline.assemble.candidates import Candidate
from pipeline.assemble.phrases import phrase_pattern
from pipeline.assemble.reading import Reading
from pipeline.assemble.self_reference import find_self
from pipeline.records import Entry

MOST_WORDS = 130
MOST_SENTENCES = 4
# A sentence below this score says neither why nor for what.
FLOOR = 2.0
# Purpose and context stand in the introduction.
FIRST_PART = 0.3


def find_situations(reading: Reading, entry: Entry) -> Iterator[Candidate]:
    """Four sentences at most of the first part; each is a row of its own."""
    sentences = list_sentences(reading, lambda index, block: block.start < FIRST_PART * len(reading.text))
    scored = [(weigh(reading, entry, sentence), sentence) for sentence in sentences]
    kept = [item for item in scored if item[0] >= FLOOR]
    for score, sentence in choose(kept, MOST_WORDS, MOST_SENTENCES):
        sure = round(min(0.95, 0.5 + score / 20), 3)
        yield Candidate(sentence.text, sentence.span, "situations.purpose_and_context", sure)


def weigh(reading: Reading, entry: Entry, sentence: Sentence) -> float:
    """How much a sentence says why there is such a document, and for which use."""
    text = sentence.text
    contexts = {match.casefold() for match in phrase_pattern(reading, "summary", "context").findall(text)}
    score = min(len(contexts), 3) * 1.0
    itself = find_self(reading, text, entry.document_type)
    purpose = phrase_pattern(reading, "summary", "purpose").search(text)
    score += 2.0 if itself and purpose else 0.0
    score += 1.0 * max(0.0, 1 - sentence.position / FIRST_PART)
    return score - (2.0 if leans(reading, text, itself) else 0.0)
