"""Fetches one address: redirects, retries and limits, nothing written to disk."""

from __future__ import annotations

import email.utils
import ssl
import time
import urllib.robotparser
import zlib
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from urllib.parse import SplitResult, urljoin, urlsplit

import httpcore

from pipeline import __version__
from pipeline.fetch.guard import BlockedAddressError, Guard, Resolver, resolve

USER_AGENT = f"softlaw-pipeline/{__version__}"
REDIRECTS = {301, 302, 303, 307, 308}
AGAIN = {429, 500, 502, 503, 504}
PIECE = 65_536
# robots.txt beyond this is cut, as RFC 9309 (2.5) allows: 500 KiB.
ROBOTS_BYTES = 512_000


class FetchError(Exception):
    """An address that gave no document; `code` is a reject code and `reason` one sentence."""

    def __init__(self, code: str, reason: str):
        super().__init__(reason)
        self.code = code
        self.reason = reason


@dataclass(slots=True, frozen=True)
class FetchRules:
    """Limits and manners: seconds, bytes and counts for one address."""

    most_bytes: int = 150_000_000
    most_seconds: float = 120.0
    patience: float = 30.0
    redirects: int = 8
    tries: int = 4
    backoff: float = 1.0
    longest_wait: float = 120.0
    delay: float = 1.0
    hosts: int = 8
    robots: bool = True
    allow_private: bool = False


@dataclass(slots=True, frozen=True)
class Answer:
    """What came back: `data` is None when the server says that nothing has changed."""

    url: str
    data: bytes | None
    headers: dict[str, str]
    retrieved_at: str


@dataclass(slots=True, frozen=True)
class Reply:
    """One exchange with a server, redirects not followed."""

    status: int
    headers: dict[str, str]
    data: bytes


def split_address(url: str) -> SplitResult:
    """The parts of an address; "http://[::1" has none. Raises FetchError."""
    try:
        return urlsplit(url)
    except ValueError as error:
        raise FetchError("blocked_address", f"no valid address: {url!r}") from error


def join_address(url: str, location: str) -> str:
    """Where a redirect leads. Raises FetchError."""
    try:
        return urljoin(url, location)
    except ValueError as error:
        raise FetchError("http_error", f"the server leads to no valid address: {location!r}") from error


