"""Rich Text Format (.rtf), also under the name .doc, by our own reader."""

from __future__ import annotations

from qmslint.api import Document, Limits, Reader, SourceFile, UnreadableDocument
from qmslint.read.guard import damaged
from qmslint.read.sniff import sniff


def recognises(data: bytes, name: str) -> bool:
    """Whether these bytes are RTF, whatever the file is called."""
    return sniff(data, name) == "rtf"


def read(source: SourceFile, data: bytes, limits: Limits) -> Document:
    """The document as it prints. Raises UnreadableDocument, nothing else."""
    from qmslint.read.rtf.document import read_document

    try:
        return read_document(source, data, limits)
    except (UnreadableDocument, MemoryError):
        raise
    except Exception as error:
        raise damaged(type(error).__name__) from error


READER = Reader("rtf", (".rtf",), recognises, read, version=3)
