"""Small files that declare much: the work grows with what they declare and no faster, and what has a bound keeps it."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from fixtures.make.hostile.parts import docx, odf_parts, paragraph, xlsx_parts, zipped

from qmslint.model.limits import Limits
from qmslint.plugins.manager import Plugins
from qmslint.read.doc.grid import row_shape
from qmslint.run.inspect import inspect_bytes

PLUGINS = Plugins()


def ods(*rows: str) -> bytes:
    return zipped(odf_parts("spreadsheet", f'<table:table table:name="A">{"".join(rows)}</table:table>'))


def row(cells: str, times: int = 1) -> str:
    return f'<table:table-row table:number-rows-repeated="{times}">{cells}</table:table-row>'


def cell(text: str = "", times: int = 1) -> str:
    inside = f"<text:p>{text}</text:p>" if text else ""
    return f'<table:table-cell table:number-columns-repeated="{times}">{inside}</table:table-cell>'


def merged_down(columns: int) -> bytes:
    def line(merge: str) -> str:
        return f"<w:tc><w:tcPr><w:vMerge{merge}/></w:tcPr>{paragraph('x')}</w:tc>" * columns

    first = line(' w:val="restart"')
    return docx(f"<w:tbl><w:tr>{first}</w:tr><w:tr>{line('')}</w:tr><w:tr>{line('')}</w:tr></w:tbl>")


def rtf(body: str) -> bytes:
    return b"{\\rtf1\\ansi " + body.encode() + b"}"


def _letters(number: int) -> str:
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _filled(column: int, line: int) -> str:
    return f'<c r="{_letters(column)}{line}" t="inlineStr"><is><t>x</t></is></c>'


def stairs(count: int, first: int = 1) -> str:
    """Rows of two cells, each one column further right than the row above."""
    return "".join(f'<row r="{first + i}">{_filled(i + 1, first + i)}{_filled(i + 2, first + i)}</row>'
                   for i in range(count))


def hidden_again(times: int) -> bytes:
    parts = xlsx_parts(stairs(2))
    sheet = str(parts["xl/worksheets/sheet1.xml"])
    columns = '<col min="1" max="16384" hidden="1"/>' * times
    parts["xl/worksheets/sheet1.xml"] = sheet.replace("<sheetData>", f"<cols>{columns}</cols><sheetData>")
    return zipped(parts)


def steps(data: bytes, name: str) -> int:
    """How many functions are called, and comprehensions gone on with, to read a document and take its facts."""
    count = 0

    def called(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(called)
    try:
        inspect_bytes(name, data, PLUGINS)
    finally:
        sys.setprofile(None)
    return count


def gaps(rows: int) -> bytes:
    """Words in two columns, then, each behind an empty row, words in a third column and the second once."""
    below = "".join(row(cell(), 1) + row(cell() * 2 + cell(f"y{i}") + cell("z")) for i in range(rows))
    return ods(row(cell("x", 2), rows), row(cell("x", 4)), below)


GROWING: dict[str, Callable[[int], bytes]] = {
    "wide.ods": lambda n: ods(row(cell("x", n) + cell("y"), 2)),
    "wide-heads.ods": lambda n: ods(row(cell("Mã hiệu", n) + cell("QT.01"), 2)),
    "tall.ods": lambda n: ods(row(cell("Quy trình"), n)),
    "tall-labels.ods": lambda n: ods(row(cell("Mã hiệu") + cell("Lần ban hành"), n)),
    "gaps.ods": gaps,
    "titles.ods": lambda n: ods(row(cell("QUY TRÌNH", n) + cell("x"), 2)),
    "wide.odt": lambda n: zipped(odf_parts("text", f"<table:table>{row(cell('x', n), 2)}</table:table>")),
    "merged.docx": merged_down,
    "wide.rtf": lambda n: rtf("\\trowd" + "\\intbl x\\cell" * n + "\\row"),
}


@pytest.mark.parametrize("name", GROWING)
def test_the_work_grows_no_faster_than_what_is_declared(name: str) -> None:
    inspect_bytes(name, GROWING[name](10), PLUGINS)
    few, many = steps(GROWING[name](1500), name), steps(GROWING[name](6000), name)
    assert many < 4.8 * few, (few, many)


def test_a_cell_costs_few_steps_however_wide_the_table_is() -> None:
    data = GROWING["wide.ods"](20_000)
    inspect_bytes("a.ods", data, PLUGINS)
    assert steps(data, "a.ods") / 40_002 < 200


def test_columns_that_are_hidden_again_and_again_cost_nothing() -> None:
    inspect_bytes("a.xlsx", hidden_again(2), PLUGINS)
    assert steps(hidden_again(2000), "a.xlsx") < 20 * 2000


OVER: dict[str, tuple[str, bytes]] = {
    "skipped.docx": ("cells", docx("<w:tbl>" + (
        '<w:tr><w:trPr><w:gridBefore w:val="999999"/></w:trPr><w:tc><w:p/></w:tc></w:tr>') * 40 + "</w:tbl>")),
    "stairs.xlsx": ("cells", zipped(xlsx_parts(stairs(120) + stairs(120, 200)))),
    "stairs.rtf": ("cells", rtf("".join(
        f"\\trowd\\trleft0\\cellx{100 * i}\\intbl x\\cell\\row" for i in range(1, 250)))),
    "lone.ods": ("paragraphs", ods(row(cell("x"), 20_001))),
}


@pytest.mark.parametrize("name", OVER)
def test_what_is_declared_is_counted(name: str) -> None:
    limit, data = OVER[name]
    (problem,) = inspect_bytes(name, data, PLUGINS, Limits(cells=20_480 - 1, paragraphs=20_000)).problems
    assert problem.reason == "too-large" and f"“{limit}”" in problem.message.en
    assert inspect_bytes(name, data, PLUGINS).document is not None


def test_cells_without_an_edge_follow_at_equal_widths() -> None:
    shape = row_shape(b"", 100_000)
    assert shape.edges[:3] == (0, 1000, 2000) and len(shape.edges) == 100_001 and shape.edges[-1] == 100_000_000
