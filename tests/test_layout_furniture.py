"""Headers, footers and page numbers."""

from __future__ import annotations

import pytest

from pipeline.parse.layout.furniture import is_page_number, take_furniture
from pipeline.parse.layout.lines import Line, Page


@pytest.mark.parametrize("text", ["12", "- 3 -", "Page 4 of 10", "3 | P a g e", "iv", "Seite 7 von 9"])
def test_a_page_number_is_known_in_its_usual_forms(text: str) -> None:
    assert is_page_number(text)


@pytest.mark.parametrize("text", ["115.47", "Article 5", "2019 report"])
def test_other_numbers_are_no_page_numbers(text: str) -> None:
    assert not is_page_number(text)


def line(text: str, base: float, page: int, x0: float = 72) -> Line:
    return Line(x0, base - 8, x0 + 6 * len(text), base + 2, text, 10, base, page=page)


def page_of(number: int, *lines: Line) -> Page:
    return Page(number, 595, 842, list(lines))


def test_a_label_beside_text_at_the_top_of_a_page_is_kept() -> None:
    page = page_of(
        1, line("ii.", 60, 1), line("assess the tool before its use", 60, 1, 100), line("x" * 60, 400, 1)
    )
    take_furniture([page])
    assert [item.text for item in page.lines][:2] == ["ii.", "assess the tool before its use"]


def test_a_title_that_runs_on_every_page_is_furniture_but_for_its_number() -> None:
    pages = [
        page_of(n, line(f"Rules for tools, page {n}", 50, n), line(f"Text {'abcdef'[n]} of a page", 400, n))
        for n in range(1, 5)
    ]
    take_furniture(pages)
    assert [len(page.furniture) for page in pages] == [1, 1, 1, 1]


def test_a_page_sign_of_figures_is_furniture_when_it_stands_on_many_pages() -> None:
    pages = [page_of(n, line(f"L 119/{n}", 50, n), line("abcde"[n] * 40, 400, n)) for n in range(1, 5)]
    take_furniture(pages)
    assert [page.furniture[0].text for page in pages] == ["L 119/1", "L 119/2", "L 119/3", "L 119/4"]


def test_a_rule_that_is_typed_is_furniture() -> None:
    page = page_of(1, line("____________", 400, 1), line("Text of a page", 420, 1))
    take_furniture([page])
    assert [item.text for item in page.furniture] == ["____________"]


def test_a_number_at_the_top_of_many_pages_is_kept_where_it_labels_an_item() -> None:
    pages = [
        page_of(n, line(f"115.{n}", 50, n), line("abcde"[n] * 9, 50, n, 120), line("abcde"[n] * 40, 400, n))
        for n in range(1, 5)
    ]
    take_furniture(pages)
    assert [page.lines[0].text for page in pages] == ["115.1", "115.2", "115.3", "115.4"]
