"""Tells documents that are the same, or versions of each other; they are linked, never merged.

A sketch of a text is its smallest shingle hashes (bottom-k sketch: Broder, On the resemblance and
containment of documents, 1997). Two sketches estimate how many word sequences two texts share.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from pipeline.records import Outcome

WORD = re.compile(r"[^\W_]+")
SHINGLE = 5
SKETCH = 200
# Hashes by which an earlier document is found. One of the smallest hashes of two texts is common to them
# with the probability of their resemblance: of versions at the limit, 0.6 ** 20 or 1 in 27,000 is missed.
INDEXED = 20
# The PDF and the HTML page of one document share 0.8 and more of their shingles, a draft and the
# final text about half; guidelines of one issuer with a common preface stay under 0.2.
VERSION = 0.4
# Shorter texts share their few words by chance.
FEWEST_WORDS = 80
Sketch = NDArray[np.int64]
MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)


def make_sketch(text: str) -> list[int]:
    """The sketch of a text: up to SKETCH hashes of sequences of five words, in order of size."""
    words = WORD.findall(text.casefold())
    if len(words) < FEWEST_WORDS:
        return []
    codes = {word: zlib.crc32(word.encode("utf-8")) for word in set(words)}
    values = np.fromiter((codes[word] for word in words), dtype=np.uint64, count=len(words))
    count = len(values) - SHINGLE + 1
    mixed = np.zeros(count, dtype=np.uint64)
    for place in range(SHINGLE):
        mixed = (mixed ^ values[place : place + count]) * MULTIPLIER
        mixed ^= mixed >> np.uint64(29)
    # 63 bits, so that a sketch fits the signed integers of JSON readers and Parquet.
    return [int(value) for value in np.unique(mixed >> np.uint64(1))[:SKETCH]]


def resemblance(left: Sequence[int] | Sketch, right: Sequence[int] | Sketch) -> float:
    """The estimated share of common shingles of two texts, 0 to 1."""
    union = np.union1d(left, right)[: min(len(left), len(right))]
    return float(np.isin(union, np.intersect1d(left, right)).mean()) if len(union) else 0.0


@dataclass(slots=True)
class Links:
    """What came before in a run: links each document to the first that is the same or a version.

    A document is its number in `entry_ids`; a hundred thousand of them take about half a gigabyte.
    """

    entry_ids: list[str] = field(default_factory=list)
    by_bytes: dict[bytes, int] = field(default_factory=dict)
    by_text: dict[bytes, int] = field(default_factory=dict)
    sketches: dict[int, Sketch] = field(default_factory=dict)
    holders: dict[int, int] = field(default_factory=dict)
    more_holders: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))

    def link(self, outcome: Outcome) -> None:
        """Set `duplicate_of` or `version_of` of the document record."""
        record = outcome.record
        if record is None:
            return
        raw, text = record.raw_sha256.encode(), record.text_sha256.encode()
        same = self.by_bytes.get(raw, self.by_text.get(text))
        record.duplicate_of = self.name(same)
        number = len(self.entry_ids)
        self.entry_ids.append(record.entry_id)
        if same is None and outcome.sketch:
            sketch = np.array(outcome.sketch, dtype=np.int64)
            record.version_of = self.name(self.find_version(sketch))
            self.remember(number, sketch)
        self.by_bytes.setdefault(raw, number)
        self.by_text.setdefault(text, number)

    def name(self, number: int | None) -> str | None:
        """The id of a document."""
        return None if number is None else self.entry_ids[number]

    def find_version(self, sketch: Sketch) -> int | None:
        """The earlier document that shares most with a sketch, if it shares enough."""
        shared = Counter(number for value in sketch[:INDEXED].tolist() for number in self.find_holders(value))
        near = [(resemblance(sketch, self.sketches[number]), number) for number, _ in shared.most_common(5)]
        best = max(near, default=(0.0, 0), key=lambda item: item[0])
        return best[1] if best[0] >= VERSION else None

    def find_holders(self, value: int) -> Iterator[int]:
        """The documents that have a hash among their first, in order."""
        first = self.holders.get(value)
        if first is not None:
            yield first
            yield from self.more_holders.get(value, ())

    def remember(self, number: int, sketch: Sketch) -> None:
        """Keep a sketch for the documents that follow."""
        self.sketches[number] = sketch
        for value in sketch[:INDEXED].tolist():
            if self.holders.setdefault(value, number) != number:
                self.more_holders[value].append(number)
