"""Agenda as a workbook: one row a change and document, real dates, a filter, overdue rows marked.

Every text is a string cell with the quote prefix: nothing that a document says can become a formula.
"""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from textwrap import wrap
from xml.sax.saxutils import escape

from qmslint.agenda.words import STATES, counted, remarks
from qmslint.law.agenda import Agenda, DueItem, tie_of
from qmslint.model.text import Text

_EPOCH = date(1899, 12, 30)
_COLUMNS = (
    (Text("Hạn cuối", "Last day"), 11), (Text("Số ngày làm việc còn lại", "Working days left"), 10),
    (Text("Tình trạng", "State"), 15), (Text("Mã hiệu", "Code"), 13), (Text("Tài liệu", "Document"), 26),
    (Text("Văn bản pháp luật", "Law"), 18), (Text("Quan hệ", "Relation"), 23), (Text("Có hiệu lực", "In force"), 11),
    (Text("Phần", "Part"), 9), (Text("Tên văn bản pháp luật", "Title of the law"), 28),
    (Text("Lưu ý", "Remarks"), 26), (Text("Tệp", "File"), 50),
)  # fmt: skip
_OPEN = ((Text("Văn bản pháp luật", "Law"), 24), (Text("Vì sao chưa biết", "Why it is not known"), 50),
         (Text("Tệp", "File"), 70))
_PRINTED = len(_COLUMNS) - 1
"""So many columns are printed: the path of the file helps on a screen only."""
_TEXT, _HEAD, _DAY, _NUMBER, _LATE, _LATE_DAY, _LATE_NUMBER, _TITLE = range(1, 9)
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_DATE_FORMAT = 164  # the first number for formats of one's own
_LONGEST = 32_000  # Excel refuses cells of over 32,767 characters


