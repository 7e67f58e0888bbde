"""Opens connections only to public addresses and only until a deadline.

The check is made on the address that is connected to, after name resolution and for every
redirect, so that a name that resolves to an inner address later is refused as well.
"""

from __future__ import annotations

import ipaddress
import socket
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import httpcore

Resolver = Callable[[str, int], list[str]]


class BlockedAddressError(Exception):
    """A host that resolves to no public address."""


def resolve(host: str, port: int) -> list[str]:
    """The addresses of a host."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(item[4][0]) for item in found))


def is_public(address: str) -> bool:
    """Whether an address is reachable for everyone: not private, loopback, link-local or metadata."""
    number = ipaddress.ip_address(address.split("%", maxsplit=1)[0])
    mapped = getattr(number, "ipv4_mapped", None)
    number = mapped or number
    return number.is_global and not number.is_multicast


@dataclass(slots=True)
class Guard(httpcore.NetworkBackend):
    """httpcore's network with the check of addresses; `deadline` is on the monotonic clock, seconds."""

    allow_private: bool = False
    resolver: Resolver = resolve
    deadline: float = float("inf")

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first allowed address of a host. Raises BlockedAddressError."""
        try:
            addresses = self.resolver(host, port)
        except OSError as error:
            raise httpcore.ConnectError(f"the host {host} is not known") from error
        allowed = [item for item in addresses if self.allow_private or is_public(item)]
        if not allowed:
            raise BlockedAddressError(f"{host} is {', '.join(addresses) or 'nowhere'}, no public address")
        stream = httpcore.SyncBackend().connect_tcp(
            allowed[0], port, timeout=self.left(timeout), local_address=local_address
        )
        return Deadline(stream, self)

    def left(self, timeout: float | None) -> float:
        """Seconds that an operation may take. Raises httpcore.ReadTimeout when there are none."""
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("the answer took too long")
        return min(left, timeout if timeout is not None else left)

    def sleep(self, seconds: float) -> None:
        """Wait, as httpcore asks for between its own retries."""
        time.sleep(seconds)


@dataclass(slots=True)
class Deadline(httpcore.NetworkStream):
    """A stream whose every read and write ends at the deadline, however slowly the server drips."""

    stream: httpcore.NetworkStream
    guard: Guard

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read within the time that is left."""
        return self.stream.read(max_bytes, self.guard.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Write within the time that is left."""
        self.stream.write(buffer, self.guard.left(timeout))

    def close(self) -> None:
        """Close the stream."""
        self.stream.close()

    def start_tls(
        self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """TLS over the same guarded stream; the certificate is checked against the host's name."""
        return Deadline(
            self.stream.start_tls(ssl_context, server_hostname, self.guard.left(timeout)), self.guard
        )

    def get_extra_info(self, info: str) -> Any:
        """What the stream below knows."""
        return self.stream.get_extra_info(info)
