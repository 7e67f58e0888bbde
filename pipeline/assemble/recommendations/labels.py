"""Labels in front of items: those to whom they speak, what they add up to, the principle that they name."""

from __future__ import annotations

import re

from pipeline.assemble.recommendations.items import Scan, ends_with_colon, start_of
from pipeline.assemble.recommendations.plans import PLANS
from pipeline.assemble.recommendations.stems import OPEN_WORDS, Stem
from pipeline.assemble.recommendations.trees import Node

# "Keeping a log …": an item that names what is to be done.
GERUND = re.compile(r"(?:[A-Z][^,.;]{3,60}, )?[A-Za-z]\w+ing\b")
# "Fairness: All members are heard in turn.": three or more of these are a set of principles.
LABELLED = re.compile(r"[^\W\d_][^.:;–—]{2,60}\s?[:.–—]\s+\S+ \S+ \S+")
FEWEST_LABELS = 3
LABEL = 64
LABELLED_SHARE = 0.8
LABEL_NUMBER = r"\s+(?:n[o°.]\.?\s*)?(\d+(?:\.\d+)*[a-z]?|[A-Z](?:\.\d+)*|[IVX]+)\b\s*[:.)–—|-]*\s*"
# The fewest items of a list of actions.
FEWEST_ACTIONS = 2
# "Creation of …", "Introduzione di …", "Schaffung eines …": nouns made of verbs.
ACTION_NOUNS = {
    "en": re.compile(r"[A-Z]\w+(?:tion|sion|ment|ance|ence|al|ing|up) (?:of|for|to|in|and)\b"),
    "fr": re.compile(r"[A-ZÉ]\w+(?:tion|sion|ment|age|ance) (?:de|d['’]|des|du|à)"),
    "es": re.compile(r"[A-Z]\w+(?:ción|sión|miento|aje) (?:de|del|a)\b"),
    "it": re.compile(r"[A-Z]\w+(?:zione|sione|mento|aggio|tura|sta) (?:di|del\w*|a|d['’])"),
    "pt": re.compile(r"[A-Z]\w+(?:ção|são|mento|agem) (?:de|d[aeo]s?|a)\b"),
    "de": re.compile(r"[A-ZÄÖÜ]\w+(?:ung|ierung|au) (?:der|des|von|eine[rs]|einer)\b"),
    "nl": re.compile(r"[A-Z]\w+(?:ing|atie|en) van\b"),
}
# Here the verb of an item stands at its end, so that its first words do not tell.
INFINITIVE_LAST = frozenset({"de", "nl"})
# A label in front of items of one group is short.
LONGEST_LABEL = 200


def labels_principles(scan: Scan, nodes: list[Node], stem: Stem | None) -> bool:
    """Whether the items name principles and tell what they mean: "Fairness: All members are heard."."""
    if len(nodes) < FEWEST_LABELS:
        return False
    words = scan.reading.text[stem.start : stem.end] if stem else ""
    if scan.roles[nodes[0].index] != "principles" and not scan.phrases.found("heading_principles", words):
        return False
    items = [scan.reading.text[start_of(node.block) : node.block.end] for node in nodes]
    labelled = sum(bool(LABELLED.match(item)) for item in items)
    return labelled >= LABELLED_SHARE * len(items)


def hang_under_labels(scan: Scan, nodes: list[Node]) -> list[Node]:
    """Items that follow a mere label ("For providers:") are below it, though printed at its depth."""
    hung: list[Node] = []
    for node in nodes:
        label = hung[-1] if hung else None
        if label is None or not is_label(scan, label, node) or is_label(scan, node):
            hung.append(node)
        elif label.depth == node.depth and (not label.children or label.children[-1].depth == node.depth):
            label.children.append(node)
        else:
            hung.append(node)
    return hung


