"""Rich Text Format (.rtf), also under the name .doc, by our own reader."""

from __future__ import annotations

from qmslint.api import Document, Limits, Reader, SourceFile
from qmslint.read.guard import guarded
from qmslint.read.sniff import sniff


def recognises(data: bytes, name: str) -> bool:
    """Whether these bytes are RTF, whatever the file is called."""
    return sniff(data, name) == "rtf"


def read(source: SourceFile, data: bytes, limits: Limits) -> Document:
    """The document as it prints. Raises UnreadableDocument (and MemoryError), nothing else."""
    from qmslint.read.rtf.document import read_document

    return guarded(read_document, source, data, limits)


READER = Reader("rtf", (".rtf",), recognises, read, version=3)
