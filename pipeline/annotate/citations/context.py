"""What makes a citation count less: a proposal, a name inside the title of another act or work."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.annotate.citations.model import Citation, Phrases, alternation

LOOK_BACK = 80
TITLE_REACH = 700
# The title of an act ends at its Official Journal reference, a sentence end or a new line.
TITLE_END = re.compile(
    r"\n|\(OJ|\(ABl|\(JO|\(DO|\(PB|\(GU|;|\.\s+(?=[A-ZÀ-Þ])|,\s(?:which|that|as well as|the"
    r"|in particular)\s"
)
NUMBERED_WORK = re.compile(
    r"(?:Guidelines?|Opinion|Recommendations?|Statement|Leitlinien|Stellungnahme|Lignes directrices|Avis"
    r"|Directrices"
    r"|Dictamen|Richtsnoeren|Advies|Linee guida|Parere|Orientações|Parecer|Report)\s(?:No\.?\s)?\d{1,3}/"
    r"(?:19|20)\d\d\s"
    r"(?:on|under|of|regarding|concerning|zu|zum|zur|sur|relatives?|sobre|over|inzake|sul"
    r"|sulla)\s[^.;:()\n]*$"
)
COM = re.compile(r"\b(?:COM|JOIN)\s?\(?(?P<year>(?:19|20)\d\d)\)?\s?/?\s?(?P<number>\d{1,4})(?:\sfinal)?")
SENTENCE_END = re.compile(r"\n\s*\n|[.;]\s+(?=[A-Z])|\bCOM\s?\(")
COM_REACH = 400
COM_BEHIND = 30


@dataclass(slots=True, frozen=True)
class ContextGrammar:
    """The compiled words around a citation that change what it is."""

    proposed: re.Pattern[str]
    proposed_after: re.Pattern[str]
    proposal: re.Pattern[str]
    paper: re.Pattern[str]
    other_work: re.Pattern[str]
    chain: re.Pattern[str]
    titled: re.Pattern[str]
    link: re.Pattern[str]


def build_context_grammar(phrases: Phrases) -> ContextGrammar:
    """Compile the grammar from the words of phrases/citations.toml."""
    adopted, month = alternation(phrases, "adopted_by"), alternation(phrases, "month")
    words = alternation(phrases, "proposal")
    between = (
        r"(?:(?:the|an|EU|EU['’]s|European|Commission['’]s|l['’]|die|der|das|la|le|el|il|de|het|o|a)\s?){0,3}"
    )
    return ContextGrammar(
        proposed=re.compile(rf"(?<!\w){words}\s?[“‘\"'„]?{between}[“‘\"'„]?$", re.I),
        proposed_after=re.compile(rf"[”’\"']?\s?{alternation(phrases, 'proposal_after')}(?!\w)", re.I),
        other_work=re.compile(rf"\s{alternation(phrases, 'other_work')}(?!\w)", re.I),
        chain=re.compile(rf"\s?,?\s?(?:{alternation(phrases, 'conjunction')})?\s?(?:the\s)?", re.I),
        proposal=re.compile(rf"(?<!\w){alternation(phrases, 'proposal_noun')}(?!\w)", re.I),
        paper=re.compile(rf"(?<!\w){alternation(phrases, 'commission_paper')}(?!\w)", re.I),
        titled=re.compile(
            rf"\s{{1,2}}(?:{adopted}|(?:of|du|vom|de|del|van|dello|do)\s(?:the\s)?\d{{1,2}}\.?\s?"
            rf"(?:de\s)?{month})",
            re.I,
        ),
        link=re.compile(rf"(?<!\w){alternation(phrases, 'title_link')}(?!\w)", re.I),
    )


def mark_proposal(text: str, citation: Citation, grammar: ContextGrammar) -> Citation:
    """A name with "proposed" before or "proposal" behind is no law yet: "the AI Act proposal"."""
    if citation.rule.startswith("eu_act"):
        return citation
    if grammar.other_work.match(text, citation.end):
        return citation.with_context("title_of_work")
    before = text[max(0, citation.start - LOOK_BACK) : citation.start]
    if grammar.proposed.search(before) or grammar.proposed_after.match(text, citation.end):
        return replace(citation, kind="proposal")
    return citation


def mark_proposals(text: str, citations: list[Citation], grammar: ContextGrammar) -> list[Citation]:
    """Mark proposals; a list passes it on: "the proposed Data Act and AI Act"."""
    marked: list[Citation] = []
    for citation in citations:
        last = marked[-1] if marked else None
        listed = last is not None and last.kind == "proposal" and not citation.rule.startswith("eu_")
        if listed and last and grammar.chain.fullmatch(text[last.end : citation.start]):
            marked.append(replace(citation, kind="proposal"))
        else:
            marked.append(mark_proposal(text, citation, grammar))
    return marked


def join_proposals(text: str, citations: list[Citation]) -> list[Citation]:
    """A proposal named before its number is one: "Proposal for a Data Act, COM(2022) 68"."""
    joined = list(citations)
    for place, (citation, following) in enumerate(pairwise(citations)):
        named = citation.kind == "proposal" and citation.rule.startswith("name")
        numbered = following.rule.startswith("eu_proposal") and following.start - citation.end <= COM_REACH
        if named and numbered and not SENTENCE_END.search(text, citation.end, following.start):
            joined[place] = replace(citation, value=following.value)
    return joined


def find_proposals(text: str, grammar: ContextGrammar) -> Iterator[Citation]:
    """Proposals by their number: "Proposal for a Regulation … COM(2021) 206 final"."""
    for match in COM.finditer(text):
        before = text[max(0, match.start() - COM_REACH) : match.start()]
        sentence = SENTENCE_END.split(before)[-1]
        behind = text[match.end() : match.end() + COM_BEHIND]
        if grammar.proposal.search(sentence) and not grammar.paper.search(sentence + behind):
            value = f"5{match['year']}PC{int(match['number']):04d}"
            yield Citation(value, match.start(), match.end(), "eu_proposal:number", "proposal")


def mark_titles(text: str, citations: list[Citation], grammar: ContextGrammar) -> list[Citation]:
    """Mark what stands inside the title of another act or of a numbered work."""
    marked, region = [], (0, 0)
    for citation in citations:
        marked.append(mark_title(text, citation, region))
        region = title_of(text, citation, grammar) or region
    return marked


def mark_title(text: str, citation: Citation, region: tuple[int, int]) -> Citation:
    """The citation with the kind of title that it stands in, if any."""
    if region[0] <= citation.start and citation.end <= region[1]:
        return citation.with_context("title_of_act")
    if is_in_work(text, citation):
        return citation.with_context("title_of_work")
    return citation


def title_of(text: str, citation: Citation, grammar: ContextGrammar) -> tuple[int, int] | None:
    """The part of an act's title behind "amending" or "repealing": "Regulation X of 1 May 2016 repealing"."""
    if not citation.rule.startswith("eu_act") or not grammar.titled.match(text, citation.end):
        return None
    stop = TITLE_END.search(text, citation.end, citation.end + TITLE_REACH)
    end = stop.start() if stop else min(len(text), citation.end + TITLE_REACH)
    link = grammar.link.search(text, citation.end, end)
    return (link.end(), end) if link else None


def is_in_work(text: str, citation: Citation) -> bool:
    """Whether a citation is part of the title of a work: "Guidelines 4/2019 on Article 25 GDPR"."""
    before = text[max(0, citation.start - 2 * LOOK_BACK) : citation.start]
    return NUMBERED_WORK.search(before) is not None
