"""Typed records: plain data as written, lines, blocks of text, and every fault with its line."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qmslint.api import Document, Limits, Paragraph, SourceFile, Table, UnreadableDocument
from qmslint.read.record import READER

LIMITS = Limits(yaml_nodes=2_000, yaml_aliases=10, text_characters=100_000)


def read(text: str | bytes, name: str = "a.yaml", limits: Limits = LIMITS) -> Document:
    data = text.encode() if isinstance(text, str) else text
    return READER.read(SourceFile(name), data, limits)


def refused(text: str | bytes, name: str = "a.yaml") -> UnreadableDocument:
    with pytest.raises(UnreadableDocument) as caught:
        read(text, name)
    return caught.value


def test_values_stay_as_written() -> None:
    record = read("qmslint: record/1\nedition: 01\nissued: 2025-02-31\ndraft: yes\nnothing: ~\nquoted: '~'\n").record
    assert record is not None
    assert record.data == {"edition": "01", "issued": "2025-02-31", "draft": "yes", "nothing": None, "quoted": "~"}


def test_every_key_path_has_its_line_in_order() -> None:
    record = read("qmslint: record/1\nsteps:\n  - name: a\n    times: [1, 2]\n  - {name: b}\n").record
    assert record is not None
    assert record.lines == (
        ("qmslint", 1), ("steps", 2), ("steps[0]", 3), ("steps[0].name", 3), ("steps[0].times", 4),
        ("steps[0].times[0]", 4), ("steps[0].times[1]", 4), ("steps[1]", 5), ("steps[1].name", 5),
    )


def test_json_is_the_same_record() -> None:
    text = '{\n  "qmslint": "record/1",\n  "steps": [\n    {"name": "a\\u1ea1", "draft": true, "n": 01}\n  ]\n}'
    assert refused(text, "a.json").message.vi.startswith("Dòng 4")
    record = read(text.replace("01}", "1e2}"), "a.json").record
    assert record is not None
    assert record.data == {"steps": [{"name": "aạ", "draft": "true", "n": "1e2"}]}
    assert dict(record.lines)["steps[0].name"] == 4


def test_text_becomes_blocks_with_places() -> None:
    document = read(
        "qmslint: record/1\ntext:\n  - {heading: 1. MỤC ĐÍCH, level: 1}\n  - Một câu.\n"
        "  - table: [[a, b, <], [c, ^, null], [{paragraph: d, pictures: 1}, [e, f]]]\n"
    )
    heading, sentence, table = document.blocks
    assert isinstance(heading, Paragraph) and heading.bold and heading.level == 1
    assert isinstance(sentence, Paragraph) and not sentence.bold
    assert (sentence.at.label("vi"), sentence.at.order > heading.at.order) == ("dòng 4, khóa text[1]", True)
    assert isinstance(table, Table)
    merged = table.rows[0][1]
    assert merged is table.rows[0][2] is table.rows[1][1] and (merged.row_span, merged.column_span) == (2, 2)
    assert [cell.text for cell in table.own_cells()] == ["a", "b", "c", "", "d", "e\nf"]
    assert table.rows[2][0].pictures == 1
    assert (table.rows[2][1].at.row, table.rows[2][1].at.column, table.rows[2][1].at.line) == (3, 2, 5)


@pytest.mark.parametrize(("text", "line", "word"), [
    ("qmslint: record/1\na: 1\na: 2\n", 3, "hai lần"),
    ("qmslint: record/1\na: [1\n", 3, "YAML"),
    ("qmslint: record/1\na: !!python/object:os.system 1\n", 2, "nhãn"),
    ("qmslint: record/1\na: *b\n", 2, "tham chiếu"),
    ("qmslint: record/1\na: &b [*b]\n", 2, "tham chiếu"),
    ("qmslint: record/1\n---\nb: 1\n", 2, "một tài liệu"),
    ("qmslint: record/2\n", 1, "record/1"),
    ("a: 1\nqmslint: record/1\n? [x]\n: 1\n", 3, "khóa"),
    ("qmslint: record/1\ntext:\n  - {headin: a}\n", 3, "heading"),
    ("qmslint: record/1\ntext:\n  - {heading: a, colour: red}\n", 3, "colour"),
    ("qmslint: record/1\ntext:\n  - table: [a]\n", 3, "dòng"),
    ("qmslint: record/1\n" + "k" * 500 + ": 1\n", 2, "quá dài"),
    ("- qmslint: record/1\n", 1, "khóa"),
])  # fmt: skip
def test_faults_name_their_line(text: str, line: int, word: str) -> None:
    message = refused(text).message
    assert message.vi.startswith(f"Dòng {line}:") and word in message.vi, message.vi
    assert message.en


def test_bounds() -> None:
    laughs = "qmslint: record/1\na: &a [x,x,x,x,x,x,x,x]\n" + "".join(
        f"{name}: &{name} [*{last}, *{last}]\n" for last, name in zip("abcdefghi", "bcdefghij", strict=True)
    )
    for text in (laughs, "qmslint: record/1\na: [" + "1," * 3000 + "]", "qmslint: record/1\na: " + "[" * 5000,
                 "qmslint: record/1\na: " + "[" * 60 + "]" * 60, "x" * 200_000):
        assert refused(text).reason == "too-large"
    assert refused('{"a": ' + "[" * 100_000, "a.json").reason in ("too-large", "record")
    assert refused(b"qmslint: record/1\na: \xff\n").reason == "not-utf8"


def test_only_what_calls_itself_a_record_is_one() -> None:
    def known(text: str, name: str) -> bool:
        return READER.recognises(text.encode(), name)

    assert known("qmslint: record/1\n", "a.yaml")
    assert known("\ufeff# chú thích\n\"qmslint\": 'record/1'\n", "a.yml")
    assert known('{"qmslint": "record/1"}', "a.json")
    assert not known("agency: {name: x}\n", "qmslint.yaml")
    assert not known("repos: []\n# qmslint: record/1\n", "b.yaml")
    assert not known("qmslint: record/1\n", "a.txt")


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.binary(max_size=300), st.text(st.sampled_from('[]{}&*!|>-?:,#"\'% \n\tqmslint: record/1ab~0'))),
       st.sampled_from(("a.yaml", "a.json")))  # fmt: skip
def test_no_bytes_raise_anything_else(data: bytes | str, name: str) -> None:
    try:
        assert isinstance(read(data, name), Document)
    except UnreadableDocument as error:
        assert error.message.vi and error.message.en
