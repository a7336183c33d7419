"""PDF: what a page shows, by pypdfium2 (the extra `qmslint[pdf]`). Compiled code, so it only runs in a worker.

A page knows where letters and lines stand; lines, paragraphs, tables, headers and footers are put together from that.
Pages that are pictures only are named, and where the settings ask for it read by the program Tesseract.
"""

from __future__ import annotations

from importlib.util import find_spec

from qmslint.api import Document, Limits, Reader, SourceFile, Text, UnreadableDocument
from qmslint.read.sniff import sniff


def recognises(data: bytes, name: str) -> bool:
    """Whether these are the bytes of a PDF, and are called so: by their name they are sent to a worker."""
    return name.lower().endswith(".pdf") and sniff(data, name) == "pdf"


def read(source: SourceFile, data: bytes, limits: Limits) -> Document:
    """The document as its pages show it. Raises UnreadableDocument, nothing else."""
    try:
        from qmslint.read.pdf.document import read_document

        return read_document(source, data, limits)
    except UnreadableDocument:
        raise
    except ModuleNotFoundError as error:
        raise _missing() from error
    except (Exception, RecursionError, MemoryError) as error:
        raise UnreadableDocument(
            "damaged",
            Text(f"Tệp PDF bị hỏng ({type(error).__name__}).", f"The PDF is damaged ({type(error).__name__})."),
            Text("Lấy lại bản gốc, hoặc in lại từ Word thành PDF.",
                 "Get the original again, or print it from Word to PDF again."),
        ) from error


def _missing() -> UnreadableDocument:
    return UnreadableDocument(
        "missing-extra",
        Text("Chưa cài phần đọc PDF của công cụ, nên tệp này chưa được xét.",
             "The part that reads PDF is not installed, so this file was not judged."),
        Text("Chạy lệnh: pip install qmslint[pdf]", "Run: pip install qmslint[pdf]"),
    )


READER = Reader("pdf", (".pdf",), recognises, read, isolate=True, version=2)
READERS = (READER,) if find_spec("pypdfium2") else ()
"""Offered where the library is installed; elsewhere PDF files are passed over, and the report says so."""
