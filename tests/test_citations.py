"""Citations of binding law in seven languages: what a text cites, and what is no citation."""

from functools import lru_cache
from itertools import pairwise

import pytest

from pipeline.annotate.citations import CitationGrammar, build_grammar, find_citations
from pipeline.vocabulary import load_vocabulary

GDPR, LED, AI_ACT, DSA, DMA = "32016R0679", "32016L0680", "32024R1689", "32022R2065", "32022R1925"


@lru_cache
def grammar(language: str) -> CitationGrammar:
    vocabulary = load_vocabulary()
    phrases = {
        group: tuple(phrase for words in lists.values() for phrase in words)
        for group, lists in vocabulary.phrase_lists["citations"].items()
    }
    return build_grammar(vocabulary.instruments, phrases, language)


def ids(text: str, language: str, kind: str = "binding") -> set[str]:
    found = find_citations(text, grammar(language))
    return {citation.value for citation in found if not citation.context and citation.kind == kind}


NUMBERED = [
    ("en", "as laid down in Regulation (EU) 2016/679", {GDPR}),
    ("en", "Regulation (EU) No 575/2013 applies", {"32013R0575"}),
    ("en", "Regulation (EC) No 44/2001", {"32001R0044"}),
    ("en", "Council Regulation (EEC) No 2081/92 of 14 July 1992", {"31992R2081"}),
    ("en", "Regulation (EU, Euratom) 2018/1046", {"32018R1046"}),
    ("en", "Regulation (EC, Euratom) No 2988/95", {"31995R2988"}),
    ("en", "Commission Implementing Regulation (EU) No 680/2014", {"32014R0680"}),
    ("en", "Commission Delegated Regulation (EU) 2017/565", {"32017R0565"}),
    ("en", "Regulation 2016/679 sets the frame", {GDPR}),
    ("en", "EU Regulation 2016/679 sets the frame", {GDPR}),
    ("en", "Regulation (EU) No 2019/881 on certification", {"32019R0881"}),
    ("en", "Regulation 1/2003 on competition", {"32003R0001"}),
    ("en", "Regulation (EC) No. 1049/2001", {"32001R1049"}),
    ("en", "Regulation (EC) n° 178/2002", {"32002R0178"}),
    ("en", "Regulation - EU - 2024/1689", {AI_ACT}),
    ("en", "Regulation 2017/745/EU on devices", {"32017R0745"}),
    ("en", "Directive 95/46/EC", {"31995L0046"}),
    ("en", "Directive 2002/58/EC of the European Parliament and of the Council", {"32002L0058"}),
    ("en", "Directive (EU) 2016/680", {LED}),
    ("en", "Council Directive 85/374/EEC", {"31985L0374"}),
    ("en", "Directive 2000/78/EC", {"32000L0078"}),
    ("en", "Directive 95/46 was repealed", {"31995L0046"}),
    ("en", "Directive 2014/24/EU", {"32014L0024"}),
    ("en", "the Machinery Directive, 2006/42/EC, applies", {"32006L0042"}),
    ("en", "the General Product Safety Directive (2001/95/EC)", {"32001L0095"}),
    ("en", "Decision No 1041/2009/EC", {"32009D1041"}),
    ("en", "Decision 768/2008/EC", {"32008D0768"}),
    ("en", "Decision No 1982/2006/EC", {"32006D1982"}),
    ("en", "Council Decision 1999/468/EC", {"31999D0468"}),
    ("en", "Commission Decision 2011/833/EU on reuse", {"32011D0833"}),
    ("en", "Commission Implementing Decision (EU) 2021/914", {"32021D0914"}),
    ("en", "as decided (2006/971/EC)", {"32006D0971"}),
    ("en", "2010/427/EU: Council Decision establishing a service", {"32010D0427"}),
    ("en", "Council Framework Decision 2008/977/JHA", {"32008F0977"}),
    ("en", "Framework Decision 2002/584/JHA on the warrant", {"32002F0584"}),
    ("en", "Decision 2009/371/JHA", {"32009D0371"}),
    ("en", "Council Common Position 2001/931/CFSP", {"32001E0931"}),
    ("en", "Directives 2014/24/EU and 2014/25/EU", {"32014L0024", "32014L0025"}),
    ("en", "Directives 2014/23/EU, 2014/24/EU and 2014/25/EU", {"32014L0023", "32014L0024", "32014L0025"}),
    (
        "en",
        "Regulations (EC) No 1371/2007, (EU) No 181/2011 and (EU) No 1177/2010",
        {"32007R1371", "32011R0181", "32010R1177"},
    ),
    ("en", "Regulations (EU) 2016/679 and (EU) 2018/1725", {GDPR, "32018R1725"}),
    ("en", "Regulations 2016/679 and 2018/1725", {GDPR, "32018R1725"}),
    (
        "en",
        "Council Directives 64/221/EEC (4), 64/432/EEC (5) and 90/425/EEC",
        {"31964L0221", "31964L0432", "31990L0425"},
    ),
    ("en", "Decisions 2006/971/EC and 2006/972/EC", {"32006D0971", "32006D0972"}),
    ("en", "Regulation (EU) 2016/679 and Directive (EU) 2016/680", {GDPR, LED}),
    ("en", "see CELEX 32016R0679", {GDPR}),
    ("en", "http://data.europa.eu/eli/reg/2016/679/oj", {GDPR}),
    ("en", "http://data.europa.eu/eli/dir/2019/790", {"32019L0790"}),
    ("en", "Regulation (EU)\n2016/679", {GDPR}),
    ("fr", "le règlement (UE) 2016/679", {GDPR}),
    ("fr", "le règlement (CE) n° 44/2001 du Conseil", {"32001R0044"}),
    ("fr", "le règlement d'exécution (UE) 2015/1501", {"32015R1501"}),
    ("fr", "la directive 2000/31/CE", {"32000L0031"}),
    ("fr", "les directives 2014/24/UE et 2014/25/UE", {"32014L0024", "32014L0025"}),
    ("fr", "la décision-cadre 2008/977/JAI du Conseil", {"32008F0977"}),
    ("fr", "la décision 2010/87/UE", {"32010D0087"}),
    ("de", "die Verordnung (EU) 2016/679", {GDPR}),
    ("de", "die Verordnung (EG) Nr. 178/2002", {"32002R0178"}),
    ("de", "die Durchführungsverordnung (EU) 2015/1501", {"32015R1501"}),
    ("de", "die Richtlinie 2000/31/EG", {"32000L0031"}),
    ("de", "der Richtlinie 93/13/EWG des Rates", {"31993L0013"}),
    ("de", "des Rahmenbeschlusses 2008/977/JI", {"32008F0977"}),
    ("de", "die Richtlinien 2014/24/EU und 2014/25/EU", {"32014L0024", "32014L0025"}),
    ("de", "die VO (EU) 2016/679", {GDPR}),
    ("es", "el Reglamento (UE) 2016/679", {GDPR}),
    ("es", "el Reglamento (CE) n.º 178/2002", {"32002R0178"}),
    ("es", "la Directiva 2000/31/CE", {"32000L0031"}),
    ("es", "las Directivas 2014/24/UE y 2014/25/UE", {"32014L0024", "32014L0025"}),
    ("es", "la Decisión Marco 2008/977/JAI", {"32008F0977"}),
    ("nl", "Verordening (EU) 2016/679", {GDPR}),
    ("nl", "Verordening (EG) nr. 178/2002", {"32002R0178"}),
    ("nl", "Richtlijn 2000/31/EG", {"32000L0031"}),
    ("nl", "Kaderbesluit 2008/977/JBZ", {"32008F0977"}),
    ("it", "il regolamento (UE) 2016/679", {GDPR}),
    ("it", "il regolamento (CE) n. 178/2002", {"32002R0178"}),
    ("it", "la direttiva 2000/31/CE", {"32000L0031"}),
    ("it", "la decisione quadro 2008/977/GAI", {"32008F0977"}),
    ("pt", "o Regulamento (UE) 2016/679", {GDPR}),
    ("pt", "o Regulamento (CE) n.º 178/2002", {"32002R0178"}),
    ("pt", "a Diretiva 2000/31/CE", {"32000L0031"}),
]
NAMED = [
    ("en", "under the General Data Protection Regulation", {GDPR}),
    ("en", "controllers that follow the GDPR", {GDPR}),
    ("en", "The EU AI Act entered into force.", {AI_ACT}),
    ("en", "the Artificial Intelligence Act", {AI_ACT}),
    ("en", "the DSA and the DMA", {DSA, DMA}),
    ("en", "the Digital Services Act", {DSA}),
    ("en", "the ePrivacy directive", {"32002L0058"}),
    ("en", "the Law Enforcement Directive (LED)", {LED}),
    ("en", "the NIS 2 Directive", {"32022L2555"}),
    ("en", "the Data Act", {"32023R2854"}),
    ("en", "Annex III AI Act and Article 6 AI Act for providers", {AI_ACT}),
    ("en", "rules on learning machines (Artificial Intelligence Act)", {AI_ACT}),
    ("en", "Artificial Intelligence Act, 2024", {AI_ACT}),
    ("en", "MiFID II", {"32014L0065"}),
    ("en", "the Race Equality Directive", {"32000L0043"}),
    ("fr", "le RGPD", {GDPR}),
    ("fr", "le règlement général sur la protection des données", {GDPR}),
    ("fr", "le règlement européen sur l'IA", {AI_ACT}),
    ("fr", "la directive ePrivacy", {"32002L0058"}),
    ("de", "nach der DSGVO", {GDPR}),
    ("de", "Art. 22 DS-GVO", {GDPR}),
    ("de", "die KI-Verordnung", {AI_ACT}),
    ("de", "die Datenschutz-Grundverordnung", {GDPR}),
    ("es", "el Reglamento General de Protección de Datos", {GDPR}),
    ("es", "el RGPD", {GDPR}),
    ("nl", "de AVG", {GDPR}),
    ("nl", "de AI-verordening", {AI_ACT}),
    ("it", "il regolamento generale sulla protezione dei dati", {GDPR}),
    ("pt", "o Regulamento Geral sobre a Proteção de Dados", {GDPR}),
    ("en", "the Charter of Fundamental Rights of the European Union", {"charter"}),
    ("en", "Article 6 TEU and Article 16 TFEU", {"teu", "tfeu"}),
    ("en", "the Treaty on the Functioning of the European Union", {"tfeu"}),
    ("de", "Art. 16 AEUV", {"tfeu"}),
    ("fr", "la charte des droits fondamentaux de l'Union européenne", {"charter"}),
    ("en", "the European Convention on Human Rights (ECHR)", {"echr"}),
    ("en", "Convention 108", {"ets108"}),
    ("en", "Convention 108+", {"cets223"}),
    ("en", "the Council of Europe Framework Convention on Artificial Intelligence", {"cets225"}),
    ("en", "CETS No. 225", {"cets225"}),
    ("en", "ETS No. 108", {"ets108"}),
    ("en", "the Budapest Convention", {"ets185"}),
    ("en", "the Oviedo Convention", {"ets164"}),
    ("en", "the Lanzarote Convention and the Istanbul Convention", {"cets201", "cets210"}),
    ("en", "the European Social Charter", {"ets035"}),
    ("en", "the Universal Declaration of Human Rights", {"udhr"}),
    ("es", "la Declaración Universal de Derechos Humanos", {"udhr"}),
    ("en", "the ICCPR and the ICESCR", {"iccpr", "icescr"}),
    ("en", "the International Covenant on Civil and Political Rights", {"iccpr"}),
    ("en", "the UN Convention on the Rights of the Child", {"crc"}),
    ("de", "die UN-Behindertenrechtskonvention", {"crpd"}),
    ("fr", "la Convention relative aux droits de l'enfant", {"crc"}),
    ("en", "CEDAW", {"cedaw"}),
    ("en", "the Charter of the United Nations", {"INT:Charter of the United Nations"}),
    ("en", "the Paris Agreement", {"INT:Paris Agreement"}),
    ("en", "ILO Convention No. 111", {"INT:ILO Convention No. 111"}),
    ("en", "the Discrimination Convention, 1958 (No. 111)", {"INT:ILO Convention No. 111"}),
    (
        "en",
        "the Berne Convention",
        {"INT:Berne Convention for the Protection of Literary and Artistic Works"},
    ),
    (
        "en",
        "the Convention on the Conservation of Migratory Birds",
        {"INT:Convention on the Conservation of Migratory Birds"},
    ),
]
NATIONAL = [
    ("en", "the UK GDPR", {"GB:UK GDPR"}),
    ("en", "the Data Protection Act 2018 and the UK GDPR", {"?:Data Protection Act 2018", "GB:UK GDPR"}),
    ("en", "the Equality Act 2010", {"GB:Equality Act 2010"}),
    ("en", "under the Fictional Lending Act 2011", {"?GB:Fictional Lending Act 2011"}),
    (
        "en",
        "the Lighting Equipment (Safety) Regulations 2016",
        {"?GB:Lighting Equipment (Safety) Regulations 2016"},
    ),
    ("en", "the Privacy Act of 1974", {"US:Privacy Act of 1974"}),
    ("en", "the Clean Harbours Reform Act of 2019", {"?US:Clean Harbours Reform Act of 2019"}),
    ("en", "the Advancing American AI Act", {"US:Advancing American AI Act"}),
    ("en", "Singapore's Personal Data Protection Act 2012", {"SG:Personal Data Protection Act 2012"}),
    ("en", "Canadian Safe Robots Act", {"CA:Safe Robots Act"}),
    ("en", "Executive Order 14110", {"US:Executive Order 14110"}),
    ("en", "E.O. 13960", {"US:Executive Order 13960"}),
    ("en", "Executive Orders 13859 and 13960", {"US:Executive Order 13859", "US:Executive Order 13960"}),
    ("en", "Pub. L. No. 107-347", {"US:E-Government Act of 2002"}),
    ("en", "Public Law 99-123", {"US:Pub. L. 99-123"}),
    (
        "en",
        "HIPAA and FERPA",
        {
            "US:Health Insurance Portability and Accountability Act of 1996",
            "US:Family Educational Rights and Privacy Act",
        },
    ),
    ("en", "the Personal Data (Privacy) Ordinance (Cap. 486)", {"HK:Personal Data (Privacy) Ordinance"}),
    ("en", "Law No. 25 of 2012", {"?:Law No. 25 of 2012"}),
    ("en", "the Companies Act", {"?:Companies Act"}),
    ("en", "Weights Ordinance (Cap. 999)", {"?:Weights Ordinance"}),
    ("en", "the Clean Air Act, Public Law (P.L.) 99-123", {"?:Clean Air Act"}),
    ("nl", "de Wet publieke gezondheid", {"NL:Wet publieke gezondheid"}),
    ("en", "Japan's Act on Drone Safety", {"JP:Act on Drone Safety"}),
    ("en", "the Personal Information Protection Law", {"CN:Personal Information Protection Law"}),
    ("en", "Brazil's LGPD", {"BR:Lei Geral de Proteção de Dados"}),
    ("es", "la Ley 962 de 2005", {"?CO:Ley 962 de 2005"}),
    ("es", "el Decreto 1151 de 2008", {"?CO:Decreto 1151 de 2008"}),
    ("es", "la Ley Orgánica 3/2018, de 5 de diciembre", {"ES:Ley Orgánica 3/2018"}),
    ("es", "el Real Decreto 203/2021", {"?ES:Real Decreto 203/2021"}),
    ("es", "la Ley N° 20.453", {"?:Ley 20.453"}),
    ("fr", "la loi n° 78-17 du 6 janvier 1978", {"FR:Loi Informatique et Libertés"}),
    ("fr", "le décret n° 2019-536", {"FR:Décret n° 2019-536"}),
    ("fr", "le code du travail", {"FR:Code du travail"}),
    ("de", "das Bundesdatenschutzgesetz (BDSG)", {"DE:Bundesdatenschutzgesetz"}),
    ("de", "nach § 26 Abs. 3 BDSG", {"DE:Bundesdatenschutzgesetz"}),
    ("de", "gemäß § 7 WoGG", {"?DE:WoGG"}),
    (
        "de",
        "das Hessische Datenschutz- und Informationsfreiheitsgesetz",
        {
            "?DE:Hessische Datenschutz- und Informationsfreiheitsgesetz",
        },
    ),
    ("de", "des Wohnraumgesetzes", {"?DE:Wohnraumgesetz"}),
    ("nl", "de Archiefwet 1995", {"NL:Archiefwet 1995"}),
    ("nl", "de Wet op het kampeerwezen (Wok)", {"?NL:Wet op het kampeerwezen"}),
    ("nl", "de Woningwet", {"?NL:Woningwet"}),
    (
        "it",
        "il decreto legislativo 30 giugno 2003, n. 196",
        {"IT:Codice in materia di protezione dei dati personali"},
    ),
    ("it", "la legge 7 agosto 1990, n. 241", {"IT:Legge 241/1990"}),
    ("it", "il d.lgs. n. 50/2016", {"IT:D.Lgs. 50/2016"}),
    ("pt", "a Lei n.º 46/2018", {"?PT:Lei n.º 46/2018"}),
    ("pt", "o Decreto-Lei n.º 7/2004", {"?PT:Decreto-Lei n.º 7/2004"}),
    ("pt", "a Lei nº 8.666, de 21 de junho de 1993", {"BR:Lei n.º 8.666/1993"}),
]
NOTHING = [
    ("en", "Commission Recommendation 2003/361/EC"),
    ("en", "Recommendation (EU) 2018/951"),
    ("en", "Recommendations 2003/361/EC and 2008/473/EC"),
    ("en", "Opinion 5/2014 on anonymisation"),
    ("en", "Guidelines 05/2020 on consent"),
    ("en", "Case C-131/12, Example v Authority"),
    ("en", "Joined Cases C-293/12 and C-594/12"),
    ("en", "Case T-123/15"),
    ("en", "ECLI:EU:C:2014:317"),
    ("en", "OJ L 119, 4.5.2016, p. 1"),
    ("en", "OJ 2016/C 202/02"),
    ("en", "on 12/05/2016 the board met"),
    ("en", "in the years 2016/2017"),
    ("en", "Decision 12/2021 of the supervisory authority"),
    ("en", "EEA Joint Committee Decision No 154/2018"),
    ("en", "the data act as a mirror of society"),
    ("en", "a medical device regulation agency"),
    ("en", "agents act on behalf of users"),
    ("en", "an LED lamp"),
    ("en", "the AVG score of the class"),
    ("en", "CFR and CSA are abbreviations"),
    ("en", "DORA metrics measure delivery"),
    ("en", "reach out to the team"),
    ("en", "MAR 2021"),
    ("en", "the red team"),
    ("en", "a legislative act may be adopted"),
    ("en", "Legislative Act"),
    ("en", "This Act"),
    ("en", "the Act"),
    ("en", "the Regulation"),
    ("en", "the Directive"),
    ("en", "this Convention"),
    ("en", "Moore's Law"),
    ("en", "Constitutional Law"),
    ("en", "the rule of law"),
    ("en", "in order to act in 2010"),
    ("en", "the Code of Conduct"),
    ("en", "Building Regulations"),
    ("en", "the 2016 Regulations"),
    ("en", "Staff Regulations"),
    ("en", "the OECD Recommendation on Artificial Intelligence"),
    ("en", "UNESCO Recommendation on the Ethics of Artificial Intelligence"),
    ("en", "COM(2020) 65 final"),
    ("en", "SWD(2021) 84"),
    ("en", "ISO/IEC 27001:2022"),
    ("en", "NIST SP 800-53"),
    ("en", "version 2016/3 of the tool"),
    ("en", "see Article 5 of the annex"),
    ("en", "UN Resolution 70/1"),
    ("en", "General Assembly resolution 68/167"),
    ("en", "CRC General Comment No. 25"),
    ("en", "Executive summary 2023"),
    ("en", "room 44 U.S. offices"),
    ("en", "as defined in 44 U.S.C. § 3502(1)"),
    ("en", "under 45 CFR part 46"),
    ("en", "the Blueprint for an AI Bill of Rights"),
    ("en", "a Convention of experts"),
    ("en", "the trial court order 2019"),
    ("en", "Act on AI now"),
    ("en", "the ACME Act"),
    ("en", "the Covenant for Using Robots"),
    ("en", "Companies (ACME) Bill Smith spoke"),
    ("en", "Model Act"),
    ("en", "the Charter was signed by the staff"),
    ("fr", "la recommandation 2003/361/CE"),
    ("fr", "l'avis 05/2014 du groupe"),
    ("fr", "affaire C-131/12"),
    ("fr", "le code de conduite"),
    ("fr", "le code source"),
    ("fr", "la directive du ministre"),
    ("fr", "la loi de Moore"),
    ("fr", "en 2016/2017"),
    ("de", "die Empfehlung 2003/361/EG"),
    ("de", "die Stellungnahme 5/2014"),
    ("de", "das Naturgesetz"),
    ("de", "nach dem Gesetz"),
    ("de", "ein Bundesgesetz"),
    ("de", "Rechtssache C-131/12"),
    ("de", "GRC-Software für Unternehmen und § 5 des Vertrags"),
    ("es", "la Recomendación 2003/361/CE"),
    ("es", "la ley de la selva"),
    ("es", "el artículo 5"),
    ("es", "el curso 2016/2017"),
    ("es", "asunto C-131/12"),
    ("nl", "de Aanbeveling 2003/361/EG"),
    ("nl", "een natuurwet"),
    ("nl", "zaak C-131/12"),
    ("nl", "de wet van de sterkste"),
    ("it", "la raccomandazione 2003/361/CE"),
    ("it", "la legge del mercato"),
    ("it", "causa C-131/12"),
    ("pt", "a Recomendação 2003/361/CE"),
    ("pt", "a lei do mercado"),
    ("pt", "o processo C-131/12"),
]


