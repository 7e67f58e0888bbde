"""Entries against gold: scores by field with counts, intervals and slices.

Gold files are one JSON object a document, coded by the codebook. `score_documents` judges each
document alone; `summarise` adds the counts up, so that intervals and slices are sums over documents.
"""

from pipeline.evaluate.gold import GoldError, read_gold
from pipeline.evaluate.scoring import DocumentScore, score_documents
from pipeline.evaluate.summary import summarise

__all__ = ["DocumentScore", "GoldError", "read_gold", "score_documents", "summarise"]
