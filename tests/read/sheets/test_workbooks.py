"""What a workbook shows: values in their format, merged and hidden cells, tables apart, comments; and its bounds."""

from __future__ import annotations

import random
import struct
import sys
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qmslint.api import Limits, Place, Table, UnreadableDocument, paragraphs
from qmslint.read.sheets import biff
from qmslint.read.sheets.formats import shown as in_format
from tests.read.sheets.made import BOLD, FORMATS, MAIN, OFFICE, PACKAGE, book, inline, read, rows, sheet, shown, value


def only(cell: str, **facts: object) -> str:
    (block,) = read(book(sheet(f'<row r="1">{cell}</row>'), **facts)).blocks  # type: ignore[arg-type]
    return next(iter(paragraphs((block,)))).text


def styled(number: object, code: str) -> str:
    return value("A1", number, FORMATS.index(code))


@pytest.mark.parametrize("cell, expected", [
    (styled(46086, "dd/mm/yyyy"), "05/03/2026"),
    (styled(46086.5, "dd/mm/yyyy hh:mm"), "05/03/2026 12:00"),
    (styled(46086, "mm/yyyy"), "03/2026"),
    (inline("A1", "05.3.2026"), "05.3.2026"),
    (styled(1, "dd/mm/yyyy"), "01/01/1900"),
    (styled(61, "dd/mm/yyyy"), "01/03/1900"),
    (styled(0.25, "0%"), "25%"),
    (styled("0.285", "0.0%"), "28,5%"),
    (styled(7, "00"), "07"),
    (styled(5, '"QT "00'), "QT 05"),
    (styled(1234567, "#,##0"), "1234567"),
    (styled("1.000232", ""), "1.000232"),
    (styled(3.0, ""), "3"),
    (styled("1E-5", ""), "1e-05"),
    (styled("1e300", "dd/mm/yyyy"), "1e+300"),
    (styled("-1", "dd/mm/yyyy"), "-1"),
    (value("A1", 1, kind="b"), "TRUE"),
    (value("A1", "#REF!", kind="e"), "#REF!"),
    (value("A1", "2026-03-05T00:00:00", kind="d"), "05/03/2026"),
    (value("A1", 3, formula="1+2"), "3"),
    (value("A1", "ghép", kind="str", formula='"gh"'), "ghép"),
    ("<c><is><r><t>QT </t></r><r><rPr><b/></rPr><t>05</t></r><rPh><t>phiên âm</t></rPh></is></c>", "QT 05"),
])
def test_cells_show_what_excel_shows(cell: str, expected: str) -> None:
    assert only(cell) == expected


def test_days_are_counted_from_1904_where_the_workbook_says_so() -> None:
    assert only(styled(44624, "dd/mm/yyyy"), since_1904=True) == "05/03/2026"


def test_rich_shared_strings_and_a_string_that_is_not_there() -> None:
    strings = "<si><t>một</t></si><si><r><t>Đăng ký </t></r><r><t>khai tử</t></r></si>"
    cells = value("A1", 1, kind="s") + value("B1", 0, kind="s") + value("C1", 9, kind="s")
    (table,) = shown(read(book(sheet(f'<row r="1">{cells}</row>'), strings=strings)).blocks)
    assert table == [["Đăng ký khai tử", "một"]]


def test_a_formula_without_a_value_is_said() -> None:
    document = read(book(sheet(f'<row r="1">{value("A1", None, formula="B1")}{inline("B1", "x")}</row>')))
    assert document.remarks == ("formula-without-value: Sheet1",)


def test_merged_cells_stand_at_all_their_places() -> None:
    cells = rows(["DANH MỤC"], ["STT", "Tên", ""], ["1", "a", "b"], ["", "c", "d"])
    (title, table) = read(book(sheet(
        cells, after='<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="B2:C2"/><mergeCell ref="A3:A4"/></mergeCells>'
    ))).blocks
    assert shown([title]) == ["DANH MỤC"]
    assert isinstance(table, Table)
    assert shown([table]) == [[["STT", "Tên", "Tên"], ["1", "a", "b"], ["1", "c", "d"]]]
    assert table.rows[0][1] is table.rows[0][2] and table.rows[1][0] is table.rows[2][0]
    assert [(c.at.row, c.at.column) for c in table.own_cells()][-1] == (4, 3)
    assert table.rows[2][1].at.label("en") == "sheet “Sheet1”, cell B4"


