"""Issuers in forty styles: one line a document, blocks divided by " / ", joint issuers by "|"."""

import pytest

from builders import reading
from pipeline.assemble.candidates import judge_many
from pipeline.assemble.enacting_body import find_enacting_body
from pipeline.records import Entry

STYLES = [
    (
        "en",
        "p: U.S. Department of Commerce / title: Managing Robots / "
        "p: National Institute of Standards and Technology",
        "National Institute of Standards and Technology",
    ),
    (
        "en",
        "p: Resolution 9999 (2031) / title: Need for robots / p: Parliamentary Assembly / "
        "p: Text adopted by the Assembly. The Council of Europe has 46 members.",
        "Parliamentary Assembly of the Council of Europe",
    ),
    (
        "en",
        "title: Position Statement on Robots / p: Robot Doctors' Association / "
        "p: Approved by the Board of Directors, May 2031",
        "Robot Doctors' Association",
    ),
    (
        "en",
        "title: Robot Guideline / p: Ministry of Internal Affairs and Communications / "
        "p: Ministry of Economy, Trade and Industry / p: Japan",
        "Ministry of Internal Affairs and Communications|Ministry of Economy, Trade and Industry",
    ),
    ("nl", "title: Kader robots / p: Rijksdienst voor Robotica / p: mei 2031", "Rijksdienst voor Robotica"),
    (
        "en",
        "p: The Law Society / title: Generative AI: the essentials for solicitors / p: This "
        "guide is for solicitors in England and Wales.",
        "Law Society of England and Wales",
    ),
    (
        "en",
        "title: Guidance for Judicial Office Holders on artificial intelligence / p: Courts and "
        "Tribunals Judiciary / p: 12 December 2029",
        "Courts and Tribunals Judiciary",
    ),
    (
        "en",
        "title: ABA Formal Opinion 599 / p: AMERICAN BAR ASSOCIATION / p: STANDING COMMITTEE ON "
        "ETHICS AND PROFESSIONAL RESPONSIBILITY",
        "American Bar Association",
    ),
    (
        "en",
        "title: Principles of Fairness for Robots / p: Monetary Authority of Singapore / p: 2029",
        "Monetary Authority of Singapore",
    ),
    (
        "en",
        "h: HKMA / title: High-level Principles on Robots / p: Our Ref.: B1/15C / p: The Hong "
        "Kong Monetary Authority (HKMA) issues this circular to all authorized institutions.",
        "Hong Kong Monetary Authority",
    ),
    (
        "de",
        "title: Orientierungshilfe zu Robotern / p: der Konferenz der unabhängigen "
        "Datenschutzaufsichtsbehörden des Bundes und der Länder / p: vom 6. Mai 2029",
        "Konferenz der unabhängigen Datenschutzaufsichtsbehörden des Bundes und der Länder",
    ),
    (
        "de",
        "p: Deutscher Ethikrat / title: Mensch und Maschine: Stellungnahme / p: 20. März 2029",
        "Deutscher Ethikrat",
    ),
    (
        "es",
        "title: Adecuación al RGPD de tratamientos con robots / p: Agencia Española de "
        "Protección de Datos / p: Febrero 2029",
        "Agencia Española de Protección de Datos",
    ),
    (
        "it",
        "p: GARANTE PER LA PROTEZIONE DEI DATI PERSONALI / title: Decalogo per i robot / p: Il "
        "Garante ricorda i principi",
        "Garante per la protezione dei dati personali",
    ),
    (
        "pt",
        "p: CONSELHO NACIONAL DE JUSTIÇA / title: RESOLUÇÃO No 999, DE 21 DE AGOSTO DE 2029 / p: "
        "O PRESIDENTE DO CONSELHO NACIONAL DE JUSTIÇA, no uso de suas atribuições,",
        "Conselho Nacional de Justiça",
    ),
    (
        "nl",
        "p: Autoriteit Persoonsgegevens / title: Handreiking scraping door bedrijven",
        "Autoriteit Persoonsgegevens",
    ),
    (
        "en",
        "title: Artificial Intelligence and Machine Learning in Devices: Guiding Principles / p: "
        "U.S. Food and Drug Administration / p: Health Canada / p: Medicines and Healthcare "
        "products Regulatory Agency",
        "U.S. Food and Drug Administration|Health Canada|Medicines and Healthcare products Regulatory Agency",
    ),
    (
        "en",
        "p: TLP:CLEAR / title: Deploying AI Systems Securely / p: National Security Agency | "
        "Cybersecurity and Infrastructure Security Agency | Federal Bureau of Investigation / p: "
        "April 2029",
        "National Security Agency|Cybersecurity and Infrastructure Security Agency|"
        "Federal Bureau of Investigation",
    ),
    (
        "en",
        "title: Our AI Principles / p: At Deutsche Telekom we design with care. / p: © 2029 "
        "Deutsche Telekom AG",
        "Deutsche Telekom AG",
    ),
    (
        "en",
        "title: Policy on the Use of Robots / p: University of Otago / p: This policy applies to "
        "all staff of the University.",
        "University of Otago",
    ),
    (
        "en",
        "p: MINISTRY OF DIGITAL AFFAIRS / p: REPUBLIC OF FREEDONIA / title: National Robot Strategy 2030",
        "Ministry of Digital Affairs",
    ),
    (
        "en",
        "title: Ethics of robots in health / p: Published by the World Health Organization in "
        "2029 / p: © World Health Organization 2029",
        "World Health Organization",
    ),
    (
        "en",
        "p: World Medical Association / title: WMA Statement on Robots in Medicine / p: Adopted "
        "by the 79th WMA General Assembly, Berlin, October 2029",
        "World Medical Association",
    ),
    (
        "en",
        "title: Antiqua et moderna: note on machines / p: Dicastery for the Doctrine of the "
        "Faith / p: Dicastery for Culture and Education",
        "Dicastery for the Doctrine of the Faith|Dicastery for Culture and Education",
    ),
    (
        "en",
        "p: United Nations A/RES/88/111 / p: General Assembly Distr.: General / p: Resolution "
        "adopted by the General Assembly on 21 March 2029 / title: 88/111. Seizing the "
        "opportunities of safe robots / p: The General Assembly, Recalling its resolution 70/1,",
        "United Nations General Assembly",
    ),
    (
        "en",
        "p: Committee on the Rights of the Child / title: General comment No. 99 (2029) on "
        "robots / p: CRC/C/GC/99",
        "Committee on the Rights of the Child",
    ),
    (
        "en",
        "p: MDCG 2029-6 / title: Guidance on robots under the MDR / p: This document has been "
        "endorsed by the Medical Device Coordination Group (MDCG) established by Article 103 of "
        "Regulation (EU) 2017/745.",
        "Medical Device Coordination Group",
    ),
    (
        "en",
        "p: FINMA Guidance 08/2029 / title: Governance and risk management when using robots / "
        "p: Swiss Financial Market Supervisory Authority FINMA, Laupenstrasse 27, 3003 Bern",
        "Swiss Financial Market Supervisory Authority",
    ),
    (
        "en",
        "title: Mandatory Guardrails: voluntary robot standard / p: Australian Government / p: "
        "Department of Industry, Science and Resources",
        "Department of Industry, Science and Resources",
    ),
    (
        "en",
        "title: ASEAN Guide on Robot Governance and Ethics / p: The ASEAN Secretariat, Jakarta",
        "Association of Southeast Asian Nations",
    ),
    ("en", "title: Continental Robot Strategy / p: AFRICAN UNION / p: July 2029", "African Union"),
    (
        "en",
        "title: Blueprint for a Robot Bill of Rights / p: THE WHITE HOUSE / p: OCTOBER 2029 / p: "
        "Published by the White House Office of Science and Technology Policy",
        "Office of Science and Technology Policy",
    ),
    (
        "en",
        "title: Guidelines for Secure Robot Development / p: National Cyber Security Centre / p: "
        "UK government",
        "National Cyber Security Centre",
    ),
    (
        "en",
        "title: Position paper on robots / p: CCBE considerations on the legal aspects of robots "
        "/ p: Council of Bars and Law Societies of Europe / p: The voice of European Lawyers",
        "Council of Bars and Law Societies of Europe",
    ),
    (
        "en",
        "title: Toronto Declaration on robots / p: Amnesty International and Access Now / p: 16 May 2029",
        "Amnesty International|Access Now",
    ),
    (
        "en",
        "title: Ethically Aligned Robots / p: The IEEE Global Initiative on Ethics of Autonomous "
        "and Intelligent Systems / p: Prepared with members of IEEE",
        "IEEE Global Initiative on Ethics of Autonomous and Intelligent Systems",
    ),
    (
        "en",
        "title: The Norwegian strategy for robots / p: Norwegian Ministry of Local Government "
        "and Modernisation / p: Strategy",
        "Norwegian Ministry of Local Government and Modernisation",
    ),
    (
        "fr",
        "p: RÉPUBLIQUE FRANÇAISE / p: DÉFENSEUR DES DROITS / title: Algorithmes: prévenir "
        "l'automatisation des discriminations / p: en partenariat avec la CNIL",
        "Défenseur des droits",
    ),
    (
        "en",
        "title: Practice Note on the use of robots in civil proceedings / p: SUPREME COURT OF "
        "NEW SOUTH WALES / p: Practice Note SC Gen 99",
        "Supreme Court of New South Wales",
    ),
    (
        "en",
        "title: Smart Robots Code / p: Robotics Industry Council of Wakanda / p: Supported by "
        "the European Commission",
        "Robotics Industry Council of Wakanda",
    ),
    (
        "en",
        "title: Comments on the draft Robot Act / p: Submitted to the European Commission by DIGITALEUROPE",
        "DIGITALEUROPE",
    ),
    (
        "en",
        "title: Response to the consultation of the Information Commissioner's Office on robots "
        "/ p: Ada Lovelace Institute / p: May 2029",
        "Ada Lovelace Institute",
    ),
    (
        "en",
        "title: Opinion 99/2029 on the robot regulation / p: EDPS Opinion on the proposal for a "
        "Regulation / p: European Data Protection Supervisor",
        "European Data Protection Supervisor",
    ),
    (
        "en",
        "title: EDPB-EDPS Joint Opinion 5/2029 on robots / p: Adopted on 18 June 2029",
        "European Data Protection Board|European Data Protection Supervisor",
    ),
    ("en", "title: Robot policy / p: Acme Widgets Ltd / p: We at Acme care.", "Acme Widgets Ltd"),
    (
        "en",
        "title: Kingston Robot Charter / p: City of Kingston / p: Adopted by City Council on 3 May 2029",
        "City of Kingston",
    ),
    (
        "es",
        "title: Estrategia Nacional de Robots / p: Ministerio de Ciencia, Tecnología e "
        "Innovación / p: Gobierno de Freedonia",
        "Ministerio de Ciencia, Tecnología e Innovación",
    ),
    ("en", "title: How people use robots / p: Machines are useful.", ""),
]


@pytest.mark.parametrize(("language", "page", "expected"), STYLES)
def test_the_issuer_of_each_style_of_cover_is_found(language, page, expected):
    lines = page.split(" / ")
    title = next(line.removeprefix("title: ") for line in lines if line.startswith("title: "))
    text = reading(*lines, language=language)
    entry = Entry(entry_id="sample", full_name=title)
    values, rows = judge_many(text, "enacting_body", find_enacting_body(text, entry))
    assert "|".join(values) == expected
    assert all(row.quote is None or text.document.text[row.start : row.end] == row.quote for row in rows)
