"""Workbooks of Excel, .xlsx and .xls, by our own readers: bounds, merged and hidden cells, numbers in their format."""

from __future__ import annotations

from qmslint.api import Document, Limits, Reader, SourceFile, Text, UnreadableDocument
from qmslint.read.guard import guarded
from qmslint.read.sniff import sniff


def recognises_xlsx(data: bytes, name: str) -> bool:
    """Whether these bytes are an Excel package."""
    return sniff(data, name) == "xlsx"


def recognises_xls(data: bytes, name: str) -> bool:
    """Whether these bytes are an Excel 95-2003 workbook."""
    return sniff(data, name) == "xls"


def read_xlsx(source: SourceFile, data: bytes, limits: Limits) -> Document:
    """The sheets as Excel shows them. Raises UnreadableDocument (and MemoryError), nothing else."""
    from qmslint.read.sheets.xlsx import read_workbook as read

    return guarded(read, source, data, limits, _damaged)


def read_xls(source: SourceFile, data: bytes, limits: Limits) -> Document:
    """The sheets as Excel shows them. Raises UnreadableDocument (and MemoryError), nothing else."""
    from qmslint.read.sheets.xls import read_workbook as read

    return guarded(read, source, data, limits, _damaged)


def _damaged(why: str) -> UnreadableDocument:
    return UnreadableDocument(
        "damaged",
        Text(f"Tệp bảng tính bị hỏng ({why}).", f"The workbook is damaged ({why})."),
        Text("Mở bằng Excel, lưu lại thành tệp .xlsx mới.", "Open it in Excel and save it as a new .xlsx file."),
    )


READERS = (
    Reader("xlsx", (".xlsx", ".xlsm", ".xltx"), recognises_xlsx, read_xlsx, version=2),
    Reader("xls", (".xls", ".xlt"), recognises_xls, read_xls, version=2),
)
