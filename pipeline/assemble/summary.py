"""summary: verbatim sentences of the executive summary, else the best on purpose, content and advice."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.assemble.best_sentences import Sentence, Topic, choose, leans, list_sentences, read_topic
from pipeline.assemble.candidates import Candidate
from pipeline.assemble.phrases import phrase_pattern
from pipeline.assemble.reading import Reading
from pipeline.assemble.self_reference import find_self
from pipeline.records import Block, Entry

# The codebook's entries have some 60 to 200 words.
LEAST_WORDS, MOST_WORDS = 60, 170
MOST_SENTENCES = 6
# Without a summary of its own a text says what it is about in its first part.
FIRST_PART = 0.35
# With so many sentences there the rest of the text is not asked.
ENOUGH = 40


def find_summary(reading: Reading, entry: Entry) -> Iterator[Candidate]:
    """Six sentences at most; each is a row of its own."""
    own = summary_blocks(reading)
    sentences = list_sentences(reading, lambda index, block: index in own)
    rule = "summary.own_summary"
    if sum(sentence.words for sentence in sentences) < LEAST_WORDS:
        sentences = list_sentences(reading, lambda _, block: block.start < FIRST_PART * len(reading.text))
        if len(sentences) < ENOUGH:
            sentences = list_sentences(reading, lambda _, block: True)
        rule = "summary.best_sentences"
    topic = read_topic(reading, entry.full_name)
    scored = [(weigh(reading, entry, sentence, rule, topic), sentence) for sentence in sentences]
    for score, sentence in choose(scored, MOST_WORDS, MOST_SENTENCES):
        yield Candidate(sentence.text, sentence.span, rule, round(min(0.95, 0.5 + score / 20), 3))


def summary_blocks(reading: Reading) -> set[int]:
    """Indexes of the blocks under the document's own summary."""
    names = {phrase.casefold() for phrase in reading.vocabulary.phrases("sections", "executive_summary")}
    heads = {block.block_id for block in reading.blocks if is_named(reading, block, names)}
    return {
        index
        for index in range(len(reading.blocks))
        if any(head.block_id in heads for head in reading.headings_above(index))
    }


def is_named(reading: Reading, block: Block, names: set[str]) -> bool:
    """Whether a heading is one of the names."""
    return block.kind == "heading" and reading.body_of(block).strip(" :.").casefold() in names


def weigh(reading: Reading, entry: Entry, sentence: Sentence, rule: str, topic: Topic) -> float:
    """How much a sentence says about what the document is for and what it asks."""
    text = sentence.text
    itself = find_self(reading, text, entry.document_type)
    score = 2.0 if itself and itself[0] < 60 else 0.5 if itself else 0.0
    score += 2.0 if phrase_pattern(reading, "summary", "purpose").search(text) else 0.0
    score += 1.0 if phrase_pattern(reading, "summary", "advice").search(text) else 0.0
    score += topic.weigh(text)
    score += 0.7 if sentence.first else 0.0
    score += 0.5 if 14 <= sentence.words <= 40 else 0.0
    score -= 2.0 if leans(reading, text, itself) else 0.0
    if rule == "summary.best_sentences":
        score += 2.0 * max(0.0, 1 - sentence.position / FIRST_PART)
    return score
