"""The site in a real browser: headless Chromium, opened from disk."""

import json
import os
import shutil
from collections.abc import Iterator
from importlib.resources import files

import pytest

from pipeline.report import write_report
from pipeline.tables import read_tables
from runs import outcome, write_run

CHROMIUM = shutil.which("chromium")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        CHROMIUM is None and os.environ.get("CI") != "true", reason="chromium is not installed"
    ),
    # Selenium's own deprecations are not ours to mend.
    pytest.mark.filterwarnings("ignore::DeprecationWarning:selenium"),
]
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
HOSTILE = "<img src=x onerror=alert(1)>"
FILLER = tuple(f"p: Paragraph {number} says nothing that any rule would find." for number in range(120))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> str:
    river = outcome(
        "river",
        "title: River Code",
        *FILLER,
        "p@2: The River Board asks that decisions be fair and transparent.",
        "li@2: Boards should publish a register.",
        facts={
            "full_name": {"River Code": "River Code"},
            "enacting_body": {"River Board": "River Board"},
            "document_type": {"code": "Code"},
            "date": {"2021": "Paragraph 20"},
            "principles": {"fairness": "be fair", "transparency": "transparent"},
            "law_area": {"ai_regulation": "decisions"},
            "fundamental_rights": {"privacy": "decisions"},
        },
        rejected={"date": {"1999": "Paragraph 99"}},
        recommendations=["Boards should publish a register."],
    )
    lake = outcome(
        "lake",
        "title: Lake Guidelines",
        "p: Be fair.",
        facts={"full_name": {"Lake Guidelines": "Lake"}, "principles": {"fairness": "fair"}},
    )
    hostile = outcome("hostile", f"title: {HOSTILE}", facts={"full_name": {HOSTILE: HOSTILE}})
    run = write_run(tmp_path_factory.mktemp("run"), river, lake, hostile)
    stale = {"file": "river.toml", "entry_id": "river", "field": "date", "before": "1999", "after": "2021"}
    stale |= {"reason": HOSTILE, "reviewer": "R", "date": "2024-06-13", "status": "stale", "why": "changed"}
    (run / "corrections.json").write_text(json.dumps([stale]), encoding="utf-8")
    write_report(read_tables(run), run / "report")
    return (run / "report").as_uri()


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[object]:
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    assert CHROMIUM, "chromium has to be installed where the tests of the report must run"
    options.binary_location = CHROMIUM
    for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}", "--window-size=1280,900"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
    yield driver
    driver.quit()


def shown(browser) -> list[str]:
    rows = browser.find_elements("css selector", "#entries tbody tr")
    return [row.find_element("css selector", "a").text for row in rows if row.is_displayed()]


def in_view(browser, element) -> bool:
    """Whether an element lies inside the pane of the text and inside the window."""
    return browser.execute_script(
        "const box = arguments[0].getBoundingClientRect(), pane ="
        " document.getElementById('passages').getBoundingClientRect();"
        "return box.top >= pane.top && box.bottom <= pane.bottom && box.top >= 0"
        " && box.bottom <= innerHeight;",
        element,
    )


def test_search_leaves_the_entries_that_hold_the_word(browser, site: str) -> None:
    browser.get(f"{site}/index.html")
    browser.find_element("id", "q").send_keys("lake")
    assert shown(browser) == ["Lake Guidelines"]
    assert browser.find_element("id", "count").text == "1 of 3 entries"


def test_a_filter_leaves_the_entries_with_the_value_and_clear_brings_all_back(browser, site: str) -> None:
    browser.get(f"{site}/index.html")
    browser.execute_script("document.querySelectorAll('details').forEach((each) => each.open = true)")
    box = browser.find_element("css selector", "input[name=principles][value=transparency]")
    box.click()
    assert shown(browser) == ["River Code"]
    browser.find_element("css selector", "button[type=reset]").click()
    browser.execute_async_script("setTimeout(arguments[0], 50)")
    assert len(shown(browser)) == 3


def test_a_value_leads_to_its_quote_in_view(browser, site: str) -> None:
    browser.get(f"{site}/index.html")
    browser.find_element("link text", "River Code").click()
    browser.find_element("css selector", "#field-principles a.place.main").click()
    active = browser.find_element("css selector", "mark.active")
    assert active.text == "be fair"
    assert in_view(browser, active)
    where = browser.find_element("id", "where").text
    assert "operative" in where
    assert "principles.hand" in where


def test_the_keys_lead_from_place_to_place_and_back(browser, site: str) -> None:
    from selenium.webdriver.common.keys import Keys

    browser.get(f"{site}/entries/river.html")
    body = browser.find_element("css selector", "body")
    body.send_keys("n")
    first = browser.find_element("css selector", "a.current").get_attribute("href")
    body.send_keys("n")
    assert browser.find_element("css selector", "a.current").get_attribute("href") != first
    body.send_keys("p")
    assert browser.find_element("css selector", "a.current").get_attribute("href") == first
    body.send_keys(Keys.ESCAPE)
    assert not browser.find_elements("css selector", "mark.active")


def test_a_rejected_candidate_is_shown_on_demand(browser, site: str) -> None:
    browser.get(f"{site}/entries/river.html")
    link = browser.find_element("css selector", "#field-date .rejected a.place")
    assert not link.is_displayed()
    browser.find_element("css selector", "#field-date .rejected summary").click()
    link.click()
    assert in_view(browser, browser.find_element("css selector", "mark.active"))


def test_a_link_to_a_place_opens_with_the_quote_in_view(browser, site: str) -> None:
    browser.get(f"{site}/entries/river.html")
    target = browser.find_element("css selector", "#field-principles a.place.main").get_attribute("href")
    browser.get("about:blank")
    browser.get(target)
    assert in_view(browser, browser.find_element("css selector", "mark.active"))


def test_a_hostile_title_runs_nothing(browser, site: str) -> None:
    browser.get(f"{site}/index.html")
    assert HOSTILE in shown(browser)
    browser.get(f"{site}/entries/hostile.html")
    assert browser.find_element("css selector", "h1").text == HOSTILE
    assert not browser.find_elements("css selector", "img")


@pytest.mark.parametrize("page", ["index.html", "charts.html", "review.html", "entries/river.html"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_no_page_has_a_serious_accessibility_fault_or_a_console_error(
    browser, site: str, page: str, scheme: str, width: int
) -> None:
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 500}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    browser.get_log("browser")
    browser.get(f"{site}/{page}")
    wide = browser.execute_script("return document.documentElement.scrollWidth")
    hidden = browser.execute_script(
        "return [...document.querySelectorAll('.scroll:has(table)')]"
        ".map((each) => each.scrollWidth - each.clientWidth)"
    )
    browser.execute_script((files("axe_core_python") / "axe.min.js").read_text(encoding="utf-8"))
    found = browser.execute_async_script(
        "const done = arguments[0]; axe.run().then((result) => done(result.violations))"
    )
    serious = [fault for fault in found if fault["impact"] in ("serious", "critical")]
    assert not serious, [(fault["id"], fault["nodes"][0]["html"]) for fault in serious]
    assert wide <= width
    assert width == 1280 or not any(hidden)
    assert browser.get_log("browser") == []
