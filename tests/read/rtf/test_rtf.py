"""RTF as Word and other programs write it: words in every encoding, tables, lists, sections, notes, changes."""

from __future__ import annotations

import random
from collections.abc import Sequence
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qmslint.api import Block, Document, Limits, Paragraph, Place, SourceFile, Table, UnreadableDocument, paragraphs
from qmslint.read.rtf import READER

FONTS = (
    r"{\fonttbl{\f0\froman\fcharset0 Times New Roman;}{\f1\fcharset163{\*\panose 02020603050405020304}Arial"
    r"{\*\falt Helvetica};}{\f2\fcharset2 Symbol;}{\f3\fcharset0 .VnTime;}}"
)
STYLES = r"{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}{\*\cs10 Strong;}}"


def read(body: str, limits: Limits | None = None, head: str = r"\ansi\ansicpg1252\deff0" + FONTS + STYLES) -> Document:
    data = ("{\\rtf1" + head + body + "}").encode("latin-1")
    assert READER.recognises(data, "a.doc")
    return READER.read(SourceFile("a.rtf", "rtf"), data, limits or Limits())


def lines(blocks: Sequence[Block]) -> list[str]:
    return [paragraph.shown for paragraph in paragraphs(tuple(blocks))]


@pytest.mark.parametrize("written, shown", [
    (r"\u272?\u7883?nh", "Định"),
    (r"\uc0\u272 \u7883 nh", "Định"),
    (r"\uc2\u272??x", "Đx"),
    (r"\u272\'3fx", "Đx"),
    (r"{\uc0\u272}\u272?x", "ĐĐx"),
    (r"\u-3913?", "\uf0b7"),
    (r"\u-10179?\u-8704?", "😀"),
    (r"caf\'e9", "café"),
    (r"\f1 H\'e2\'cc", "Hâ\u0300"),
    (r"\f2\'b7", "•"),
    (r"\f3 Tr\'ads", "Tr\u00ads"),
    (r"a\~b\_c\-d\emdash\lquote e\rquote\{f\}\\", "a\u00a0b\u2011c\u00add—‘e’{f}\\"),
    ("một\\tab hai\\line ba".replace("ộ", r"\u7897?"), "một\thai\nba"),
    ("a\r\nb", "ab"),
    (r"{\field{\*\fldinst PAGE}{\fldrslt 3}}/{\field{\fldinst NUMPAGES}{\fldrslt 9}}", "3/9"),
    (r"{\*\unknown giấu}thấy".replace("ấ", "a"), "thay"),
    (r"{\v ẩn}x".replace("ẩ", "a"), "x"),
    (r"{\*\bkmkstart a}x{\*\bkmkend a}", "x"),
    (r"a{\pict\pngblip\bin5 }}}{{}b", "ab"),
])
def test_words(written: str, shown: str) -> None:
    assert lines(read(written + r"\par").blocks) == [shown]


def test_a_code_page_of_the_file_rules_where_the_font_says_nothing() -> None:
    document = read(r"\'d0\'f3\par", head=r"\ansi\ansicpg1258{\fonttbl{\f0 Arial;}}")
    assert lines(document.blocks) == ["Đó"]


def test_looks_styles_and_alignment() -> None:
    (heading, plain) = read(
        r"\pard\s1\qc{\b\i\fs28 M}{\caps x}\par\pard\plain\qj\pagebb y\par"
    ).blocks
    assert isinstance(heading, Paragraph) and isinstance(plain, Paragraph)
    assert (heading.style, heading.level, heading.alignment) == ("heading 1", 1, "center")
    assert [tuple(run) for run in heading.runs] == [
        ("M", True, True, False, 14.0, "Times New Roman"), ("x", False, False, True, 12.0, "Times New Roman")]
    assert (plain.style, plain.level, plain.alignment, plain.page_break) == ("Normal", 0, "both", True)


def test_numbers_are_those_that_print() -> None:
    document = read(
        r"{\listtext\pard\plain 1.\tab}\ls1 Muc\par{\pntext\f2\'b7\tab}{\*\pn\pnlvlblt{\pntxtb\'b7}}gach\par"
        r"{\listtext a)\tab}\par"
    )
    assert [(p.number, p.text) for p in paragraphs(document.blocks)] == [("1.", "Muc"), ("•", "gach"), ("a)", "")]


