"""Lists: which of them are recommendations item by item, and which are part of one sentence."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.assemble.recommendations.items import (
    Item,
    Scan,
    is_question,
    start_of,
)
from pipeline.assemble.recommendations.labels import (
    LABELLED,
    count_acts,
    find_labelled,
    hang_under_labels,
    heading_number,
    is_gerund,
    lists_things,
    names_actions,
)
from pipeline.assemble.recommendations.numbers import join_number
from pipeline.assemble.recommendations.series import find_running
from pipeline.assemble.recommendations.stems import Stem, find_stem, read_stem
from pipeline.assemble.recommendations.trees import (
    Node,
    build_tree,
    collect_run,
    is_entry,
    opens_chapter,
)
from pipeline.assemble.recommendations.verdicts import (
    NORMATIVE_SHARE,
    SET_OFF,
    is_one_sentence,
    recommends,
)
from pipeline.records import Block

LIST_RULE = "recommendations.list"
# Sections that give their lists force.
FORCES = {"commits": "commitment"}


def find_list_items(scan: Scan) -> Iterator[Item]:
    """The items of every list that recommends, stems and sections considered."""
    index = 0
    blocks = scan.reading.blocks
    scan.running = find_running(scan)
    scan.labelled = find_labelled(scan)
    last: Stem | None = None
    over: Stem | None = None
    while index < len(blocks):
        if not is_entry(scan, index):
            last = None if blocks[index].kind == "heading" else last
            over = stem_over_headings(scan, index) or over
            index += 1
            continue
        run = collect_run(scan, index)
        nodes = build_tree(run)
        stem = find_stem(scan, index) or last or (over if are_gerunds(scan, nodes) else None)
        yield from judge_list(scan, nodes, stem)
        last = stem
        index = run[-1].last_index() + 1
        if index < len(blocks) and opens_chapter(run[-1].block, blocks[index]):
            last = over = None


def stem_over_headings(scan: Scan, index: int) -> Stem | None:
    """A stem whose items stand under headings of their own: "The manager is responsible for:", "2.1 Logs"."""
    following = next((i for i in range(index + 1, len(scan.roles)) if scan.is_body(i)), None)
    if following is None or scan.reading.blocks[following].kind != "heading" or not scan.is_body(index):
        return None
    stem = read_stem(scan, index)
    return stem if stem and stem.commands else None


def are_gerunds(scan: Scan, run: list[Node]) -> bool:
    """Whether most items complete a stem that stands far above: "Keeping a log …", "Testing each pump …"."""
    return 2 * sum(is_gerund(scan, node) for node in run) > len(run)


def judge_list(scan: Scan, nodes: list[Node], stem: Stem | None) -> Iterator[Item]:
    """Rows for each item, one row for stem and list together, or nothing."""
    if stem and stem.opens and stem.force and lists_things(scan, nodes, stem):
        stem.opens, stem.commands, stem.parts = False, False, True
    if recommends(scan, nodes, stem):
        yield from list_rows(scan, nodes, stem)
    elif stem and stem.whole:
        scan.taken |= {i for node in nodes for i in node.indexes()}
    elif stem and stem.index not in scan.taken and is_one_sentence(scan, stem):
        scan.taken |= {i for node in nodes for i in node.indexes()}
        scan.stems[stem.index] = (stem.start, stem.end)
        stem.whole = True
        yield Item(
            start_of_thought(scan, stem), nodes[-1].end(), "recommendations.stem_and_list", force=stem.force
        )
    elif stem and only_shows(scan, nodes, stem):
        scan.taken |= {i for node in nodes for i in node.indexes()}
    else:
        for node in nodes:
            if node.children:
                yield from judge_list(scan, node.children, read_stem(scan, node.index))


def only_shows(scan: Scan, nodes: list[Node], stem: Stem) -> bool:
    """Whether a list shows examples, or what something is for."""
    if stem.purpose:
        return scan.roles[nodes[0].index] is None
    return stem.parts and bool(scan.phrases.found("examples", scan.reading.text[stem.start : stem.end]))


def start_of_thought(scan: Scan, stem: Stem) -> int:
    """The stem, or the sentence before it: "Name your sources. Each name should include: …"."""
    sentences = scan.reading.sentences(scan.reading.blocks[stem.index])
    before = [start for start, end in sentences if end <= stem.start and stem.start - end <= 1]
    if before and scan.commands(before[-1], stem.start):
        scan.stems[stem.index] = (before[-1], stem.end)
        return before[-1]
    return stem.start


def list_rows(scan: Scan, nodes: list[Node], stem: Stem | None, parent: str | None = None) -> Iterator[Item]:
    """A row for each item; an item that only introduces others gives way to them."""
    role = scan.roles[nodes[0].index]
    force = FORCES.get(role or "") or (stem.force if stem and stem.opens else None)
    force = force or ("commitment" if names_actions(scan, nodes) else None)
    if stem and stem.opens:
        scan.stems[stem.index] = (stem.start, stem.end)
    for node in hang_under_labels(scan, nodes):
        opened = bool(stem and stem.opens)
        if is_question(scan, node.index) or (is_mere_statement(scan, node) and not opened):
            continue
        if role is None and not opened and not scan.operative and is_silent(scan, node):
            continue
        number = join_number(parent or heading_number(scan, node.index), node.block.number)
        inner = read_stem(scan, node.stem_index()) if node.children else None
        if inner and inner.opens and inner.force and lists_things(scan, node.children, inner):
            inner.opens, inner.parts = False, True
        if inner and gives_way(scan, node, inner):
            inner.force = inner.force or force
            inner.opens = True
            scan.stems[inner.index] = (inner.start, inner.end)
            yield from lead_item(scan, node.block, inner, number)
            yield from list_rows(scan, node.children, inner, number)
            continue
        scan.taken |= set(node.indexes())
        span = (stem.start, stem.end) if stem else None
        start = start_of(node.block)
        formal = node.block.number is not None and is_formal(scan, node.index)
        closed = scan.operative or role in ("commits", "principles") or formal
        strong = bool(stem and stem.commands) or role in SET_OFF
        yield Item(start, node.end(), LIST_RULE, number, force, span, closed, strong, formal)


def lead_item(scan: Scan, block: Block, stem: Stem, number: str | None) -> Iterator[Item]:
    """What stands before the stem of a list: "II. Asks members to keep a log. To this end, they should:"."""
    start, last = start_of(block), min(stem.start, block.end)
    end = start + len(scan.reading.text[start:last].rstrip())
    operative = any(norm.value.startswith("operative_") for norm in scan.norms_in(start, end))
    if end > start and (operative or scan.commands(start, end)):
        scan.taken.add(scan.reading.index_at(start))
        yield Item(start, end, LIST_RULE, number, strong=True)


def gives_way(scan: Scan, node: Node, inner: Stem) -> bool:
    """Whether an item only introduces those below it: "3. Asks the ministry:" and its letters."""
    if inner.measures and count_acts(scan, node.children) >= NORMATIVE_SHARE * len(node.children):
        return True
    if inner.parts:
        return False
    orders = sum(scan.is_normative(child.block) or is_gerund(scan, child) for child in node.children)
    many = orders >= NORMATIVE_SHARE * len(node.children)
    return inner.opens or many or not scan.is_normative(node.block)


def is_formal(scan: Scan, index: int) -> bool:
    """Whether the section is the document's "Recommendations" by name."""
    return any(
        scan.phrases.found("heading_formal", scan.reading.text_of(block)) for block in scan.above(index)
    )


def is_mere_statement(scan: Scan, node: Node) -> bool:
    """An item among commitments that says nothing of conduct: "This measure applies to all models."."""
    words = scan.reading.text[start_of(node.block) : node.end()]
    return bool(scan.phrases.opens("continues", words)) and not scan.norms_in(
        start_of(node.block), node.end()
    )


def is_silent(scan: Scan, node: Node) -> bool:
    """A paragraph with a number among guidelines that says nothing of conduct: "15. A key is a thing."."""
    words = scan.reading.text[start_of(node.block) : node.end()].rstrip()
    numbered = node.block.number is not None and words.endswith(".") and not node.children
    return numbered and not scan.commands(start_of(node.block), node.end()) and not LABELLED.match(words)
