"""What a document sets off, shape by shape: each shape is a document of our own writing."""

import pytest

from pipeline.assemble.recommendations import find_recommendations
from pipeline.records import Entry
from tests.shapes import reading, rows, texts

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
    ),
    "a paragraph that only states something": (
        "en",
        [
            "p: I. AGREES that in this text bees are insects.",
            "p: II. RECOMMENDS that members protect bees.",
            "p: III. UNDERLINES that hives should be kept clean.",
        ],
        ["RECOMMENDS that members protect bees.", "UNDERLINES that hives should be kept clean."],
    ),
    "numbered recommendations, prose elsewhere left out": (
        "en",
        [
            "h: 1. Findings",
            "p: Visitors said that benches should be repaired. Parks must be loved to be clean.",
            "h: 2. Recommendations",
            "p: The group makes these recommendations:",
            "li: 2.1. Repair the benches (Group A);",
            "li: 2.2. Open the park at night;",
            "li: 2.3. Consider a playground;",
            "li: 2.4. Publish the budget;",
            "li: 2.5. Plant more trees.",
        ],
        [
            "Repair the benches (Group A);",
            "Open the park at night;",
            "Consider a playground;",
            "Publish the budget;",
            "Plant more trees.",
        ],
    ),
    "an item over a page break": (
        "en",
        [
            "h@3: Key actions",
            "li@3: • Draw up a list of all pumps and keep it up to date with the help of the owners.",
            "li@4: • Test each pump.",
        ],
        [
            "Draw up a list of all pumps and keep it up to date with the help of the owners.",
            "Test each pump.",
        ],
    ),
    "bullets under an open stem": (
        "en",
        [
            "h: Providers of boats",
            "p: Providers should:",
            "li: • check every hull;",
            "li: • train the crew;",
            "li: • a written plan for storms.",
        ],
        ["check every hull;", "train the crew;", "a written plan for storms."],
    ),
    "a list that is part of one sentence": (
        "en",
        [
            "h: Labels",
            "p: Jars are pretty. Each label should include:",
            "li: • the name of the fruit;",
            "li: • the day of the harvest.",
        ],
        ["Each label should include: • the name of the fruit; • the day of the harvest."],
    ),
    "commitments of a code": (
        "en",
        [
            "title: Code of the ferry operators",
            "h 1: Commitment 1 Safety at sea",
            "li: (1) Signatories will carry enough life jackets.",
            "li: (2) Signatories are encouraged to publish a yearly report.",
            "li: (3) This commitment applies to all ferries.",
            "h 2: Measure 1.1 Training",
            "li: (1) Signatories commit:",
            "li: a) to train each new hand;",
            "li: b) not to sail with a tired crew.",
        ],
        [
            "Signatories will carry enough life jackets.",
            "Signatories are encouraged to publish a yearly report.",
            "to train each new hand;",
            "not to sail with a tired crew.",
        ],
    ),
    "a pledge with groups of signatories": (
        "en",
        [
            "p: The organisations commit to make best efforts to meet the following:",
            "li: • for organisations that develop boats, where relevant:",
            "li: • put in place tests of every hull;",
            "li: • design quiet engines;",
            "li: • for organisations that deploy boats, where relevant:",
            "li: • inform passengers of the weather.",
        ],
        [
            "put in place tests of every hull;",
            "design quiet engines;",
            "inform passengers of the weather.",
        ],
    ),
    "a checklist of questions and orders": (
        "en",
        [
            "title: Checklist for summer camps",
            "h: Before you leave",
            "li: • Does the camp have clean water?",
            "li: • Pack a first-aid kit.",
            "li: • How could weather harm the tents?",
            "h: References",
            "li: • Camp weekly, issue 4",
        ],
        ["Does the camp have clean water?", "Pack a first-aid kit.", "How could weather harm the tents?"],
    ),
    "principles with numbered headings that order": (
        "en",
        [
            "h 1: Preamble",
            "p: Gardeners should read all of this.",
            "h 1: Principles",
            "h 2: 1.1 Respect the soil.",
            "p: Soil is alive. Gardeners should dig as little as they can.",
            "p: Compost helps.",
            "h 2: 1.2 Save water.",
            "p: Water is scarce.",
            "h 2: 1.3 Share the harvest.",
            "p: Neighbours matter.",
        ],
        [
            "Respect the soil. Soil is alive. Gardeners should dig as little as they can. Compost helps.",
            "Save water. Water is scarce.",
            "Share the harvest. Neighbours matter.",
        ],
    ),
    "principles with noun headings and duties below": (
        "en",
        [
            "h 1: 1. Principles",
            "h 2: 1.1 Fair play",
            "p: Clubs should treat all players alike. Umpires help them.",
            "h 2: 1.2 Safety",
            "li: a) Clubs should keep the field clean.",
            "li: b) To this end, clubs should inspect it weekly.",
            "h 2: 1.3 Openness",
            "p: Clubs should publish their rules:",
            "li: i. to help new players,",
            "li: ii. to settle disputes.",
        ],
        [
            "Clubs should treat all players alike. Umpires help them.",
            "Clubs should keep the field clean.",
            "To this end, clubs should inspect it weekly.",
            "Clubs should publish their rules: i. to help new players, ii. to settle disputes.",
        ],
    ),
    "a table of tasks with ids": (
        "en",
        [
            "t: Practice | Task | Example\n"
            "Prepare the ship (PS) | PS.1.1: Identify every leak and write it down. | A list on paper\n"
            "Prepare the ship (PS) | PS.1.2: Assign a sailor to each leak. | A duty plan on the wall",
        ],
        ["Identify every leak and write it down.", "Assign a sailor to each leak."],
    ),
    "a table of controls with definitions": (
        "en",
        [
            "t: Security control | Definition | Stage\n"
            "Lock the doors at night | All doors must be locked by the last guard who leaves. | x\n"
            "Write down each visit | A book should lie at the entrance. | x x",
        ],
        [
            "Lock the doors at night All doors must be locked by the last guard who leaves.",
            "Write down each visit A book should lie at the entrance.",
        ],
    ),
    "a table with a column of recommendations": (
        "en",
        [
            "t: Issue | Recommendation\n"
            "Dark paths | Lamps should be put up along the paths.\n"
            "Old maps | Print new maps and hang them at the gates.",
        ],
        ["Lamps should be put up along the paths.", "Print new maps and hang them at the gates."],
    ),
    "labelled recommendations": (
        "en",
        [
            "h: Rivers",
            "p: Rivers are long.",
            "p: Recommendation 1: Map every river in the country.",
            "p: Some rivers are short.",
            "p: Recommendation 2 – Measure the depth of each river twice a year.",
        ],
        ["Map every river in the country.", "Measure the depth of each river twice a year."],
    ),
    "a response to another body's recommendations": (
        "en",
        [
            "title: Government response to the harbour inquiry",
            "h 2: Recommendation 1",
            "p: The government should close the old harbour.",
            "h 2: Government response",
            "p: We will close the old harbour next year.",
            "h 2: Recommendation 2",
            "p: The government should build a new crane.",
            "h 2: Government response",
            "p: We will buy a crane.",
        ],
        ["We will close the old harbour next year.", "We will buy a crane."],
    ),
    "prose with norms only here and there": (
        "en",
        [
            "h: Reading aloud",
            "p: Reading aloud is old. Teachers should read to their class each day. Children like it.",
            "p: Some argue that books should be short. It should be noted that books cost money.",
            "p: You must not copy whole books.",
        ],
        ["Teachers should read to their class each day.", "You must not copy whole books."],
    ),
    "examples, background and references are left out": (
        "en",
        [
            "h: Background",
            "p: Cities should have had trees long ago.",
            "h: Example 2: The town of Elm",
            "p: The mayor should plant elms.",
            "h: What cities must do",
            "p: Cities must plant trees.",
            "h: References",
            "p: Trees should be old. Elm Press, 1990.",
        ],
        ["Cities must plant trees."],
    ),
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
    ),
    "Selbstverpflichtung": (
        "de",
        [
            "h: Unsere Zusagen",
            "li: • Wir werden den Bach sauber halten.",
            "li: • Wir verpflichten uns, keine Bäume zu fällen.",
        ],
        ["Wir werden den Bach sauber halten.", "Wir verpflichten uns, keine Bäume zu fällen."],
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
        ["Inspecter chaque pont une fois par an.", "Veiller à la formation des équipes."],
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
        ["Abrir las salas los domingos.", "Publicar el horario en la puerta."],
    ),
    "aanbevelingen in proza": (
        "nl",
        [
            "h: Fietsen in de stad",
            "p: Fietsen is gezond. Gemeenten moeten de paden verlichten. Dat kost geld.",
            "p: Scholen zouden moeten meedoen.",
        ],
        ["Gemeenten moeten de paden verlichten.", "Scholen zouden moeten meedoen."],
    ),
    "gouden regels": (
        "nl",
        [
            "h: Gouden regels",
            "li: 1. Controleer altijd de remmen.",
            "li: 2. Gebruik een helm.",
            "li: 3. Zorg voor goed licht.",
        ],
        ["Controleer altijd de remmen.", "Gebruik een helm.", "Zorg voor goed licht."],
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
        ["Definire un piano di cura degli alberi.", "I comuni dovrebbero aprire i parchi di sera."],
    ),
    "compromissos": (
        "pt",
        [
            "h: Os nossos compromissos",
            "li: 1. Publicar as contas todos os anos.",
            "li: 2. Comprometemo-nos a ouvir os vizinhos.",
        ],
        ["Publicar as contas todos os anos.", "Comprometemo-nos a ouvir os vizinhos."],
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
    ),
    "codes in front of recommendations": (
        "en",
        [
            "h: Lakes",
            "p: R1. Lakes should be fenced.",
            "p: Fences cost money.",
            "p: R2. Swimmers should wear caps.",
            "p: R3. Boats should carry lights.",
        ],
        ["Lakes should be fenced.", "Swimmers should wear caps.", "Boats should carry lights."],
    ),
    "steps with their explanation": (
        "en",
        [
            "h 2: Step 1: Draw a map",
            "p: A map shows each path.",
            "h 2: Step 2: Count the trees",
            "p: Trees are easy to count in winter.",
            "h 2: Step 3: Publish the count",
            "p: The mayor reads it.",
        ],
        [
            "Draw a map A map shows each path.",
            "Count the trees Trees are easy to count in winter.",
            "Publish the count The mayor reads it.",
        ],
    ),
    "outcomes with ids, without their categories": (
        "en",
        [
            "t: Categories | Subcategories\n"
            "KEEP 1: Boats are kept with care. | KEEP 1.1: Hulls are painted every year.\n"
            "KEEP 1: Boats are kept with care. | KEEP 1.2: Sails are dried after use.\n"
            "SAIL 2: Trips are planned well. | SAIL 2.1: Weather reports are read aloud.",
        ],
        [
            "Hulls are painted every year.",
            "Sails are dried after use.",
            "Weather reports are read aloud.",
        ],
    ),
    "several recommendations in a long cell": (
        "en",
        [
            "t: Topic | Recommendations\n"
            "Old wells in the fields | Farmers should cover every old well on their land before the first "
            "snow of the winter, so that nobody falls into it in the dark. Wells are deep and the stones "
            "around them are often loose after so many years. Farmers may wish to put up a sign beside each "
            "well and to paint it in a bright colour that children see from afar.\n"
            "New wells in the village | Dig new wells far from the road.",
        ],
        [
            "Farmers should cover every old well on their land before the first snow of the winter, so that "
            "nobody falls into it in the dark.",
            "Farmers may wish to put up a sign beside each well and to paint it in a bright colour that "
            "children see from afar.",
            "Dig new wells far from the road.",
        ],
    ),
    "orders behind an ordinal and an adverb": (
        "en",
        [
            "h: How to start a choir",
            "p: First, find a room with good light. Regularly invite guests to listen.",
        ],
        ["First, find a room with good light.", "Regularly invite guests to listen."],
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
    ),
    "resolução": (
        "pt",
        [
            "p: 1. RECOMENDA aos governos que protejam os lagos.",
            "p: 2. EXORTA as escolas a plantar árvores.",
        ],
        ["RECOMENDA aos governos que protejam os lagos.", "EXORTA as escolas a plantar árvores."],
    ),
    "offener Satz mit Aufzählung": (
        "de",
        [
            "h: Vereine",
            "p: Vereine müssen:",
            "li: • den Rasen pflegen;",
            "li: • die Kasse prüfen.",
        ],
        ["den Rasen pflegen;", "die Kasse prüfen."],
    ),
    "engagements": (
        "fr",
        [
            "h: Nos engagements",
            "li: 1. Publier les comptes chaque année.",
            "li: 2. Nous nous engageons à écouter les voisins.",
        ],
        ["Publier les comptes chaque année.", "Nous nous engageons à écouter les voisins."],
    ),
    "orders counted through the chapters of a plan": (
        "en",
        [
            "h: 1. Water",
            "p: Wells run dry, and villages must not be left alone.",
            "li: 1. Map every well.",
            "li: 2. Clean the pumps:",
            "li 2: • each spring;",
            "li 2: • after floods.",
            "h: 2. Roads",
            "p: The roads should be better than they are.",
            "li: 3. Mend the bridges.",
            "li: 4. A new office for roads.",
            "li: 5. Publish a yearly report.",
            "h: 6. Plant trees along the road",
            "p: Trees give shade.",
        ],
        [
            "Map every well.",
            "Clean the pumps: • each spring; • after floods.",
            "Mend the bridges.",
            "A new office for roads.",
            "Publish a yearly report.",
            "Plant trees along the road",
        ],
    ),
    "a few counted orders with a paragraph below them": (
        "en",
        [
            "li: 1. Map every well.",
            "li: 2. Clean the pumps.",
            "p: Pumps are old.",
            "h: Roads",
            "li: 3. Mend the bridges.",
            "li: 4. Paint the lamps.",
            "li: 5. Publish a yearly report.",
        ],
        [
            "Map every well.",
            "Clean the pumps.",
            "Mend the bridges.",
            "Paint the lamps.",
            "Publish a yearly report.",
        ],
    ),
    "a stem whose items stand under headings": (
        "en",
        [
            "h: 2. Duties",
            "p: The manager of a harbour must be responsible for ensuring:",
            "h 2: 2.1 Logs",
            "li: 2.1.1 Keeping a log of all boats.",
            "li: 2.1.2 Showing it to the public once a year.",
            "h 2: 2.2 Lamps",
            "li: 2.2.1 Testing each lamp.",
        ],
        ["Keeping a log of all boats.", "Showing it to the public once a year.", "Testing each lamp."],
    ),
    "questions to the public": (
        "en",
        [
            "h: What we want to hear",
            "li: 1. Should harbours keep a log of all boats?",
            "li: 2. What must be done for small boats?",
            "p: Should lamps be tested? Tell us.",
        ],
        [],
    ),
    "evidence and answers of a response": (
        "en",
        [
            "title: Harbour plan: government response to the public hearing",
            "h: Harbour plan: government response to the public hearing",
            "h 2: 1. Glossary of boats",
            "li: 1. Small boats: boats with one lamp.",
            "h 2: 2. Summary of the evidence and government response",
            "li: 1. People told us of broken lamps.",
            "h 3: Our response",
            "li: 1. We will mend all lamps.",
        ],
        ["We will mend all lamps."],
    ),
    "offices are no orders": (
        "en",
        [
            "h: The team",
            "li: • Lead, Boats and Lamps",
            "li: • Chair, Harbour Board",
            "p: Further, the harbour has two lamps.",
            "p: Name, date and sign each page of the log.",
        ],
        ["Name, date and sign each page of the log."],
    ),
    "nothing is recommended": (
        "en",
        [
            "h: The history of bells",
            "p: Bells are cast from bronze. They may crack in winter.",
            "h: Casting",
            "li: • copper",
            "li: • tin",
        ],
        [],
    ),
}


@pytest.mark.parametrize(("language", "lines", "expected"), SHAPES.values(), ids=SHAPES.keys())
def test_each_shape_gives_its_rows(language: str, lines: list[str], expected: list[str]) -> None:
    assert texts(*lines, language=language) == expected


def test_rows_are_numbered_in_order_of_the_text() -> None:
    made = rows("h: Recommendations", "li: 1. Open the gate.", "li: 2. Close the gate.")
    assert [(row.seq, row.number) for row in made] == [(1, "1"), (2, "2")]


def test_a_paragraph_that_hangs_under_its_bullet_belongs_to_the_item() -> None:
    made = reading(
        "h: Recommendations",
        "li: 1. Open the gate.",
        "p: It is heavy.",
        "li: 2. Close the gate.",
        "p: Gates are old.",
    )
    for block, left in zip(made.blocks, (50, 60, 72, 60, 50), strict=True):
        block.bbox = (left, 0, 500, 10)
    found = find_recommendations(made, Entry(entry_id="shape"))
    assert [row.text for row in found] == ["Open the gate. It is heavy.", "Close the gate."]
