"""Whether words of force are said of the document itself, by the grammar of their sentence.

"This guide is voluntary" speaks of the guide; "This guide explains voluntary labels" and "This guide
helps those who are not bound" do not. Serves `legal_force`.
"""

from __future__ import annotations

import re

from pipeline.assemble.document_type import PARTS, head_of
from pipeline.assemble.phrases import listed, phrase_pattern, whole_words
from pipeline.assemble.reading import Reading
from pipeline.assemble.self_reference import OTHERS, find_own_name, list_selves
from pipeline.assemble.type_names import TypeName, find_type_names
from pipeline.records import Entry

FILE = "force"
# Between a noun phrase and its verb: "(the Code)", ", which was made by all,".
ASIDE = re.compile(r"\([^)]*\)|,[^,;:]*,|\s[–—-]\s[^–—]*\s[–—-]\s")
CLAUSE = re.compile(
    r"\s*(?:[,;:–—]|(?<!\w)(?:and|but|or|yet|et|mais|ou|und|aber|oder|y|pero|o|en|maar|of|e|ma|mas|i|oraz|ale)"
    r"(?!\w))\s*"
)
# "The Code that is annexed", the subject goes on behind it.
RELATIVE = re.compile(r"^\s*,?\s*(?:that|which)\b", re.IGNORECASE)
# "These principles for harbours, which …": still the same noun.
COMPLEMENT = re.compile(
    r"\s*(?:$|(?:for|on|of|sur|pour|für|zu|zur|zum|para|sobre|voor|over|per|su)\b)", re.IGNORECASE
)
# Words of the noun phrase behind an adjective: "voluntary national labels" has two.
MAX_NOUN_WORDS = 4
WORD = re.compile(r"\s+([^\W\d_][\w’'-]*)")
# Languages whose adjective follows its noun: "certification volontaire".
ADJECTIVE_LAST = ("fr", "es", "it", "pt", "pl")
# "The Framework" in a text whose title says so, and "Harbour Framework (HF)" where it is named first.
ARTICLE = re.compile(
    r"(?:^|[\s(])(?:the|les?|la|l['’]|des?|du|aux?|der|die|das|de[nms]|zu[mr]|beim|vom|el|los|las|del|al|het|il|lo|i|gli|all[ae']|"
    r"dell[ae']|dei|agli|os?|as?|d[oa]s?|aos?|à)\s*$",
    re.IGNORECASE,
)
# "no mandatory" checks, "geen verplichte" procedures: the noun behind tells what is denied.
QUANTIFIED = re.compile(r"(?:no|kein\w*|geen|aucune?|ning[uú]na?|nessun\w*|nenhuma?)\s", re.IGNORECASE)
# "As a voluntary tool, the Code …".
APPOSITION = re.compile(
    r"(?:As an?|Als|En tant qu\S*|Como|Jako|In quanto) [^,;]*,\s*(?:\w{1,3} )?", re.IGNORECASE
)
HEAD_NOUN = re.compile(r"[^\W\d_]{4,}")
# Endings of the plural in the languages of the lists: "opinions", "Leitlinien", "directrices", "pareri".
PLURAL = ("s", "n", "e", "i", "x", "a")
SHORT_FORM = r"{}\s*\((?:the\s+)?[“\"']?([A-Z][\w.&-]{{1,14}})[”\"']?\)"
FRONT = 15_000
# "(in line with this guide)" names the guide beside the subject.
IN_BRACKETS = re.compile(r"\([^()]*$")
ADVERB = re.compile(r"\w+(?:ment|mente|nie|ly)")
# A subject may stand behind the words: "the voluntary nature of this code".
MAX_WORDS_TO_SUBJECT = 6


def is_said_of_itself(reading: Reading, entry: Entry, sentence: str, phrase: tuple[int, int]) -> bool:
    """Whether the words of force at `phrase` are said of a name of the document in the sentence."""
    if stands_beside_other_noun(reading, sentence, phrase):
        return False
    return any(is_tied(reading, sentence, own, phrase) for own in list_subjects(reading, entry, sentence))


