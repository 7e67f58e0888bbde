"""The vocabulary of a run, kept in the store once it is checked: JSON is read in a third of the time."""

from __future__ import annotations

from pathlib import Path

from pipeline.run.store import Store, code_version, hash_parts
from pipeline.vocabulary import Vocabulary, load_vocabulary
from pipeline.vocabulary.load import default_folder, hash_folder

VOCABULARY_CODE = ("vocabulary",)


def load_rules(folder: Path | None = None, store: Store | None = None) -> Vocabulary:
    """The vocabulary of a folder, or the project's own. Raises VocabularyError.

    Only a vocabulary that was found right is stored, under its bytes and the code that judged them.
    """
    if store is None:
        return load_vocabulary(folder)
    folder = folder or default_folder()
    key = hash_parts([code_version(VOCABULARY_CODE), str(folder), hash_folder(folder)])
    return store.use("vocabulary", key, Vocabulary, lambda: load_vocabulary(folder))
