"""Any bytes become a Document or a ParseError with its code."""

import time
import tracemalloc

import pytest

from pipeline.parse import ParseError, read_document
from pipeline.records import Document, Source
from pipeline.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()
# Each takes about half a second; what grows with the square of its length takes minutes.
HOSTILE_SECONDS = 10


def read(data: bytes) -> Document:
    return read_document(Source("x", "x"), data, VOCABULARY)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"<html><body><script>x</script></body></html>", "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "unsupported_type"),
        (b"PK\x03\x04" + bytes(40), "unsupported_type"),
        (bytes(range(256)) * 8, "unsupported_type"),
    ],
)
def test_what_cannot_be_read_is_a_reject_with_its_code(data: bytes, code: str) -> None:
    with pytest.raises(ParseError) as caught:
        read(data)
    assert caught.value.code == code


def test_a_text_of_two_hundred_megabytes_is_refused_at_once_and_not_decoded() -> None:
    data = b"Operators keep a log of every alarm.\n" * (200_000_000 // 37)
    tracemalloc.start()
    started = time.process_time()
    with pytest.raises(ParseError, match="bytes; 20971520 are read") as caught:
        read(data)
    assert caught.value.code == "too_large"
    assert time.process_time() - started < 1
    assert tracemalloc.get_traced_memory()[1] < len(data) / 10
    tracemalloc.stop()


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (b"<!DOCTYPE html><p>Keep a log.</p>", "text/html"),
        (b"# Code\n\n## Duties\n\nKeep a log.", "text/markdown"),
        (b"Code\n\nKeep a log of 3 < 4 alarms.", "text/plain"),
    ],
)
def test_the_media_type_is_told_from_the_content(data: bytes, media_type: str) -> None:
    assert read(data).media_type == media_type


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Operators should keep a log of every alarm. .................... 12", "en"),
        ("Les exploitants doivent tenir un registre de chaque alarme.", "fr"),
        ("Die Betreiber sollen über jeden Alarm ein Protokoll führen.", "de"),
        ("De beheerders moeten van elk alarm een logboek bijhouden.", "nl"),
        ("Los operadores deben llevar un registro de cada alarma.", "es"),
        ("Gli operatori devono tenere un registro di ogni allarme.", "it"),
        ("2024 100 % 3.5 …… 17", "en"),
    ],
)
def test_the_language_is_told_from_the_words(text: str, language: str) -> None:
    assert read(text.encode()).language == language


@pytest.mark.parametrize(
    "data",
    [
        b"# Code\n\n## Duties\n\n" + b"[" * 100_000,
        b"# Code\n\n## Duties\n\n" + b"**a " * 50_000,
        b"Operators should keep a log of every alarm and test it each day.\n" * 20_000,
        b"x" * 300_000 + b", Whereas: (1) The x. (2) The y.",
        b"<h1>Code</h1>" + b"<table><tr><td>x" * 3_000,
        b"<h1>Code</h1>" + b"<ul><li>x" * 3_000,
        b"<h1>A\x00B</h1><p>" + b"\x00" * 1000 + b"log \xed\xa0\x80</p>",
    ],
)
def test_hostile_input_is_read_in_bounded_time(data: bytes) -> None:
    started = time.process_time()
    assert read(data).text
    assert time.process_time() - started < HOSTILE_SECONDS
