"""Opening what is on disk: regular files only, never more than a bound, never waiting for a pipe."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from qmslint.model.digest import blake2b
from qmslint.model.errors import UnreadableDocument
from qmslint.model.limits import Limits
from qmslint.model.text import Text

_CHUNK = 2**20
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


@contextmanager
def opened(path: str) -> Iterator[BinaryIO]:
    """The file for reading. Raises OSError for whatever is no regular file, now, however it was found."""
    number = os.open(path, _FLAGS)
    try:
        if not stat.S_ISREG(os.fstat(number).st_mode):
            raise OSError(errno.EINVAL, "not a regular file", path)
        with os.fdopen(number, "rb", closefd=False) as stream:
            yield stream
    finally:
        os.close(number)


def contents(path: str, limits: Limits) -> bytes:
    """All bytes of a file. Raises OSError; UnreadableDocument when there are more than the limit."""
    with opened(path) as stream:
        size = os.fstat(stream.fileno()).st_size
        data = stream.read(limits.file_bytes + 1) if size <= limits.file_bytes else b""
    if size > limits.file_bytes or len(data) > limits.file_bytes:
        raise too_many_bytes(max(size, len(data)), limits)
    return data


def digest(path: str, limits: Limits) -> str:
    """The identity of a file's content, as `digest_of` gives it, without holding the file in memory."""
    with opened(path) as stream:
        size = os.fstat(stream.fileno()).st_size
        if size > limits.file_bytes:
            raise too_many_bytes(size, limits)
        state = blake2b(digest_size=16)
        while chunk := stream.read(_CHUNK):
            state.update(chunk)
    return state.hexdigest()


def too_many_bytes(size: int, limits: Limits) -> UnreadableDocument:
    """The error for a file over the limit `file_bytes`."""
    shown, bound = _megabytes(size), _megabytes(limits.file_bytes)
    return UnreadableDocument(
        "too-large",
        Text(f"Tệp lớn {shown}, vượt giới hạn {bound} (file_bytes).",
             f"The file has {shown}, the limit is {bound} (file_bytes)."),
        Text("Nén ảnh trong tệp hoặc tách thành nhiều tệp.", "Compress its pictures or split it."),
    )


def _megabytes(size: int) -> str:
    return f"{size // 2**20} MB" if size >= 2**20 else f"{size} B"
