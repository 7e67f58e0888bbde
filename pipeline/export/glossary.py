"""The vocabulary as tables beside the data: what the ids of the entries mean."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.records import column
from pipeline.vocabulary import Vocabulary


@dataclass(slots=True)
class TermRow:
    """One id of a closed vocabulary."""

    field: str = column("Column of the entries table that the id stands in")
    id: str = column("Id")
    label: str = column("Name for people")
    definition: str = column("Definition")
    broader: list[str] = column("Ids of broader terms of the same field")
    same_as: list[str] = column("The same term in other vocabularies")
    languages: list[str] = column("Languages in which the term is recognised")


@dataclass(slots=True)
class BodyRow:
    """One body that issues soft law."""

    id: str = column("Id")
    name: str = column("Official name, as in enacting_body")
    nature: str = column("Nature of the body")
    scope: str | None = column("Territorial scope of its guidance by default")
    country: str | None = column("Country, ISO 3166-1")
    parent: str | None = column("Id of the body that it belongs to")
    acronyms: list[str] = column("Acronyms")
    aliases: list[str] = column("Other names")
    domains: list[str] = column("Web domains")


@dataclass(slots=True)
class InstrumentRow:
    """One binding instrument, or a proposal for one, with a usual name."""

    id: str = column("Id, as in hard_law.instrument_id")
    name: str = column("Usual name")
    kind: str = column("binding or proposal")
    country: str | None = column("Country of a national instrument, ISO 3166-1")
    acronyms: list[str] = column("Acronyms")
    aliases: list[str] = column("Other names")


GLOSSARY: dict[str, type] = {"terms": TermRow, "bodies": BodyRow, "instruments": InstrumentRow}


def list_glossary(vocabulary: Vocabulary) -> dict[str, list[TermRow] | list[BodyRow] | list[InstrumentRow]]:
    """The rows of the three tables, in the order of their ids."""
    bodies = [
        BodyRow(
            id=body.id,
            name=body.name,
            nature=body.nature,
            scope=body.scope,
            country=body.country,
            parent=body.parent,
            acronyms=list(body.acronyms),
            aliases=list(body.aliases),
            domains=list(body.domains),
        )
        for _, body in sorted(vocabulary.bodies.items())
    ]
    instruments = [
        InstrumentRow(item.id, item.name, item.kind, item.country, list(item.acronyms), list(item.aliases))
        for _, item in sorted(vocabulary.instruments.items())
    ]
    return {"terms": list(list_terms(vocabulary)), "bodies": bodies, "instruments": instruments}


def list_terms(vocabulary: Vocabulary) -> Iterator[TermRow]:
    """The terms of all fields."""
    for name, terms in sorted(vocabulary.terms.items()):
        for _, term in sorted(terms.items()):
            yield TermRow(
                field=name,
                id=term.id,
                label=term.label,
                definition=term.definition,
                broader=list(term.broader),
                same_as=list(term.same_as),
                languages=sorted(term.words),
            )
