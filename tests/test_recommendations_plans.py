"""Plans, commitments and codes: each shape is a document of our own writing."""

import pytest

from tests.shapes import texts

SHAPES = {
    "what the issuer will do": (
        "en",
        [
            "h: 3.1 Compute",
            "p: Mills are slow.",
            "p: The Commission will:",
            "li: • fund new mills;",
            "li: • continue to mend the old ones.",
            "p: Member States are encouraged to:",
            "li: • share their grain.",
        ],
        [
            "fund new mills;",
            "continue to mend the old ones.",
            "share their grain.",
        ],
        {},
    ),
    "what the issuer will do, the colon lost": (
        "en",
        [
            "h: 3.1 Compute",
            "p: Mills are slow.",
            "p: With the support of Member States, the Commission will",
            "li: • fund new mills;",
            "li: • continue to mend the old ones.",
        ],
        [
            "fund new mills;",
            "continue to mend the old ones.",
        ],
        {},
    ),
    "plan whose actions are nouns": (
        "en",
        [
            "h 1: 2. Harbours",
            "p: Harbours are old.",
            "h 2: Actions",
            "li: • Introduction of a levy on empty boats.",
            "li: • Creation of a school for pilots.",
            "li: • Support for fishers in winter.",
        ],
        [
            "Introduction of a levy on empty boats.",
            "Creation of a school for pilots.",
            "Support for fishers in winter.",
        ],
        {},
    ),
    "iniziative con titolo": (
        "it",
        [
            "h 1: 2. I PORTI",
            "p: I porti sono antichi.",
            "p: INIZIATIVE:",
            "h 2: 2.1 SCUOLA DEI PILOTI",
            "p: Creazione di una scuola per i piloti in ogni porto.",
            "h 2: 2.2 PORTI APERTI",
            "li: • Introduzione di un biglietto unico.",
            "li: • Promozione di visite guidate.",
            "h 2: 2.3 LUCI",
            "p: Sostituzione di tutte le lampade.",
        ],
        [
            "SCUOLA DEI PILOTI Creazione di una scuola per i piloti in ogni porto.",
            "PORTI APERTI • Introduzione di un biglietto unico. • Promozione di visite guidate.",
            "LUCI Sostituzione di tutte le lampade.",
        ],
        {},
    ),
    "numbered gerunds of an action plan": (
        "en",
        [
            "h 1: 1. Schools",
            "p: 1.1. Organising visits to the harbour for each class",
            "p: 1.2. Developing a book on knots",
            "p: 1.3. Launching a club for young sailors",
            "h 1: 2. Ports",
            "p: 2.1. Creating a map of all ports",
            "p: 2.2. Ordering new lamps",
        ],
        [
            "Organising visits to the harbour for each class",
            "Developing a book on knots",
            "Launching a club for young sailors",
            "Creating a map of all ports",
            "Ordering new lamps",
        ],
        {},
    ),
    "roadmap of nested gerunds": (
        "en",
        [
            "h: 5.4 A roadmap of our next steps",
            "p: In 2030, we will:",
            "li 1: • Improve the harbour by:",
            "li 2: • Mending the crane by spring.",
            "li 2: • Publishing a map of the piers.",
            "li 1: • Support the fishers by:",
            "li 2: • Opening a school for nets.",
            "li 2: • Asking them for advice each year.",
        ],
        [
            "Mending the crane by spring.",
            "Publishing a map of the piers.",
            "Opening a school for nets.",
            "Asking them for advice each year.",
        ],
        {},
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
        [
            "We will close the old harbour next year.",
            "We will buy a crane.",
        ],
        {},
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
        [
            "We will mend all lamps.",
        ],
        {},
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
        {},
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
        {},
    ),
    "code of practice with measures in prose": (
        "en",
        [
            "title: Code of practice for ferries",
            "h 1: Commitment 1 Safe boats",
            "p: Signatories commit to keeping boats safe. The purpose of safe boats is to save lives.",
            "p: Signatories commit to a process that involves two steps:",
            "li: (1) checking each hull; and",
            "li: (2) mending each leak.",
            "h 2: Measure 1.1 Checks",
            "p: Signatories will check each hull twice a year.",
            "p: In particular, Signatories will:",
            "li: (1) use good lamps;",
            "li: (2) write down each leak.",
            "p: Examples of lamps are:",
            "li: (1) oil lamps;",
            "li: (2) torches.",
            "h 2: Measure 1.2 Repairs",
            "p: Signatories will mend leaks at once. Signatories will tell the port.",
        ],
        [
            "Signatories commit to keeping boats safe.",
            "checking each hull; and",
            "mending each leak.",
            "Signatories will check each hull twice a year.",
            "use good lamps;",
            "write down each leak.",
            "Signatories will mend leaks at once.",
            "Signatories will tell the port.",
        ],
        {},
    ),
    "other lists beside a closed set": (
        "en",
        [
            "h 1: 1. Commitments",
            "li: 1. We will fly low.",
            "li: 2. We will land softly.",
            "li: 3. We will wash the balloons.",
            "li: 4. We will pay the pilots.",
            "li: 5. We will sell no tickets at night.",
            "h 1: 2. Advice for passengers",
            "p: Passengers should:",
            "li: • wear warm clothes;",
            "li: • hold on to the basket.",
            "p: Pilots should speak with passengers before the flight.",
        ],
        [
            "We will fly low.",
            "We will land softly.",
            "We will wash the balloons.",
            "We will pay the pilots.",
            "We will sell no tickets at night.",
            "wear warm clothes;",
            "hold on to the basket.",
            "Pilots should speak with passengers before the flight.",
        ],
        {},
    ),
    "Selbstverpflichtung": (
        "de",
        [
            "h: Unsere Zusagen",
            "li: • Wir werden den Bach sauber halten.",
            "li: • Wir verpflichten uns, keine Bäume zu fällen.",
        ],
        [
            "Wir werden den Bach sauber halten.",
            "Wir verpflichten uns, keine Bäume zu fällen.",
        ],
        {},
    ),
    "compromissos": (
        "pt",
        [
            "h: Os nossos compromissos",
            "li: 1. Publicar as contas todos os anos.",
            "li: 2. Comprometemo-nos a ouvir os vizinhos.",
        ],
        [
            "Publicar as contas todos os anos.",
            "Comprometemo-nos a ouvir os vizinhos.",
        ],
        {},
    ),
    "engagements": (
        "fr",
        [
            "h: Nos engagements",
            "li: 1. Publier les comptes chaque année.",
            "li: 2. Nous nous engageons à écouter les voisins.",
        ],
        [
            "Publier les comptes chaque année.",
            "Nous nous engageons à écouter les voisins.",
        ],
        {},
    ),
    "measures of a strategy that are nouns and gerunds": (
        "en",
        [
            "h 1: 5. Areas of impact",
            "h 2: 5.1 Harbours",
            "p: Harbours are old.",
            "li: • Creation of a school for pilots.",
            "li: • Mending the crane of the old harbour.",
            "h 2: 5.2 Fish",
            "p: Fish are shy. The following are examples of nets:",
            "li: • nets with wide meshes;",
            "li: • nets of hemp.",
        ],
        ["Creation of a school for pilots.", "Mending the crane of the old harbour."],
        {"document_type": "strategy"},
    ),
    "a commitment whose list names things": (
        "en",
        [
            "h: Commitment 2 Logs",
            "p: Signatories will send the port the following information:",
            "li: (1) the name of the boat;",
            "li: (2) the time of the trip.",
            "p: Examples of good logs are:",
            "li: (1) keeping a log on paper;",
            "li: (2) writing in ink.",
        ],
        [
            "Signatories will send the port the following information: (1) the name of the boat; "
            "(2) the time of the trip.",
        ],
        {},
    ),
}


@pytest.mark.parametrize(("language", "lines", "expected", "entry"), SHAPES.values(), ids=SHAPES.keys())
def test_each_shape_gives_its_rows(
    language: str, lines: list[str], expected: list[str], entry: dict[str, object]
) -> None:
    assert texts(*lines, language=language, **entry) == expected
