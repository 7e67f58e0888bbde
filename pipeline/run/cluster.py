"""Whether there is a Ray cluster at an address, told within seconds: Ray itself waits for minutes."""

from __future__ import annotations

import os
import socket
from urllib.parse import urlsplit

SECONDS = 3.0
# What Ray finds or starts by itself.
OWN_WORDS = ("local", "auto")
# Ray's head speaks gRPC: HTTP/2, which both sides open with a frame of settings (RFC 9113, 3.4).
GREETING = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + bytes((0, 0, 0, 4, 0, 0, 0, 0, 0))
FRAME_HEAD = 9
KIND_AT, SETTINGS_FRAME = 3, 4


class ClusterError(Exception):
    """There is no Ray cluster that can be used; the message names the address."""


def check_address(address: str) -> None:
    """Raise ClusterError where an address is no `host:port` or no Ray cluster answers there."""
    if address in OWN_WORDS:
        return
    host, port = split_address(address)
    try:
        with socket.create_connection((host, port), timeout=SECONDS) as connection:
            answered = bool(os.environ.get("RAY_USE_TLS")) or greet(connection)
    except OSError as error:
        raise ClusterError(f"no Ray cluster at {address}: {error.strerror or error}") from error
    if not answered:
        raise ClusterError(f"no Ray cluster at {address}: something else listens there")


def split_address(address: str) -> tuple[str, int]:
    """Host and port of `host:port` or `ray://host:port`. Raises ClusterError."""
    try:
        parts = urlsplit(address if "://" in address else f"ray://{address}")
        host, port = parts.hostname, parts.port
    except ValueError:
        host = port = None
    if not host or not port:
        raise ClusterError(
            f"expected local, auto or host:port as the address of a Ray cluster, got {address!r}"
        )
    return host, port


def greet(connection: socket.socket) -> bool:
    """Whether the other side opens HTTP/2 as a gRPC server does."""
    connection.sendall(GREETING)
    head = connection.recv(FRAME_HEAD)
    return len(head) > KIND_AT and head[KIND_AT] == SETTINGS_FRAME
