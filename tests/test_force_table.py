"""Sentences on legal force in the forms that issuers use, and sentences that only look like them."""

import pytest

from builders import annotated, document
from pipeline.assemble import assemble_outcome

TITLES = {
    "en": {
        "guide": "Guide to sluices",
        "guidelines": "Guidelines on sluices",
        "guidance": "Guidance on sluices",
        "code": "Sluice Code of Practice",
        "framework": "Sluice Risk Framework",
        "principles": "Principles for sluices",
        "recommendation": "Recommendation of the Council on sluices",
        "opinion": "Opinion 31-2",
        "report": "Report on sluices",
        "policy": "Sluice Policy",
        "standard": "Sluice Safety Standard",
        "charter": "Sluice Charter",
        "pact": "Sluice Pact",
        "playbook": "Sluice Playbook",
        "declaration": "Declaration on sluices",
        "strategy": "Sluice Strategy",
        "circular": "Circular on sluices",
        "toolkit": "Sluice Toolkit",
    },
    "fr": {
        "guide": "Guide des écluses",
        "lignes": "Lignes directrices sur les écluses",
        "charte": "Charte des écluses",
    },
    "de": {
        "leitfaden": "Leitfaden für Schleusen",
        "leitlinien": "Leitlinien für Schleusen",
        "richtlinie": "Interne Richtlinie für Schleusen",
    },
    "es": {
        "guía": "Guía de esclusas",
        "directrices": "Directrices sobre esclusas",
        "código": "Código de conducta",
    },
    "nl": {"handreiking": "Handreiking sluizen", "leidraad": "Leidraad sluizen"},
    "it": {"linee": "Linee guida sulle chiuse", "codice": "Codice di condotta delle chiuse"},
    "pt": {
        "guia": "Guia das eclusas",
        "código": "Código de conduta",
        "orientações": "Orientações sobre eclusas",
    },
    "pl": {"wytyczne": "Wytyczne dotyczące śluz"},
}

NOT_BINDING = """
en guide: This publication does not create legal obligations for keepers.
en guidelines: The guidelines are not intended to be exhaustive or legally binding.
en guidelines: Use of these guidelines is voluntary.
en guidelines: These guidelines are for guidance only.
en guidance: This guidance is advisory in nature.
en guide: Following this guide is not a legal requirement.
en guide: This guide does not have the force of law.
en code: Adherence to the Code is voluntary.
en code: The code is not a legally binding instrument.
en framework: The framework is voluntary and may be adapted.
en guide: Keepers are under no obligation to follow this guide.
en guide: Nothing in this guide is binding on keepers.
en guidelines: Nothing in these guidelines creates new obligations for keepers.
en guidelines: It is not mandatory to follow these guidelines.
en report: The recommendations in this report are not binding.
en recommendation: Recommendations are adopted by the Council and are not legally binding.
en opinion: Advisory ethics opinions are not binding.
en code: This is a voluntary code.
en guidance: This guidance helps keepers to meet the law. It is not a statutory code.
en guidance: This is not statutory guidance.
en guidance: This document does not have the force and effect of law and is not meant to bind the public.
en guidance: This guidance tells what we think today. It is not binding on the Board or the public.
en playbook: Suggestions in the Playbook are voluntary.
en declaration: As soft law, this declaration has no legal effect.
en circular: This circular has no binding effect, and keepers may choose other means.
en toolkit: This toolkit is a voluntary resource.
en principles: These principles are aspirational and not enforceable.
en principles: The principles apply to all who keep sluices. They are advisory and are reviewed each year.
en standard: Compliance with this standard is not mandatory.
en standard: Use of the Standard is wholly voluntary.
en guide: The Guide has no legal status.
en guide: This guide should not be construed as a legal act of the Agency.
en pact: Signing the Pact is voluntary.
en charter: The Charter is not legally binding, but its signatories stand by it.
en guidelines: The guidelines do not impose any new legal duties or requirements on keepers.
en guidelines: Keepers are not legally required to follow these guidelines.
en guidelines: Adoption of these guidelines by keepers is entirely optional.
en guidelines: These are non-binding guidelines.
en guide: This guide raises awareness among keepers and is neither prescriptive nor binding.
fr guide: Ce guide n'est ni exhaustif ni contraignant.
fr lignes: Les présentes lignes directrices n'ont pas de valeur contraignante.
fr guide: Ce guide n'a pas de valeur juridique.
fr guide: Les recommandations de ce guide ne sont pas contraignantes.
fr guide: Ce guide est fourni à titre indicatif.
fr charte: L'adhésion à la charte est volontaire.
fr guide: Ce guide ne crée pas de nouvelles obligations.
de leitfaden: Dieser Leitfaden ist rechtlich nicht verbindlich.
de leitlinien: Die Leitlinien haben empfehlenden Charakter.
de leitfaden: Die Anwendung dieses Leitfadens ist freiwillig.
de leitfaden: Dieser Leitfaden entfaltet keine Bindungswirkung.
es guía: Esta guía no tiene carácter vinculante.
es directrices: Las presentes directrices son orientativas y no vinculantes.
es código: La adhesión a este código es voluntaria.
nl handreiking: Deze handreiking is niet bindend.
nl handreiking: Aan deze handreiking kunnen geen rechten worden ontleend.
nl leidraad: Het gebruik van deze leidraad is vrijwillig.
it linee: Le presenti linee guida non sono vincolanti.
it codice: L'adesione al codice è volontaria.
it linee: Il presente documento non ha valore vincolante.
pt orientações: Estas orientações não são vinculativas.
pt guia: Este guia tem caráter meramente orientativo.
pt guia: Este guia traz orientações não vinculantes aos guardas.
pt código: A adesão a este código é voluntária.
pl wytyczne: Niniejsze wytyczne nie są wiążące.
pl wytyczne: Stosowanie niniejszych wytycznych jest dobrowolne.
pl wytyczne: Niniejszy dokument nie ma mocy prawnej.
"""

