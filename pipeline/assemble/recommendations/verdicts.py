"""Whether the items of a list are recommendations, each for itself or with its stem as one sentence."""

from __future__ import annotations

from pipeline.assemble.recommendations.items import BINDING, Scan, start_of
from pipeline.assemble.recommendations.labels import (
    GERUND,
    INFINITIVE_LAST,
    count_acts,
    labels_principles,
    names_actions,
)
from pipeline.assemble.recommendations.stems import Stem
from pipeline.assemble.recommendations.trees import Node

# From this share of items that tell someone what to do, the list is a list of recommendations.
NORMATIVE_SHARE = 0.6
# Fewer sentences below a heading may only explain it.
FEWEST_RULES = 2
RULES_HEADING = 5
LONGEST_RULE = 500
# In a checklist some items are named by their subject: "Access control, with two keys".
CHECKLIST_SHARE = 0.4
# An item of more words is a sentence of its own.
SHORT_ITEM = 12
SET_OFF = ("recommends", "commits", "checklist")


def recommends(scan: Scan, nodes: list[Node], stem: Stem | None) -> bool:
    """Whether each item of the list is a recommendation."""
    normative = sum(1 for node in nodes if is_normative(scan, node))
    share = normative / len(nodes)
    role = scan.roles[nodes[0].index]
    if stem and stem.purpose and role is None:
        return False
    if stem and stem.parts:
        acts = count_acts(scan, nodes) / len(nodes) if stem.measures else 0.0
        return acts >= NORMATIVE_SHARE or (share >= NORMATIVE_SHARE and len(nodes) > 1)
    if stem and stem.opens:
        return normative > 0 or any(completes(scan, node) for node in nodes)
    if role in SET_OFF:
        return fits_section(scan, nodes, stem, share)
    named = (
        labels_principles(scan, nodes, stem) or names_actions(scan, nodes) or states_rules(scan, nodes, stem)
    )
    several = len(nodes) > 1 or role == "principles" or nodes[0].block.number is not None
    return named or (share >= NORMATIVE_SHARE and several)


def fits_section(scan: Scan, nodes: list[Node], stem: Stem | None, share: float) -> bool:
    """Whether a list is what the heading above it announces: recommendations, commitments, checks."""
    role = scan.roles[nodes[0].index]
    if role == "checklist":
        return share >= CHECKLIST_SHARE
    if role == "commits":
        return stem is None or count_acts(scan, nodes) > 0 or scan.reading.language in INFINITIVE_LAST
    named = labels_principles(scan, nodes, stem) or names_actions(scan, nodes)
    named = named or states_rules(scan, nodes, stem)
    return named or share > 0 or (not stem and any(completes(scan, node) for node in nodes))


def states_rules(scan: Scan, nodes: list[Node], stem: Stem | None) -> bool:
    """Whether sentences stand right below a heading of rules: "Our rules" and "• Boats sail by day."."""
    above = scan.reading.headings[nodes[0].index]
    if stem is not None or len(nodes) < FEWEST_RULES or not above:
        return False
    heading = scan.reading.body_of(scan.reading.blocks[above[-1]])
    if len(heading.split()) > RULES_HEADING or not scan.phrases.found("heading_rules", heading):
        return False
    items = [scan.reading.text_of(node.block).rstrip() for node in nodes]
    return all(item.endswith((".", ";")) and len(item) <= LONGEST_RULE for item in items)


def completes(scan: Scan, node: Node) -> bool:
    """Whether an item may go on with its stem; long whole sentences that say nothing of conduct do not."""
    words = scan.reading.text[start_of(node.block) : node.block.end]
    long = len(words.split()) > SHORT_ITEM and words.endswith(".")
    return not long or words[:1].islower() or bool(GERUND.match(words))


def is_normative(scan: Scan, node: Node) -> bool:
    """Whether an item, or the items below a mere label, tell someone what to do."""
    if scan.is_normative(node.block):
        return True
    if scan.roles[node.index] == "checklist" and (asks(scan, node) or confirms(scan, node)):
        return True
    return bool(node.children) and all(scan.is_normative(child.block) for child in node.children)


def asks(scan: Scan, node: Node) -> bool:
    """A question to be ticked off: "Can the site be locked at night?"."""
    start, end = scan.first_sentence(node.block)
    return scan.reading.text[start:end].endswith("?")


def confirms(scan: Scan, node: Node) -> bool:
    """A statement to be ticked off: "We have locked the site."."""
    return bool(scan.phrases.opens("confirms", scan.reading.text[start_of(node.block) : node.block.end]))


def is_one_sentence(scan: Scan, stem: Stem) -> bool:
    """A norm whose list names parts or examples: "The notice should include: …"."""
    if stem.force in BINDING:
        return not stem.opens
    headings = " ".join(scan.reading.text_of(block) for block in scan.above(stem.index)[-1:])
    words = scan.reading.text[stem.start : stem.end]
    allowed = scan.phrases.found("acceptable", f"{headings} {words}")
    return stem.force == "permission" and stem.parts and bool(allowed)
