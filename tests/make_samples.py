"""Writes raw/samples: self-written documents that look like the real thing.

`python tests/make_samples.py` makes the PDF files again; the same source gives the same bytes.
The HTML and text samples are kept as they are. Needs reportlab, pypdfium2 and Pillow.
"""

from __future__ import annotations

import io
import time
from pathlib import Path
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.platypus import (
    BaseDocTemplate,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

SAMPLES = Path(__file__).resolve().parent.parent / "raw" / "samples"
BODY = ParagraphStyle("body", fontName="Times-Roman", fontSize=11, leading=14, spaceAfter=8)
SMALL = ParagraphStyle("small", parent=BODY, fontSize=8, leading=10, spaceAfter=2)
HEAD = ParagraphStyle("head", parent=BODY, fontName="Helvetica-Bold", fontSize=14, leading=18, spaceBefore=10)
SUBHEAD = ParagraphStyle("subhead", parent=HEAD, fontSize=12, leading=15)
TITLE = ParagraphStyle(
    "title", parent=BODY, fontName="Helvetica-Bold", fontSize=24, leading=30, spaceAfter=14
)
SUBTITLE = ParagraphStyle("subtitle", parent=TITLE, fontName="Helvetica", fontSize=15, leading=20)
ITEM = ParagraphStyle("item", parent=BODY, leftIndent=18, bulletIndent=4)
CELL = ParagraphStyle("cell", parent=BODY, fontSize=9, leading=11, spaceAfter=0)
STYLES = {"t": TITLE, "s": SUBTITLE, "h": HEAD, "hh": SUBHEAD, "p": BODY, "n": SMALL}


def flow(script: str) -> list[Any]:
    """Paragraphs from lines such as "h: Purpose"; "-" is a bullet and "=" a page break."""
    story: list[Any] = []
    for line in filter(None, (line.strip() for line in script.splitlines())):
        mark, _, text = line.partition(":")
        if line == "=":
            story.append(PageBreak())
        elif line == "_":
            story.append(Spacer(1, 2 * cm))
        elif line.startswith("- "):
            story.append(Paragraph(line[2:], ITEM, bulletText="•"))
        else:
            story.append(Paragraph(text.strip(), STYLES[mark]))
    return story


def decorate(header: str, notes: dict[int, list[str]]) -> Any:
    """Header, page number and footnotes of a page."""

    def draw(canvas: Any, template: Any) -> None:
        page = canvas.getPageNumber()
        canvas.setFont("Helvetica", 8)
        if page > 1:
            canvas.drawString(2.5 * cm, 28.3 * cm, header)
            canvas.drawRightString(18.5 * cm, 1.2 * cm, str(page))
        lines = notes.get(page, [])
        if lines:
            top = 1.8 * cm + 0.4 * cm * len(lines)
            canvas.line(2.5 * cm, top + 0.15 * cm, 7.5 * cm, top + 0.15 * cm)
            canvas.setFont("Times-Roman", 8)
            for number, line in enumerate(lines):
                canvas.drawString(2.5 * cm, top - 0.4 * cm * (number + 0.6), line)

    return draw


def write_pdf(
    name: str,
    story: list[Any],
    title: str,
    author: str,
    header: str = "",
    notes: dict[int, list[str]] | None = None,
) -> bytes:
    """Lay a story out on A4 with one- and two-column pages."""
    buffer = io.BytesIO()
    document = BaseDocTemplate(buffer, pagesize=A4, title=title, author=author, invariant=1)
    draw = decorate(header, notes or {})
    wide = Frame(2.5 * cm, 3.5 * cm, 16 * cm, 24 * cm, id="wide")
    left = Frame(2.5 * cm, 3.5 * cm, 7.7 * cm, 24 * cm, id="left")
    right = Frame(10.8 * cm, 3.5 * cm, 7.7 * cm, 24 * cm, id="right")
    document.addPageTemplates(
        [
            PageTemplate(id="one", frames=[wide], onPage=draw),
            PageTemplate(id="two", frames=[left, right], onPage=draw),
        ]
    )
    document.build(story)
    (SAMPLES / name).write_bytes(buffer.getvalue())
    return buffer.getvalue()


def table(rows: list[list[str]]) -> Table:
    """A ruled table."""
    cells = [[Paragraph(cell, CELL) for cell in row] for row in rows]
    made = Table(cells, colWidths=[3 * cm, 7 * cm, 6 * cm], repeatRows=1)
    made.setStyle(TableStyle([("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "TOP")]))
    return made


UN_RECOMMENDATION = """
n: UNPDL/REC/2023/4
_
t: Recommendation on Learning Machines in Public Schools
s: Adopted by the General Assembly of the United Nations Programme on Digital Learning at its seventh session, Geneva, 16 November 2023
=
p: The General Assembly of the United Nations Programme on Digital Learning,
p: Recalling the Universal Declaration of Human Rights, the International Covenant on Economic, Social and Cultural Rights and the Convention on the Rights of the Child,
p: Recognizing that machine learning systems that grade pupils, recommend exercises or predict drop-out may widen access to education, and that they may also harm equality and the right to privacy of children,
p: Noting that this Recommendation is voluntary and creates no legal obligation for Member States,
p: 1. Recommends that Member States protect the right to education of every child when learning machines are used in public schools, and keep a teacher responsible for every decision on a pupil;
p: 2. Urges Member States to prohibit emotion recognition in classrooms;
p: 3. Calls upon ministries of education to publish, before a learning machine is used, an assessment of its effects on the rights of the child, on non-discrimination and on data protection;
p: 4. Encourages developers of learning machines to explain in plain language how a recommendation was reached, and to test their systems for bias against girls and against pupils with disabilities;
p: 5. Invites teachers' associations and parents to take part in the oversight of learning machines;
p: 6. Requests the Secretariat to report on the follow-up given to this Recommendation every four years.
h: Annex: Principles for learning machines
p: Learning machines in public schools should follow four principles:
- Transparency: pupils and parents are told when a learning machine is used and what it is used for.
- Accountability: the school answers for every decision that is prepared by a learning machine.
- Fairness: no pupil is treated worse because of sex, language, origin or disability.
- Human oversight: a teacher can change or set aside every output.
"""

AGENCY_COVER = """
_
t: Guidelines 03/2024 on automated decisions in public employment services
s: Version 1.0
s: Adopted on 11 March 2024
_
p: European Agency for Digital Trust
=
h: Contents
p: 1 Introduction ........................................................ 3
p: 2 Scope and legal framework ........................................... 3
p: 3 Recommendations for public employment services ...................... 4
p: 4 Risk levels ......................................................... 5
=
"""
AGENCY_BODY = """
h: 1 Introduction
p: 1. Public employment services in the Union use automated decision-making to rank job seekers, to select them for training and to detect fraud. These Guidelines explain how such systems can be used in a way that respects the rights of the persons concerned.
p: 2. The European Agency for Digital Trust issues these Guidelines under its founding mandate. They are addressed to public employment services as deployers and to the providers who supply them. These Guidelines are not legally binding and do not create new obligations.
h: 2 Scope and legal framework
p: 3. Job seekers have the right not to be subject to a decision based solely on automated processing, as Article 22 of Regulation (EU) 2016/679<super>1</super> provides. The right to the protection of personal data is laid down in Article 8 of the Charter of Fundamental Rights of the European Union.
p: 4. Equal treatment in access to employment is governed by Directive 2000/78/EC<super>2</super>. A profiling system that scores job seekers by their postcode may discriminate indirectly.
"""
AGENCY_RECOMMENDATIONS = """
h: 3 Recommendations for public employment services
hh: 3.1 Before the system is used
p: R1. Public employment services should carry out a data protection impact assessment before they use an automated decision-making system.
p: R2. Public employment services should test the system for discrimination on grounds of sex, age, disability and ethnic origin, and publish the results of the test.
p: R3. Providers should document the training data and the known limits of the system.
hh: 3.2 While the system is used
p: R4. A case worker must be able to overrule every score, and the reasons for following a score should be recorded.
p: R5. Job seekers should be informed, in clear and plain language, that profiling is used and how they can contest a decision.
p: R6. Public employment services may ask the Agency for an opinion on a planned system.
hh: 3.3 After a decision
p: R7. Member States should make sure that an effective remedy before a court is available against every refusal of benefits.
"""

UNIVERSITY = """
t: Policy on generative AI in teaching and assessment
p: University of Northmoor
p: Approved by Senate on 12 June 2024. In force from 1 September 2024.
h: 1. Purpose
p: This policy sets out how students and staff of the University of Northmoor may use generative AI tools, such as chatbots built on large language models. It is binding on all students and staff of the University.
h: 2. Principles
p: The University asks everyone to act with academic integrity, to be transparent about the use of generative AI, and to remain responsible for the work that they submit.
h: 3. Rules for students
- Students must say in every assignment which generative AI tools they have used and for what.
- Students must not present text made by a tool as their own.
- Students may use generative AI to check grammar and spelling.
h: 4. Rules for staff
- Staff should state in every module handbook which uses of generative AI are allowed.
- Staff must not enter personal data of students into tools that the University has not approved.
- Staff should not rely on detection software alone when they suspect misconduct.
h: 5. Data protection
p: The use of generative AI must comply with the UK GDPR and the Data Protection Act 2018.
"""

CIRCULAR = """
_
p: MINISTRY OF DIGITAL AFFAIRS
p: Circular No. 7 of 3 May 2022
_
t: Circular on chatbots in citizen services
p: To all heads of department.
p: 1. Departments should tell citizens that they are speaking to a chatbot and not to a person.
p: 2. Departments should offer a way to reach a civil servant in every conversation.
p: 3. Departments must not store conversations for longer than thirty days.
p: This circular gives guidance and has no force of law.
"""


def write_scan(name: str, source: bytes) -> None:
    """A PDF that holds only pictures of the pages of another."""
    import pypdfium2

    pages = [page.render(scale=2.2).to_pil().convert("L") for page in pypdfium2.PdfDocument(source)]
    buffer = io.BytesIO()
    # Pillow stamps the time of writing; a fixed one keeps the file the same.
    epoch = time.gmtime(0)
    options = {"save_all": True, "append_images": pages[1:], "creationDate": epoch, "modDate": epoch}
    pages[0].save(buffer, "PDF", resolution=158, **options)
    (SAMPLES / name).write_bytes(buffer.getvalue())


def main() -> None:
    """Write the PDF samples."""
    write_pdf(
        "un-recommendation-learning-machines.pdf",
        flow(UN_RECOMMENDATION),
        "Recommendation on Learning Machines in Public Schools",
        "UNPDL",
        header="UNPDL/REC/2023/4",
    )
    rows = [
        ["Level", "Example", "What the service should do"],
        ["Low", "A search engine for vacancies", "Inform the job seeker"],
        ["Medium", "A ranking of training offers", "Inform and keep a record"],
        ["High", "A score that decides on benefits", "Human review of every decision"],
    ]
    story = [
        *flow(AGENCY_COVER),
        *flow(AGENCY_BODY),
        NextPageTemplate("two"),
        PageBreak(),
        *flow(AGENCY_RECOMMENDATIONS),
        NextPageTemplate("one"),
        PageBreak(),
        *flow("h: 4 Risk levels\np: The table shows three levels of risk."),
        table(rows),
    ]
    notes = {
        3: [
            "1 Regulation (EU) 2016/679 of 27 April 2016 on the protection of natural persons (GDPR), OJ L 119, 4.5.2016.",
            "2 Council Directive 2000/78/EC of 27 November 2000, OJ L 303, 2.12.2000, p. 16.",
        ]
    }
    write_pdf(
        "agency-guidelines-automated-decisions.pdf",
        story,
        "Guidelines 03/2024",
        "EADT",
        header="Guidelines 03/2024 on automated decisions in public employment services",
        notes=notes,
    )
    write_pdf("university-policy-generative-ai.pdf", flow(UNIVERSITY), "Policy", "University of Northmoor")
    scan = io.BytesIO()
    BaseDocTemplate(
        scan,
        pagesize=A4,
        invariant=1,
        pageTemplates=[PageTemplate(frames=[Frame(2.5 * cm, 3 * cm, 16 * cm, 24 * cm)])],
    ).build(flow(CIRCULAR))
    write_scan("ministry-circular-chatbots-scan.pdf", scan.getvalue())


if __name__ == "__main__":
    main()