NOT_STATED = """
en guide: This guide does not constitute legal advice.
en guide: This guide should not be construed as legal advice.
en guide: The information is given for general purposes only, and we accept no liability.
en guide: This guide is without prejudice to the law.
en guidance: The Dyke Board's guidelines are not binding.
en guide: The Dyke Principles of 2029 are not legally binding.
en report: Unlike the Regulation, the Dyke Code is voluntary.
en guidelines: Codes of practice under the Act are voluntary.
en guidelines: Consent of the keeper must be voluntary.
en guide: This guide covers voluntary labels.
en guide: The voluntary sector uses this guide.
en guide: Under this guide a second test is optional.
en report: The views in this report are those of its authors alone.
en guidelines: Binding rules are set out in the Act; these guidelines explain them.
en guidance: This guidance explains which duties are not mandatory.
en strategy: This strategy proposes a voluntary label for sluices.
en strategy: The Board will draw up voluntary codes.
en guidelines: These guidelines apply to all staff.
en report: Keepers should adopt a policy that all staff must follow.
en guidelines: A keeper who is not bound by the Act may still use these guidelines.
en guidelines: The contract is not legally binding unless both keepers sign.
en report: The guidelines of the Dyke Board are not binding.
en guidance: Guidelines of the Dyke Board are not binding.
en report: Guidelines are not binding, whereas a regulation is.
en guide: Advisory services are offered in each port.
en guide: The Advisory Committee met in May.
fr guide: Ce guide ne constitue pas un avis juridique.
fr guide: Ce guide décrit des labels volontaires.
fr guide: Le règlement est contraignant, les codes sont volontaires.
de leitfaden: Dieser Leitfaden ersetzt keine Rechtsberatung.
de leitfaden: Die Einwilligung muss freiwillig sein.
es guía: Esta guía no constituye asesoramiento jurídico.
nl handreiking: Toestemming moet vrijwillig zijn.
it linee: Il presente documento non costituisce consulenza legale.
pt guia: Este guia não constitui aconselhamento jurídico.
"""

BINDING_INTERNALLY = """
en policy: This policy applies to all staff and contractors of the Board.
en policy: All employees must comply with this policy.
en policy: Breach of this policy may lead to disciplinary action.
en guidelines: Failure to follow these guidelines may lead to disciplinary action.
en code: This code is binding on all members of the Association.
en guidelines: Users must follow these guidelines.
en policy: This policy governs the use of sluices by all members of staff.
de richtlinie: Verstöße gegen diese Richtlinie haben arbeitsrechtliche Konsequenzen.
"""


def rows(table: str) -> list[tuple[str, str, str]]:
    """Language, title and sentence of each line: "en guide: This guide is voluntary."."""
    heads = [line.partition(": ") for line in table.strip().splitlines()]
    return [(*head.split(" "), sentence) for head, _, sentence in heads]


CASES = [
    *((*row, "non_binding_stated") for row in rows(NOT_BINDING)),
    *((*row, "not_stated") for row in rows(NOT_STATED)),
    *((*row, "binding_internally") for row in rows(BINDING_INTERNALLY)),
]


@pytest.mark.parametrize(("language", "kind", "sentence", "force"), CASES)
def test_what_a_sentence_says_of_the_force_of_its_document(language, kind, sentence, force):
    made = document(f"title~24: {TITLES[language][kind]}", f"p: {sentence}", language=language)
    assert assemble_outcome(*annotated(made)).entry.legal_force == force
