"""The vocabulary of a run, kept in the store once it is checked: JSON is read in a third of the time."""

from __future__ import annotations

from pathlib import Path

from pipeline.run.store import Store, code_version, hash_parts
from pipeline.vocabulary import Vocabulary, VocabularyError, load_vocabulary
from pipeline.vocabulary.load import default_folder, hash_folder, read_phrases

VOCABULARY_CODE = ("vocabulary",)


def load_rules(folder: Path | None = None, store: Store | None = None) -> Vocabulary:
    """The vocabulary of a folder, or the project's own. Raises VocabularyError.

    Only a vocabulary that was found right is stored, under its bytes and the code that judged them.
    """
    folder = folder or default_folder()
    if store is None:
        return read_rules(folder)
    key = hash_parts([code_version(VOCABULARY_CODE), str(folder), hash_folder(folder)])
    return store.use("vocabulary", key, Vocabulary, lambda: read_rules(folder))


def read_rules(folder: Path) -> Vocabulary:
    """A vocabulary in which the rules find every list that they ask for. Raises VocabularyError."""
    vocabulary = load_vocabulary(folder)
    if folder != default_folder():
        for path in sorted((default_folder() / "phrases").glob("*.toml")):
            missing = read_phrases(path).keys() - vocabulary.phrase_lists.get(path.stem, {}).keys()
            if missing:
                raise VocabularyError(
                    f"{folder}: phrases/{path.name} lacks {', '.join(sorted(missing))}, which rules read"
                )
        if not vocabulary.terms:
            raise VocabularyError(f"{folder}: expected terms in the folder terms")
    return vocabulary
