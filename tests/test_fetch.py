"""Fetching: polite, bounded, and never to an inner address."""

import json
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.fetch.client import Fetcher, FetchError, FetchRules, read_retry_after
from pipeline.fetch.folder import fetch_sources
from pipeline.fetch.guard import is_public
from pipeline.fetch.record import Fetched
from pipeline.records import Source
from pipeline.run.inputs import list_sources
from pipeline.vocabulary import load_vocabulary
from tests.hostile_server import PAGE, PDF, Hostile, Polite, serve, write_certificate

RULES = FetchRules(
    most_bytes=1_000_000, most_seconds=1.5, patience=1.0, delay=0, backoff=0.01, tries=3, allow_private=True
)


@pytest.fixture
def server() -> Iterator[str]:
    with serve() as address:
        yield address


def refusal(url: str, rules: FetchRules = RULES) -> tuple[str, str]:
    with pytest.raises(FetchError) as caught:
        Fetcher(rules).fetch(url)
    return caught.value.code, caught.value.reason


@pytest.mark.parametrize(
    ("path", "code", "reason"),
    [
        ("slow-drip", "http_error", "the answer took too long"),
        ("endless", "too_large", "the answer has more than 1,000,000 bytes"),
        ("loop", "http_error", "more than 8 redirects"),
        ("to-file", "blocked_address", "expected an http(s) address, got 'file:///etc/passwd'"),
        ("wrong-length", "http_error", "peer closed connection"),
        ("bomb", "too_large", "the answer has more than 1,000,000 bytes"),
        ("busy-for-hours", "http_error", "the server asks to wait 7200 seconds"),
        ("broken", "http_error", "the server answered 503"),
        ("missing", "http_error", "the server answered 404"),
    ],
)
def test_a_hostile_answer_ends_in_time_with_a_code(server: str, path: str, code: str, reason: str) -> None:
    began = time.monotonic()
    got = refusal(f"{server}/{path}")
    assert got[0] == code
    assert reason in got[1]
    assert time.monotonic() - began < RULES.tries * RULES.most_seconds + 2


def test_a_private_address_is_refused_unless_allowed(server: str) -> None:
    code, reason = refusal(f"{server}/page", replace(RULES, allow_private=False))
    assert code == "blocked_address"
    assert "127.0.0.1, no public address" in reason


@pytest.mark.parametrize("path", ["to-metadata", "to-localhost"])
def test_a_redirect_to_an_inner_address_is_refused(path: str) -> None:
    inner = {
        "public.example": "93.184.216.34",
        "localhost": "127.0.0.1",
        "169.254.169.254": "169.254.169.254",
    }
    asked: list[str] = []

    def resolver(host: str, port: int) -> list[str]:
        asked.append(host)
        return [inner[host]]

    class Redirecting(Fetcher):
        """The first hop is answered here, so that no packet leaves the machine."""

        def ask(self, url: str, headers: dict[str, str]):  # type: ignore[no-untyped-def]
            from pipeline.fetch.client import Reply

            if "public.example" in url:
                target = "http://169.254.169.254/x" if path == "to-metadata" else "http://localhost/x"
                return Reply(302, {"location": target}, b"")
            return Fetcher.ask(self, url, headers)

    rules = replace(RULES, allow_private=False, robots=False)
    with pytest.raises(FetchError) as caught:
        Redirecting(rules, resolver).fetch(f"http://public.example/{path}")
    assert caught.value.code == "blocked_address"
    assert asked == ["169.254.169.254" if path == "to-metadata" else "localhost"]


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:127.0.0.1", False),
        ("224.0.0.1", False),
    ],
)
def test_only_public_addresses_are_public(address: str, public: bool) -> None:
    assert is_public(address) is public


@pytest.mark.parametrize("path", ["page", "packed", "broken-once"])
def test_a_good_answer_comes_whole(server: str, path: str) -> None:
    assert Fetcher(RULES).fetch(f"{server}/{path}").data == PAGE


def test_the_server_is_waited_for_as_long_as_it_asks(server: str) -> None:
    waits: list[float] = []
    assert Fetcher(RULES, sleep=waits.append).fetch(f"{server}/busy").data == PAGE
    assert waits == [7.0]


def test_robots_txt_is_asked_once_and_heeded() -> None:
    with serve(Polite) as server:
        polite = Fetcher(RULES)
        assert polite.fetch(f"{server}/guide.pdf").data == PDF
        with pytest.raises(FetchError, match="asks not to fetch it"):
            polite.fetch(f"{server}/page")
        assert Polite.seen["robots_txt"] == 1