def test_what_is_hidden_is_not_read_but_said() -> None:
    cells = rows(["STT", "Tên", "Ghi chú"], ["1", "a", "x"]) + rows(["2", "giấu", "y"], first=3).replace(
        "<row ", '<row hidden="1" ') + rows(["3", "c", "z"], first=4)
    document = read(book(
        sheet(cells, before='<cols><col min="3" max="3" hidden="1"/></cols>'), sheet(rows(["ẩn"])),
        names=["Danh mục", "Nháp"], hidden=[2],
    ))
    assert shown(document.blocks) == [[["STT", "Tên"], ["1", "a"], ["3", "c"]]]
    assert [tuple(one) for one in document.sheets] == [("Danh mục", False), ("Nháp", True)]
    assert document.remarks == ("hidden-columns: Danh mục", "hidden-rows: Danh mục", "hidden-sheet: Nháp")


def test_rows_that_a_filter_hides_belong_to_the_list() -> None:
    cells = rows(["STT", "Tên"], ["1", "a"]) + rows(["2", "lọc"], first=3).replace("<row ", '<row hidden="1" ')
    after = '<autoFilter ref="A1:B3"><filterColumn colId="1"><filters><filter val="a"/></filters></filterColumn>' \
            "</autoFilter>"
    document = read(book(sheet(cells, after=after)))
    assert shown(document.blocks) == [[["STT", "Tên"], ["1", "a"], ["2", "lọc"]]]
    assert document.remarks == ("filtered-rows: Sheet1",)


def test_tables_under_each_other() -> None:
    cells = (
        rows(["DANH MỤC A"], [], ["STT", "Tên"], ["1", "a"], ["2", "b"], [], ["3", "sau dòng trống"], [],
             ["DANH MỤC B"], ["STT", "Mã"], ["1", "x"], [], ["STT", "Mã"], ["1", "y"], bold=(3, 10, 13))
        + rows(["Người lập", "Phê duyệt"], first=16, bold=(16,))
    )
    assert shown(read(book(sheet(cells))).blocks) == [
        "DANH MỤC A", [["STT", "Tên"], ["1", "a"], ["2", "b"], ["3", "sau dòng trống"]],
        "DANH MỤC B", [["STT", "Mã"], ["1", "x"]], [["STT", "Mã"], ["1", "y"]], [["Người lập", "Phê duyệt"]],
    ]


def test_tables_side_by_side() -> None:
    cells = rows(["STT", "Tên", "", "TT", "Mã"], ["1", "a", "", "1", "x"], ["2", "b"])
    assert shown(read(book(sheet(cells))).blocks) == [
        [["STT", "Tên"], ["1", "a"], ["2", "b"]], [["TT", "Mã"], ["1", "x"]],
    ]


def test_an_empty_column_in_one_list_is_a_gap() -> None:
    cells = rows(["STT", "Tên", "", "Nơi lưu", "Thời hạn"], ["1", "a", "", "VP", "5 năm"])
    (table,) = shown(read(book(sheet(cells))).blocks)
    assert table == [["STT", "Tên", "Nơi lưu", "Thời hạn"], ["1", "a", "VP", "5 năm"]]


def test_comments_are_read_with_their_cell() -> None:
    comments = f'<comments {MAIN}><authors><author>An</author></authors><commentList><comment ref="B2" ' \
               'authorId="0"><text>' "<r><t>Xem </t></r><r><t>lại</t></r></text></comment></commentList></comments>"
    relations = f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="c" Type="{OFFICE}/comments" ' \
                'Target="../comments1.xml"/></Relationships>'
    document = read(book(sheet(rows(["a", "b"], ["c", "d"])), parts={
        "xl/comments1.xml": comments, "xl/worksheets/_rels/sheet1.xml.rels": relations}))
    (comment,) = document.comments
    assert (comment.author, comment.text) == ("An", "Xem lại")
    assert (comment.at.place, comment.at.row, comment.at.column) == (Place.COMMENT, 2, 2)


def test_only_cells_that_exist_are_walked() -> None:
    cells = f'<row r="1">{inline("A1", "đầu")}</row><row r="1048576">{inline("XFD1048576", "cuối")}</row>'
    assert shown(read(book(sheet(cells))).blocks) == ["đầu", "cuối"]
    wide = "".join(f'<row r="{r}">{inline("A" + str(r), "x")}{inline("XFD" + str(r), "y")}</row>' for r in range(1, 6))
    (table,) = read(book(sheet(wide))).blocks
    assert isinstance(table, Table) and (len(table.rows), table.width) == (5, 2)


def many(count: int) -> str:
    return "".join(f'<row r="{r}">{value(f"A{r}", 0, kind="s")}</row>' for r in range(1, count + 1))


