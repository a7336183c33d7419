"""Fresh interpreters and the channels to them, where a process is not to be copied (Windows, macOS)."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any

__all__ = ["Process", "pair", "wait"]


def pair() -> tuple[Connection, Connection]:
    """Both ends of a channel."""
    return multiprocessing.get_context("spawn").Pipe()


def Process(work: Callable[..., None], arguments: tuple[Any, ...]) -> BaseProcess:  # noqa: N802 - named as in run/forked.py
    """A process that does one thing and ends."""
    process = multiprocessing.get_context("spawn").Process(target=work, args=arguments, daemon=True)
    process.start()
    return process
