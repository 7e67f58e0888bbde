"""The shape of the vocabulary files; pydantic refuses what does not fit."""

from __future__ import annotations

import re
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, model_validator


class Strict(BaseModel):
    """An unknown key is a spelling mistake, so it is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Words(Strict):
    """How one language names a term.

    `variants` match in any case, singular or plural, hyphenated or not; `exact` match as written
    (acronyms). A variant inside a `never` phrase does not count. `weak` words hint at the term
    without naming it: they count only beside a sign that they are meant so. The term must be
    found (by variants or exact) in each of `examples` and in none of `counterexamples`.
    """

    variants: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    exact: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()


class Term(Strict):
    """One id of a closed vocabulary of the codebook."""

    id: str
    label: str
    definition: str
    broader: tuple[str, ...] = ()
    same_as: tuple[str, ...] = Field(
        default=(), description="Exact matches elsewhere: `charter:8`, `echr:8`, `eurovoc:…`"
    )
    instruments: tuple[str, ...] = Field(
        default=(), description="Instruments whose citation is evidence of a law area"
    )
    words: dict[str, Words] = Field(default_factory=dict, description="By ISO 639-1 language")


class Body(Strict):
    """A body that issues soft law.

    `name` is its official name, `names` the official name in other languages (ISO 639-1), used for
    documents in that language; `aliases` are former names and short forms. `scope` is where its
    guidance applies by default, in the codes of the codebook. `domains` are its web domains and
    `numbers` regular expressions of document numbers that only it gives. `short` are forms by which
    its own documents call it ("the Council"): they count in a title or an enacting formula, where
    one of the `context` phrases stands in the document.
    """

    id: str
    name: str
    names: dict[str, str] = Field(default_factory=dict)
    aliases: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    nature: str
    scope: str | None = None
    country: str | None = None
    domains: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    parent: str | None = None


class Names(Strict):
    """Names of an instrument that count in texts of one language only."""

    aliases: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()


class Instrument(Strict):
    """A binding instrument with a usual name; `aliases` match in any case, `acronyms` as written.

    `weak` names mean other things too ("DMA"): they count only in a document that names the
    instrument in another way, or right beside another instrument. A table `[id.nl]` holds the names
    of one language. An act with the usual name of the one that it `replaces` has it in documents
    dated from `since` on; without `replaces`, its names were those of a project before.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    country: str | None = None
    kind: str = "binding"
    replaces: str | None = None
    since: str | None = None
    local: dict[str, Names] = Field(default_factory=dict, description="By ISO 639-1 language")

    @model_validator(mode="before")
    @classmethod
    def gather_languages(cls, table: dict[str, Any]) -> dict[str, Any]:
        """Take the tables `[id.nl]` as names by language."""
        codes = {key for key in table if re.fullmatch("[a-z]{2}", key) and key != "id"}
        local = {**table.get("local", {}), **{code: table[code] for code in codes}}
        return {**{key: value for key, value in table.items() if key not in codes}, "local": local}