ROW = r"\trowd\cellx1000\cellx2000\cellx3000 "


def test_merged_cells_stand_at_all_their_places() -> None:
    document = read(
        r"\trowd\clvmgf\cellx1000\clmgf\cellx2000\clmrg\cellx3000\pard\intbl A\cell B\cell\cell\row"
        r"\trowd\clvmrg\cellx1000\cellx2000\cellx3000\pard\intbl\cell C\par D\cell E\cell\row"
        r"\trowd\cellx2000\cellx3000\pard\intbl F\cell G\cell\row\pard x\par"
    )
    (table, after) = document.blocks
    assert isinstance(table, Table) and lines([after]) == ["x"]
    assert [[c.text for c in row] for row in table.rows] == [["A", "B", "B"], ["A", "C\nD", "E"], ["F", "F", "G"]]
    assert table.rows[0][0] is table.rows[1][0] and table.rows[0][0].row_span == 2
    places = [(p.text, p.at.table, p.at.row, p.at.column) for p in paragraphs((table,)) if p.text]
    assert places[-1] == ("G", 1, 3, 3)
    orders = [p.at.order for p in paragraphs(document.blocks)]
    assert orders == sorted(set(orders))


def test_a_table_in_a_cell_and_a_picture() -> None:
    document = read(
        ROW + r"\pard\intbl truoc\par\pard\intbl\itap2 a\nestcell b\nestcell{\*\nesttableprops\trowd\cellx500\cellx900"
        r"\nestrow}{\nonesttables\par}\pard\intbl sau\cell{\*\shppict{\pict\pngblip 00}}{\nonshppict{\pict 00}}\cell"
        r" z\cell"
        + ROW + r"\row\pard"
    )
    (table,) = document.blocks
    assert isinstance(table, Table)
    first, second, third = table.rows[0]
    assert [type(block).__name__ for block in first.blocks] == ["Paragraph", "Table", "Paragraph"]
    inner = first.blocks[1]
    assert isinstance(inner, Table) and [[c.text for c in row] for row in inner.rows] == [["a", "b"]]
    assert inner.at.table == 2 and (second.pictures, third.text.strip()) == (1, "z")


def test_sections_with_headers_and_footers() -> None:
    document = read(
        r"\facingp\sectd\titlepg{\headerf bia\par}{\headerr phai\par}{\headerl trai\par}{\footer chan\par}mot\par\sect"
        r"\sectd{\headerr khac\par}hai\par"
    )
    assert [p.at.section for p in paragraphs(document.blocks)] == [1, 2]
    assert [(m.section, m.kind, m.variant, lines(m.blocks), m.inherited) for m in document.margins] == [
        (1, "header", "", ["phai"], False), (1, "header", "even", ["trai"], False),
        (1, "header", "first", ["bia"], False), (1, "footer", "", ["chan"], False),
        (2, "header", "", ["khac"], False), (2, "header", "even", ["trai"], True), (2, "footer", "", ["chan"], True),
    ]


def test_notes_comments_and_boxes() -> None:
    document = read(
        r"Luat{\super\chftn{\footnote\pard\plain\chftn  Luat Ho tich}}{\footnote\ftnalt cuoi}"
        r"{\*\atnid A}{\*\atnauthor An}\chatn{\*\annotation{\*\atndate 1}xem lai}"
        r"{\shp{\*\shpinst{\sp{\sn a}{\sv b}}{\shptxt trong hop\par}}{\shprslt{\*\do\dptxbx{\dptxbxtext cu\par}}}}"
        r" nay\par"
    )
    assert [(p.text, p.at.place) for p in paragraphs(document.blocks)] == [
        ("Luat nay", Place.BODY), ("trong hop", Place.BOX)]
    assert [(note.kind, [line.strip() for line in lines(note.blocks)]) for note in document.notes] == [
        ("footnote", ["Luat Ho tich"]), ("endnote", ["cuoi"])]
    assert [(comment.author, comment.text) for comment in document.comments] == [("An", "xem lai")]


def test_a_note_in_a_note_is_none_and_costs_nothing() -> None:
    document = read(r"x{\footnote y" * 3_000 + "}" * 3_000 + r"\par")
    assert len(document.notes) == 1