@pytest.mark.parametrize(("language", "text", "expected"), [*NUMBERED, *NAMED, *NATIONAL])
def test_a_citation_gives_the_id_of_its_instrument(language, text, expected):
    assert ids(text, language) == expected


@pytest.mark.parametrize(("language", "text"), NOTHING)
def test_a_text_that_cites_no_binding_law_gives_nothing(language, text):
    assert ids(text, language) == set()


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "the proposed AI Act", {AI_ACT}),
        ("en", "the AI Act proposal", {AI_ACT}),
        ("en", "the proposed Digital Markets Act and Digital Services Act", {DSA, DMA}),
        ("en", "the AI Liability Directive", {"52022PC0496"}),
        ("en", "Proposal for a Regulation laying down rules on toys, COM(2023) 462 final", {"52023PC0462"}),
        ("en", "the Safe Robots Bill", {"?:Safe Robots Bill"}),
        ("fr", "la proposition de règlement ePrivacy", {"52017PC0010"}),
    ],
)
def test_a_proposal_is_no_law_yet(language, text, expected):
    assert ids(text, language, "proposal") == expected
    assert ids(text, language) == set()


def test_a_short_name_that_the_text_defines_is_a_citation():
    text = "Directive 2011/99/EU (the 'Safe Pets Directive') helps. The Safe Pets Directive binds."
    found = find_citations(text, grammar("en"))
    assert [(text[item.start : item.end], item.value) for item in found] == [
        ("Directive 2011/99/EU", "32011L0099"),
        ("Safe Pets Directive", "32011L0099"),
        ("Safe Pets Directive", "32011L0099"),
    ]