def test_a_server_without_tls_is_refused_at_once() -> None:
    listener = socket.create_server(("127.0.0.1", 0))

    def answer() -> None:
        connection, _ = listener.accept()
        with connection:
            connection.recv(1024)
            connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")

    thread = threading.Thread(target=answer, daemon=True)
    thread.start()
    code, _ = refusal(f"https://127.0.0.1:{listener.getsockname()[1]}/page", replace(RULES, robots=False))
    listener.close()
    thread.join()
    assert code == "http_error"


def test_a_certificate_that_nobody_vouches_for_is_refused_at_once(tmp_path: Path) -> None:
    with serve(certificate=write_certificate(tmp_path)) as server:
        code, reason = refusal(f"{server}/page")
    assert code == "http_error"
    assert "CERTIFICATE_VERIFY_FAILED" in reason
    assert Hostile.seen["page"] == 0


@pytest.mark.parametrize(
    ("value", "seconds"), [("120", 120.0), (None, 0.0), ("Thu, 01 Jan 1970 00:00:00 GMT", 0.0), ("soon", 0.0)]
)
def test_retry_after_is_read_as_seconds_or_as_a_date(value: str | None, seconds: float) -> None:
    assert read_retry_after(value) == seconds


def fetch_paths(server: str, folder: Path, *paths: str, refresh: bool = False) -> dict[str, Fetched]:
    sources = [Source(path, f"{server}/{path}", f"{server}/{path}") for path in paths]
    records = fetch_sources(
        sources, folder, load_vocabulary(), RULES, lambda source, record: None, refresh=refresh
    )
    return dict(zip(paths, records, strict=True))


def test_every_address_is_fetched_or_has_a_reason(server: str, tmp_path: Path) -> None:
    records = fetch_paths(server, tmp_path, "page", "error-page", "empty", "missing", "endless")
    assert {path: record.code for path, record in records.items()} == {
        "page": None,
        "error-page": "error_page",
        "empty": "empty",
        "missing": "http_error",
        "endless": "too_large",
    }
    assert (tmp_path / "page.bin").read_bytes() == PAGE


def test_a_landing_page_is_followed_to_its_pdf_and_recorded(server: str, tmp_path: Path) -> None:
    record = fetch_paths(server, tmp_path, "landing")["landing"]
    assert (record.final_url, record.landing_url) == (f"{server}/guide.pdf?v=2", f"{server}/landing")
    assert (tmp_path / "landing.bin").read_bytes() == PDF


def test_what_is_there_is_not_fetched_again_and_a_refresh_asks_for_changes(
    server: str, tmp_path: Path
) -> None:
    fetch_paths(server, tmp_path, "changing")
    fetch_paths(server, tmp_path, "changing")
    assert Hostile.seen["changing"] == 1
    before = (tmp_path / "changing.json").read_bytes()
    fetch_paths(server, tmp_path, "changing", refresh=True)
    assert (tmp_path / "changing.json").read_bytes() == before
    Hostile.seen["tag"] += 1
    changed = fetch_paths(server, tmp_path, "changing", refresh=True)["changing"]
    assert changed.etag == '"1"'
    assert Hostile.seen["changing"] == 3


def test_a_fetched_file_stands_for_its_address_in_a_run(server: str, tmp_path: Path) -> None:
    table = tmp_path / "sources.csv"
    table.write_text(f"id,url\nguide,{server}/guide.pdf\n")
    (unfetched,), _ = list_sources([str(table)])
    fetch_sources([unfetched], tmp_path / "files", load_vocabulary(), RULES, lambda source, record: None)
    (source,), _ = list_sources([str(table)])
    record = json.loads((tmp_path / "files" / "guide.json").read_text())
    assert source.location == (tmp_path / "files" / "guide.bin").as_posix()
    assert source.retrieved_at == record["retrieved_at"]


def test_what_stops_one_host_stops_the_others(tmp_path: Path) -> None:
    stopped: list[str] = []

    def stop(source: Source, record: Fetched) -> None:
        stopped.append(source.entry_id)
        raise InterruptedError

    with serve() as server:
        port = server.rsplit(":", 1)[1]
        addresses = [
            f"http://{host}:{port}/page?{n}" for n in range(20) for host in ("127.0.0.1", "localhost")
        ]
        sources = [Source(f"s{number}", url, url) for number, url in enumerate(addresses)]
        with pytest.raises(InterruptedError):
            fetch_sources(sources, tmp_path, load_vocabulary(), replace(RULES, delay=0.2), stop)
    assert 1 <= len(stopped) <= 2
