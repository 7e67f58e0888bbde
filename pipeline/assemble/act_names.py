"""The usual short name of an EU act that the vocabulary does not know, from its CELEX number.

Texts print one act in many ways ("REGULATION (EU) No 223/2014", "(EU) No 223/2014", "98/34/EC"); the table
names it in one.
"""

from __future__ import annotations

import re

ACT = re.compile(r"3(?P<year>\d{4})(?P<letter>[RLDF])(?P<serial>\d{4})")
PROPOSAL = re.compile(r"5(?P<year>\d{4})PC(?P<serial>\d{4})")
KINDS = {"R": "Regulation", "L": "Directive", "D": "Decision", "F": "Framework Decision"}
# As printed in the languages that the grammar reads, to the English abbreviation.
COMMUNITIES = {
    "EU": "EU",
    "UE": "EU",
    "EC": "EC",
    "CE": "EC",
    "EG": "EC",
    "EEC": "EEC",
    "CEE": "EEC",
    "EWG": "EEC",
    "EEG": "EEC",
    "ECSC": "ECSC",
    "CECA": "ECSC",
    "EGKS": "ECSC",
    "EURATOM": "Euratom",
    "CFSP": "CFSP",
    "PESC": "CFSP",
    "GASP": "CFSP",
    "JHA": "JHA",
    "JAI": "JHA",
    "JI": "JHA",
    "JBZ": "JHA",
    "GAI": "JHA",
}
PRINTED = re.compile(rf"(?<!\w)(?:{'|'.join(COMMUNITIES)})(?!\w)", re.IGNORECASE)
SIGN = re.compile(r"(?<!\w)(?:No|Nr|nº|n°|n\.º)\b\.?|№|n[°º]", re.IGNORECASE)
# Maastricht, Lisbon, and the common numbering of all acts (OJ L 1/2015): the year in brackets comes first.
FIRST_EC_YEAR, FIRST_EU_YEAR, FIRST_COMMON_YEAR = 1994, 2010, 2015
FOUR_DIGITS_FROM = 1999  # "98/34/EC", but "1999/5/EC"


def name_act(celex: str, printed: str) -> str | None:
    """The usual name of an act or proposal by its CELEX number and one printed form, else None.

    "32014R0223" printed "(EU) No 223/2014" gives "Regulation (EU) No 223/2014", and "31998L0034" printed
    "98/34/EC" gives "Directive 98/34/EC".
    """
    if proposal := PROPOSAL.fullmatch(celex):
        return f"COM({proposal['year']}) {int(proposal['serial'])}"
    match = ACT.fullmatch(celex)
    if match is None:
        return None
    kind, year, serial = KINDS[match["letter"]], int(match["year"]), int(match["serial"])
    community = read_community(printed) or community_of(year)
    if year >= FIRST_COMMON_YEAR:
        return f"{kind} ({community}) {year}/{serial}"
    short = str(year) if year >= FOUR_DIGITS_FROM else str(year)[2:]
    if kind == "Regulation":
        return f"{kind} ({community}) No {serial}/{short}"
    if kind == "Decision" and SIGN.search(printed):
        return f"{kind} No {serial}/{year}/{community}"
    return f"{kind} {short}/{serial}/{community}"


def read_community(printed: str) -> str:
    """The Communities that a printed form names: "(Euratom, EC)" gives "Euratom, EC"."""
    found = [COMMUNITIES[word.upper()] for word in PRINTED.findall(printed)]
    return ", ".join(dict.fromkeys(found))


def community_of(year: int) -> str:
    """The Community or Union whose acts of a year are."""
    if year < FIRST_EC_YEAR:
        return "EEC"
    return "EC" if year < FIRST_EU_YEAR else "EU"
