"""Workbooks of Excel, .xlsx and .xls, by our own readers: bounds, merged and hidden cells, numbers in their format."""

from __future__ import annotations

from collections.abc import Callable

from qmslint.api import Document, Limits, Reader, SourceFile, Text, UnreadableDocument
from qmslint.read.sniff import sniff

_Read = Callable[[SourceFile, bytes, Limits], Document]


def recognises_xlsx(data: bytes, name: str) -> bool:
    """Whether these bytes are an Excel package."""
    return sniff(data, name) == "xlsx"


def recognises_xls(data: bytes, name: str) -> bool:
    """Whether these bytes are an Excel 95-2003 workbook."""
    return sniff(data, name) == "xls"


def read_xlsx(source: SourceFile, data: bytes, limits: Limits) -> Document:
    """The sheets as Excel shows them. Raises UnreadableDocument (and MemoryError), nothing else."""
    from qmslint.read.sheets.xlsx import read_workbook as read

    return _guarded(read, source, data, limits)


def read_xls(source: SourceFile, data: bytes, limits: Limits) -> Document:
    """The sheets as Excel shows them. Raises UnreadableDocument (and MemoryError), nothing else."""
    from qmslint.read.sheets.xls import read_workbook as read

    return _guarded(read, source, data, limits)


def _guarded(read: _Read, source: SourceFile, data: bytes, limits: Limits) -> Document:
    try:
        return read(source, data, limits)
    except (UnreadableDocument, MemoryError):
        raise
    except Exception as error:
        why = type(error).__name__
        raise UnreadableDocument(
            "damaged",
            Text(f"Tệp bảng tính bị hỏng ({why}).", f"The workbook is damaged ({why})."),
            Text("Mở bằng Excel, lưu lại thành tệp .xlsx mới.", "Open it in Excel and save it as a new .xlsx file."),
        ) from error


READERS = (
    Reader("xlsx", (".xlsx", ".xlsm", ".xltx"), recognises_xlsx, read_xlsx, version=2),
    Reader("xls", (".xls", ".xlt"), recognises_xls, read_xls, version=2),
)
