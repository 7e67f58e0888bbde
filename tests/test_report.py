"""The site: what its pages hold, what they escape, where their links go."""

import json
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from pipeline.report import write_report
from pipeline.report.charts import chart_bodies, chart_grid, chart_years
from pipeline.report.labels import name_value
from pipeline.report.passages import Place, cut_passages
from pipeline.tables import read_tables
from runs import outcome, rejected_outcome, write_run

HOSTILE = "<img src=x onerror=alert(1)>"
LINES = (
    "title: River Code",
    "p: The River Board asks that decisions be fair.",
    "li@2: Boards should publish a register.",
    "p@2: See Regulation (EU) 2016/679.",
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("run")
    (folder / "river.pdf").write_bytes(b"%PDF-1.4")
    river = outcome(
        "river",
        *LINES,
        facts={
            "full_name": {"River Code": "River Code"},
            "enacting_body": {"River Board": "River Board"},
            "principles": {"fairness": "be fair"},
            "language": {"en": None},
        },
        rejected={"date": {"2016": "2016"}},
        recommendations=["Boards should publish a register."],
        instruments={"32016R0679": "Regulation (EU) 2016/679"},
        source=str(folder / "river.pdf"),
    )
    hostile = outcome("hostile", f"title: {HOSTILE}", facts={"full_name": {HOSTILE: HOSTILE}})
    run = write_run(folder / "out", river, hostile, rejected_outcome("broken.pdf", reason=f"no {HOSTILE}"))
    write_report(read_tables(run), run / "report")
    return run / "report"


def page(site: Path, name: str) -> BeautifulSoup:
    return BeautifulSoup((site / name).read_text(encoding="utf-8"), "lxml")


def test_the_index_lists_every_entry_and_every_reject(site: Path) -> None:
    index = page(site, "index.html")
    assert [row.th.a["href"] for row in index.select("#entries tbody tr")] == [
        "entries/hostile.html",
        "entries/river.html",
    ]
    assert "broken.pdf" in index.select_one(".rejects").text


def test_stale_corrections_come_first_and_the_index_points_to_them(tmp_path: Path) -> None:
    run = write_run(tmp_path, outcome("a", "title: A code", facts={"full_name": {"A code": "A code"}}))
    shared = {"entry_id": "a", "before": None, "reason": HOSTILE, "reviewer": "R", "date": "2024-06-13"}
    applied = shared | {"file": "a.toml", "field": "date", "after": "2021", "status": "applied", "why": ""}
    curated = dict.fromkeys(("field", "before", "after", "reviewer", "date"))
    rows = [
        applied,
        applied | {"status": "stale", "why": "the quote has changed"},
        applied | curated | {"entry_id": "gone", "status": "not applied", "why": "no page of the database"},
    ]
    (run / "corrections.json").write_text(json.dumps(rows), encoding="utf-8")
    write_report(read_tables(run), run / "report")
    notice = page(run / "report", "index.html").select_one(".notice")
    assert notice.text.startswith("2 corrections could not be applied")
    target = page(run / "report", notice.a["href"].split("#")[0]).select_one("#corrections")
    listed = target.find_next("tbody").select("tr")
    assert [row.td.text for row in listed] == ["stale", "not applied", "applied"]
    assert listed[0].a["href"] == "entries/a.html#field-date"
    assert "the quote has changed" in listed[0].text
    assert HOSTILE in listed[0].text
    assert listed[1].a is None


def test_a_run_without_corrections_shows_none(site: Path) -> None:
    assert not page(site, "index.html").select(".notice")
    assert not page(site, "review.html").select("#corrections")


@pytest.mark.parametrize("name", ["index.html", "review.html", "charts.html", "entries/hostile.html"])
def test_a_hostile_title_is_text_on_every_page(site: Path, name: str) -> None:
    read = page(site, name)
    assert not read.select("img, [onerror]")
    assert not [script for script in read.select("script") if not script.get("src")]


def test_the_hostile_title_is_shown_as_it_stands(site: Path) -> None:
    assert page(site, "entries/hostile.html").h1.text == HOSTILE


def test_a_value_links_to_its_quote_in_the_text(site: Path) -> None:
    entry = page(site, "entries/river.html")
    link = entry.select_one("#field-principles a.place.main")
    assert link.text == "Fairness"
    place = entry.select_one(f"span{link['href']}")
    assert place.find_next("mark").text == "be fair"


def test_the_fields_stand_in_the_order_of_the_database_page(site: Path) -> None:
    labels = [label.text for label in page(site, "entries/river.html").select("dt")]
    assert labels[:5] == [
        "Short name",
        "Full name of the document",
        "Body / organism enacting the document",
        "Nature of the body / organism",
        "Type of document",
    ]
    assert labels.index("Principles expressly addressed") < labels.index("Legal force")


def test_zone_rule_and_confidence_stand_by_each_place(site: Path) -> None:
    facts = page(site, "entries/river.html").select_one("#field-principles .witnesses .facts").text
    assert "operative · principles.hand · 0.90" in " ".join(facts.split())


def test_a_page_number_links_to_the_page_of_the_file(site: Path) -> None:
    links = [link["href"] for link in page(site, "entries/river.html").select("a.page-link")]
    assert "../../../river.pdf#page=2" in links
    assert (site / "entries" / "../../../river.pdf").resolve().is_file()


def test_rejected_candidates_are_there_on_demand(site: Path) -> None:
    rejected = page(site, "entries/river.html").select_one("#field-date details.rejected")
    assert not rejected.has_attr("open")
    assert rejected.select_one("a.place").text == "2016"


def test_recommendations_and_instruments_are_tables_that_point_into_the_text(site: Path) -> None:
    entry = page(site, "entries/river.html")
    targets = {link["href"] for link in entry.select("td a.place")}
    assert len(targets) == 2
    assert all(entry.select_one(f"span{target}") for target in targets)


def test_a_value_that_stands_nowhere_in_the_text_says_so(site: Path) -> None:
    assert "stands nowhere in the text" in page(site, "entries/river.html").select_one("#field-language").text


def test_no_page_asks_the_network_for_anything(site: Path) -> None:
    loaded = [
        element.get("src") or element.get("href")
        for path in sorted(site.rglob("*.html"))
        for element in BeautifulSoup(path.read_text(encoding="utf-8"), "lxml").select("script, link, img")
    ]
    assert loaded
    assert not [address for address in loaded if address.startswith(("http", "//"))]


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "missing.pdf"])
def test_only_files_and_web_addresses_become_links(tmp_path: Path, address: str) -> None:
    run = write_run(tmp_path, outcome("a", "title: A code", source=address))
    write_report(read_tables(run), tmp_path / "report")
    assert not page(tmp_path / "report", "entries/a.html").select("a.page-link, .entry-head .facts a")


