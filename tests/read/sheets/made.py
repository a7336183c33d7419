"""Workbooks as the XML that matters, in a zip."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

from qmslint.api import Block, Document, Limits, SourceFile, Table
from qmslint.read.odf import READERS as ODF_READERS
from qmslint.read.sheets import READERS

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
FORMATS = (
    "", "dd/mm/yyyy", "0%", "0.0%", "00", '"QT "00', "mm/yyyy", "#,##0", "dd/mm/yyyy hh:mm", "0.00", "@",
)  # style n shows format n
BOLD = len(FORMATS)


def styles() -> str:
    """Style n has format n of FORMATS; BOLD is bold."""
    codes = "".join(
        f'<numFmt numFmtId="{164 + n}" formatCode="{code.replace(chr(34), "&quot;")}"/>'
        for n, code in enumerate(FORMATS) if code
    )
    looks = "".join(
        f'<xf numFmtId="{164 + n if code else 0}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
        for n, code in enumerate(FORMATS)
    )
    return (
        f'<styleSheet {MAIN}><numFmts count="{len(FORMATS) - 1}">{codes}</numFmts><fonts count="2"><font><sz val="12"/>'
        '<name val="Arial"/></font><font><b/><sz val="12"/><name val="Arial"/></font></fonts><fills count="1"><fill>'
        '<patternFill patternType="none"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/>'
        '<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'
        f'</cellStyleXfs><cellXfs count="{len(FORMATS) + 1}">{looks}<xf numFmtId="0" fontId="1" fillId="0" '
        'borderId="0" xfId="0" applyFont="1"/></cellXfs></styleSheet>'
    )


def inline(place: str, words: str, style: int = 0) -> str:
    """A cell with words of its own."""
    return f'<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{words}</t></is></c>'


def value(place: str, number: object, style: int = 0, kind: str = "n", formula: str = "") -> str:
    """A cell with a stored value."""
    made = f"<f>{formula}</f>" if formula else ""
    stored = "" if number is None else f"<v>{number}</v>"
    return f'<c r="{place}" s="{style}" t="{kind}">{made}{stored}</c>'


def rows(*lines: Sequence[str], first: int = 1, bold: Sequence[int] = ()) -> str:
    """Rows of words from column A; "" leaves a cell out."""
    return "".join(
        f'<row r="{r}">'
        + "".join(inline(f"{chr(64 + c)}{r}", words, BOLD if r in bold else 0)
                  for c, words in enumerate(line, 1) if words)
        + "</row>"
        for r, line in enumerate(lines, first)
    )


def sheet(cells: str, before: str = "", after: str = "") -> str:
    """The part of a sheet."""
    return f"<worksheet {MAIN}>{before}<sheetData>{cells}</sheetData>{after}</worksheet>"


def book(*sheets: str, names: Sequence[str] = (), hidden: Sequence[int] = (), strings: str = "",
         since_1904: bool = False, parts: dict[str, str] | None = None) -> bytes:
    """A workbook of these sheet parts."""
    kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    names = names or [f"Sheet{n}" for n in range(1, len(sheets) + 1)]
    listed = "".join(
        f'<sheet name="{name}" sheetId="{n}" r:id="r{n}" state="{"hidden" if n in hidden else "visible"}"/>'
        for n, name in enumerate(names, 1)
    )
    whole = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType='
        f'"application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{kinds}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{kinds}.styles+xml"/><Override PartName='
        f'"/xl/sharedStrings.xml" ContentType="{kinds}.sharedStrings+xml"/>'
        + "".join(f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{kinds}.worksheet+xml"/>'
                  f'<Override PartName="/xl/comments{n}.xml" ContentType="{kinds}.comments+xml"/>'
                  for n in range(1, len(sheets) + 1)) + "</Types>",
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook {MAIN} xmlns:r="{OFFICE}"><workbookPr date1904="{int(since_1904)}"/>'
        f"<sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        + "".join(f'<Relationship Id="r{n}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{n}.xml"/>'
                  for n in range(1, len(sheets) + 1))
        + f'<Relationship Id="s" Type="{OFFICE}/styles" Target="styles.xml"/><Relationship Id="t" '
        f'Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        "xl/styles.xml": styles(),
        "xl/sharedStrings.xml": f"<sst {MAIN}>{strings}</sst>",
        **{f"xl/worksheets/sheet{n}.xml": part for n, part in enumerate(sheets, 1)},
        **(parts or {}),
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in whole.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def read(data: bytes, name: str = "a.xlsx", limits: Limits | None = None) -> Document:
    """What the reader of these bytes makes of them."""
    reader = next(r for r in (*READERS, *ODF_READERS) if r.recognises(data, name))
    return reader.read(SourceFile(name, reader.format), data, limits or Limits())


def shown(blocks: Sequence[Block]) -> list[object]:
    """Paragraphs as words, tables as lists of lists."""
    return [
        [[cell.text for cell in row] for row in block.rows] if isinstance(block, Table) else block.text
        for block in blocks
    ]
