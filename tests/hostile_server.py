"""A web server on loopback that answers as badly as its paths say."""

import gzip
import ssl
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

HTML = "<!doctype html><html><head><title>{}</title></head><body><main>{}</main></body></html>"
PAGE = HTML.format("Guidelines", "<p>" + "word " * 500 + "</p>").encode()
ERROR = HTML.format("404 - Page not found", "<p>Sorry.</p>").encode()
LANDING = HTML.format("A guide", '<p><a href="/guide.pdf?v=2">Download</a></p>').encode()
PDF = b"%PDF-1.4 a guide"


class Hostile(BaseHTTPRequestHandler):
    """One method for each path: `/slow-drip` is `slow_drip`."""

    seen: ClassVar[Counter[str]] = Counter()

    def do_GET(self) -> None:
        name = self.path.split("?")[0].strip("/").replace("-", "_").replace(".", "_")
        self.seen[name] += 1
        # The client hangs up on endless answers; that is the point.
        with suppress(BrokenPipeError, ConnectionResetError):
            getattr(self, f"answer_{name}", self.answer_missing)()

    def log_message(self, *args: object) -> None:
        """Keep the output of the tests clean."""

    def reply(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for key, value in headers.items():
            self.send_header(key.replace("_", "-"), value)
        if "Content_Length" not in headers:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def answer_missing(self) -> None:
        self.reply(404)

    def answer_page(self) -> None:
        self.reply(200, PAGE)

    def answer_guide_pdf(self) -> None:
        self.reply(200, PDF)

    def answer_landing(self) -> None:
        self.reply(200, LANDING)

    def answer_error_page(self) -> None:
        self.reply(200, ERROR)

    def answer_slow_drip(self) -> None:
        self.reply(200, Content_Length="100000")
        for _ in range(100):
            self.wfile.write(b"x")
            self.wfile.flush()
            time.sleep(0.1)

    def answer_endless(self) -> None:
        self.send_response(200)
        self.end_headers()
        while True:
            self.wfile.write(b"x" * 65536)

    def answer_loop(self) -> None:
        self.reply(302, Location="/loop")

    def answer_to_metadata(self) -> None:
        self.reply(302, Location="http://169.254.169.254/latest/meta-data/")

    def answer_to_localhost(self) -> None:
        self.reply(302, Location=f"http://localhost:{self.server.server_address[1]}/page")

    def answer_to_file(self) -> None:
        self.reply(302, Location="file:///etc/passwd")

    def answer_wrong_length(self) -> None:
        self.reply(200, b"short", Content_Length="100000")
        self.close_connection = True

    def answer_bomb(self) -> None:
        self.reply(200, gzip.compress(bytes(50_000_000)), Content_Encoding="gzip")

    def answer_packed(self) -> None:
        self.reply(200, gzip.compress(PAGE), Content_Encoding="gzip")

    def answer_busy(self) -> None:
        if self.seen["busy"] == 1:
            self.reply(429, Retry_After="7")
        else:
            self.reply(200, PAGE)

    def answer_busy_for_hours(self) -> None:
        self.reply(429, Retry_After="7200")

    def answer_broken_once(self) -> None:
        self.reply(500 if self.seen["broken_once"] == 1 else 200, PAGE)

    def answer_broken(self) -> None:
        self.reply(503)

    def answer_empty(self) -> None:
        self.reply(200)

    def answer_changing(self) -> None:
        tag = f'"{self.seen["tag"]}"'
        if self.headers["If-None-Match"] == tag:
            self.reply(304, ETag=tag)
        else:
            self.reply(200, PAGE + tag.encode(), ETag=tag)


class Polite(Hostile):
    """The same with a robots.txt."""

    def answer_robots_txt(self) -> None:
        self.reply(200, b"User-agent: *\nDisallow: /page\n")


@contextmanager
def serve(handler: type[Hostile] = Hostile, certificate: Path | None = None) -> Iterator[str]:
    """The address of a server that runs while the block does; with a certificate it speaks TLS."""
    handler.seen = Counter()
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"{'https' if certificate else 'http'}://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def write_certificate(folder: Path) -> Path:
    """A certificate for 127.0.0.1 that only its own key has signed, with the key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    path = folder / "certificate.pem"
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path.write_bytes(secret + made.public_bytes(serialization.Encoding.PEM))
    return path
