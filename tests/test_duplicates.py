"""Same documents and versions are linked to the first that came, never merged."""

import random
import tracemalloc
from collections import deque
from dataclasses import replace

import pytest

from pipeline.records import DocumentRecord, Outcome, Source
from pipeline.run.duplicates import Links, make_sketch, resemblance

WORDS = [f"word{number}" for number in range(3000)]


def write_text(seed: int, words: int = 2000) -> str:
    return " ".join(random.Random(seed).choices(WORDS, k=words))


def outcome(entry_id: str, text: str, raw: str = "") -> Outcome:
    record = DocumentRecord(
        entry_id=entry_id,
        source=entry_id,
        source_url=None,
        media_type="text/plain",
        page_count=None,
        language="en",
        raw_sha256=raw or entry_id,
        text_sha256=text,
        parser="text",
        ocr_pages=[],
        retrieved_at=None,
        duplicate_of=None,
        version_of=None,
        pipeline_version="0",
        vocabulary_version="0",
    )
    return Outcome(Source(entry_id, entry_id), record=record, sketch=make_sketch(text))


def link(*outcomes: Outcome) -> list[tuple[str | None, str | None]]:
    links = Links()
    for item in outcomes:
        links.link(item)
    return [(item.record.duplicate_of, item.record.version_of) for item in outcomes if item.record]


def test_the_same_text_is_a_duplicate() -> None:
    text = write_text(1)
    assert link(outcome("a", text), outcome("b", text)) == [(None, None), ("a", None)]


def test_the_same_bytes_are_a_duplicate() -> None:
    assert link(outcome("a", "one", raw="x"), outcome("b", "two", raw="x"))[1] == ("a", None)


def test_a_draft_and_its_final_text_are_versions() -> None:
    draft = write_text(1)
    final = draft[: len(draft) * 4 // 5] + " " + write_text(2, 300)
    assert link(outcome("draft", draft), outcome("other", write_text(3)), outcome("final", final)) == [
        (None, None),
        (None, None),
        (None, "draft"),
    ]


def test_texts_with_a_common_preface_are_no_versions() -> None:
    preface = write_text(9, 300)
    assert link(outcome("a", preface + write_text(1)), outcome("b", preface + write_text(2)))[1] == (
        None,
        None,
    )


def test_what_is_kept_of_a_document_is_small() -> None:
    chance, links = random.Random(8), Links()
    texts = [outcome(f"document-{number}", f"{number}") for number in range(500)]
    sketched = [replace(text, sketch=[chance.getrandbits(63) for _ in range(200)]) for text in texts]
    tracemalloc.start()
    deque(map(links.link, sketched), maxlen=0)
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert kept / len(sketched) < 6_000


@pytest.mark.parametrize("share", [0.2, 0.5, 0.8])
def test_the_estimate_is_near_the_true_share(share: float) -> None:
    left, common = write_text(4, 3000).split(), int(3000 * share)
    right = left[:common] + write_text(5, 3000 - common).split()
    true = common / (6000 - common)
    assert abs(resemblance(make_sketch(" ".join(left)), make_sketch(" ".join(right))) - true) < 0.12


def test_case_and_punctuation_do_not_matter() -> None:
    text = write_text(6)
    assert make_sketch(text) == make_sketch(text.upper().replace(" ", ", "))
