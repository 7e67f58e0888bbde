"""Web pages become blocks: what is the document stays whole, what surrounds it goes."""

import pytest

from pipeline.parse.html import read_html
from pipeline.records import Block, Document, Source


def read(page: str | bytes) -> Document:
    data = page.encode() if isinstance(page, str) else page
    return read_html(Source("page", "page.html"), data, {})


def kinds(document: Document) -> list[tuple[str, str | None, int | None, str]]:
    return [(b.kind, b.number, b.level, document.text_of(b)) for b in document.blocks]


def body(document: Document, block: Block) -> str:
    return document.text[block.body_start or block.start : block.end]


def test_menus_banners_and_share_bars_are_left_out() -> None:
    page = """<title>Care code</title><body><a class="skip-link" href="#c">Skip to main content</a>
    <div id="global-cookie-message" class="cookie-banner"><h2>Cookies</h2><p>We use cookies.</p></div>
    <header><nav><ul><li><a href="/">Home</a></li></ul></nav></header>
    <ol class="breadcrumbs"><li>Home</li><li>Codes</li></ol>
    <main><h1>Care code</h1><p>Operators of care robots should keep a log of every fall alarm.</p>
    <div class="social-share"><p>Share this page</p></div></main>
    <div class="related-content"><p>Next: Pet code</p></div><footer><p>Imprint</p></footer></body>"""
    assert read(page).text == ("Care code\n\nOperators of care robots should keep a log of every fall alarm.")


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<ol><li>Log</li><li>Test</li></ol>", [("1", 1, "1. Log"), ("2", 1, "2. Test")]),
        ('<ol start="4" type="a"><li>Log</li></ol>', [("d", 1, "d. Log")]),
        ('<ol type="i"><li value="3">Log</li></ol>', [("iii", 1, "iii. Log")]),
        ("<ol><li>(a) Log</li></ol>", [("(a)", 1, "(a) Log")]),
        ("<ul><li>Log</li></ul>", [(None, 1, "• Log")]),
        (
            "<ul><li>Before use:<ul><li>test it</li></ul></li><li>Log</li></ul>",
            [(None, 1, "• Before use:"), (None, 2, "• test it"), (None, 1, "• Log")],
        ),
        ("<ol><li><p>Log.</p><p>Daily.</p></li></ol>", [("1", 1, "1. Log. Daily.")]),
        (
            "<table><tr><td>(1)</td><td><p>Log it.</p></td></tr><tr><td>(2)</td><td>Test.</td></tr></table>",
            [("(1)", 1, "(1) Log it."), ("(2)", 1, "(2) Test.")],
        ),
    ],
)
def test_an_item_is_one_block_with_its_number(
    markup: str, expected: list[tuple[str | None, int, str]]
) -> None:
    document = read(f"<h1>Code</h1>{markup}")
    items = [(b.number, b.level, document.text_of(b)) for b in document.blocks if b.kind == "list_item"]
    assert items == expected


def test_the_body_of_an_item_starts_behind_its_label() -> None:
    document = read("<h1>Code</h1><ol><li>Keep a log</li></ol><p>12. Users must consent.</p>")
    assert [body(document, block) for block in document.blocks] == [
        "Code",
        "Keep a log",
        "Users must consent.",
    ]


def test_footnote_marks_are_superscript_and_have_spans() -> None:
    document = read(
        '<h1>Code</h1><p>See NIS 2<sup><a href="#fn:30">30</a></sup>, '
        "5 m<sup>2</sup> and the 4<sup>th</sup>.</p>"
        '<div class="footnotes"><ol start="30"><li id="fn:30"><p>On networks. '
        '<a href="#fnref:30" role="doc-backlink">↩</a></p></li></ol></div>'
    )
    assert "See NIS 2³⁰, 5 m² and the 4th." in document.text
    assert [document.text[start:end] for start, end in document.marks] == ["³⁰", "³⁰"]
    assert kinds(document)[-1] == ("footnote", "30", None, "³⁰ On networks.")


def test_a_table_of_data_keeps_its_cells() -> None:
    document = read(
        "<h1>Code</h1><table><tr><th>Risk</th><th>Duty</th></tr><tr><td>low</td><td>log</td></tr></table>"
    )
    table = document.blocks[-1]
    assert table.cells is not None
    assert document.text_of(table) == "Risk\tDuty\nlow\tlog"
    assert [[document.text[s:e] for s, e in row] for row in table.cells] == [["Risk", "Duty"], ["low", "log"]]


def test_a_bold_line_is_a_heading_by_sight() -> None:
    document = read("<h1>Code</h1><p><strong>Before use:</strong><br/>Test it in <b>every</b> room.</p>")
    assert kinds(document)[1:] == [
        ("heading", None, 2, "Before use:"),
        ("paragraph", None, None, "Test it in every room."),
    ]


def test_a_paragraph_styled_as_title_or_heading_is_one() -> None:
    document = read(
        '<p class="oj-doc-ti">RECOMMENDATION</p><p class="oj-doc-ti">on lamps</p><p>Boats carry lamps.</p>'
        '<p class="MsoHeading2">Scope</p><p class="heading">All boats sink.</p>'
    )
    assert kinds(document) == [
        ("title", None, 1, "RECOMMENDATION on lamps"),
        ("paragraph", None, None, "Boats carry lamps."),
        ("heading", None, 2, "Scope"),
        ("paragraph", None, None, "All boats sink."),
    ]


