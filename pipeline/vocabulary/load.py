"""Reads models/vocabulary and refuses what is wrong, naming the file and the term."""

from __future__ import annotations

import hashlib
import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from pipeline.vocabulary.folding import fold, respell
from pipeline.vocabulary.schema import Body, Instrument, Term, Words

LANGUAGE = re.compile(r"[a-z]{2}")
Record = TypeVar("Record", bound=BaseModel)


class VocabularyError(Exception):
    """A vocabulary file is wrong; the message names the file and the term."""


@dataclass(slots=True, frozen=True)
class Vocabulary:
    """All vocabularies of a run.

    `terms[field]` are the terms of a field of the codebook by id; `phrases[file][group][language]`
    are plain lists of phrases that rules use (section headings, modal verbs …); `version` is a
    hash over all files.
    """

    folder: Path
    version: str
    terms: dict[str, dict[str, Term]]
    bodies: dict[str, Body]
    instruments: dict[str, Instrument]
    phrase_lists: dict[str, dict[str, dict[str, tuple[str, ...]]]] = field(default_factory=dict)

    def phrases(self, file: str, group: str, language: str | None = None) -> tuple[str, ...]:
        """Phrases of `phrases/<file>.toml`, table `group`: of one language, or of all of them."""
        lists = self.phrase_lists[file][group]
        if language is not None:
            return lists.get(language, ())
        return tuple(phrase for phrases in lists.values() for phrase in phrases)

    def languages(self) -> set[str]:
        """Languages in which at least one term has variants."""
        return {code for terms in self.terms.values() for term in terms.values() for code in term.words}


def default_folder() -> Path:
    """The vocabulary inside an installed wheel, else models/vocabulary of the checkout."""
    package = Path(__file__).resolve().parent.parent
    bundled = package / "_vocabulary"
    return bundled if bundled.is_dir() else package.parent / "models" / "vocabulary"


def load_vocabulary(folder: Path | None = None) -> Vocabulary:
    """Read and check all vocabulary files. Raises VocabularyError."""
    folder = folder or default_folder()
    return Vocabulary(
        folder=folder,
        version=hash_folder(folder),
        terms={path.stem: read_terms(path) for path in sorted((folder / "terms").glob("*.toml"))},
        bodies=read_records(sorted((folder / "bodies").glob("*.toml")), Body),
        instruments=read_records(sorted((folder / "instruments").glob("*.toml")), Instrument),
        phrase_lists={path.stem: read_phrases(path) for path in sorted((folder / "phrases").glob("*.toml"))},
    )


def hash_folder(folder: Path) -> str:
    """The version of a vocabulary: a hash over all its files. Raises VocabularyError."""
    if not folder.is_dir():
        raise VocabularyError(f"no vocabulary folder at {folder}")
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.toml")):
        digest.update(path.relative_to(folder).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def read_toml(path: Path) -> dict[str, Any]:
    """Parse a TOML file; a duplicate table (a duplicate id) is an error of the format itself."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise VocabularyError(f"{path.name}: {error}") from error


def read_terms(path: Path) -> dict[str, Term]:
    """Terms of one vocabulary: tables `[id]` with label and definition, `[id.en]` with words."""
    terms = {}
    for term_id, table in read_toml(path).items():
        words = {key: value for key, value in table.items() if LANGUAGE.fullmatch(key)}
        rest = {key: value for key, value in table.items() if key not in words}
        terms[term_id] = build(Term, path, term_id, {**rest, "id": term_id, "words": words})
    check_terms(path, terms)
    return terms


def read_records(paths: list[Path], kind: type[Record]) -> dict[str, Record]:
    """Bodies or instruments, one table `[id]` each; an id may stand in one file only."""
    records: dict[str, Record] = {}
    for path in paths:
        for record_id, table in read_toml(path).items():
            if record_id in records:
                raise VocabularyError(f"{path.name}: {record_id} is defined in another file too")
            records[record_id] = build(kind, path, record_id, {**table, "id": record_id})
    return records


def read_phrases(path: Path) -> dict[str, dict[str, tuple[str, ...]]]:
    """Tables `[group]` with a list of phrases for each language key."""
    groups: dict[str, dict[str, tuple[str, ...]]] = {}
    for group, table in read_toml(path).items():
        for language, phrases in table.items():
            if not LANGUAGE.fullmatch(language) or not all(isinstance(item, str) for item in phrases):
                raise VocabularyError(f"{path.name}: {group}.{language} is no list of phrases")
        groups[group] = {language: tuple(phrases) for language, phrases in table.items()}
    return groups


def build(kind: type[Record], path: Path, record_id: str, table: dict[str, Any]) -> Record:
    """Validate one table, naming file and id when it does not fit."""
    try:
        return kind(**table)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise VocabularyError(f"{path.name}: {record_id}: {where}: {first['msg']}") from error


def check_terms(path: Path, terms: dict[str, Term]) -> None:
    """Refuse a variant in two terms, an unknown broader term and an example that fails."""
    owners: dict[tuple[str, str], str] = {}
    for term in terms.values():
        for broader in term.broader:
            if broader not in terms:
                raise VocabularyError(f"{path.name}: {term.id}: broader term {broader} is not defined")
        for language, words in term.words.items():
            for variant in (*words.variants, *words.exact, *words.weak):
                owner = owners.setdefault((language, fold(variant)), term.id)
                if owner != term.id:
                    raise VocabularyError(f"{path.name}: {variant!r} stands in {owner} and in {term.id}")
            check_examples(path, term, language, words)


def check_examples(path: Path, term: Term, language: str, words: Words) -> None:
    """Each example must name the term and no counterexample may."""
    for sentence in words.examples:
        if not names_term(sentence, words, language):
            raise VocabularyError(f"{path.name}: {term.id}: not found in its example {sentence!r}")
    for sentence in words.counterexamples:
        if names_term(sentence, words, language):
            raise VocabularyError(f"{path.name}: {term.id}: found in its counterexample {sentence!r}")


def names_term(sentence: str, words: Words, language: str) -> bool:
    """Whether a variant stands in the sentence outside every `never` phrase."""
    bare = sentence
    for phrase in words.exact:
        if re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", bare):
            return True
    folded = f" {fold(bare)} "
    for form in sorted(fold_all(words.never, language), key=len, reverse=True):
        folded = folded.replace(f" {form} ", " | ")
    # Most examples hold a variant as it is listed; its inflected forms cost more than all the rest.
    plain = (fold(variant) for variant in words.variants)
    return any(f" {form} " in folded for form in plain) or any(
        f" {form} " in folded for form in fold_all(words.variants, language)
    )


def fold_all(phrases: tuple[str, ...], language: str) -> set[str]:
    """Every spelling of the phrases, folded."""
    return {fold(form) for form in respell(phrases, language)}
