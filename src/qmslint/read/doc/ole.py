"""The compound file around a Word binary document: its streams, and what its summary says."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from qmslint.api import Limits, Properties, Text, UnreadableDocument


class Streams:
    """The streams of one file, read when asked for, bounded."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        import olefile

        try:
            self._file: Any = olefile.OleFileIO(BytesIO(data))
        except (OSError, ValueError, IndexError, TypeError) as error:
            raise _damaged(str(error)) from error
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
            raise _damaged(str(error)) from error

    def properties(self) -> Properties:
        """What the summary says; an empty one when it is damaged."""
        try:
            meta = self._file.get_metadata()
        except Exception:  # the summary is no reason to refuse a document
            return Properties()
        return Properties(
            title=_text(meta.title, meta.codepage),
            author=_text(meta.author, meta.codepage),
            last_modified_by=_text(meta.last_saved_by, meta.codepage),
            created=_date(meta.create_time),
            modified=_date(meta.last_saved_time),
            last_printed=_date(meta.last_printed),
            application=_text(meta.creating_application, meta.codepage),
        )


def _text(value: object, codepage: object) -> str:
    if isinstance(value, bytes):
        names = {65001: "utf-8", 1258: "cp1258", 1252: "cp1252", 1200: "utf-16-le"}
        return value.decode(names.get(codepage if isinstance(codepage, int) else 0, "utf-8"), "replace").rstrip("\x00")
    return str(value) if value else ""


def _date(value: object) -> str:
    return value.isoformat() if value is not None and hasattr(value, "isoformat") else ""


def _damaged(why: str) -> UnreadableDocument:
    return UnreadableDocument(
        "damaged",
        Text(f"Tệp Word (.doc) bị hỏng: {why}.", f"The Word file (.doc) is damaged: {why}."),
        Text("Mở bằng Word, lưu lại thành .docx.", "Open it in Word and save it as .docx."),
    )
