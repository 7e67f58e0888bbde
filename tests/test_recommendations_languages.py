"""Lists in other languages than English: each shape is a document of our own writing."""

import pytest

from tests.shapes import texts

SHAPES = {
    "Empfehlungen als Liste": (
        "de",
        [
            "h: Hintergrund",
            "p: Gärten sollten schön sein, sagte der Bürgermeister.",
            "h: Empfehlungen",
            "li: 1. Beete vor dem Winter abdecken.",
            "li: 2. Prüfen Sie die Zäune im Frühjahr.",
            "li: 3. Wege sollten breit genug sein.",
        ],
        [
            "Beete vor dem Winter abdecken.",
            "Prüfen Sie die Zäune im Frühjahr.",
            "Wege sollten breit genug sein.",
        ],
        {},
    ),
    "recommandations numérotées": (
        "fr",
        [
            "h: Contexte",
            "p: Les ponts devraient durer.",
            "h: Recommandations",
            "li: 1. Inspecter chaque pont une fois par an.",
            "li: 2. Veiller à la formation des équipes.",
        ],
        [
            "Inspecter chaque pont une fois par an.",
            "Veiller à la formation des équipes.",
        ],
        {},
    ),
    "recomendaciones con letras": (
        "es",
        [
            "h: Antecedentes",
            "p: Los museos deberían abrir, según la prensa.",
            "h: Recomendaciones",
            "p: El grupo recomienda a los museos:",
            "li: a) Abrir las salas los domingos.",
            "li: b) Publicar el horario en la puerta.",
        ],
        [
            "Abrir las salas los domingos.",
            "Publicar el horario en la puerta.",
        ],
        {},
    ),
    "gouden regels": (
        "nl",
        [
            "h: Gouden regels",
            "li: 1. Controleer altijd de remmen.",
            "li: 2. Gebruik een helm.",
            "li: 3. Zorg voor goed licht.",
        ],
        [
            "Controleer altijd de remmen.",
            "Gebruik een helm.",
            "Zorg voor goed licht.",
        ],
        {},
    ),
    "raccomandazioni": (
        "it",
        [
            "h: Contesto",
            "p: I parchi dovrebbero essere verdi.",
            "h: Raccomandazioni",
            "li: • Definire un piano di cura degli alberi.",
            "li: • I comuni dovrebbero aprire i parchi di sera.",
        ],
        [
            "Definire un piano di cura degli alberi.",
            "I comuni dovrebbero aprire i parchi di sera.",
        ],
        {},
    ),
    "offener Satz mit Aufzählung": (
        "de",
        [
            "h: Vereine",
            "p: Vereine müssen:",
            "li: • den Rasen pflegen;",
            "li: • die Kasse prüfen.",
        ],
        [
            "den Rasen pflegen;",
            "die Kasse prüfen.",
        ],
        {},
    ),
    "leitlinien mit sollte": (
        "de",
        [
            "h 1: 3 Umgang mit Booten",
            "li: • Boote sollten trocken gelagert werden.",
            "li: • Nutzen Sie nur geprüfte Leinen.",
            "li: • Keine offenen Feuer an Bord.",
            "p: Die Leitung muss einen Hafenmeister benennen.",
        ],
        [
            "Boote sollten trocken gelagert werden.",
            "Nutzen Sie nur geprüfte Leinen.",
            "Keine offenen Feuer an Bord.",
            "Die Leitung muss einen Hafenmeister benennen.",
        ],
        {},
    ),
    "richtlijnen do's en don'ts": (
        "nl",
        [
            "h: Wat mag wel",
            "li: • Gebruik de boot alleen overdag.",
            "li: • Vraag toestemming aan de havenmeester.",
            "h: Wat mag niet",
            "li: • Laat geen afval achter.",
            "li: • Vaar niet door het riet.",
        ],
        [
            "Gebruik de boot alleen overdag.",
            "Vraag toestemming aan de havenmeester.",
            "Laat geen afval achter.",
            "Vaar niet door het riet.",
        ],
        {},
    ),
    "orientaciones": (
        "es",
        [
            "h: Orientaciones",
            "li: 1. Las escuelas deben publicar el horario.",
            "li: 2. Es recomendable revisar las barcas cada año.",
            "p: Los capitanes deberán llevar un registro.",
        ],
        [
            "Las escuelas deben publicar el horario.",
            "Es recomendable revisar las barcas cada año.",
            "Los capitanes deberán llevar un registro.",
        ],
        {},
    ),
    "réflexes à adopter": (
        "fr",
        [
            "h 1: Protéger le bateau",
            "p: Les bateaux sont fragiles.",
            "h 2: Les réflexes à adopter",
            "li: • Vérifiez la coque avant chaque sortie.",
            "li: • Ne laissez jamais la clé à bord.",
            "li: • Pensez à prévenir le port.",
            "p: Il convient de tenir un journal de bord.",
        ],
        [
            "Vérifiez la coque avant chaque sortie.",
            "Ne laissez jamais la clé à bord.",
            "Pensez à prévenir le port.",
            "Il convient de tenir un journal de bord.",
        ],
        {},
    ),
    "verantwoordelijkheden": (
        "nl",
        [
            "h: 3. Verantwoordelijkheden",
            "li: • De havenmeester is verantwoordelijk voor het register.",
            "li: • De schipper draagt zorg voor een logboek.",
            "li: • Medewerkers zorgen ervoor dat boten schoon zijn.",
            "li: • Gasten houden zich aan de regels.",
        ],
        [
            "De havenmeester is verantwoordelijk voor het register.",
            "De schipper draagt zorg voor een logboek.",
            "Medewerkers zorgen ervoor dat boten schoon zijn.",
            "Gasten houden zich aan de regels.",
        ],
        {},
    ),
    "Aufgaben und Zuständige": (
        "de",
        [
            "h: 4 Aufgaben",
            "li: • Die Leitung ist verantwortlich für das Hafenbuch.",
            "li: • Der Kapitän stellt sicher, dass alle Westen tragen.",
            "li: • Die Mannschaft sorgt dafür, dass das Deck sauber ist.",
        ],
        [
            "Die Leitung ist verantwortlich für das Hafenbuch.",
            "Der Kapitän stellt sicher, dass alle Westen tragen.",
            "Die Mannschaft sorgt dafür, dass das Deck sauber ist.",
        ],
        {},
    ),
    "charte à la première personne": (
        "fr",
        [
            "title: Charte des bateaux",
            "h: Nos principes",
            "li: 1. Nous informons les passagers avant chaque départ.",
            "li: 2. Nous protégeons la mer et ses poissons.",
            "li: 3. Nous formons nos équipages.",
        ],
        [
            "Nous informons les passagers avant chaque départ.",
            "Nous protégeons la mer et ses poissons.",
            "Nous formons nos équipages.",
        ],
        {},
    ),
}


@pytest.mark.parametrize(("language", "lines", "expected", "entry"), SHAPES.values(), ids=SHAPES.keys())
def test_each_shape_gives_its_rows(
    language: str, lines: list[str], expected: list[str], entry: dict[str, object]
) -> None:
    assert texts(*lines, language=language, **entry) == expected
