"""Word 97 to 2003 (.doc): our own reader of the binary format, giving the same Document as the .docx reader."""

from __future__ import annotations

from qmslint.api import Document, Limits, Reader, SourceFile
from qmslint.read.guard import guarded


def recognises(data: bytes, name: str) -> bool:
    """Whether these are the bytes of a compound file with a Word document in it (of any age)."""
    if data[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        return "WordDocument".encode("utf-16-le") in data
    return data[:2] in (b"\xdb\xa5", b"\xdc\xa5", b"\xec\xa5")


def read(source: SourceFile, data: bytes, limits: Limits) -> Document:
    """The document that Word shows. Raises UnreadableDocument (and MemoryError), nothing else."""
    from qmslint.read.doc.document import read_document
    from qmslint.read.doc.ole import damaged

    return guarded(read_document, source, data, limits, damaged)


READER = Reader("doc", (".doc", ".dot"), recognises, read, version=5)
