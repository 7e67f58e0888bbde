"""What belongs to a printed title: the label before it and the subtitle behind it.

Serves `full_name`.
"""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.assemble.document_numbers import NAMED_NUMBER
from pipeline.assemble.front import TITLE_PAGES, Line, fold_words, is_bare, names_body
from pipeline.assemble.phrases import listed
from pipeline.assemble.reading import Reading
from pipeline.assemble.title_text import clean_title, is_damaged, is_dated, is_version_label
from pipeline.assemble.type_names import find_type_names
from pipeline.records import Block

# Titles of print have up to some sixty words (acts of the Official Journal more, see `title_acts`).
MAX_WORDS = 60
FRONT_LEAVES = TITLE_PAGES + 1
# A title that begins so needs the label before it: "On the use of lamps".
RUNS_ON = re.compile(r"(?:On|For|on|for)\b")
MUCH_LARGER = 1.2
# A line before a label is a title from so many words on.
LEAST_LED = 3
# So many small words of another language, and none of the text's own, make a title in that language.
LEAST_FOREIGN = 2
# Where a page had no room for its title, and the letters that tell the title again.
CUT_OFF = re.compile(r"\s*(?:\.\.\.|…)$")
LEAST_OPENING = 12
SMALL_WORD = re.compile(r"[^\W\d_]+")
# "Communication from the …" is a label; "to the" and "for the" make one where a body follows.
TO_WHOM = re.compile(r"\s*(?:(FROM|from)|TO|FOR|to|for) (?:THE|the|ALL|all)\b")
NUMBER_WORD = re.compile(r"\d+/\d+|\b[A-Z]+\d|\b[A-Z]\.\d{2,}")
ARTICLE = re.compile(r"(?:An?|Un[ae]?|Eine?|Een)\s")
# What a label may hold beside its kind: articles, acronyms, numbers, strokes.
PLAIN_WORD = re.compile(r"An?|[Uu]n[ae]?|Eine?|Een|[A-Z][A-Z&-]+|\S*\d\S*|\W+")
MAX_SUBTITLE_WORDS = 25
# Points between a title and its subtitle: a quarter of an A4 page.
FARTHEST_SUBTITLE = 210


def mend_end(lines: list[Line], title: str) -> str:
    """A title that was cut off ("Safe roads in …") as another line of the front prints it."""
    cut = CUT_OFF.search(title)
    opening = fold_words(title[: cut.start()]) if cut else ""
    if len(opening) < LEAST_OPENING:
        return title
    whole = (line.text for line in lines if line.words <= MAX_WORDS and not CUT_OFF.search(line.text))
    return next((text for text in whole if fold_words(text).startswith(opening)), title)


def may_be_title(reading: Reading, line: Line) -> bool:
    """Whether a line of the front may be a title at all."""
    kind = line.block.kind
    if line.leaf >= FRONT_LEAVES or kind in ("table", "footnote", "furniture") or line.words > MAX_WORDS:
        return False
    sentence = line.text.endswith((".", ":", ";", "?")) and line.words > 12
    bare = is_bare(reading, line.text) and not NAMED_NUMBER.match(line.text)
    return not sentence and not bare and (kind != "list_item" or line.words > 3)


def joint_bonus(reading: Reading, line: Line, second: Line) -> float:
    """What the second line adds: the kind to a title, or the title to a label, "WHITE PAPER"."""
    kinds = find_type_names(reading, second.text)
    if is_label(reading, line.text):
        if is_larger(second.block, line.block) and not RUNS_ON.match(second.text):
            return 0.0
        return 0.0 if kinds and is_bare_label(reading, line.text) else 0.3
    return 0.2 if kinds and not find_type_names(reading, line.text) else 0.0


def is_larger(block: Block, than: Block) -> bool:
    """Whether a line is set clearly larger than another one: the title below "Policy briefing"."""
    return bool(block.size and than.size and block.size > MUCH_LARGER * than.size)


def is_bare_label(reading: Reading, text: str) -> bool:
    """Whether a label says nothing beside the kind: "Code", "Final Report"; "Lamp Principles" does."""
    kind = find_type_names(reading, text)[0]
    rest = f"{text[: kind.start]} {text[kind.end :]}".casefold().split()
    return all(word in listed(reading, "titles", "labels") for word in rest)


def is_label(reading: Reading, text: str) -> bool:
    """Whether a line only names the kind: "WHITE PAPER", "Final Report", "COMMUNICATION FROM …".

    The body and the number do not make it more: "A WMO code of practice", "ABC Guidance 09/2031".
    """
    types = find_type_names(reading, text)
    if not types:
        return False
    rest = (text[: types[0].start] + text[types[0].end :]).split()
    if NUMBER_WORD.search(text) or ARTICLE.match(text):
        rest = [word for word in rest if not PLAIN_WORD.fullmatch(word)]
    return len(rest) <= 1 or (types[0].start == 0 and is_addressed(reading, text[types[0].end :]))