def list_subjects(reading: Reading, entry: Entry, sentence: str) -> list[tuple[int, int]]:
    """The names of the document in a sentence: "this guide", its title, "Playbook" at the beginning."""
    selves = list_selves(reading, sentence, entry.document_type)
    subjects = [span for span in selves if not is_everyday(reading, entry, sentence[slice(*span)])]
    for title in (entry.full_name, find_short_form(reading, entry)):
        if title and (named := find_own_name(sentence, title)):
            subjects.append(named)
    subjects += (
        span
        for name in find_type_names(reading, sentence)
        if (span := defined(reading, entry, sentence, name))
    )
    head = find_head_noun(reading, entry, sentence)
    return [*subjects, head] if head else subjects


def defined(reading: Reading, entry: Entry, sentence: str, name: TypeName) -> tuple[int, int] | None:
    """ "The code" in a text whose title says "Code", and "Code" where it opens the sentence."""
    noun, before = sentence[name.start : name.end], sentence[: name.start]
    article = bool(ARTICLE.search(before))
    if noun[:4].casefold() == "the ":
        article, noun = True, noun[4:]
    named = article or (name.start == 0 and noun[0].isupper())
    kinds = {head.id for part in PARTS.split(entry.full_name or "") if (head := head_of(reading, part))}
    kinds |= {entry.document_type or ""}
    own = noun[0].isupper() or (name.id in kinds and not OTHERS.match(sentence, name.end))
    titled = re.search(rf"\b{re.escape(noun)}\b", entry.full_name or "", re.IGNORECASE)
    return (name.start, name.end) if named and own and titled else None


def find_head_noun(reading: Reading, entry: Entry, sentence: str) -> tuple[int, int] | None:
    """The first noun of the title behind a determiner, where titles open with it: "este código"."""
    first = HEAD_NOUN.match(entry.full_name or "")
    if first is None or reading.language not in ADJECTIVE_LAST:
        return None
    determiners = whole_words(listed(reading, FILE, "determiners")).pattern
    match = re.search(rf"(?:{determiners})\s+{first.group()}\b", sentence, re.IGNORECASE)
    articled = re.search(rf"\b{first.group()}\b", sentence, re.IGNORECASE) if match is None else None
    if articled and not ARTICLE.search(sentence[: articled.start()]):
        return None
    found = match or articled
    return found.span() if found and not OTHERS.match(sentence, found.end()) else None


def speaks_of_its_kind(reading: Reading, entry: Entry, sentence: str, phrase: tuple[int, int]) -> bool:
    """Whether a sentence tells what all texts of the kind are: "Advisory opinions are not binding."."""
    name = next((name for name in find_type_names(reading, sentence) if name.id == entry.document_type), None)
    if name is None or name.end > phrase[0] or OTHERS.match(sentence, name.end):
        return False
    adjectives = phrase_pattern(reading, FILE, "kind_adjectives")
    own = {
        acronym
        for body in reading.vocabulary.bodies.values()
        if body.name in entry.enacting_body
        for acronym in body.acronyms
    }
    before = sentence[: name.start].split()
    plural = sentence[name.start : name.end].endswith(PLURAL)
    known = all(adjectives.fullmatch(word) or word in own for word in before)
    return plural and known and links(reading, sentence[name.end : phrase[0]])


def is_everyday(reading: Reading, entry: Entry, named: str) -> bool:
    """Whether "these standards" names something else: an everyday noun of another kind than the document."""
    names = find_type_names(reading, named)
    everyday = phrase_pattern(reading, "titles", "everyday_kinds")
    noun = named[names[-1].start : names[-1].end] if names else ""
    titled = noun.casefold() in (entry.full_name or "").casefold()
    other = bool(names) and names[-1].id != entry.document_type and not titled
    return other and bool(everyday.fullmatch(named[names[-1].start : names[-1].end]))


def find_short_form(reading: Reading, entry: Entry) -> str | None:
    """The title with the acronym that the text gives it: "Safe Harbour Framework (SHF)"."""
    head = re.split(r"\s*[:(–—]", entry.full_name or "")[0]
    if len(head.split()) < 2:
        return None
    match = re.search(SHORT_FORM.format(re.escape(head)), reading.text[:FRONT], re.IGNORECASE)
    return f"{head} ({match[1]})" if match and match[1].isupper() else None


