"""How completely PDFs are read: words against poppler, glued words, quotes and sentences found."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from collections import Counter
from dataclasses import dataclass

from pipeline.records import Document

WORD = re.compile(r"[^\W_]+")
BROKEN = re.compile(r"[-‐\u00ad]\s*\n\s*")
FUSED_MARK = re.compile(r"([^\W\d_]{3,})\d{1,3}")
SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"'])")
SHORTEST = 20
# Longer than any usual word: a word of this length that the reference does not know is two words glued.
GLUED_LENGTH = 25


@dataclass(slots=True)
class WordMeasure:
    """Words of the reference, those found, and words of ours that are glued together."""

    total: int
    found: int
    ours: int
    missing: Counter[str]
    glued: list[str]

    @property
    def recall(self) -> float:
        """The share of the reference's words found."""
        return self.found / self.total if self.total else 1.0


def poppler_text(data: bytes) -> str:
    """The text of a PDF as poppler's pdftotext reads it."""
    command = ["pdftotext", "-enc", "UTF-8", "-", "-"]
    return subprocess.run(command, input=data, capture_output=True, check=True).stdout.decode("utf-8")


def count_words(text: str) -> Counter[str]:
    """Folded words: compatibility forms, case and broken words made one."""
    folded = unicodedata.normalize("NFKC", BROKEN.sub("", text)).casefold().replace("\u00ad", "")
    return Counter(WORD.findall(folded))


def measure_words(document: Document, reference: str) -> WordMeasure:
    """Compare the canonical text with a reference text of the same PDF."""
    marks = " ".join(document.text[start:end] for start, end in document.marks)
    ours = count_words(f"{document.without_marks()} {marks}")
    theirs = count_words(reference)
    missing = theirs - ours
    for word in list(missing):
        fused = FUSED_MARK.fullmatch(word)
        if fused and ours[fused[1]]:
            del missing[word]
    total = sum(theirs.values())
    glued = [word for word in ours if len(word) > GLUED_LENGTH and word.isalpha() and word not in theirs]
    return WordMeasure(total, total - sum(missing.values()), sum(ours.values()), missing, glued)


def fold(text: str) -> str:
    """Letters and digits alone, so that spaces, hyphens and quotation marks do not count."""
    return "".join(WORD.findall(unicodedata.normalize("NFKC", text).casefold()))


def split_sentences(text: str) -> list[str]:
    """The sentences of a block, by a rule that is enough for comparing two versions."""
    return [part.strip() for part in SENTENCE_END.split(text) if len(part.strip()) > SHORTEST]
