"""One broad `except` in the project, around third-party readers and nothing of our own."""

import ast
from pathlib import Path

import pytest

from pipeline.parse import ParseError, read_document
from pipeline.parse.guard import third_party
from pipeline.records import Source
from pipeline.vocabulary import load_vocabulary

PACKAGE = Path(__file__).resolve().parent.parent / "pipeline"
BROAD = {"Exception", "BaseException"}


def is_broad(handler: ast.ExceptHandler) -> bool:
    if handler.type is None:
        return True
    return not BROAD.isdisjoint(node.id for node in ast.walk(handler.type) if isinstance(node, ast.Name))


def test_there_is_one_broad_except() -> None:
    texts = {path.relative_to(PACKAGE).as_posix(): path.read_text("utf-8") for path in PACKAGE.rglob("*.py")}
    broad = [
        name
        for name, text in texts.items()
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.ExceptHandler) and is_broad(node)
    ]
    assert broad == ["parse/guard.py"]


@pytest.mark.parametrize(
    ("raised", "code", "reason"),
    [
        (ValueError("bad xref"), "unreadable", "pdfwords failed: ValueError: bad xref"),
        (RecursionError("too deep"), "unreadable", "pdfwords failed: RecursionError: too deep"),
        (MemoryError(), "out_of_memory", "pdfwords ran out of memory."),
    ],
)
def test_what_a_library_raises_is_a_reject(raised: Exception, code: str, reason: str) -> None:
    with pytest.raises(ParseError) as caught, third_party("pdfwords"):
        raise raised
    assert (caught.value.code, caught.value.reason) == (code, reason)


def test_a_bug_of_ours_is_no_reject(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.parse.text.read_lines", lambda text, single: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        read_document(Source("x", "x"), b"Keep a log of every alarm.", load_vocabulary())


def test_nesting_beyond_the_stack_is_a_reject(monkeypatch: pytest.MonkeyPatch) -> None:
    def dig(text: str, single: bool) -> None:
        dig(text, single)

    monkeypatch.setattr("pipeline.parse.text.read_lines", dig)
    with pytest.raises(ParseError, match="nested too deeply"):
        read_document(Source("x", "x"), b"Keep a log of every alarm.", load_vocabulary())
