"""Tells documents that are the same, or versions of each other; they are linked, never merged.

A sketch of a text is its smallest shingle hashes (bottom-k sketch: Broder, On the resemblance and
containment of documents, 1997). Two sketches estimate how many word sequences two texts share.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter, defaultdict
from dataclasses import dataclass, field

import numpy as np

from pipeline.records import Outcome

WORD = re.compile(r"[^\W_]+")
SHINGLE = 5
SKETCH = 200
# The PDF and the HTML page of one document share 0.8 and more of their shingles, a draft and the
# final text about half; guidelines of one issuer with a common preface stay under 0.2.
VERSION = 0.4
# Shorter texts share their few words by chance.
FEWEST_WORDS = 80
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


def resemblance(left: list[int], right: list[int]) -> float:
    """The estimated share of common shingles of two texts, 0 to 1."""
    union = sorted(set(left) | set(right))[: min(len(left), len(right))]
    common = set(left) & set(right)
    return sum(value in common for value in union) / len(union) if union else 0.0


@dataclass(slots=True)
class Links:
    """What came before in a run: links each document to the first that is the same or a version."""

    by_bytes: dict[str, str] = field(default_factory=dict)
    by_text: dict[str, str] = field(default_factory=dict)
    sketches: dict[str, list[int]] = field(default_factory=dict)
    holders: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))

    def link(self, outcome: Outcome) -> None:
        """Set `duplicate_of` or `version_of` of the document record."""
        record = outcome.record
        if record is None:
            return
        record.duplicate_of = self.by_bytes.get(record.raw_sha256) or self.by_text.get(record.text_sha256)
        if record.duplicate_of is None and outcome.sketch:
            record.version_of = self.find_version(outcome.sketch)
            self.remember(record.entry_id, outcome.sketch)
        self.by_bytes.setdefault(record.raw_sha256, record.entry_id)
        self.by_text.setdefault(record.text_sha256, record.entry_id)

    def find_version(self, sketch: list[int]) -> str | None:
        """The earlier document that shares most with a sketch, if it shares enough."""
        shared = Counter(entry_id for value in sketch for entry_id in self.holders.get(value, ()))
        near = [
            (resemblance(sketch, self.sketches[entry_id]), entry_id) for entry_id, _ in shared.most_common(5)
        ]
        best = max(near, default=(0.0, ""), key=lambda item: item[0])
        return best[1] if best[0] >= VERSION else None

    def remember(self, entry_id: str, sketch: list[int]) -> None:
        """Keep a sketch for the documents that follow."""
        self.sketches[entry_id] = sketch
        for value in sketch:
            self.holders[value].append(entry_id)
