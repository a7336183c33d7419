"""The compound file around a Word binary document: its streams, and what its summary says."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from qmslint.api import Limits, Properties, Text, UnreadableDocument
from qmslint.read.doc.summary import NAME, read_summary


class Streams:
    """The streams of one file, read when asked for, bounded."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        import olefile

        try:
            self._file: Any = olefile.OleFileIO(BytesIO(data))
        except (OSError, ValueError, IndexError, TypeError) as error:
            raise damaged(str(error)) from error
        self._limit = limits.unpacked_bytes

    def has(self, name: str) -> bool:
        """Whether there is a stream of this name."""
        return bool(self._file.exists(name))

    def read(self, name: str) -> bytes:
        """The bytes of a stream, b"" when it is not there."""
        if not self.has(name):
            return b""
        if self._file.get_size(name) > self._limit:
            raise UnreadableDocument(
                "too-large",
                Text("Tệp Word vượt giới hạn (unpacked_bytes).", "The Word file is over the limit (unpacked_bytes)."),
            )
        try:
            return bytes(self._file.openstream(name).read())
        except OSError as error:
            raise damaged(str(error)) from error

    def properties(self) -> Properties:
        """What the summary says; an empty one when it is damaged."""
        try:
            return read_summary(self.read(NAME))
        except UnreadableDocument:  # the summary is no reason to refuse a document
            return Properties()


def damaged(why: str) -> UnreadableDocument:
    """The error for a compound file that makes no sense."""
    return UnreadableDocument(
        "damaged",
        Text(f"Tệp Word (.doc) bị hỏng: {why}.", f"The Word file (.doc) is damaged: {why}."),
        Text("Mở bằng Word, lưu lại thành .docx.", "Open it in Word and save it as .docx."),
    )
