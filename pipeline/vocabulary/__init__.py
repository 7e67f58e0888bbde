"""What a lawyer may correct: terms, bodies, instruments and phrases, read from models/vocabulary.

Imports nothing of ours. `load_vocabulary` reads, checks and refuses; nothing else of the pipeline
opens these files.
"""

from pipeline.vocabulary.load import (
    Vocabulary,
    VocabularyError,
    default_folder,
    load_vocabulary,
)
from pipeline.vocabulary.schema import Body, Instrument, Term, Words

__all__ = [
    "Body",
    "Instrument",
    "Term",
    "Vocabulary",
    "VocabularyError",
    "Words",
    "default_folder",
    "load_vocabulary",
]
