"""OpenDocument: texts (.odt) and workbooks (.ods), by our own reader on zip and lxml."""

from __future__ import annotations

from qmslint.api import Document, Limits, Reader, SourceFile
from qmslint.read.guard import guarded
from qmslint.read.sniff import sniff


def recognises_text(data: bytes, name: str) -> bool:
    """Whether these bytes are an OpenDocument text."""
    return sniff(data, name) == "odt"


def recognises_sheets(data: bytes, name: str) -> bool:
    """Whether these bytes are an OpenDocument workbook."""
    return sniff(data, name) == "ods"


def read_text(source: SourceFile, data: bytes, limits: Limits) -> Document:
    """The text as it prints. Raises UnreadableDocument (and MemoryError), nothing else."""
    from qmslint.read.odf.document import read_text as read

    return guarded(read, source, data, limits)


def read_sheets(source: SourceFile, data: bytes, limits: Limits) -> Document:
    """The visible sheets. Raises UnreadableDocument (and MemoryError), nothing else."""
    from qmslint.read.odf.workbook import read_workbook as read

    return guarded(read, source, data, limits)


READERS = (
    Reader("odt", (".odt", ".ott"), recognises_text, read_text, version=3),
    Reader("ods", (".ods", ".ots"), recognises_sheets, read_sheets),
)
