"""Copies of this process and the channels to them, for Linux: what multiprocessing offers, at a tenth of its start.

`run/spawned.py` offers the same where a process is not to be copied.
"""

from __future__ import annotations

import os
import select
import signal
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

try:
    # `pickle` is this and the same once more in Python, which costs ten times as much to load.
    from _pickle import dumps, loads
except ImportError:
    from pickle import dumps, loads

_HEAD = 8  # bytes before each message: its length


class Channel:
    """One end of a pair of pipes that carries Python values."""

    def __init__(self, reads: int, writes: int) -> None:
        self._reads, self._writes = reads, writes

    def fileno(self) -> int:
        """The descriptor that becomes readable when there is something, or when the other end is gone."""
        return self._reads

    def send(self, value: Any) -> None:
        """Send a value. Raises OSError when nobody is there to receive it."""
        data = dumps(value, -1)
        rest = memoryview(len(data).to_bytes(_HEAD, "big") + data)
        while rest:
            rest = rest[os.write(self._writes, rest) :]

    def recv(self) -> Any:
        """The next value. Raises EOFError when the other end is gone."""
        return loads(self._bytes(int.from_bytes(self._bytes(_HEAD), "big")))

    def _bytes(self, length: int) -> bytes:
        parts: list[bytes] = []
        while length:
            part = os.read(self._reads, min(length, 2**20))
            if not part:
                raise EOFError
            parts.append(part)
            length -= len(part)
        return b"".join(parts)

    def close(self) -> None:
        """Close both pipes; closing twice does nothing."""
        ends, self._reads, self._writes = {self._reads, self._writes}, -1, -1
        for end in ends - {-1}:
            os.close(end)


def pair() -> tuple[Channel, Channel]:
    """Both ends of a channel."""
    there, here = os.pipe(), os.pipe()
    return Channel(here[0], there[1]), Channel(there[0], here[1])


def wait(channels: Sequence[Channel], timeout: float) -> list[Channel]:
    """Those of the channels that have something to receive, or that are ended, within so many seconds."""
    poll = select.poll()
    for channel in channels:
        poll.register(channel.fileno(), select.POLLIN)
    ready = {number for number, _ in poll.poll(timeout * 1000)}
    return [channel for channel in channels if channel.fileno() in ready]


class Process:
    """A copy of this process that does one thing and ends."""

    exitcode: int | None = None
    """How it ended: its status, or minus the number of the signal; None while it runs."""

    def __init__(self, work: Callable[..., None], arguments: tuple[Any, ...]) -> None:
        for stream in (sys.stdout, sys.stderr):
            with suppress(OSError, ValueError, AttributeError):
                stream.flush()  # what waits to be written is not the copy's to write
        self._number = os.fork()
        if not self._number:
            try:
                work(*arguments)
            finally:
                os._exit(1)  # whatever happened: the copy never goes on with its parent's work

    def is_alive(self) -> bool:
        """Whether it still runs."""
        return not self._ended(os.WNOHANG)

    def join(self, seconds: float) -> None:
        """Wait for its end, for so many seconds at most."""
        end = time.monotonic() + seconds
        pause = 0.0005
        while not self._ended(os.WNOHANG) and (left := end - time.monotonic()) > 0:
            time.sleep(min(pause, left))
            pause = min(2 * pause, 0.05)

    def kill(self) -> None:
        """End it at once."""
        if self.exitcode is None:
            with suppress(ProcessLookupError):
                os.kill(self._number, signal.SIGKILL)

    def close(self) -> None:
        """Nothing is held beyond its end."""

    def _ended(self, how: int) -> bool:
        if self.exitcode is None:
            try:
                number, status = os.waitpid(self._number, how)
            except ChildProcessError:  # somebody else waited for it
                self.exitcode = 0
            else:
                self.exitcode = os.waitstatus_to_exitcode(status) if number else None
        return self.exitcode is not None
