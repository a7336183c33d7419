"""Excel 97-2003 and OpenDocument workbooks through python-calamine: values of visible sheets, merged cells."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

from qmslint.api import Block, Document, Limits, Sheet, SourceFile, UnreadableDocument
from qmslint.read.guard import damaged, encrypted, over
from qmslint.read.sheets.grid import Merged, SheetGrid, Value


def read_workbook(source: SourceFile, data: bytes, limits: Limits) -> Document:
    """The document. Hidden sheets are listed, not read; a remark names them."""
    import python_calamine as calamine

    if b"EncryptedPackage".decode().encode("utf-16-le") in data[:65536]:
        raise encrypted()
    try:
        workbook = calamine.CalamineWorkbook.from_filelike(BytesIO(data))
        return _document(source, workbook, limits)
    except calamine.PasswordError as error:
        raise encrypted() from error
    except UnreadableDocument:
        raise
    except (calamine.CalamineError, ValueError, OSError) as error:
        raise damaged(str(error)[:120]) from error


def _document(source: SourceFile, workbook: Any, limits: Limits) -> Document:
    blocks: list[Block] = []
    sheets: list[Sheet] = []
    remarks: list[str] = []
    order = 0
    for metadata in workbook.sheets_metadata:
        hidden = "Visible" not in str(metadata.visible).rpartition(".")[2][:7]
        sheets.append(Sheet(metadata.name, hidden))
        if hidden:
            remarks.append(f"hidden-sheet: {metadata.name}")
            continue
        sheet = workbook.get_sheet_by_name(metadata.name)
        if sheet.total_height * sheet.total_width > limits.cells * 20:
            raise over("cells")
        grid = SheetGrid(metadata.name, order, limits)
        for number, row in enumerate(sheet.iter_rows(), 1):
            values = {column: Value(text) for column, value in enumerate(row, 1) if (text := _text(value))}
            if values:
                grid.rows[number] = values
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
            grid.merged.append(Merged(top + 1, left + 1, bottom + 1, right + 1))
        blocks.extend(grid.blocks())
        order = grid.order
    return Document(source, tuple(blocks), sheets=tuple(sheets), remarks=tuple(remarks))


def _text(value: Any) -> str:
    """A value as a person would write it; "" for an empty cell."""
    if isinstance(value, datetime):
        midnight = (value.hour, value.minute, value.second) == (0, 0, 0)
        return f"{value.day:02}/{value.month:02}/{value.year}" + ("" if midnight else f" {value:%H:%M}")
    if isinstance(value, date):
        return f"{value.day:02}/{value.month:02}/{value.year}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, timedelta):
        return str(value)
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)
    return str(value).strip("\0") if str(value).strip() else ""