def is_addressed(reading: Reading, behind: str) -> bool:
    """Whether a kind goes on with who sends or gets it: "from the Board", but not "for the ethical use"."""
    to_whom = TO_WHOM.match(behind)
    return to_whom is not None and bool(to_whom[1] or names_body(reading, behind[to_whom.end() :]))


def complete(reading: Reading, lines: list[Line], position: int) -> tuple[str, tuple[int, int]]:
    """The title with the label before it and the subtitle behind it, and its place."""
    line = lines[position]
    title, place = clean_title(reading, line.text), (line.block.start, line.block.end)
    second = find_second(reading, lines, position)
    if second is not None:
        added = clean_title(reading, second.text)
        if added and fold_words(added) not in fold_words(title):
            return join(reading, line, title, added), (place[0], second.block.end)
    elif is_label(reading, line.text) and ARTICLE.match(line.text):
        led = find_led(reading, lines, position)
        if led is not None:
            return f"{clean_title(reading, led.text).rstrip(':')}: {title}", (led.block.start, place[1])
    return title, place


def join(reading: Reading, line: Line, title: str, added: str) -> str:
    """Title and subtitle; a label that only numbers the document is no part of its name."""
    runs_on = RUNS_ON.match(added)
    if not runs_on and is_label(reading, line.text) and NUMBER_WORD.search(line.text):
        return added
    return title.rstrip(":") + (" " if runs_on else ": ") + added


def find_second(reading: Reading, lines: list[Line], position: int) -> Line | None:
    """The subtitle behind a title, or the title behind a label."""
    subtitle = find_subtitle(reading, lines, position)
    if subtitle is not None or position + 1 == len(lines) or not is_label(reading, lines[position].text):
        return subtitle
    following = lines[position + 1]
    named = names_body(reading, following.text) and not find_type_names(reading, following.text)
    stands = following.leaf == lines[position].leaf and may_be_title(reading, following)
    return following if stands and not named and not is_dated(reading, following.text) else None


def find_led(reading: Reading, lines: list[Line], position: int) -> Line | None:
    """The title that stands before a label with an article: "Safe Lamps", then "A code of practice"."""
    if position == 0:
        return None
    before = lines[position - 1]
    stands = before.leaf == lines[position].leaf and before.words >= LEAST_LED
    fits = stands and may_be_title(reading, before) and before.words <= MAX_SUBTITLE_WORDS
    return before if fits and not names_body(reading, before.text) else None


def find_subtitle(reading: Reading, lines: list[Line], position: int) -> Line | None:
    """The smaller heading right behind the title on its page, if it belongs to the name."""
    line = lines[position]
    following = lines[position + 1] if position + 1 < len(lines) else None
    if following is None or following.leaf != line.leaf or following.block.kind not in ("title", "heading"):
        return None
    if line.block.size and not (following.block.size or 0) <= line.block.size * 1.01:
        return None
    if stands_far_below(line.block, following.block):
        return None
    text = clean_title(reading, following.text)
    if (
        not may_be_title(reading, following)
        or not (2 <= len(text.split()) <= MAX_SUBTITLE_WORDS or find_type_names(reading, text))
        or is_version_label(reading, text)
        or names_body(reading, text)
        or is_damaged(text)
        or is_dated(reading, text)
        or is_parallel(reading, line.text, text)
        or reading.mentions_in("dates", following.block)
        or following.block.number
        or looks_like_names(reading, text)
    ):
        return None
    # Without sizes of print nothing tells a subtitle from the first line of the text.
    told = line.block.kind == "title" and line.block.size
    if not told and not is_label(reading, line.text):
        return None
    return replace(following, text=text)


def stands_far_below(title: Block, following: Block) -> bool:
    """Whether a line stands at another place of the cover: a series or a publisher, no subtitle."""
    if title.bbox is None or following.bbox is None or title.page != following.page:
        return False
    return following.bbox[1] - title.bbox[3] > FARTHEST_SUBTITLE


def looks_like_names(reading: Reading, text: str) -> bool:
    """Whether a line is a row of persons: no word of "Ana Ruiz Tom Becker" is a word of the text."""
    words = [word for word in text.split() if word[0].isalpha()]
    named = all(word.istitle() or (word.isupper() and len(word) <= 4) for word in words)
    if not named or find_type_names(reading, text):
        return False
    return not any(re.search(rf"\b{re.escape(word.lower())}\b", reading.text) for word in words)


def is_parallel(reading: Reading, title: str, text: str) -> bool:
    """Whether a line is the title again in another language: its small words are not those of the title."""
    groups = reading.vocabulary.phrase_lists["titles"]["language_words"]
    found = {
        code: {word for word in SMALL_WORD.findall(text.casefold()) if word in words}
        for code, words in groups.items()
    }
    own = found.get(reading.language, set())
    others = {code: words - own for code, words in found.items() if code != reading.language}
    most = max(others, key=lambda code: len(others[code]), default=None)
    foreign = others[most] if most else set()
    shown = set(SMALL_WORD.findall(title.casefold()))
    return not own and len(foreign) >= LEAST_FOREIGN and not foreign & shown