def test_the_markdown_of_a_respec_page_is_read() -> None:
    document = read(
        '<!DOCTYPE html><title>Kind machines</title><script>var respecConfig = {format: "markdown"};</script>'
        "<section id=abstract>\nMachines are kind.\n\nThis is a draft.\n</section>\n\n## Duties {#d}\n\n"
        "- Be [kind](https://example.org).\n- Be *brief*.\n"
    )
    assert kinds(document) == [
        ("title", None, 1, "Kind machines"),
        ("paragraph", None, None, "Machines are kind."),
        ("paragraph", None, None, "This is a draft."),
        ("heading", None, 2, "Duties"),
        ("list_item", None, 1, "• Be kind."),
        ("list_item", None, 1, "• Be brief."),
    ]


@pytest.mark.parametrize(
    "page",
    [
        '<meta charset="iso-8859-1"><h1>Prüfung</h1>'.encode(),
        '<meta charset="iso-8859-1"><h1>Prüfung</h1>'.encode("latin-1"),
        "<h1>Prüfung</h1>".encode("cp1252"),
        "<h1>Prüfung</h1>".encode("utf-16"),
        b"<h1>Pr\xc3\xbc\x00fung</h1>",
        b"<h1>Pr&uuml;fung&#8203;</h1>",
    ],
)
def test_wrong_and_missing_encodings_are_read(page: bytes) -> None:
    assert read(page).text == "Prüfung"


def test_a_page_nested_fifty_thousand_deep_is_read() -> None:
    assert read("<h1>Deep</h1>" + "<div>" * 50_000 + "<p>Here.</p>" + "</div>" * 50_000).text.startswith(
        "Deep"
    )


def test_metadata_and_json_ld_are_kept() -> None:
    metadata = read(
        '<html lang="en-GB"><head><title>Care code | Robots Board</title>'
        '<meta name="dcterms.issued" content="2024-03-01">'
        '<script type="application/ld+json">{"@graph": [{"@type": "WebPage", "dateModified": "2024-05-06",'
        '"publisher": {"@type": "Organization", "name": "Robots Board"}}]}</script></head>'
        "<h1>Care code</h1></html>"
    ).metadata
    assert (metadata["lang"], metadata["published"], metadata["modified"], metadata["publisher"]) == (
        "en-GB",
        "2024-03-01",
        "2024-05-06",
        "Robots Board",
    )


def test_a_part_that_opens_on_a_click_is_read_with_its_heading() -> None:
    page = """<h1>Care code</h1><p>The code is for operators of care robots.</p>
    <div class="nice-accordion"><h3 class="nice-accordion__title"><button>Fall alarms</button></h3>
    <div class="nice-accordion__content" hidden><p>Alarms should reach a nurse.</p></div></div>
    <div class="notice" hidden><p>Your session has ended.</p></div>"""
    assert [(block[0], block[3]) for block in kinds(read(page))][2:] == [
        ("heading", "Fall alarms"),
        ("paragraph", "Alarms should reach a nurse."),
    ]


@pytest.mark.parametrize("names", ["migas", "fil-ariane", "compartir-redes", "boutons-partager"])
def test_paths_and_share_bars_are_known_in_other_languages(names: str) -> None:
    page = f"""<h1>Care code</h1><div class="{names}"><p>Home &gt; Codes</p></div>
    <p>Operators of care robots should keep a log of every fall alarm.</p>"""
    assert "Home" not in read(page).text


def test_items_parted_by_line_breaks_are_items() -> None:
    page = """<h1>Care code</h1><p>Operators should:<br>a) keep a log;<br>b) test alarms<br>each year;<br>
    c) train nurses.</p><p>Harbour Office<br>1 Quay Street</p>"""
    assert kinds(read(page))[1:] == [
        ("paragraph", None, None, "Operators should:"),
        ("list_item", "a)", 1, "a) keep a log;"),
        ("list_item", "b)", 1, "b) test alarms each year;"),
        ("list_item", "c)", 1, "c) train nurses."),
        ("paragraph", None, None, "Harbour Office 1 Quay Street"),
    ]


def test_a_paragraph_below_the_text_that_begins_with_its_mark_is_a_footnote() -> None:
    page = """<h1>Care code</h1><p>Robots are machines.<sup>1</sup></p><p><sup>2</sup> of 3 beds have one.</p>
    <p><sup>1</sup> See the care act.</p>"""
    assert [(block[0], block[1]) for block in kinds(read(page))] == [
        ("title", None),
        ("paragraph", None),
        ("paragraph", None),
        ("footnote", "1"),
    ]


def test_items_of_office_software_keep_their_depth() -> None:
    item = """<p class=MsoListParagraph style='mso-list:l0 level{0} lfo1'><span style='mso-list:Ignore'>{1}
    <span>&nbsp;&nbsp;</span></span>{2}</p>"""
    page = item.format(1, "·", "Keep a log.") + item.format(2, "o", "Keep it for a year.")
    assert kinds(read(page)) == [
        ("list_item", None, 1, "• Keep a log."),
        ("list_item", None, 2, "• Keep it for a year."),
    ]