@dataclass(slots=True)
class Fetcher:
    """Fetches addresses one after another; remembers robots.txt of each host."""

    rules: FetchRules = field(default_factory=FetchRules)
    resolver: Resolver = resolve
    sleep: Any = time.sleep
    robots: dict[str, urllib.robotparser.RobotFileParser] = field(default_factory=dict)

    def fetch(self, url: str, known: dict[str, str] | None = None) -> Answer:
        """The answer of an address; `known` holds the `etag` and `last-modified` of an earlier one.

        Raises FetchError.
        """
        headers = {}
        if known and known.get("etag"):
            headers["If-None-Match"] = known["etag"]
        if known and known.get("last-modified"):
            headers["If-Modified-Since"] = known["last-modified"]
        for _ in range(self.rules.redirects + 1):
            self.check_manners(url)
            reply = self.ask_patiently(url, headers)
            if reply.status in REDIRECTS and "location" in reply.headers:
                url = join_address(url, reply.headers["location"])
                continue
            return self.read_reply(url, reply)
        raise FetchError("http_error", f"more than {self.rules.redirects} redirects")

    def read_reply(self, url: str, reply: Reply) -> Answer:
        """The answer behind the last redirect. Raises FetchError for an error status."""
        now = datetime.now(UTC).replace(microsecond=0).isoformat().replace("+00:00", "Z")
        if reply.status == 304:
            return Answer(url, None, reply.headers, now)
        if reply.status != 200:
            raise FetchError("http_error", f"the server answered {reply.status}")
        return Answer(url, reply.data, reply.headers, now)

    def check_manners(self, url: str) -> None:
        """Refuse what is no web address or what robots.txt asks not to fetch. Raises FetchError."""
        parts = split_address(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise FetchError("blocked_address", f"expected an http(s) address, got {url!r}")
        if self.rules.robots and not self.read_robots(parts.scheme, parts.netloc).can_fetch(USER_AGENT, url):
            raise FetchError("blocked_address", f"robots.txt of {parts.hostname} asks not to fetch it")

    def read_robots(self, scheme: str, netloc: str) -> urllib.robotparser.RobotFileParser:
        """The rules of a host (RFC 9309, 2.3.1): no file allows everything, an unreachable one nothing."""
        site = f"{scheme}://{netloc}"
        if site not in self.robots:
            parser = urllib.robotparser.RobotFileParser()
            reply = self.ask_patiently(f"{site}/robots.txt", {})
            if reply.status == 200:
                parser.parse(reply.data[:ROBOTS_BYTES].decode("utf-8", "replace").splitlines())
            elif reply.status >= 500 or reply.status in (401, 403):
                parser.parse(["User-agent: *", "Disallow: /"])
            else:
                parser.parse([])
            self.robots[site] = parser
        return self.robots[site]

    def ask_patiently(self, url: str, headers: dict[str, str]) -> Reply:
        """One exchange, tried again on 429, 5xx and network faults, as patiently as the server asks."""
        for number in range(1, self.rules.tries + 1):
            wait = self.rules.backoff * 2 ** (number - 1)
            try:
                reply = self.ask(url, headers)
            except (httpcore.NetworkError, httpcore.TimeoutException, httpcore.ProtocolError) as error:
                if number == self.rules.tries or is_certificate_fault(error):
                    raise FetchError("http_error", f"{describe(error)} ({urlsplit(url).hostname})") from error
            else:
                if reply.status not in AGAIN or number == self.rules.tries:
                    return reply
                wait = max(wait, read_retry_after(reply.headers.get("retry-after")))
                if wait > self.rules.longest_wait:
                    raise FetchError("http_error", f"the server asks to wait {wait:.0f} seconds")
            self.sleep(wait)
        raise AssertionError("unreachable: the last try returns or raises")

    def ask(self, url: str, headers: dict[str, str]) -> Reply:
        """One exchange within the limits of time and size."""
        deadline = time.monotonic() + self.rules.most_seconds
        guard = Guard(self.rules.allow_private, self.resolver, deadline)
        timeout = dict.fromkeys(("connect", "read", "write", "pool"), self.rules.patience)
        own = {"Host": urlsplit(url).netloc, "User-Agent": USER_AGENT, "Accept-Encoding": "gzip"}
        sent = [(key.encode("ascii"), value.encode("latin-1")) for key, value in (own | headers).items()]
        pool = httpcore.ConnectionPool(ssl_context=ssl.create_default_context(), network_backend=guard)
        try:
            with pool, pool.stream("GET", url, headers=sent, extensions={"timeout": timeout}) as response:
                pairs = ((key.decode("latin-1"), value.decode("latin-1")) for key, value in response.headers)
                got = {key.lower(): value for key, value in pairs}
                return Reply(response.status, got, self.read_body(response, got))
        except BlockedAddressError as error:
            raise FetchError("blocked_address", str(error)) from error
        except (httpcore.UnsupportedProtocol, ValueError) as error:
            raise FetchError("blocked_address", f"no valid address: {url!r}") from error

    def read_body(self, response: Any, headers: dict[str, str]) -> bytes:
        """The body, unpacked piece by piece and never beyond the limit. Raises FetchError."""
        packed = headers.get("content-encoding", "").strip().lower() in ("gzip", "x-gzip")
        unpack = zlib.decompressobj(wbits=31) if packed else None
        pieces, size = [], 0
        for sent in response.iter_stream():
            waiting = sent
            while waiting:
                piece = unpack.decompress(waiting, PIECE) if unpack else waiting
                waiting = unpack.unconsumed_tail if unpack else b""
                size += len(piece)
                if size > self.rules.most_bytes:
                    raise FetchError("too_large", f"the answer has more than {self.rules.most_bytes:,} bytes")
                pieces.append(piece)
        return b"".join(pieces)


def read_retry_after(value: str | None) -> float:
    """Seconds to wait: "120", or an HTTP date; 0 when there is none."""
    if value is None:
        return 0.0
    if value.strip().isdigit():
        return float(value)
    try:
        then = email.utils.parsedate_to_datetime(value)
    except ValueError:
        return 0.0
    return max(0.0, (then - datetime.now(UTC)).total_seconds())


def is_certificate_fault(error: BaseException) -> bool:
    """A wrong certificate does not get right by asking again."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLError):
            return True
        cause = cause.__cause__ or cause.__context__
    return False


def describe(error: Exception) -> str:
    """A network fault as a sentence for users."""
    if isinstance(error, httpcore.TimeoutException):
        return "the answer took too long"
    return str(error) or type(error).__name__
