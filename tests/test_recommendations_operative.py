"""Operative paragraphs, their appendices and declarations: each shape is a document of our own writing."""

import pytest

from tests.shapes import texts

SHAPES = {
    "operative paragraphs in capitals": (
        "en",
        [
            "title: Resolution on open gardens",
            "p preamble: RECALLING that gardens should be open,",
            "p: 1. RECOMMENDS that members open their gardens once a year.",
            "p: 2. CALLS ON all cities to plant trees.",
            "p: 3. INVITES the Secretary-General to report back.",
        ],
        [
            "RECOMMENDS that members open their gardens once a year.",
            "CALLS ON all cities to plant trees.",
            "INVITES the Secretary-General to report back.",
        ],
        {},
    ),
    "an operative paragraph with lettered items": (
        "en",
        [
            "p: 1. Encourages all schools to keep bees.",
            "p: 2. INSTRUCTS the Committee:",
            "li 2: (a) to count the hives each spring;",
            "li 2: (b) to report on the harvest.",
        ],
        [
            "Encourages all schools to keep bees.",
            "to count the hives each spring;",
            "to report on the harvest.",
        ],
        {},
    ),
    "a paragraph that only states something": (
        "en",
        [
            "p: I. AGREES that in this text bees are insects.",
            "p: II. RECOMMENDS that members protect bees.",
            "p: III. UNDERLINES that hives should be kept clean.",
        ],
        [
            "RECOMMENDS that members protect bees.",
            "UNDERLINES that hives should be kept clean.",
        ],
        {},
    ),
    "paragraphes opérationnels": (
        "fr",
        [
            "p preamble: Considérant que les ponts vieillissent,",
            "p: 1. RECOMMANDE aux villes de réparer leurs ponts.",
            "p: 2. INVITE les États membres à partager leurs plans.",
        ],
        [
            "RECOMMANDE aux villes de réparer leurs ponts.",
            "INVITE les États membres à partager leurs plans.",
        ],
        {},
    ),
    "risoluzione": (
        "it",
        [
            "p: 1. RACCOMANDA agli Stati membri di proteggere i laghi.",
            "p: 2. INVITA la Commissione a pubblicare una mappa.",
        ],
        [
            "RACCOMANDA agli Stati membri di proteggere i laghi.",
            "INVITA la Commissione a pubblicare una mappa.",
        ],
        {},
    ),
    "resolução": (
        "pt",
        [
            "p: 1. RECOMENDA aos governos que protejam os lagos.",
            "p: 2. EXORTA as escolas a plantar árvores.",
        ],
        [
            "RECOMENDA aos governos que protejam os lagos.",
            "EXORTA as escolas a plantar árvores.",
        ],
        {},
    ),
    "letters below an order to a body": (
        "es",
        [
            "h: Recomendaciones",
            "li: 1. Aprobar el plan de los parques.",
            "li: 2. Solicitar al Ministerio de Parques:",
            "li: a. Plantar robles en cada parque.",
            "li: b. Publicar el mapa de los parques.",
        ],
        [
            "Aprobar el plan de los parques.",
            "Plantar robles en cada parque.",
            "Publicar el mapa de los parques.",
        ],
        {},
    ),
    "a recommendation with an appendix of numbered paragraphs": (
        "en",
        [
            "title: Recommendation on lighthouses",
            "p preamble: Considering that lamps save lives,",
            "p: Recommends that the governments of member states:",
            "li: 1. take all measures to keep lamps lit;",
            "li: 2. translate this text and its appendix.",
            "h: Appendix to the Recommendation",
            "h 2: Scope",
            "p: 1. This appendix applies to all lamps at sea.",
            "h 2: Duties of keepers",
            "p: 2. Keepers should light the lamp before dusk. It takes a while.",
            "p: 3. Member states should pay keepers fairly.",
            "p: 4. Every lamp should be tested once a year.",
        ],
        [
            "take all measures to keep lamps lit;",
            "translate this text and its appendix.",
            "Keepers should light the lamp before dusk. It takes a while.",
            "Member states should pay keepers fairly.",
            "Every lamp should be tested once a year.",
        ],
        {},
    ),
    "members recommended lettered measures": (
        "en",
        [
            "p: I. AGREES that in this text a ferry is a boat.",
            "p: II. RECOMMENDS that Members:",
            "li: a) publish a timetable of all ferries;",
            "li: b) train the crews.",
            "p: III. INVITES the Secretary-General to spread this text.",
        ],
        [
            "publish a timetable of all ferries;",
            "train the crews.",
            "INVITES the Secretary-General to spread this text.",
        ],
        {},
    ),
    "operative paragraphs of a resolution": (
        "en",
        [
            "p preamble: The General Assembly,",
            "p preamble: Recalling its earlier resolutions on bees,",
            "p: 1. Calls upon Member States to protect bees;",
            "p: 2. Encourages Member States, with the support of civil society, to plant meadows;",
            "p: 3. Recognizes that bees differ from wasps;",
            "p: 4. Requests the Secretary-General to report on hives;",
            "p: 5. Emphasizes that keepers should be heard;",
            "p: 6. Resolves to promote the study of honey;",
            "p: 7. Decides to remain seized of the matter.",
        ],
        [
            "Calls upon Member States to protect bees;",
            "Encourages Member States, with the support of civil society, to plant meadows;",
            "Requests the Secretary-General to report on hives;",
            "Emphasizes that keepers should be heard;",
            "Resolves to promote the study of honey;",
            "Decides to remain seized of the matter.",
        ],
        {},
    ),
    "a declaration in prose": (
        "en",
        [
            "title: Declaration on kites",
            "p: We, the cities of the coast, met in May.",
            "p: We affirm that kites should be flown safely.",
            "p: In doing so, we resolve to work together on kite fields.",
            "p: We call on makers of kites to publish their plans.",
            "p: We look forward to the next meeting.",
        ],
        [
            "We affirm that kites should be flown safely.",
            "In doing so, we resolve to work together on kite fields.",
            "We call on makers of kites to publish their plans.",
        ],
        {},
    ),
    "what agencies are directed to do": (
        "en",
        [
            "h: 3. Required actions",
            "p: Within 90 days, each agency must:",
            "li: i. name a chief of boats;",
            "li: ii. publish a plan.",
            "p: Agencies are directed to share boats. Agencies should not buy new ones.",
        ],
        [
            "name a chief of boats;",
            "publish a plan.",
            "Agencies are directed to share boats.",
            "Agencies should not buy new ones.",
        ],
        {},
    ),
    "conclusions of a council": (
        "en",
        [
            "p: THE COUNCIL OF THE COAST",
            "p: 1. RECALLS its earlier text;",
            "p: 2. CALLS ON Member States to light the piers;",
            "p: 3. INVITES the Commission to fund lamps;",
            "p: 4. ENCOURAGES ports to share maps.",
        ],
        [
            "CALLS ON Member States to light the piers;",
            "INVITES the Commission to fund lamps;",
            "ENCOURAGES ports to share maps.",
        ],
        {},
    ),
}


@pytest.mark.parametrize(("language", "lines", "expected", "entry"), SHAPES.values(), ids=SHAPES.keys())
def test_each_shape_gives_its_rows(
    language: str, lines: list[str], expected: list[str], entry: dict[str, object]
) -> None:
    assert texts(*lines, language=language, **entry) == expected
