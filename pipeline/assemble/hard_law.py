"""hard_law: the binding instruments that a document refers to, one row for each, and its statement."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from pipeline.assemble.act_names import name_act
from pipeline.assemble.candidates import Candidate
from pipeline.assemble.cited import CitedInstrument, read_cited
from pipeline.assemble.reading import Reading
from pipeline.records import Entry, HardLaw
from pipeline.vocabulary import Vocabulary
from pipeline.vocabulary.choice import choose_from

SCORES = {"eu_act": 0.99, "name": 0.9, "defined": 0.85, "treaty": 0.85, "national": 0.8, "eu_proposal": 0.95}
STATEMENT_ZONES = frozenset({"operative", "front", "preamble"})
MAX_SENTENCES = 4
LONGEST_SENTENCE = 700
PHRASE_FILE = "citations"


def find_hard_law(reading: Reading, entry: Entry) -> Iterator[Candidate]:
    """Every citation of a binding instrument; proposals and names inside titles lose."""
    for cited in read_cited(reading, entry):
        for mention in cited.mentions:
            score = SCORES[mention.rule.partition(":")[0]]
            lost = None if cited.kind == "binding" else "proposal"
            yield Candidate(
                cited.value, (mention.start, mention.end), f"hard_law.{mention.rule}", score, lost
            )
        for mention in cited.uncounted:
            lost = mention.context[0] if mention.context else "no reference to the law itself"
            yield Candidate(cited.value, (mention.start, mention.end), f"hard_law.{mention.rule}", 0.3, lost)


def list_hard_law(reading: Reading, entry: Entry) -> list[HardLaw]:
    """The rows of the hard_law table, in order of the first citation."""
    cited = [item for item in read_cited(reading, entry) if item.mentions]
    return [build_row(reading, item) for item in sorted(cited, key=lambda item: item.mentions[0].start)]


def build_row(reading: Reading, cited: CitedInstrument) -> HardLaw:
    """The row of one instrument."""
    first = cited.mentions[0]
    quote = reading.document.text[first.start : first.end]
    pages = {page for item in cited.mentions if (page := reading.document.page_at(item.start)) is not None}
    pinpoints = [value for item in cited.mentions for key, value in item.data if key == "pinpoint"]
    known = reading.vocabulary.instruments.get(cited.value)
    as_cited = " ".join(quote.split())
    return HardLaw(
        entry_id=reading.entry_id,
        instrument_id=cited.value,
        kind=cited.kind,
        name=known.name if known else name_of(cited.value, as_cited),
        as_cited=as_cited,
        pinpoints=list(dict.fromkeys(pinpoints)),
        n_citations=len(cited.mentions),
        pages=sorted(pages),
        page=reading.document.page_at(first.start),
        quote=quote,
        start=first.start,
        end=first.end,
    )


def name_of(value: str, as_cited: str) -> str:
    """The name of an instrument that the vocabulary does not know."""
    return name_act(value, as_cited) or value.partition(":")[2] or as_cited


def find_hard_law_statement(reading: Reading, entry: Entry) -> Iterator[Candidate]:
    """The sentences that say how the document stands to the law, the most telling ones.

    "These guidelines complement Regulation (EU) 2016/679." comes before "Article 22 GDPR applies."
    """
    relation, own = compile_phrases(reading.vocabulary)
    places = {
        sentence
        for cited in read_cited(reading, entry)
        for mention in cited.mentions
        if (sentence := sentence_of(reading, mention.start))
    }
    ranked = sorted(
        (rate_sentence(reading.text[start:end], relation, own), start, end) for start, end in places
    )
    telling = [item for item in ranked if item[0] < 0]
    for rate, start, end in telling[:MAX_SENTENCES]:
        score = min(0.9, 0.4 - rate / 10)
        yield Candidate(reading.document.text[start:end], (start, end), "hard_law_statement.relation", score)


@lru_cache(maxsize=4)
def compile_groups(
    relation: tuple[str, ...], own: tuple[str, ...]
) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Regular expressions of the two groups of phrases."""
    choices = (choose_from(map(re.escape, group)) for group in (relation, own))
    first, second = (re.compile(rf"(?<!\w){choice}(?!\w)", re.IGNORECASE) for choice in choices)
    return first, second


def compile_phrases(vocabulary: Vocabulary) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The words of relation, and those by which a document speaks of itself."""
    return compile_groups(
        vocabulary.phrases(PHRASE_FILE, "relation"), vocabulary.phrases(PHRASE_FILE, "own_document")
    )


def sentence_of(reading: Reading, offset: int) -> tuple[int, int] | None:
    """The sentence of running text around an offset."""
    block = reading.document.block_at(offset)
    if block is None or block.zone not in STATEMENT_ZONES or block.kind not in ("paragraph", "list_item"):
        return None
    found = (span for span in reading.sentences(block) if span[0] <= offset < span[1])
    span = next(found, None)
    return span if span and span[1] - span[0] <= LONGEST_SENTENCE else None


def rate_sentence(sentence: str, relation: re.Pattern[str], own: re.Pattern[str]) -> int:
    """Lower is more telling: a relation counts two, the document speaking of itself two more."""
    related = len({match.group().lower() for match in relation.finditer(sentence)})
    if not related:
        return 0
    return -min(related, 2) - 3 * bool(own.search(sentence))
