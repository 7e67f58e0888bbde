"""To whom a text speaks where it names somebody: told what to do, called on, or the declared audience.

"Providers must test", "We call on governments", "This guide is intended for schools". Naming is not speaking:
"a boost for companies", "vendor lock-in" and "some suggested that banks should" speak to nobody.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from pipeline.assemble.phrases import phrase_pattern, whole_words
from pipeline.assemble.reading import Reading, body_start
from pipeline.records import Block, Mention

# How near a modal verb stands to the one whom it tells what to do: "providers of such systems must".
MODAL_REACH = 60
# How far behind "intended for" the last of a list of people may stand.
ADDRESS_REACH = 120
# Room for the words before a mention: "to the", "of residents and other".
WORDS_BEFORE = 60
# A longer heading on readers is about something else.
AUDIENCE_HEADING_CHARS = 80
# An item of a list of people begins with them: "Small firms", "The managers of public bodies".
ITEM_CHARS = 40
# Languages whose verb may stand before its subject: "Daher muss der Anbieter", "Dan moet de aanbieder".
INVERTING = ("de", "nl")
# "of residents and other businesses": the second of two nouns behind one preposition.
JOINED = r"\b(?:{prepositions})\s[^.,;:()\n]{{0,40}}\s(?:{joints})\s(?:[\w’'-]+\s){{0,2}}$"
JOINTS = r"and|or|et|ou|und|oder|y|e|o|en|of"
GAP_WORD = re.compile(r"[\w’'-]+")
# More words than these between two commas are a clause and no item of a list.
LIST_ITEM_WORDS = 5
# Another subject before the verb: "In the harbour, the keeper should", "the areas that must",
# "Besides schools and firms, banks should".
OTHER_SUBJECT = re.compile(
    r"(?:[,(]\s?(?:and\s|but\s|so\s)?(?:we|they|it|you|this|there|(?:the|a|an|our|their|each)\s[\w-]+)\s(?:[\w-]+\s)?"
    r"|,\s(?!(?:and|or|as|in|on|by|for|with|et|ou|und|oder|y|o|e|en|of)\s)[\w-]+\s(?:[\w-]+\s)?"
    r"|\b(?:that|which|who)\s(?:\w+\s)?)$",
    re.IGNORECASE,
)
# "Users should be informed", "Banks are expected to benefit": something is done to them.
PASSIVE = re.compile(
    r"\s(?:also\s|always\s|not\s|therefore\s)?be\s(?:\w+ly\s)?"
    r"(?!prepared|committed|concerned|required|allowed|encouraged|guided)\w*(?:ed|en|told|made|kept|held|given|subject)\b"
    r"|\s(?:benefit|gain|grow|profit)\b"
)
NEXT_WORD = re.compile(r"\s([a-z][\w-]*)")
# "banks", not "business"; of plurals no other noun is made.
PLURAL = re.compile(r"[^s]s$")
# In a heading the next noun may have a capital: "Government Office".
NEXT_IN_HEADING = re.compile(r"\s([A-Za-z][\w-]*)")


class Speech:
    """The words of a document that turn to somebody, and where they stand."""

    def __init__(self, reading: Reading, breaks: list[int]):
        self.reading = reading
        self.breaks = breaks
        cues = reading.mentions.get("cues", ())
        self.duties = sorted((cue.start, cue.end) for cue in cues if cue.value == "duty")
        self.calls = sorted(cue.end for cue in cues if cue.value == "address")
        self.heading_calls = sorted(
            cue.end for cue in cues if cue.value.startswith("address") and self.calls_in_heading(cue)
        )
        self.readers = sorted(cue.end for cue in cues if cue.value == "audience")
        vocabulary, language = reading.vocabulary, reading.language
        self.prepositions = set(vocabulary.phrases("context", "prepositions", language))
        self.determiners = set(vocabulary.phrases("context", "determiners", language))
        self.reported = whole_words(vocabulary.phrases("context", "reporting", language))
        listed = "|".join(sorted(map(re.escape, self.prepositions)))
        self.joined = re.compile(JOINED.format(prepositions=listed, joints=JOINTS), re.IGNORECASE)
        # Words behind a noun that leave it whole; any other small word makes it part of one.
        self.followers = set(vocabulary.phrases("context", "followers", language))
        self.cases = phrase_pattern(reading, "context", "cases")
        self.audience_blocks, self.called_blocks = self.find_lists()

    def find_lists(self) -> tuple[set[int], set[int]]:
        """Blocks below a heading on readers, and items behind a stem: "Who this is for", "We call on:"."""
        audience = phrase_pattern(self.reading, "cues", "audience")
        stem = phrase_pattern(self.reading, "cues", "address")
        readers, called, is_open = set(), set(), False
        for index, block in enumerate(self.reading.blocks):
            if any(self.is_on_readers(above, audience) for above in self.reading.headings[index][-1:]):
                readers.add(index)
            if block.kind != "list_item":
                is_open = self.opens_list(block, audience, stem)
            elif is_open:
                called.add(index)
        return readers, called

    def is_on_readers(self, index: int, audience: re.Pattern[str]) -> bool:
        """Whether a heading says that the readers follow: "Target audience"."""
        block = self.reading.blocks[index]
        is_short = block.end - body_start(block) <= AUDIENCE_HEADING_CHARS
        return is_short and bool(audience.search(self.reading.text, block.start, block.end))

    def opens_list(self, block: Block, audience: re.Pattern[str], stem: re.Pattern[str]) -> bool:
        """Whether people are listed behind a block: "The audience of this report are:"."""
        text, end = self.reading.text, block.end
        return text[end - 1 : end] == ":" and bool(
            audience.search(text, block.start, end)
            or stem.search(text, max(block.start, end - WORDS_BEFORE), end)
        )

    def calls_in_heading(self, cue: Mention) -> bool:
        """Whether a heading turns to somebody: "Advice to schools", "For schools", not "AI for schools"."""
        start = body_start(self.reading.blocks[self.reading.index_at(cue.start)])
        return cue.start == start or " " in self.reading.text[cue.start : cue.end]

    def sentence(self, offset: int) -> int:
        """Number of the sentence around an offset."""
        return bisect_right(self.breaks, offset)

    def sentence_start(self, offset: int) -> int:
        """Where the sentence around an offset begins."""
        index = self.sentence(offset)
        return self.breaks[index - 1] if index else 0

    def is_question(self, offset: int) -> bool:
        """Whether the sentence around an offset asks: a question tells nobody what to do."""
        index = self.sentence(offset)
        return index < len(self.breaks) and self.reading.text[self.breaks[index] - 2] == "?"

    def is_told(self, mention: Mention) -> bool:
        """Whether a modal verb has the mention as subject: "Developers must", "Dan moet de aanbieder"."""
        return self.is_before_modal(mention) or self.is_behind_modal(mention)

    def is_before_modal(self, mention: Mention) -> bool:
        """Whether a modal verb follows: "Developers must …", not "offered to consumers, banks must …"."""
        index = bisect_left(self.duties, (mention.start, 0))
        if index == len(self.duties) or self.duties[index][0] > mention.end + MODAL_REACH:
            return False
        first, last = self.duties[index]
        if self.sentence(first) != self.sentence(mention.start) or self.is_question(first):
            return False
        gap = self.reading.text[mention.end : max(first, mention.end)]
        return not (
            # "the need to teach" is no verb.
            gap.lower().endswith(" the ")
            or self.reported.search(gap)
            or OTHER_SUBJECT.search(gap)
            or PASSIVE.match(self.reading.text, last)
            or self.is_governed(mention)
        )

    def is_behind_modal(self, mention: Mention) -> bool:
        """Whether a modal verb stands right before: "Daher muss der Anbieter …"."""
        if self.reading.language not in INVERTING:
            return False
        index = bisect_left(self.duties, (mention.start, 0)) - 1
        if index < 0 or self.duties[index][1] < self.sentence_start(mention.start):
            return False
        between = self.reading.text[self.duties[index][1] : mention.start].lower().split()
        return between == [] or (len(between) <= 2 and between[0] in self.determiners)

    def is_governed(self, mention: Mention) -> bool:
        """Whether a preposition or a verb of saying stands before: "for banks", "some say that banks"."""
        first = max(mention.start - WORDS_BEFORE, self.sentence_start(mention.start))
        before = self.reading.text[first : mention.start]
        words = before.lower().split()[-2:]
        if self.reported.search(" ".join(words)):
            return True
        if words and words[-1] in self.determiners:
            words.pop()
        return bool(words and words[-1] in self.prepositions) or bool(self.joined.search(before))

    def is_called(self, mention: Mention) -> bool:
        """Whether the text turns to the mention: "We call on …", "The intended readers are …"."""
        index = self.reading.index_at(mention.start)
        block = self.reading.blocks[index]
        start = max(self.sentence_start(mention.start), block.start)
        if index in self.audience_blocks and (
            block.kind == "list_item" or self.last_before(self.calls, mention.start) > start
        ):
            return True
        if index in self.called_blocks and mention.start - body_start(block) <= ITEM_CHARS:
            return True
        if self.last_before(self.readers, mention.start) > start:
            return True
        calls = self.heading_calls if block.kind in ("title", "heading") else self.calls
        call = self.last_before(calls, mention.start)
        near = call > max(start, mention.start - ADDRESS_REACH)
        return near and self.is_list(self.reading.text[call : mention.start])

    def last_before(self, offsets: list[int], offset: int) -> int:
        """The last of the offsets up to one, or -1."""
        index = bisect_right(offsets, offset) - 1
        return offsets[index] if index >= 0 else -1

    def is_list(self, gap: str) -> bool:
        """Whether only names in a list stand between: "the governments, banks and other "."""
        words = set(GAP_WORD.findall(gap.lower()))
        pieces = re.split(rf"[,;/]|\b(?:{JOINTS})\b", gap)
        if self.reading.language == "en" and any(word.endswith("ing") for word in words):
            return False
        return not words & self.prepositions and all(
            len(piece.split()) <= LIST_ITEM_WORDS for piece in pieces
        )

    def is_part(self, mention: Mention) -> bool:
        """Whether a noun goes on behind the mention: "vendor lock-in", "industry-led"."""
        text = self.reading.text
        index = bisect_left(self.duties, (mention.start, 0))
        holds_verb = index < len(self.duties) and self.duties[index][0] < mention.end
        block = self.reading.blocks[self.reading.index_at(mention.start)]
        pattern = NEXT_IN_HEADING if block.kind in ("title", "heading") else NEXT_WORD
        behind = pattern.match(text, mention.end, block.end)
        words = text[mention.start : mention.end].lower()
        whole = holds_verb or words.split()[-1] in self.followers or PLURAL.search(words)
        if not self.followers or whole:
            return False
        if text[mention.end : mention.end + 1] == "-":
            return True
        if behind is None:
            return False
        return behind[1].lower() not in self.followers and not behind[1].endswith("ly")

    def is_case(self, mention: Mention) -> bool:
        """Whether a made-up or borrowed case is told: under "Example", or in a block that begins so."""
        index = self.reading.index_at(mention.start)
        shown = [self.reading.blocks[index], *self.reading.headings_above(index)[-1:]]
        return any(
            self.cases.match(self.reading.text, body_start(block), block.end) is not None for block in shown
        )

    def is_spoken_to(self, mention: Mention) -> bool:
        """Whether the text speaks to the one whom the mention names."""
        if self.is_part(mention) or self.is_case(mention):
            return False
        return self.is_told(mention) or self.is_called(mention)
