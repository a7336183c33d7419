"""One workbook in three formats, as LibreOffice writes them: the same tables, hidden parts, comments.

Not compared: a truth value in a cell without a format of its own, which LibreOffice writes to .ods as the number 1.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from qmslint.api import Document
from tests.read.office import converted, office
from tests.read.sheets.made import BOLD, MAIN, OFFICE, PACKAGE, book, inline, read, rows, sheet, shown, value

pytestmark = [pytest.mark.office, office]


def rich_book() -> bytes:
    """Everything that the three formats can all carry."""
    strings = "<si><t>Hồ sơ</t></si><si><r><t>Đăng ký </t></r><r><rPr><b/></rPr><t>khai tử</t></r></si>"
    numbers = "".join(
        f'<row r="{r}">{value(f"A{r}", r - 3, 4)}{value(f"B{r}", 1, kind="s")}{value(f"C{r}", 46086 + r, 1)}'
        f'{value(f"D{r}", r / 8, 3)}{value(f"E{r}", "1.000" + str(10 * r + 201))}{inline(f"F{r}", "07/7/2025")}'
        f'{value(f"G{r}", r * 1000, 7, formula=f"E{r}*0+{r}*1000")}</row>'
        for r in range(4, 30)
    )
    errors = f'<row r="31">{inline("A31", "Lỗi:")}{value("B31", "#DIV/0!", kind="e", formula="1/0")}' \
             f'{value("D31", "ghép", kind="str", formula=chr(34) + "ghép" + chr(34))}</row>'
    head = (
        rows(["DANH MỤC HỒ SƠ"], bold=(1,)) + '<row r="3">' + "".join(
            inline(f"{letter}3", words, BOLD)
            for letter, words in zip("ABCDEFG", ("STT", "Tên", "Ngày", "Tỷ lệ", "Mã TTHC", "Ghi", "Tổng"), strict=True)
        ) + "</row>"
    )
    hidden = rows(["giấu", "dòng"], first=33).replace("<row ", '<row hidden="1" ')
    comments = f'<comments {MAIN}><authors><author>An</author></authors><commentList><comment ref="B4" ' \
               'authorId="0"><text>' "<r><t>Xem lại</t></r></text></comment></commentList></comments>"
    relations = f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="c" Type="{OFFICE}/comments" ' \
                'Target="../comments1.xml"/></Relationships>'
    return book(
        sheet(head + numbers + errors + hidden, before='<cols><col min="8" max="8" hidden="1"/></cols>',
              after='<mergeCells><mergeCell ref="A1:G1"/><mergeCell ref="F5:F6"/></mergeCells>'),
        sheet(rows(["STT", "Tên", "", "STT", "Mã"], ["1", "a", "", "1", "x"], ["2", "b", "", "2", "y"], bold=(1,))),
        sheet(rows(["nháp"])),
        names=["Hồ sơ", "Hai bảng", "Nháp"], hidden=[3], strings=strings,
        parts={"xl/comments1.xml": comments, "xl/worksheets/_rels/sheet1.xml.rels": relations},
    )


def facts(document: Document) -> Any:
    """What must be the same: blocks with their places, sheets, remarks, comments (not their author: .xls by
    LibreOffice keeps none)."""
    places = [block.at[1:] for block in document.blocks]
    comments = [(c.text.strip(), c.at.row, c.at.column) for c in document.comments]
    return shown(document.blocks), places, document.sheets, sorted(document.remarks), comments


def test_twins_show_the_same(tmp_path: Path) -> None:
    source = tmp_path / "a.xlsx"
    source.write_bytes(rich_book())
    first = facts(read(source.read_bytes()))
    assert first[0][0] == "DANH MỤC HỒ SƠ"
    assert first[0][1][1][:5] == ["01", "Đăng ký khai tử", "09/03/2026", "50,0%", "1.000241"]
    assert len(first[0]) == 4 and first[3] == ["hidden-rows: Hồ sơ", "hidden-sheet: Nháp"] and first[4]
    for suffix in ("xlsx", "xls", "ods"):
        (data,) = converted([source], suffix, tmp_path / suffix)
        assert facts(read(data, f"a.{suffix}")) == first, suffix


def test_the_agencys_lists_show_the_same(root: Path, tmp_path: Path) -> None:
    lists = sorted((root / "fixtures" / "agency").rglob("*.xlsx"))
    assert len(lists) >= 5
    for suffix in ("xls", "ods"):
        for one, data in zip(lists, converted(lists, suffix, tmp_path / suffix), strict=True):
            assert facts(read(data, f"a.{suffix}")) == facts(read(one.read_bytes())), (one.name, suffix)
