"""Texts: words, lists, tables, notes, boxes, changes, pages."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qmslint.api import Block, Limits, Paragraph, Place, Table, UnreadableDocument, paragraphs
from tests.read.odf.made import odf, package, read, text


def lines(blocks: Sequence[Block]) -> list[str]:
    return [paragraph.shown for paragraph in paragraphs(tuple(blocks))]


def test_white_space_tabs_breaks_and_fields() -> None:
    document = text(
        '<text:p>  Trang \n <text:page-number>3</text:page-number>/<text:page-count>9</text:page-count>'
        '<text:s text:c="2"/>x<text:tab/>y<text:line-break/>z <text:a>liên kết</text:a><text:bookmark text:name="b"/>'
        '<text:hidden-text text:string-value="s">giấu</text:hidden-text></text:p>'
    )
    assert lines(document.blocks) == ["Trang 3/9  x\ty\nz liên kết"]


def test_looks_are_inherited_and_hidden_words_are_not_shown() -> None:
    styles = (
        '<style:default-style style:family="paragraph"><style:text-properties fo:font-size="12pt" '
        'style:font-name="F"/></style:default-style><style:style style:name="Base" style:display-name="Base Text" '
        'style:family="paragraph"><style:paragraph-properties fo:text-align="center"/>'
        '<style:text-properties fo:font-weight="bold"/></style:style>'
    )
    automatic = (
        '<style:font-face style:name="F" svg:font-family="\'Times New Roman\'"/>'
        '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Base">'
        '<style:text-properties fo:font-size="150%"/></style:style>'
        '<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="normal" '
        'fo:font-style="italic" fo:text-transform="uppercase"/></style:style>'
        '<style:style style:name="T2" style:family="text"><style:text-properties text:display="none"/></style:style>'
    )
    (paragraph,) = text(
        '<text:p text:style-name="P1">đậm<text:span text:style-name="T1">nghiêng</text:span>'
        '<text:span text:style-name="T2">ẩn</text:span></text:p>', automatic=automatic, styles=styles,
    ).blocks
    assert isinstance(paragraph, Paragraph)
    assert paragraph.style == "Base Text" and paragraph.alignment == "center"
    assert [tuple(run) for run in paragraph.runs] == [
        ("đậm", True, False, False, 18.0, "Times New Roman"), ("nghiêng", False, True, True, 18.0, "Times New Roman"),
    ]


LIST = (
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="I" '
    'style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix="." '
    'text:display-levels="2" text:start-value="3"/><text:list-level-style-bullet text:level="3" '
    'text:bullet-char="\uf0b7"/></text:list-style>'
)


def item(words: str, inner: str = "", more: str = "") -> str:
    return f"<text:list-item{more}><text:p>{words}</text:p>{inner}</text:list-item>"


def listed(*items: str, more: str = 'text:style-name="L"') -> str:
    return f"<text:list {more}>{''.join(items)}</text:list>"


def test_numbers_of_lists_as_they_print() -> None:
    body = (
        listed(item("một", "<text:p>tiếp</text:p>" + listed(item("con"), item("con", listed(item("chấm"), more="")),
                                                             more="")), item("hai"))
        + "<text:p>giữa</text:p>" + listed(item("ba"), more='text:style-name="L" text:continue-numbering="true"')
        + listed(item("lại"), item("bảy", more=' text:start-value="7"'))
        + listed("<text:list-header><text:p>không số</text:p></text:list-header>", item("đầu"))
    )
    assert lines(text(body, automatic=LIST).blocks) == [
        "I. một", "tiếp", "I.3. con", "I.4. con", "• chấm", "II. hai", "giữa", "III. ba", "I. lại", "VII. bảy",
        "không số", "I. đầu",
    ]


def test_headings_are_numbered_by_the_outline() -> None:
    outline = (
        '<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="1" '
        'style:num-suffix="."/><text:outline-level-style text:level="2" style:num-format="1" '
        'text:display-levels="2"/></text:outline-style>'
    )
    body = "".join(
        f'<text:h text:outline-level="{level}">{words}</text:h>'
        for level, words in ((1, "A"), (2, "B"), (2, "C"), (1, "D"), (2, "E"))
    )
    document = text(body, styles=outline)
    assert lines(document.blocks) == ["1. A", "1.1 B", "1.2 C", "2. D", "2.1 E"]
    assert [p.level for p in paragraphs(document.blocks)] == [1, 2, 2, 1, 2]


def cell(words: str = "", more: str = "") -> str:
    return f"<table:table-cell {more}><text:p>{words}</text:p></table:table-cell>"


COVERED = "<table:covered-table-cell/>"


def row(*cells: str, more: str = "") -> str:
    return f"<table:table-row {more}>{''.join(cells)}</table:table-row>"


def test_merged_cells_stand_at_all_their_places() -> None:
    body = "<table:table><table:table-header-rows>" + row(
        cell("A", 'table:number-columns-spanned="2" table:number-rows-spanned="2"'), COVERED, cell("B")
    ) + "</table:table-header-rows>" + row(
        '<table:covered-table-cell table:number-columns-repeated="2"/>', cell("C")
    ) + row(cell("D"), cell("E", 'table:number-rows-spanned="9"'), cell("F")) + "</table:table>"
    (table,) = text(body).blocks
    assert isinstance(table, Table)
    assert [[c.text for c in line] for line in table.rows] == [["A", "A", "B"], ["A", "A", "C"], ["D", "E", "F"]]
    first = table.rows[0][0]
    assert table.rows[1][1] is first and (first.row_span, first.column_span) == (2, 2)
    assert table.rows[2][1].row_span == 1  # no row below: the span of the file is not believed
    assert [(c.at.row, c.at.column) for c in table.own_cells()] == [(1, 1), (1, 3), (2, 3), (3, 1), (3, 2), (3, 3)]


def test_notes_comments_boxes_and_pictures() -> None:
    body = (
        '<text:p>Luật<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
        "<text:p>Luật Hộ tịch</text:p></text:note-body></text:note> này"
        "<office:annotation><dc:creator>An</dc:creator><dc:date>x</dc:date><text:p>Xem lại</text:p>"
        "</office:annotation></text:p>"
        '<text:p>Hình<draw:frame><draw:image xlink:href="p.png"/></draw:frame><draw:frame><draw:text-box>'
        "<text:p>trong hộp</text:p></draw:text-box></draw:frame><draw:g><draw:custom-shape><text:p>trong hình</text:p>"
        "</draw:custom-shape></draw:g></text:p><draw:frame><draw:text-box><text:p>neo trang</text:p></draw:text-box>"
        "</draw:frame>"
    )
    document = text(body)
    assert lines(document.blocks) == ["Luật này", "Hình", "trong hộp", "trong hình", "neo trang"]
    places = [p.at.place for p in paragraphs(document.blocks)]
    assert places == [Place.BODY, Place.BODY, Place.BOX, Place.BOX, Place.BOX]
    assert sum(p.pictures for p in paragraphs(document.blocks)) == 1
    (note,) = document.notes
    assert (note.kind, lines(note.blocks)) == ("footnote", ["Luật Hộ tịch"])
    (comment,) = document.comments
    assert (comment.author, comment.text) == ("An", "Xem lại")
    orders = [p.at.order for p in paragraphs(document.blocks)]
    assert orders == sorted(set(orders))


def test_tracked_changes_show_the_accepted_text_and_keep_the_original() -> None:
    body = (
        '<text:tracked-changes><text:changed-region text:id="i"><text:insertion/></text:changed-region>'
        '<text:changed-region text:id="d"><text:deletion><office:change-info><dc:creator>B</dc:creator>'
        "</office:change-info><text:p>cũ</text:p></text:deletion></text:changed-region>"
        '<text:changed-region text:id="f"><text:format-change/></text:changed-region></text:tracked-changes>'
        '<text:p>Điều <text:change text:change-id="d"/><text:change-start text:change-id="i"/>mới</text:p>'
        '<text:p>thêm<text:change-end text:change-id="i"/> giữ</text:p><text:p>yên</text:p>'
    )
    document = text(body)
    assert document.tracked_changes == 2
    seen = [(p.text, p.original) for p in paragraphs(document.blocks)]
    assert seen == [("Điều mới", "Điều cũ"), ("thêm giữ", " giữ"), ("yên", None)]


def test_pages_give_sections_with_headers_and_footers() -> None:
    masters = (
        '<style:master-page style:name="Bìa" style:next-style-name="Thân"><style:header><text:p>bìa</text:p>'
        '</style:header></style:master-page><style:master-page style:name="Thân"><style:header><text:p>thân</text:p>'
        '</style:header><style:header-left><text:p>chẵn</text:p></style:header-left><style:footer>'
        "<text:p>chân</text:p></style:footer></style:master-page>"
    )
    automatic = "".join(
        f'<style:style style:name="P{n}" style:family="paragraph" style:master-page-name="{page}"/>'
        for n, page in ((1, "Bìa"), (2, "Thân"), (3, "Thân"))
    )
    body = "".join(f'<text:p text:style-name="P{n}">{n}</text:p><text:p>sau</text:p>' for n in (1, 2, 3))
    document = text(body, automatic=automatic, masters=masters)
    assert [p.at.section for p in paragraphs(document.blocks)] == [1, 1, 2, 2, 3, 3]
    assert [p.page_break for p in paragraphs(document.blocks)] == [False, False, True, False, True, False]
    seen = [(m.section, m.kind, m.variant, lines(m.blocks), m.inherited) for m in document.margins]
    assert seen[:4] == [
        (1, "header", "", ["thân"], False), (1, "header", "even", ["chẵn"], False),
        (1, "header", "first", ["bìa"], False), (1, "footer", "", ["chân"], False),
    ]
    assert [s for s in seen if s[0] == 2] == [
        (2, "header", "", ["thân"], False), (2, "header", "even", ["chẵn"], False), (2, "footer", "", ["chân"], False),
    ]
    assert all(s[4] for s in seen if s[0] == 3)


def test_properties_sections_and_contents() -> None:
    document = text(
        '<text:section text:name="s"><text:p>trong phần</text:p></text:section>'
        '<text:section text:display="none"><text:p>ẩn</text:p></text:section>'
        "<text:table-of-content><text:table-of-content-source/><text:index-body><text:index-title>"
        "<text:p>MỤC LỤC</text:p></text:index-title><text:p>1. Mục đích<text:tab/>3</text:p></text:index-body>"
        "</text:table-of-content>",
        meta="<dc:title>Quy trình</dc:title><meta:initial-creator>An</meta:initial-creator><dc:creator>Bình"
        "</dc:creator><dc:date>2026-01-02T03:04:05</dc:date>",
    )
    assert lines(document.blocks) == ["trong phần", "MỤC LỤC", "1. Mục đích\t3"]
    properties = document.properties
    assert (properties.title, properties.author, properties.last_modified_by) == ("Quy trình", "An", "Bình")


@pytest.mark.parametrize("body, limit", [
    ('<text:p><text:s text:c="2000000000"/></text:p>', "text_characters"),
    ("<table:table>" + row(cell("a", 'table:number-columns-repeated="17179869184"')) + "</table:table>", "cells"),
    ("<table:table>" + row(cell("a"), more='table:number-rows-repeated="2000000000"') + "</table:table>", "cells"),
    ("<table:table>" + row(cell("a"), '<table:covered-table-cell table:number-columns-repeated="999999999"/>')
     + "</table:table>", "cells"),
    ("<text:p>a</text:p>" * 30, "paragraphs"),
])
def test_counts_of_the_file_multiply_nothing(body: str, limit: str) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        text(body, Limits(paragraphs=20))
    assert limit in caught.value.message.en


def test_empty_rows_that_repeat_are_one() -> None:
    empty = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>'
    (table,) = text(f"<table:table>{row(cell('a'))}{empty}</table:table>").blocks
    assert isinstance(table, Table) and len(table.rows) == 2


def test_nesting_is_bounded() -> None:
    for body in ("<text:list><text:list-item>" * 110, "<text:section>" * 200, "<text:p>" + "<text:span>" * 200):
        tags = [part for part in body.split("<") if part]
        whole = body + "".join(f"</{part.rstrip('>')}>" for part in reversed(tags))
        with pytest.raises(UnreadableDocument):
            text(whole)


def test_a_password_damage_and_the_wrong_body_are_one_error_each() -> None:
    with pytest.raises(UnreadableDocument) as caught:
        read(odf("<text:p/>", manifest="<manifest><encryption-data/></manifest>"))
    assert caught.value.reason == "encrypted"
    for data in (package({}, "text"), package({"content.xml": "<a>"}, "text"), package({"content.xml": "<a/>"}, "text"),
                 odf("<text:p/>")[:-200]):
        with pytest.raises(UnreadableDocument) as caught:
            read(data)
        assert caught.value.reason == "damaged"


@given(st.data())
def test_no_bytes_make_the_reader_raise_anything_else(data: st.DataObject) -> None:
    whole = bytearray(odf(LIST + "<text:p>a<text:span>b</text:span></text:p>" + "<table:table>" + row(cell("x"))
                          + "</table:table>"))
    for _ in range(data.draw(st.integers(1, 6))):
        whole[data.draw(st.integers(60, len(whole) - 1))] = data.draw(st.integers(0, 255))
    with suppress(UnreadableDocument, StopIteration):
        read(bytes(whole))