def test_tracked_changes_show_the_accepted_text_and_keep_the_original() -> None:
    document = read(r"Dieu {\deleted\revauthdel1 cu}{\revised\revauth1 moi} x\par{\revised ca doan}\par yen\par")
    assert [(p.text, p.original) for p in paragraphs(document.blocks)] == [
        ("Dieu moi x", "Dieu cu x"), ("ca doan", ""), ("yen", None)]
    assert document.tracked_changes == 3


def test_what_the_file_says_of_itself() -> None:
    document = read(
        r"{\info{\upr{\title ?}{\*\ud{\title Quy tr\u236?nh}}}{\author An}{\operator B\'ecnh}"
        r"{\creatim\yr2026\mo9\dy15\hr8\min5}{\printim\yr0\mo0\dy0}{\company X}}x\par"
    )
    properties = document.properties
    assert (properties.title, properties.author, properties.last_modified_by) == ("Quy trình", "An", "Bình")
    assert (properties.created, properties.last_printed) == ("2026-09-15T08:05:00", "")
    assert lines(document.blocks) == ["x"]


@pytest.mark.parametrize("body, limits, named", [
    (r"a\par " * 60, Limits(paragraphs=50), "paragraphs"),
    (ROW + r"\pard\intbl " + r"a\cell " * 60 + r"\row", Limits(cells=50), "cells"),
    ("a" * 900 + r"\par", Limits(text_characters=800), "text_characters"),
    ("{" * 6_000 + "}" * 6_000, Limits(), "xml_depth"),
    (r"{\shp{\*\shpinst{\shptxt " * 12 + "x" + "}}}" * 12, Limits(), "xml_depth"),
])
def test_each_bound_is_one_error_that_names_it(body: str, limits: Limits, named: str) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        read(body, limits)
    assert caught.value.reason == "too-large" and named in caught.value.message.en


def test_a_file_that_is_cut_short_is_damaged() -> None:
    with pytest.raises(UnreadableDocument) as caught:
        READER.read(SourceFile("a.rtf"), b"{\\rtf1 mot\\par hai", Limits())
    assert caught.value.reason == "damaged"


def test_time_is_linear() -> None:
    nested = r"{\*\x " * 2_000 + "}" * 2_000
    document = read(r"\pard\intbl a\cell " * 3_000 + r"\row\pard " + nested + r"{\b b}\par " * 3_000)
    assert len(document.blocks) > 3_000


PIECES = st.sampled_from([
    "{", "}", "\\par ", "\\cell ", "\\row ", "\\nestcell ", "\\nestrow ", "\\intbl", "\\itap9 ", "\\pard", "\\trowd",
    "\\cellx-5 ", "\\cellx100 ", "\\clvmrg", "\\clmrg", "\\sect", "{\\header x}", "\\u-1 ", "\\'", "\\'zz", "\\bin9 ",
    "\\*", "{\\*\\x", "{\\footnote a}", "{\\shptxt b\\par}", "{\\listtext 1.}", "\\deleted", "\\f99 ", "\\fs-3 ",
    "\\uc9 ",
    "\\outlinelevel77 ", "{\\fonttbl", "{\\stylesheet", "{\\info{\\title a}}", "\x00", "x", "\\", "\\\n", "{\\pict 00}",
])


@given(st.lists(PIECES, max_size=40))
def test_no_sequence_of_words_makes_the_reader_raise_anything_else(pieces: list[str]) -> None:
    from qmslint.read.rtf.document import read_document

    with suppress(UnreadableDocument):
        read_document(SourceFile("a.rtf"), ("{\\rtf1" + "".join(pieces) + "}").encode("latin-1"), Limits())


@given(st.randoms(use_true_random=False))
def test_damage_is_one_error_or_a_reading(rng: random.Random) -> None:
    data = bytearray(("{\\rtf1" + FONTS + STYLES + ROW + r"\pard\intbl a\cell b\cell c\cell\row\pard x\par}").encode())
    for _ in range(rng.randrange(1, 8)):
        data[rng.randrange(6, len(data))] = rng.randrange(256)
    with suppress(UnreadableDocument):
        READER.read(SourceFile("a.rtf"), bytes(data), Limits())
