"""A Ray address that leads nowhere is told within seconds."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from pipeline.run.cluster import SECONDS, ClusterError, check_address, split_address

SETTINGS = bytes((0, 0, 0, 4, 0, 0, 0, 0, 0))


@contextmanager
def listen(answer: bytes | None) -> Iterator[str]:
    """A server that answers its first visitor with these bytes, or never."""
    done = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            visitor, _ = server.accept()
            with visitor:
                if answer is not None:
                    visitor.recv(1000)
                    visitor.sendall(answer)
                done.wait(30)

        thread = threading.Thread(target=serve)
        thread.start()
        yield f"127.0.0.1:{server.getsockname()[1]}"
        done.set()
        thread.join()


@pytest.mark.parametrize("address", ["local", "auto"])
def test_what_ray_finds_itself_is_not_asked_for(address: str) -> None:
    check_address(address)


@pytest.mark.parametrize("scheme", ["", "ray://"])
def test_a_server_that_speaks_as_ray_does_is_taken(scheme: str) -> None:
    with listen(SETTINGS) as address:
        check_address(scheme + address)


def test_another_server_is_told_apart() -> None:
    with listen(b"HTTP/1.1 400 Bad Request\r\n\r\n") as address:
        error = catch(address)
    assert "something else listens there" in error


def test_a_server_that_says_nothing_is_not_waited_for() -> None:
    start = time.monotonic()
    with listen(None) as address:
        error = catch(address)
    assert "timed out" in error
    assert time.monotonic() - start < SECONDS + 2


def catch(address: str) -> str:
    """The refusal of an address, caught so that the server can end."""
    with pytest.raises(ClusterError) as caught:
        check_address(address)
    return str(caught.value)


def test_a_port_where_nobody_listens_is_named() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"127.0.0.1:{server.getsockname()[1]}"
    assert catch(address) == f"no Ray cluster at {address}: Connection refused"


@pytest.mark.parametrize("address", ["foo", "ray://", "host:port", "host:99999999", ""])
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(ClusterError, match="expected local, auto or host:port"):
        split_address(address)
