"""Markdown: what is printed and on which line; front matter as a record; nothing lost, nothing slow."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qmslint.api import Document, Limits, Paragraph, SourceFile, Table, UnreadableDocument, paragraphs
from qmslint.read.markdown import READER

TEXT = """\
---
qmslint: record/1
kind: system-procedure
---
# QUY TRÌNH *MẪU*

1. MỤC ĐÍCH

Quy định **rõ** cách
viết.<br>Dòng \\* hai &amp; `mã`.

- mục a
  1) con một

     thêm
- mục b ![chữ ký](a.png)

| Bước | Thời gian |
|------|:---------:|
| Tiếp nhận<br>hồ sơ | ½ ngày |
| [Trả](http://x.example) |

<!-- ghi chú
hai dòng --><p>Đoạn <b>HTML</b></p>
"""


def read(text: str | bytes, limits: Limits | None = None) -> Document:
    data = text.encode() if isinstance(text, str) else text
    return READER.read(SourceFile("a.md"), data, limits or Limits())


def shown(document: Document) -> list[tuple[int, str]]:
    return [(b.at.line, b.shown) for b in document.blocks if isinstance(b, Paragraph)]


def test_what_is_printed_and_where() -> None:
    assert shown(read(TEXT)) == [
        (5, "QUY TRÌNH MẪU"), (7, "1. MỤC ĐÍCH"), (9, "Quy định rõ cách viết.\nDòng * hai & mã."), (12, "• mục a"),
        (13, "1) con một"), (15, "thêm"), (16, "• mục b "), (24, "Đoạn HTML"),
    ]


def test_looks() -> None:
    heading, _, sentence, *_, last_item, _, _ = read(TEXT).blocks
    assert isinstance(heading, Paragraph) and heading.bold and heading.level == 1
    assert isinstance(sentence, Paragraph) and not sentence.bold and sentence.runs[1].bold
    assert isinstance(last_item, Paragraph) and last_item.pictures == 1


def test_tables_are_grids() -> None:
    table = next(block for block in read(TEXT).blocks if isinstance(block, Table))
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["Bước", "Thời gian"], ["Tiếp nhận\nhồ sơ", "½ ngày"], ["Trả", ""],
    ]
    time_cell = table.rows[1][1]
    assert (time_cell.at.table, time_cell.at.row, time_cell.at.column, time_cell.at.line) == (1, 2, 2, 20)
    assert time_cell.at.label("vi") == "dòng 20"
    assert next(paragraphs(time_cell.blocks)).alignment == "center"


def test_order_is_reading_order() -> None:
    orders = [paragraph.at.order for paragraph in paragraphs(read(TEXT).blocks)]
    assert orders == sorted(set(orders)) and orders[0] > 2


@pytest.mark.parametrize(("front", "stated"), [
    ("kind: form", {"kind": "form"}),
    ("title: Trang web\nkind: form", None),
    ("qmslint: record/1\nkindd: form", {"kindd": "form"}),
    ("", None),
])  # fmt: skip
def test_front_matter(front: str, stated: dict[str, str] | None) -> None:
    document = read(f"---\n{front}\n---\nMột câu.\n")
    assert (document.record.data if document.record else None) == stated
    assert [text for _, text in shown(document)] == ["Một câu."]


def test_faults_of_front_matter_have_the_line_of_the_file() -> None:
    with pytest.raises(UnreadableDocument) as caught:
        read("---\nkind: form\nkind: form\n---\n")
    assert caught.value.message.vi.startswith("Dòng 3:")


def test_the_same_text_however_it_is_stored() -> None:
    plain = read(TEXT)
    for data in (TEXT.replace("\n", "\r\n").encode(), b"\xef\xbb\xbf" + TEXT.encode()):
        assert read(data) == plain


@pytest.mark.parametrize("text", ["[" * 300_000, "*a **b " * 30_000, "[a\n" * 30_000, "&#" * 50_000, "- " * 50_000])
def test_no_text_takes_long(text: str) -> None:
    start = time.process_time()
    try:
        read(text)
    except UnreadableDocument as error:
        assert error.reason == "too-large"
    assert time.process_time() - start < 30


def test_what_is_too_deep_is_said_not_lost() -> None:
    assert "cuối" in shown(read("> " * 15 + "cuối\n"))[0][1]
    with pytest.raises(UnreadableDocument):
        read("> " * 200 + "cuối\n")


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.binary(max_size=200), st.text(st.sampled_from("#*_`[]()!<>|-:\\&;\n \t1.a~=+br/\"'{}ệ"))))
def test_no_bytes_raise_anything_else(data: bytes | str) -> None:
    try:
        document = read(data)
    except UnreadableDocument as error:
        assert error.message.vi and error.message.en
        return
    if isinstance(data, str):
        letters = "".join(text for _, text in shown(document)).replace(" ", "")
        assert letters.count("ệ") <= data.count("ệ")


@given(st.text("<!->/aB \n", max_size=60))
def test_tags_and_comments_go_as_one_pattern_would_have_it(text: str) -> None:
    import re

    from qmslint.read.markdown_blocks import _untagged

    pattern = re.compile(r"<!--.*?-->|</?[A-Za-z][^<>]*>", re.DOTALL)
    assert _untagged(text, "") == pattern.sub("", text)
    assert _untagged(text, "\n") == pattern.sub(lambda match: "\n" * match[0].count("\n"), text)
