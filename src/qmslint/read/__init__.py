"""The wing that turns bytes into Documents, one file or folder a format."""

from __future__ import annotations

from collections.abc import Iterable

from qmslint.api import Reader, hookimpl
from qmslint.read import doc, docx, markdown, odf, pdf, record, rtf, sheets


@hookimpl
def qmslint_readers() -> Iterable[Reader]:
    """The formats that are read."""
    return (
        docx.READER, doc.READER, record.READER, markdown.READER, *sheets.READERS, *odf.READERS, rtf.READER,
        *pdf.READERS,
    )