def is_label(scan: Scan, node: Node, below: Node | None = None) -> bool:
    """An item that only names those to whom the next items speak, or what these add up to.

    "For providers:"; "Improve the harbour by:" in front of "Mending the crane.".
    """
    text = scan.reading.text_of(node.block)
    if len(text) > LONGEST_LABEL or node.block.number is not None or not ends_with_colon(text):
        return False
    if names_means(scan, node):
        return below is None or is_gerund(scan, below)
    return not scan.is_normative(node.block)


def names_means(scan: Scan, node: Node) -> bool:
    """An item whose last words ask how: "Improve the harbour by:"."""
    text = scan.reading.text_of(node.block).rstrip(" :…")
    return scan.phrases.listed("means") != () and text.casefold().endswith(scan.phrases.listed("means"))


def is_gerund(scan: Scan, node: Node) -> bool:
    """An item that names what is done: "Mending the crane by spring."."""
    return bool(GERUND.match(scan.reading.text[start_of(node.block) : node.block.end]))


def names_actions(scan: Scan, nodes: list[Node]) -> bool:
    """Whether a plan names what is done: "Creation of a school for pilots", "Mending the crane"."""
    if len(nodes) < FEWEST_ACTIONS or scan.document_type not in PLANS:
        return False
    noun = ACTION_NOUNS.get(scan.reading.language)
    items = [scan.reading.text[start_of(node.block) : node.block.end] for node in nodes]
    named = sum(bool(GERUND.match(item) or (noun and noun.match(item))) for item in items)
    return named >= LABELLED_SHARE * len(items)


def lists_things(scan: Scan, nodes: list[Node], stem: Stem) -> bool:
    """Whether items name things, not acts: "The log must hold the following: a) the name of the boat"."""
    items = [(start_of(node.block), node.block.end) for node in nodes]
    things = sum(bool(scan.phrases.opens("determiner", scan.reading.text[a:b])) for a, b in items)
    acts = count_acts(scan, nodes)
    told = scan.reading.language not in INFINITIVE_LAST
    if stem.force == "permission":
        # "A dull lamp can lead to:" allows nothing.
        return told and 2 * acts < len(nodes)
    if told and not acts and 0 < stem.tail <= OPEN_WORDS:
        return True
    return 2 * things >= len(nodes) and 4 * acts <= len(nodes)


def count_acts(scan: Scan, nodes: list[Node]) -> int:
    """How many items tell what to do, by an order, a norm or a gerund."""
    return sum(scan.commands(*scan.first_sentence(node.block)) or is_gerund(scan, node) for node in nodes)


def read_label(scan: Scan, start: int, end: int) -> tuple[str | None, int]:
    """The label of a single item and the offset behind it: "Recommendation 4: …" gives "Recommendation 4"."""
    text = scan.reading.text
    word = scan.phrases.pattern("label").match(text, start, end)
    if word:
        match = re.compile(LABEL_NUMBER).match(text, word.end(), end)
        # "Rule 1.1 requires that …" speaks of a rule.
        if match and not (
            text[match.end(1) : match.end()].isspace() and text[match.end() : end][:1].islower()
        ):
            label = text[start : match.end(1)]
            return " ".join(label.split()), match.end()
    return None, start


def heading_number(scan: Scan, index: int) -> str | None:
    """The number of the nearest numbered heading above a block: "1.2", also of "Measure 1.2"."""
    for block in reversed(scan.above(index)):
        label = read_label(scan, start_of(block), block.end)[0]
        found = block.number or (label and (label.rpartition(" ")[2] if "." in label else label))
        if found:
            return found
    return None


def find_labelled(scan: Scan) -> set[int]:
    """Paragraphs in a row that each begin with a label: "Protect the shelves: You should …"."""
    found: set[int] = set()
    row: list[int] = []
    for index, block in enumerate(scan.reading.blocks):
        if not scan.is_body(index):
            continue
        text = scan.reading.text_of(block)
        if (
            block.kind == "paragraph"
            and block.number is None
            and LABELLED.match(text)
            and ":" in text[:LABEL]
        ):
            row.append(index)
            continue
        found |= set(row) if len(row) >= FEWEST_LABELS else set()
        row = []
    return found | (set(row) if len(row) >= FEWEST_LABELS else set())
