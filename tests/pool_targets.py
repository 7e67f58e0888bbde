"""Worker bodies that misbehave in the way that the location of a source names."""

import errno
import os
import signal
import time
from multiprocessing.connection import Connection

from pipeline.records import Outcome, Source
from pipeline.run.worker import WorkerSettings


def misbehave(connection: Connection, settings: WorkerSettings) -> None:
    while True:
        source: Source = connection.recv()
        if source.location == "slow":
            time.sleep(60)
        if source.location == "greedy":
            kept = bytearray(400_000_000)
            kept[::4096] = b"x" * len(kept[::4096])
            time.sleep(60)
        if source.location == "refused":
            connection.send(None)
            continue
        if source.location == "crash":
            os.kill(os.getpid(), signal.SIGSEGV)
        if source.location == "bug":
            raise SystemExit(1)
        if source.location == "disk":
            connection.send(OSError(errno.ENOSPC, "No space left on device", "/kept/a.gz"))
            continue
        connection.send(Outcome(source))
