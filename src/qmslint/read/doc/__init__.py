"""Word 97 to 2003 (.doc): our own reader of the binary format, giving the same Document as the .docx reader."""

from __future__ import annotations

from qmslint.api import Document, Limits, Reader, SourceFile, Text, UnreadableDocument


def recognises(data: bytes, name: str) -> bool:
    """Whether these are the bytes of a compound file with a Word document in it (of any age)."""
    if data[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        return "WordDocument".encode("utf-16-le") in data
    return data[:2] in (b"\xdb\xa5", b"\xdc\xa5", b"\xec\xa5")


def read(source: SourceFile, data: bytes, limits: Limits) -> Document:
    """The document that Word shows. Raises UnreadableDocument (and MemoryError), nothing else."""
    from qmslint.read.doc.document import read_document

    try:
        return read_document(source, data, limits)
    except (UnreadableDocument, MemoryError):
        raise
    except Exception as error:
        raise UnreadableDocument(
            "damaged",
            Text(f"Tệp Word (.doc) bị hỏng ({type(error).__name__}).",
                 f"The Word file (.doc) is damaged ({type(error).__name__})."),
            Text("Mở bằng Word, lưu lại thành .docx.", "Open it in Word and save it as .docx."),
        ) from error


READER = Reader("doc", (".doc", ".dot"), recognises, read, version=5)