def test_places_that_overlap_share_their_pieces() -> None:
    block = {"block_id": "b1", "kind": "paragraph", "zone": "operative", "level": None, "page": 1}
    places = [Place(1, 0, 5, "accepted"), Place(2, 3, 9, "rejected")]
    [passage] = cut_passages("abcdefghi", [block | {"start": 0, "end": 9}], places)
    assert [(piece.text, piece.places) for piece in passage.pieces] == [
        ("abc", (1,)),
        ("de", (1, 2)),
        ("fghi", (2,)),
    ]
    assert [piece.status for piece in passage.pieces] == ["accepted", "accepted", "rejected"]


def test_a_place_over_two_blocks_is_marked_in_both() -> None:
    block = {"kind": "paragraph", "zone": "operative", "level": None, "page": 1}
    blocks = [
        {**block, "block_id": "b1", "start": 0, "end": 3},
        {**block, "block_id": "b2", "start": 5, "end": 8},
    ]
    passages = cut_passages("abc\n\ndef", blocks, [Place(1, 1, 7, "accepted")])
    marked = [piece.text for passage in passages for piece in passage.pieces if piece.places]
    assert marked == ["bc", "de"]
    assert [passage.new_page for passage in passages] == [1, None]


def test_years_without_documents_keep_their_place() -> None:
    bars = chart_years([{"date": "2019"}, {"date": "2021-05"}, {"date": None}]).bars
    assert [(bar.label, bar.count) for bar in bars] == [("2019", 1), ("2020", 0), ("2021", 1)]


def test_the_commonest_body_has_the_longest_bar() -> None:
    bars = chart_bodies([{"enacting_body": ["B"]}, {"enacting_body": ["A", "B"]}]).bars
    assert [(bar.full_label, bar.count) for bar in bars] == [("B", 2), ("A", 1)]
    assert bars[0].width == 2 * bars[1].width


def test_a_grid_counts_two_columns_against_each_other() -> None:
    entries = [
        {"principles": ["fairness", "safety"], "body_nature": "company"},
        {"principles": ["fairness"], "body_nature": "company"},
    ]
    cells = chart_grid(entries, "", "principles", "body_nature", {}).cells
    assert [(cell.row, cell.column, cell.count, cell.shade) for cell in cells] == [
        ("Fairness", "Company", 2, 1.0),
        ("Safety", "Company", 1, 0.5),
    ]


def test_charts_over_no_entries_are_empty() -> None:
    assert chart_years([]).bars == chart_bodies([]).bars == []


@pytest.mark.parametrize(
    ("column", "value", "label"),
    [
        ("body_nature", "eu_body", "EU body"),
        ("is_soft_law", True, "Yes"),
        ("territorial_scope", "eu", "EU"),
        ("territorial_scope", "global", "Global"),
        ("territorial_scope", "NL", "NL"),
        ("official_id", "COM(2020) 65 final", "COM(2020) 65 final"),
        ("principles", "fairness", "Fair treatment"),
    ],
)
def test_values_are_named_for_people(column: str, value: object, label: str) -> None:
    assert name_value({("principles", "fairness"): "Fair treatment"}, column, value) == label