def test_the_directive_counts_where_the_text_defines_it():
    text = "Directive 2011/99/EU (hereinafter 'the Directive'): the Directive replaces Directive 95/46/EC."
    assert [item.value for item in find_citations(text, grammar("en"))] == [
        "32011L0099",
        "32011L0099",
        "32011L0099",
        "31995L0046",
    ]


def test_an_acronym_means_what_the_text_defines():
    text = "The Deep Mining Act 2019 (DSA) is new. The DSA binds miners."
    assert ids(text, "en") == {"?GB:Deep Mining Act 2019"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Regulation (EU) 2016/679 of 27 April 2016 on data and repealing Directive 95/46/EC.", {GDPR}),
        ("as Guidelines 4/2019 on Article 25 GDPR say", set()),
        ("the GDPR, as Guidelines 4/2019 on design under the LED say", {GDPR}),
    ],
)
def test_an_act_named_inside_a_title_does_not_count(text, expected):
    assert ids(text, "en") == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Article 22 of the GDPR", ("Article 22",)),
        ("en", "Articles 13 and 14 of Regulation (EU) 2016/679", ("Article 13", "Article 14")),
        ("en", "Article 6(1)(a) GDPR", ("Article 6(1)(a)",)),
        ("en", "recital 71 of the GDPR", ("Recital 71",)),
        ("en", "Annex III to the AI Act", ("Annex III",)),
        ("en", "Articles 12-22 of the GDPR", ("Article 12-22",)),
        ("en", "GDPR, Article 5", ("Article 5",)),
        ("de", "Art. 6 Abs. 1 DSGVO", ("Article 6 Abs. 1",)),
        ("fr", "l'article 22 du RGPD", ("Article 22",)),
        ("es", "los artículos 13 y 14 del RGPD", ("Article 13", "Article 14")),
        ("it", "l'articolo 22 del GDPR", ("Article 22",)),
        ("nl", "artikel 22 van de AVG", ("Article 22",)),
        ("pt", "o artigo 22 do RGPD", ("Article 22",)),
        ("en", "the GDPR applies", ()),
    ],
)
def test_articles_recitals_and_annexes_are_pinpoints(language, text, expected):
    (citation,) = find_citations(text, grammar(language))
    assert citation.pinpoints == expected


def test_the_charter_counts_beside_eu_law_on_fundamental_rights():
    text = "The GDPR serves a fundamental right: Article 8 of the Charter."
    assert ids(text, "en") == {GDPR, "charter"}


def test_citations_never_overlap_and_offsets_hold():
    text = "The General Data Protection Regulation (EU) 2016/679 (GDPR), Pub. L. 107-347 and the UK GDPR."
    found = find_citations(text, grammar("en"))
    assert all(left.end <= right.start for left, right in pairwise(found))
    assert text[found[-1].start : found[-1].end] == "UK GDPR"