@pytest.mark.parametrize("data, limits, named", [
    (book(sheet(many(300))  , strings="<si><t>a</t></si>"), Limits(cells=200), "cells"),
    (book(sheet(many(300)), strings=f"<si><t>{'a' * 10_000}</t></si>"), Limits(text_characters=100_000),
     "text_characters"),
    (book(sheet("".join(f'<row r="{r}">{inline(chr(64 + r) + str(r), "x")}{inline("Z" + str(r), "y")}</row>'
                        for r in range(1, 26)))), Limits(cells=400), "cells"),
    (book(sheet(rows(["a"])), strings="<!-- " + " " * 3_000_000 + "-->"), Limits(ratio=100), "ratio"),
    (book(sheet("<row>" * 300 + "</row>" * 300)), Limits(), "xml_depth"),
    (book(sheet(rows(["a"]))), Limits(entries=3), "entries"),
    (book(sheet(rows(["a"]))), Limits(unpacked_bytes=500), "unpacked_bytes"),
    (book(sheet(rows(*[["a", "b"]] * 50), after="<mergeCells>" + '<mergeCell ref="A1:B50"/>' * 900 + "</mergeCells>")),
     Limits(cells=50_000), "cells"),
])
def test_each_bound_is_one_error_that_names_it(data: bytes, limits: Limits, named: str) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        read(data, limits=limits)
    assert caught.value.reason == "too-large" and named in caught.value.message.en


def test_entities_are_refused_and_a_binary_workbook_is_named() -> None:
    bad = "<!DOCTYPE a [<!ENTITY x 'y'>]>" + sheet(rows(["a"]))
    for data, reason in ((book(bad), "entities"), (book(parts={"xl/workbook.bin": "x"}), "damaged")):
        with pytest.raises(UnreadableDocument) as caught:
            read(data) if reason == "entities" else read(data[:-30])
        assert caught.value.reason == reason


def test_a_large_list_is_read_as_a_stream() -> None:
    data = book(sheet(many(30_000)), strings="<si><t>a</t></si>")
    (first, *_) = read(data).blocks
    assert sys.getsizeof(first) and len(read(data).blocks) >= 1


@given(st.text(max_size=30), st.text(alphabet="0#.,%dmyhs/;@\"\\ []-", max_size=12), st.booleans())
def test_no_format_makes_a_number_raise(number: str, code: str, since_1904: bool) -> None:
    in_format(number, code, since_1904)
    in_format("46086.25", code, since_1904)


@given(st.randoms(use_true_random=False))
def test_no_damage_makes_the_reader_raise_anything_else(rng: random.Random) -> None:
    data = bytearray(book(sheet(rows(["STT", "Tên"], ["1", "a"])), strings="<si><t>a</t></si>"))
    for _ in range(rng.randrange(1, 8)):
        data[rng.randrange(4, len(data))] = rng.randrange(256)
    with suppress(UnreadableDocument, StopIteration):
        read(bytes(data))


def record(kind: int, data: bytes) -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def test_a_shared_string_may_cross_records_in_the_middle_of_a_word_or_letter_width() -> None:
    first = struct.pack("<II", 3, 3) + struct.pack("<HB", 2, 0) + b"ab" + struct.pack("<HBH", 6, 8, 1) + b"xyz"
    second = b"\x01" + "đ€\u1ea1".encode("utf-16-le") + b"\0\0"
    third = b"\0\0" + struct.pack("<HB", 1, 0) + b"c"
    stream = record(biff.BOF, struct.pack("<HH", 0x600, 5)) + record(0xFC, first) + record(0x3C, second) + record(
        0x3C, third) + record(biff.EOF, b"")
    (_, table) = biff.records(stream, 0)
    assert biff.Strings(table, Limits()).read() == ["ab", "xyzđ€ạ", "c"]


@given(st.binary(max_size=200), st.binary(max_size=40))
def test_no_bytes_make_the_records_of_an_old_workbook_loop(data: bytes, more: bytes) -> None:
    assert len(list(biff.records(record(biff.BOF, b"\0" * 8) + data, 0))) <= 60
    with suppress(UnreadableDocument, struct.error, IndexError):
        biff.Strings(biff.Record(0xFC, b"\0" * 8 + data, (more,)), Limits()).read()


def test_bold_is_bold() -> None:
    document = read(book(sheet(f'<row r="1">{inline("A1", "a", BOLD)}{inline("B1", "b")}</row>')))
    assert [p.bold for p in paragraphs(document.blocks)] == [True, False]
