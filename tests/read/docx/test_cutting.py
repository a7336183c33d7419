"""Cutting plain paragraphs out of the bytes changes nothing of what is read."""

from __future__ import annotations

import io
import zipfile
from unittest.mock import patch
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qmslint.api import Document, Limits, SourceFile, paragraphs
from qmslint.read.docx import READER
from qmslint.read.docx.cutting import Cuttings
from qmslint.read.docx.interning import Interner
from qmslint.read.docx.paragraph_format import read_format

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
FILLER = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>đệm</w:t></w:r></w:p>" * 400  # small parts are never cut


def docx(body: str, declaration: str = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>') -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(
            "_rels/.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="rId1" Type="{RELATION}" Target="word/document.xml"/></Relationships>',
        )
        document = f'{declaration}<w:document xmlns:w="{W}"><w:body>{body}{FILLER}</w:body></w:document>'
        package.writestr("word/document.xml", document.encode("utf-8"))
    return data.getvalue()


def read(data: bytes) -> Document:
    return READER.read(SourceFile("a.docx", "docx"), data, Limits())


def read_whole(data: bytes) -> Document:
    """The same without cutting."""
    with patch.object(Cuttings, "cut", lambda self, source: source):
        return read(data)


def read_plainly(data: bytes) -> Document:
    """The same with neither cutting nor numbered property blocks."""
    with patch.object(Interner, "parse", lambda self, source, name: _parsed(source, name)):
        return read(data)


def _parsed(source: bytes, name: str) -> object:
    from qmslint.read.guard import parse_xml

    return parse_xml(source, Limits(), name)


TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), max_size=8)
LOOK = st.sampled_from(
    ["", "<w:rPr><w:b/></w:rPr>", "<w:rPr><w:vanish/></w:rPr>", "<w:rPr><w:i/><w:sz w:val='28'/></w:rPr>"]
)
INK = st.one_of(
    TEXT.map(lambda text: f"<w:t>{escape(text)}</w:t>"),
    TEXT.map(lambda text: f'<w:t xml:space="preserve">{escape(text)}</w:t>'),
    st.sampled_from(["<w:tab/>", "<w:br/>", '<w:br w:type="page"/>', "<w:lastRenderedPageBreak/>", "<w:t/>", "<w:cr/>",
                     '<w:fldChar w:fldCharType="begin"/>', '<w:fldChar w:fldCharType="separate"/>',
                     '<w:fldChar w:fldCharType="end"/>', "<w:instrText>PAGE</w:instrText>", "<w:noBreakHyphen/>",
                     '<w:sym w:font="Symbol" w:char="F0B3"/>']),
)
RUN = st.tuples(LOOK, st.lists(INK, max_size=3)).map(lambda run: f'<w:r w:rsidR="00A1">{run[0]}{"".join(run[1])}</w:r>')
PIECE = st.one_of(RUN, st.sampled_from(['<w:proofErr w:type="spellStart"/>', '<w:bookmarkStart w:id="0" w:name="a"/>']))
FORM = st.sampled_from(
    ["", '<w:pPr><w:jc w:val="center"/></w:pPr>', "<w:pPr><w:rPr><w:b/></w:rPr></w:pPr>", "<w:pPr/>",
     "<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>", '<w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>']
)
PARAGRAPH = st.tuples(FORM, st.lists(PIECE, max_size=4)).map(
    lambda p: f'<w:p w:rsidR="00B2">{p[0]}{"".join(p[1])}</w:p>'
) | st.just("<w:p/>") | st.just('<w:p w:rsidR="00B2"/>')
CELLS = st.lists(PARAGRAPH, min_size=1, max_size=2).map(
    lambda cells: f"<w:tbl><w:tblPr/><w:tr><w:tc><w:tcPr/>{''.join(cells)}</w:tc></w:tr></w:tbl>"
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PARAGRAPH | CELLS, max_size=6))
def test_the_same_is_read(blocks: list[str]) -> None:
    data = docx("".join(blocks))
    assert read(data) == read_whole(data) == read_plainly(data)


@pytest.mark.parametrize("declaration", ['<?xml version="1.0"?>', "", "\ufeff"])
def test_other_declarations(declaration: str) -> None:
    data = docx("<w:p><w:r><w:t>Hộ tịch</w:t></w:r></w:p>", declaration)
    assert next(paragraphs(read(data).blocks)).text == "Hộ tịch"


@pytest.mark.parametrize("body", [
    "<w:p><w:r><w:t>a &amp; b &#8211; c</w:t></w:r></w:p>",
    '<w:p><w:r><w:rPr><w:b/><w:rPrChange w:id="1"><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr><w:t>a</w:t></w:r></w:p>',
    "<w:p><!-- <w:p><w:r><w:t>ẩn</w:t></w:r></w:p> --><w:r><w:t>a</w:t></w:r></w:p>",
    "<w:p><w:r><w:t><![CDATA[<w:p><w:r><w:t>a</w:t></w:r></w:p>]]></w:t></w:r></w:p>",
    "<w:p>\n  <w:r>\n    <w:t>a</w:t>\n  </w:r>\n</w:p>",
    "<w:p><w:r><w:t>a\r\nb</w:t></w:r></w:p>",
])
def test_what_is_unusual_is_read_as_it_stands(body: str) -> None:
    data = docx(body)
    assert read(data) == read_plainly(data)


def test_what_no_fact_comes_from_makes_no_kind_of_its_own() -> None:
    spaced = '<w:pPr><w:spacing w:before="%d"/><w:jc w:val="center"/><w:tabs><w:tab w:pos="%d"/></w:tabs></w:pPr>'
    run = '<w:r><w:rPr><w:b/><w:color w:val="00000%d"/><w:lang w:val="vi-VN"/></w:rPr><w:t>a</w:t></w:r>'
    data = docx("".join(f"<w:p>{spaced % (n, n)}{run % n}</w:p>" for n in range(9)))
    with patch("qmslint.read.docx.body.read_format", side_effect=read_format) as reading:
        document = read(data)
    assert reading.call_count == 1
    assert document == read_plainly(data)
    first = next(paragraphs(document.blocks))
    assert (first.alignment, first.bold) == ("center", True)


@pytest.mark.parametrize("leaf", [
    '<w:spacing w:before="1>"/>', '<w:ind w:left="/>"/>', '<w:color  w:val="0"/>', "<w:lang w:val='vi'/>",
    '<w:tab w:val="&amp;"/>', "<w:u></w:u>", "<w:tabs>x</w:tabs>",
])
def test_what_is_spelled_otherwise_is_read_from_the_tree(leaf: str) -> None:
    run = f"<w:r><w:rPr>{leaf}<w:i/></w:rPr><w:t>a</w:t></w:r>"
    data = docx(f'<w:p><w:pPr>{leaf}<w:jc w:val="right"/></w:pPr>{run}</w:p>')
    assert read(data) == read_plainly(data)
    assert next(paragraphs(read(data).blocks)).alignment == "right"


def test_a_number_that_the_reader_did_not_put_in_is_none() -> None:
    document = read(docx('<w:p xqzp="0"/><w:p><w:pPr xqzk="0"/><w:r><w:rPr xqzk="7"/><w:t>a</w:t></w:r></w:p>'))
    assert [paragraph.text for paragraph in paragraphs(document.blocks)][:2] == ["", "a"]