def agenda_xlsx(agenda: Agenda, language: str = "vi") -> bytes:
    """The agenda as an Excel workbook; the same bytes for the same agenda."""
    sheet = _sheet(agenda, language)
    name = Text("Hạn cập nhật", "Due").in_language(language)
    open_ = Text("Chưa biết", "Not known").in_language(language)
    parts = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _rels([("officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": (
            f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}"><sheets><sheet name="{name}" sheetId="1" r:id="rId1"/>'
            f'<sheet name="{open_}" sheetId="2" r:id="rId3"/>'
            f"</sheets><definedNames><definedName name=\"_xlnm.Print_Area\" localSheetId=\"0\">'{name}'!$A$1:"
            f"${_letter(_PRINTED)}${len(agenda.items) + 2}</definedName>"
            f"<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">'{name}'!$2:$2"
            "</definedName></definedNames></workbook>"
        ),
        "xl/_rels/workbook.xml.rels": _rels([
            ("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml"), ("worksheet", "worksheets/sheet2.xml"),
        ]),
        "xl/styles.xml": _styles(),
        "xl/worksheets/sheet1.xml": sheet,
        "xl/worksheets/sheet2.xml": _undecided(agenda, language),
    }  # fmt: skip
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for path, text in parts.items():
            head = zipfile.ZipInfo(path, (1980, 1, 1, 0, 0, 0))
            head.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(head, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + text)
    return out.getvalue()


def _sheet(agenda: Agenda, language: str) -> str:
    last = len(agenda.items) + 2
    widths = "".join(
        f'<col min="{n}" max="{n}" width="{width}" customWidth="1"/>' for n, (_, width) in enumerate(_COLUMNS, 1)
    )
    end = _letter(len(_COLUMNS))
    title = Text(f"Hạn cập nhật pháp luật, tính đến ngày {agenda.as_of:%d/%m/%Y}",
                 f"Changes of law to be taken in, as of {agenda.as_of:%d/%m/%Y}").in_language(language)
    late = sum(item.overdue for item in agenda.items)
    unknown = len(agenda.undecided)
    title += Text(f": {len(agenda.items)} việc, {late} quá hạn; {unknown} chưa biết (trang tính sau)",
                  f": {len(agenda.items)} changes, {late} overdue; {unknown} not known (next sheet)"
                  ).in_language(language)
    rows = [_row(1, [_string(title, _TITLE)], 20),
            _row(2, [_string(head.in_language(language), _HEAD) for head, _ in _COLUMNS], 45)]
    rows += [_row(number, _cells(item, language)) for number, item in enumerate(agenda.items, 3)]
    return (
        f'<worksheet xmlns="{_MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:{end}{last}"/>'
        '<sheetViews><sheetView workbookViewId="0"><pane ySplit="2" topLeftCell="A3" activePane="bottomLeft" '
        f'state="frozen"/></sheetView></sheetViews><cols>{widths}</cols><sheetData>{"".join(rows)}</sheetData>'
        f'<autoFilter ref="A2:{end}{last}"/><pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.2" '
        'footer="0.2"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>'
        "<headerFooter><oddFooter>&amp;C&amp;P/&amp;N</oddFooter></headerFooter></worksheet>"
    )


def _undecided(agenda: Agenda, language: str) -> str:
    """The second sheet: changes of which nothing can be told, and why."""
    widths = "".join(f'<col min="{n}" max="{n}" width="{w}" customWidth="1"/>' for n, (_, w) in enumerate(_OPEN, 1))
    rows = [_row(1, [_string(head.in_language(language), _HEAD) for head, _ in _OPEN], 18)]
    for number, one in enumerate(agenda.undecided, 2):
        words = (one.law, one.reason.in_language(language), one.path)
        lines = max(len(wrap(word, width + 2)) for word, (_, width) in zip(words, _OPEN, strict=True))
        rows.append(_row(number, [_string(word, _TEXT) for word in words], 15 * max(lines, 1)))
    return (
        f'<worksheet xmlns="{_MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><cols>{widths}</cols>'
        f'<sheetData>{"".join(rows)}</sheetData><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" '
        'fitToHeight="0"/></worksheet>'
    )


def _cells(item: DueItem, language: str) -> list[tuple[str, str, int]]:
    update = item.update
    text, day, number = (_LATE, _LATE_DAY, _LATE_NUMBER) if item.overdue else (_TEXT, _DAY, _NUMBER)
    state = counted(update.state, update.days) if update.state in STATES else Text("", "")
    return [
        _date(item.rolled, day),
        ("n", str(item.working_days), number),
        _string(state.in_language(language), text),
        _string(item.code, text),
        _string(item.title or item.path, text),
        _string(update.law.number, text),
        _string(tie_of(update).in_language(language), text),
        _date(update.effective, day),
        _string(update.part, text),
        _string(update.law.title, text),
        _string(remarks(item).in_language(language), text),
        _string(item.path, text),
    ]


def _string(text: str, style: int) -> tuple[str, str, int]:
    return ("inlineStr", _ILLEGAL.sub("", text)[:_LONGEST], style)


def _date(day: date | None, style: int) -> tuple[str, str, int]:
    return ("n", str((day - _EPOCH).days) if day else "", style)


def _height(cells: list[tuple[str, str, int]]) -> int:
    """Points that a row needs, its longest cell wrapped; a program that opens the file does not always work it out."""
    lines = [
        len(wrap(value[:2000], width + 2)) or 1
        for (kind, value, _), (_, width) in zip(cells, _COLUMNS, strict=True) if kind != "n"
    ]
    return min(15 * max(lines, default=1), 400)


def _row(number: int, cells: list[tuple[str, str, int]], height: int = 0) -> str:
    written = []
    for column, (kind, value, style) in enumerate(cells, 1):
        at = f'r="{_letter(column)}{number}" s="{style}"'
        if kind == "n":
            written.append(f"<c {at}><v>{value}</v></c>" if value else f"<c {at}/>")
        else:
            written.append(f'<c {at} t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>')
    height = height or _height(cells)
    return f'<row r="{number}" ht="{height}" customHeight="1">{"".join(written)}</row>'


def _letter(column: int) -> str:
    return chr(64 + column)  # the table has fewer than 26 columns


def _styles() -> str:
    def style(number: int, font: int, fill: int, horizontal: str = "left") -> str:
        return (
            f'<xf numFmtId="{number}" fontId="{font}" fillId="{fill}" borderId="1" xfId="0" '
            f'quotePrefix="{int(number == 49)}" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" '
            f'applyAlignment="1"><alignment horizontal="{horizontal}" vertical="top" wrapText="1"/></xf>'
        )

    fills = "".join(
        f'<fill><patternFill patternType="solid"><fgColor rgb="FF{colour}"/></patternFill></fill>'
        for colour in ("1F4E78", "FDE2E1")
    )
    sides = ("left", "right", "top", "bottom")
    thin = "".join(f'<{side} style="thin"><color rgb="FFBFBFBF"/></{side}>' for side in sides)
    plain = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    styles = [style(49, 0, 0), style(49, 1, 2, "center"), style(_DATE_FORMAT, 0, 0, "center"), style(1, 0, 0, "center"),
              style(49, 0, 3), style(_DATE_FORMAT, 0, 3, "center"), style(1, 0, 3, "center"),
              '<xf numFmtId="49" fontId="2" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyFont="1"/>']
    return (
        f'<styleSheet xmlns="{_MAIN}"><numFmts count="1"><numFmt numFmtId="{_DATE_FORMAT}" formatCode="dd/mm/yyyy"/>'
        '</numFmts><fonts count="3"><font><sz val="11"/><name val="Times New Roman"/></font>'
        '<font><b/><sz val="11"/><color rgb="FFFFFFFF"/><name val="Times New Roman"/></font>'
        '<font><b/><sz val="14"/><name val="Times New Roman"/></font></fonts>'
        f'<fills count="4"><fill><patternFill patternType="none"/></fill>'
        f'<fill><patternFill patternType="gray125"/></fill>{fills}</fills><borders count="2">'
        f'<border><left/><right/><top/><bottom/><diagonal/></border><border>{thin}<diagonal/></border></borders>'
        f'<cellStyleXfs count="1">{plain}</cellStyleXfs>'
        f'<cellXfs count="{len(styles) + 1}">{plain}{"".join(styles)}</cellXfs></styleSheet>'
    )


def _types() -> str:
    base = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = (("workbook", "sheet.main"), ("worksheets/sheet1", "worksheet"), ("worksheets/sheet2", "worksheet"),
             ("styles", "styles"))
    overrides = "".join(
        f'<Override PartName="/xl/{name}.xml" ContentType="{base}.{kind}+xml"/>' for name, kind in parts
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.'
        f'openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f"{overrides}</Types>"
    )


def _rels(targets: list[tuple[str, str]]) -> str:
    found = "".join(
        f'<Relationship Id="rId{n}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{found}</Relationships>'
