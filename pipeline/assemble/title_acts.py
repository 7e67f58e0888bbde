"""The title of a legal act, which names its kind, body, date and subject.

Serves `full_name`, `date` and screening.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.assemble.candidates import Candidate
from pipeline.assemble.front import Line
from pipeline.assemble.phrases import phrase_pattern
from pipeline.assemble.reading import Reading

# Titles of acts of the Official Journal have up to some hundred words.
MAX_ACT_WORDS = 120
# "RESOLUTION No 196", "OF THE COUNCIL OF MINISTERS", "of 28 December 2020".
MAX_BODY_WORDS = 8
ACT_DATE = re.compile(
    r"(?:of|du|de|del|vom|van|z dnia|di)\s+\d{1,2}[.\w]*\s+\w+(?:\s+de)?\s+\d{4}(?:\s+r\.)?", re.IGNORECASE
)
ACT_SUBJECT = re.compile(
    r"(?:on|with|concerning|regarding|relating|for|to|establishing|laying|amending|setting|meeting|sur|relative?|"
    r"concernant|über|zur?|betreffende|inzake|sobre|relativ[oa]|sul|w sprawie)\b",
)
ACT_ASIDE = re.compile(
    r"\s*\((?:Text with EEA|recast|notified|\d{2,4}/|[A-Z]{2,4}/\d|codified)|(?<=\w)\(\d{2,4}/"
)
# "… on lamps” The Council decides as follows:", in one block with the title.
ENACTING = re.compile(r"(?<=[”\"»\w])\s+[A-ZÀ-Ž]\w*(?:\s+[\w’'-]+,?){2,8}:$")


def find_acts(reading: Reading, lines: list[Line]) -> Iterator[Candidate]:
    """An act with its date: "COUNCIL RECOMMENDATION of 5 June 2001 on tidal data", on one line or more."""
    acts = phrase_pattern(reading, "titles", "acts")
    for position, line in enumerate(lines):
        noun = acts.search(line.text)
        if noun is None or line.leaf > 0 or len(line.text[: noun.start()].split()) > 8:
            continue
        joined = join_act(reading, lines[position : position + 4])
        match = ACT_DATE.search(joined, noun.end())
        if match and match.start() - noun.end() < 120 and ACT_SUBJECT.match(joined, match.end() + 1):
            aside = ACT_ASIDE.search(joined, match.end()) or ENACTING.search(joined, match.end())
            title = joined[: aside.start()] if aside else joined
            if len(title.split()) <= MAX_ACT_WORDS:
                span = line.block.start, last_end(lines[position:], title)
                yield Candidate(cut_act_number(title), span, "full_name.act", 0.97 - 0.001 * position)


def join_act(reading: Reading, lines: list[Line]) -> str:
    """The lines of an act's title: the body may follow, then "of <date>", then the subject."""
    joined = lines[0].text
    for position, line in enumerate(lines[1:], start=1):
        following = lines[position + 1].text if position + 1 < len(lines) else ""
        body = position == 1 and ACT_DATE.match(following) and line.words <= MAX_BODY_WORDS
        if not (
            body
            or (position == 1 and opens_with_body(reading, line))
            or ACT_DATE.match(line.text)
            or ACT_SUBJECT.match(line.text)
        ):
            break
        joined += " " + line.text
    return joined


def opens_with_body(reading: Reading, line: Line) -> bool:
    """Whether a line holds the body of the act and its date: "RADY MINISTRÓW z dnia 28 grudnia 2020 r."."""
    dated = ACT_DATE.search(line.text)
    before = line.text[: dated.start()] if dated else ""
    acts = phrase_pattern(reading, "titles", "acts")
    return dated is not None and len(before.split()) <= MAX_BODY_WORDS and not acts.search(before)


def cut_act_number(title: str) -> str:
    """Without the number before an act: "92/241/EEC: Council recommendation of …"."""
    return re.sub(r"^\d+/\d+/[A-Z]+:\s*", "", title).strip()


def last_end(lines: list[Line], title: str) -> int:
    """End of the last line that takes part in the joined title."""
    length, end = 0, lines[0].block.end
    for line in lines:
        if length >= len(title):
            break
        length += len(line.text) + 1
        end = line.block.end
    return end
