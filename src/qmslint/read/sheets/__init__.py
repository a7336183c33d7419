"""Workbooks: .xlsx by our own reader (bounds, merged and hidden cells, formats), .xls by python-calamine."""

from __future__ import annotations

from qmslint.api import Document, Limits, Reader, SourceFile, Text, UnreadableDocument
from qmslint.read.sniff import sniff


def recognises_xlsx(data: bytes, name: str) -> bool:
    """Whether these bytes are an Excel package."""
    return sniff(data, name) == "xlsx"


def recognises_old(data: bytes, name: str) -> bool:
    """Whether these bytes are an Excel 97-2003 workbook."""
    return sniff(data, name) == "xls"


def read_xlsx(source: SourceFile, data: bytes, limits: Limits) -> Document:
    """The sheets as Excel shows them. Raises UnreadableDocument, nothing else."""
    from qmslint.read.sheets.xlsx import read_workbook

    try:
        return read_workbook(source, data, limits)
    except UnreadableDocument:
        raise
    except (Exception, RecursionError, MemoryError) as error:
        raise _damaged(error) from error


def read_old(source: SourceFile, data: bytes, limits: Limits) -> Document:
    """The sheets with their values. Raises UnreadableDocument; may abort the process, so it runs in one of its own."""
    from qmslint.read.sheets.calamine import read_workbook

    try:
        return read_workbook(source, data, limits)
    except UnreadableDocument:
        raise
    except BaseException as error:  # the library's panics are no Exception
        if isinstance(error, KeyboardInterrupt | SystemExit):
            raise
        raise _damaged(error) from error


def _damaged(error: BaseException) -> UnreadableDocument:
    why = type(error).__name__
    return UnreadableDocument(
        "damaged",
        Text(f"Tệp bảng tính bị hỏng ({why}).", f"The workbook is damaged ({why})."),
        Text("Mở bằng Excel, lưu lại thành tệp .xlsx mới.", "Open it in Excel and save it as a new .xlsx file."),
    )


READERS = (
    Reader("xlsx", (".xlsx", ".xlsm", ".xltx"), recognises_xlsx, read_xlsx),
    Reader("xls", (".xls", ".xlt"), recognises_old, read_old, isolate=True),
)
