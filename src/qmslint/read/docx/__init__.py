"""Word documents (.docx, .docm, .dotx): our own reader on zip and XML, giving what Word shows."""

from __future__ import annotations

from qmslint.api import Document, Limits, Reader, SourceFile, Text, UnreadableDocument
from qmslint.read.guard import guarded
from qmslint.read.sniff import sniff


def recognises(data: bytes, name: str) -> bool:
    """Whether these bytes are a Word package."""
    return sniff(data, name) == "docx"


def read(source: SourceFile, data: bytes, limits: Limits) -> Document:
    """The document that Word shows. Raises UnreadableDocument (and MemoryError), nothing else."""
    from qmslint.read.docx.document import read_document

    return guarded(read_document, source, data, limits, _damaged)


def _damaged(why: str) -> UnreadableDocument:
    return UnreadableDocument(
        "damaged",
        Text(f"Tệp Word bị hỏng ({why}).", f"The Word file is damaged ({why})."),
        Text("Mở bằng Word, lưu lại thành tệp mới.", "Open it in Word and save it as a new file."),
    )


READER = Reader("docx", (".docx", ".docm", ".dotx", ".dotm"), recognises, read, version=5)