def is_tied(reading: Reading, sentence: str, own: tuple[int, int], phrase: tuple[int, int]) -> bool:
    """Whether subject and words of force belong together: one clause with a verb of being or having."""
    if own[0] <= phrase[0] < own[1] or phrase[0] <= own[0] < own[1] <= phrase[1]:
        return True
    before = sentence[: own[0]]
    if phrase_pattern(reading, FILE, "locatives").fullmatch(before.strip()) or IN_BRACKETS.search(before):
        return False
    if own[1] <= phrase[0]:
        return links(reading, sentence[own[1] : phrase[0]])
    between = sentence[phrase[1] : own[0]]
    if not between.strip() or APPOSITION.fullmatch(before):
        return True
    follows = phrase_pattern(reading, FILE, "before_subject").match(between.lstrip())
    return bool(follows) and len(between.split()) <= MAX_WORDS_TO_SUBJECT


def links(reading: Reading, between: str) -> bool:
    """Whether the words between subject and predicate keep the subject: " is intended to be "."""
    told = ASIDE.sub(" ", RELATIVE.sub(" ", between, count=1))
    verbs = phrase_pattern(reading, FILE, "predicates")
    *first, last = CLAUSE.split(told)
    last = last.strip()
    found = verbs.search(last)
    if RELATIVE.match(last) and not all(COMPLEMENT.match(piece) for piece in first):
        return False
    if first and found and has_no_subject(reading, last[: found.start()]):
        # "aims to help all, and is voluntary": the subject is left out before the last verb.
        told = last
    elif (first and (last or not verbs.search(told))) or (last and not found):
        return False
    return not phrase_pattern(reading, FILE, "other_clause").search(told)


def has_no_subject(reading: Reading, before: str) -> bool:
    """Whether nothing but an adverb or a pronoun stands before a verb: "and therefore is"."""
    words = before.split()
    link = phrase_pattern(reading, FILE, "link_words")
    return all(ADVERB.fullmatch(word) or link.fullmatch(word) for word in words)


def stands_beside_other_noun(reading: Reading, sentence: str, phrase: tuple[int, int]) -> bool:
    """Whether an adjective of force belongs to another noun: "voluntary labels", not "voluntary code"."""
    words = sentence[slice(*phrase)]
    attribute = whole_words(listed(reading, FILE, "attributes")).fullmatch(words)
    listed_whole = phrase_pattern(reading, FILE, "non_binding").fullmatch(words)
    if not attribute and (listed_whole or not QUANTIFIED.match(words)):
        return False
    noun = noun_before(sentence[: phrase[0]]) if reading.language in ADJECTIVE_LAST else None
    noun = noun_behind(reading, sentence[phrase[1] :]) if noun is None else noun
    return bool(noun) and not names_a_text(reading, noun)


def noun_before(before: str) -> str | None:
    """The noun before an adjective of the Romance languages: "de la certification" volontaire, else ""."""
    words = before.split()
    while words and ADVERB.fullmatch(words[-1]):
        words.pop()
    if words and CLAUSE.fullmatch(words[-1]):
        return ""
    return " ".join(words[-2:]) if words else None


def noun_behind(reading: Reading, behind: str) -> str:
    """The noun phrase behind an adjective, "" where a mark or a small word follows."""
    small = phrase_pattern(reading, FILE, "small_words")
    words: list[str] = []
    at = 0
    while len(words) < MAX_NOUN_WORDS and (match := WORD.match(behind, at)):
        if small.fullmatch(match[1]):
            break
        words.append(match[1])
        at = match.end()
    return " ".join(words)


def names_a_text(reading: Reading, noun: str) -> bool:
    """Whether a noun phrase is a kind of text or of standing: "ethics guidelines", "basis", "is"."""
    standing = phrase_pattern(reading, FILE, "standing")
    verbs = phrase_pattern(reading, FILE, "predicates")
    return bool(standing.search(noun) or verbs.search(noun) or find_type_names(reading, noun))
