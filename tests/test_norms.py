"""Norms: a sentence with `[words](force)` marks what the component must find, and nothing else."""

import re

import pytest

from pipeline.annotate import build_pipeline
from pipeline.annotate.norms import NormMatcher
from tests.shapes import reading, vocabulary

MARKED = re.compile(r"\[([^\]]+)\]\((\w+)\)")


def found(text: str, language: str) -> list[tuple[str, str]]:
    """The norms of a paragraph as (words, force), possibilities left out."""
    made = reading(f"p: {text}", language=language)
    norms = made.mentions.get("norms", [])
    return [(made.text[norm.start : norm.end], norm.value) for norm in norms if norm.value != "possibility"]


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", "Operators [should](recommendation) keep a log and [must](obligation) show it on request."),
        ("en", "[Keep](imperative) a log. [Never](imperative) sell it."),
        ("en", "Use of tools: [Name](imperative) every tool that helped."),
        ("en", "First, [set up](imperative) a register."),
        ("en", "[We will](commitment) publish our reasons every year."),
        ("en", "[CALLS ON](operative_recommends) all members to take part."),
        ("en", "It should be noted that the lake is deep."),
        ("en", "The council met in May 2021 and its work went on."),
        ("en", "The use of logs is old."),
        ("fr", "Les fournisseurs [doivent](obligation) tenir un registre."),
        ("fr", "[Tenir](imperative) un registre des essais."),
        ("fr", "Entre deux essais, le registre dort."),
        ("de", "Anbieter [sollten](recommendation) ein Protokoll führen."),
        ("de", "[Prüfen Sie](imperative) das Protokoll."),
        ("de", "Betroffene Personen frühzeitig [informieren](imperative)."),
        ("es", "Los operadores [deberían](recommendation) llevar un registro."),
        ("es", "[Garantizar](imperative) el acceso al registro."),
        ("nl", "Gebruikers [moeten](obligation) het logboek bewaren."),
        ("nl", "[Zorg](imperative) voor een logboek."),
        ("it", "Gli enti [devono](obligation) tenere un registro."),
        ("it", "[Definire](imperative) un registro delle prove."),
        ("pt", "Os operadores [devem](obligation) manter um registo."),
        ("pt", "[Garantir](imperative) o acesso ao registo."),
    ],
)
def test_norms_are_found_with_their_force(language: str, marked: str) -> None:
    assert found(MARKED.sub(r"\1", marked), language) == MARKED.findall(marked)


def test_a_component_read_from_its_bytes_finds_the_same() -> None:
    nlp = build_pipeline(vocabulary(), "en")
    written = nlp.get_pipe("softlaw_norms").to_bytes()
    again = NormMatcher(nlp).from_bytes(written)
    doc = again(nlp.make_doc("Operators should keep a log. Keep it dry."))
    assert [(span.text, span.label_) for span in doc.spans["norms"]] == [
        ("should", "recommendation"),
        ("Keep", "imperative"),
    ]


def test_the_rule_of_a_norm_names_its_force() -> None:
    made = reading("p: Operators must keep a log.", language="en")
    assert [norm.rule for norm in made.mentions["norms"]] == ["norms.obligation"]
