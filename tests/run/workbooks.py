"""Lists made by code: the same rows as a workbook, a Word table, a CSV file."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

Rows = Sequence[Sequence[str]]
_NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def csv_of(rows: Rows) -> tuple[str, bytes]:
    """As Excel writes "CSV UTF-8"."""
    lines = [",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows]
    return "dm.csv", b"\xef\xbb\xbf" + "\r\n".join(lines).encode()


def workbook_of(rows: Rows, sheet: str = "Sheet1") -> tuple[str, bytes]:
    """A workbook with one sheet of inline strings."""
    cells = "".join(
        f'<row r="{r}">' + "".join(
            f'<c r="{chr(64 + c)}{r}" t="inlineStr"><is><t xml:space="preserve">{escape(cell)}</t></is></c>'
            for c, cell in enumerate(row, 1) if cell
        ) + "</row>"
        for r, row in enumerate(rows, 1) if any(row)
    )
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        'spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/'
        'vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{_REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook {_NS} xmlns:r="{_REL}"><sheets><sheet name="{escape(sheet)}" sheetId="1" '
        'r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{_REL}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f"<worksheet {_NS}><sheetData>{cells}</sheetData></worksheet>",
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' + text)
    return "dm.xlsx", buffer.getvalue()


def docx_of(rows: Rows) -> tuple[str, bytes]:
    """A Word document: single cells as paragraphs above the table, the rest as its rows."""
    import docx

    document = docx.Document()
    above = [row for row in rows[:2] if len(row) == 1]
    for row in above:
        document.add_paragraph(row[0])
    table = document.add_table(rows=0, cols=max((len(row) for row in rows), default=1))
    for row in rows:
        if row and row not in above:
            cells = table.add_row().cells
            for cell, text in zip(cells, row, strict=False):
                cell.text = text
    buffer = io.BytesIO()
    document.save(buffer)
    return "dm.docx", buffer.getvalue()


def ods_of(rows: Rows) -> tuple[str, bytes]:
    """An OpenDocument sheet, which is read in a process of its own."""
    space = "urn:oasis:names:tc:opendocument:xmlns"
    lines = "".join(
        "<table:table-row>" + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{escape(cell)}</text:p></table:table-cell>'
            for cell in row or [""]
        ) + "</table:table-row>"
        for row in rows
    )
    content = (
        f'<office:document-content xmlns:office="{space}:office:1.0" xmlns:table="{space}:table:1.0" '
        f'xmlns:text="{space}:text:1.0" office:version="1.2"><office:body><office:spreadsheet><table:table '
        f'table:name="DM">{lines}</table:table></office:spreadsheet></office:body></office:document-content>'
    )
    manifest = (
        f'<manifest:manifest xmlns:manifest="{space}:manifest:1.0"><manifest:file-entry manifest:full-path="/" '
        'manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>'
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", manifest)
    return "dm.ods", buffer.getvalue()
