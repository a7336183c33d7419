"""Word 97 bytes made by hand: what programs other than LibreOffice write, and what is refused with advice."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from fixtures.make.hostile.compound import compound
from fixtures.make.word97 import BOLD, Head, Piece, word97
from hypothesis import given
from hypothesis import strategies as st

from qmslint.api import Document, Limits, Paragraph, SourceFile, UnreadableDocument
from qmslint.plugins.manager import Plugins
from qmslint.read.doc import READER
from tests.read.office import differing

TEXT = (
    Piece("Mã hiệu: QT.01\r"), Piece("Trang “01” – 50%\r", wide=False), Piece("Hiệu lực", modifiers=BOLD),
    Piece(" từ ", wide=True), Piece("ngay 05/3/2026\r", wide=False),
)
LINES = ["Mã hiệu: QT.01", "Trang “01” – 50%", "Hiệu lực từ ngay 05/3/2026"]
letters = st.text(st.characters(codec="cp1252", min_codepoint=0x20, exclude_characters="\x7f\x81\x8d\x8f\x90\x9d\xad"))


def read(data: bytes) -> Document:
    assert READER.recognises(data, "a.doc")
    return READER.read(SourceFile("a.doc", "doc"), data, Limits())


def lines(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize("backwards", [False, True])
@pytest.mark.parametrize("flags", [0x0200, 0x0000, 0x0204])
def test_a_fast_saved_file_of_narrow_and_wide_pieces(backwards: bool, flags: int) -> None:
    document = read(word97(TEXT, head=Head(flags=flags), backwards=backwards))
    assert lines(document) == LINES
    last = document.blocks[-1]
    assert isinstance(last, Paragraph)
    assert [(run.text, run.bold) for run in last.runs] == [("Hiệu lực", True), (" từ ngay 05/3/2026", False)]


@given(st.lists(st.tuples(letters, st.booleans()), min_size=1, max_size=8), st.booleans())
def test_any_cut_into_pieces_shows_the_same_text(pieces: list[tuple[str, bool]], backwards: bool) -> None:
    whole = "".join(text for text, _ in pieces)
    made = [Piece(text, wide) for text, wide in pieces if text] + [Piece("\r", wide=False)]
    assert lines(read(word97(made, backwards=backwards))) == [whole]


def test_comments_have_their_owners() -> None:
    document = read(word97(TEXT, [("Vũ Minh Khang", "xem lại số"), ("Đỗ Sơn", "đã sửa"), ("Vũ Minh Khang", "đạt")]))
    assert lines(document) == LINES
    assert [(comment.author, comment.text.strip()) for comment in document.comments] == [
        ("Vũ Minh Khang", "xem lại số"), ("Đỗ Sơn", "đã sửa"), ("Vũ Minh Khang", "đạt"),
    ]


@pytest.mark.parametrize(("head", "reason", "advice"), [
    (Head(magic=0xA5DC, version=0x0065), "too-old", "LibreOffice"),  # Word 6
    (Head(magic=0xA5DC, version=0x0068), "too-old", "LibreOffice"),  # Word 95
    (Head(magic=0xA5DB, version=0x002D), "too-old", "LibreOffice"),  # Word 2
    (Head(version=0x00C0), "too-old", "LibreOffice"),
    (Head(magic=0x1234), "damaged", ".docx"),
    (Head(flags=0x0300), "encrypted", "mật khẩu"),
    (Head(flags=0x8300), "encrypted", "mật khẩu"),  # obfuscated
])
def test_what_is_refused_and_what_to_do(head: Head, reason: str, advice: str) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        read(word97(TEXT, head=head))
    assert caught.value.reason == reason and advice in caught.value.mend.vi


def test_a_bare_file_of_word_2_is_refused() -> None:
    with pytest.raises(UnreadableDocument) as caught:
        read(struct.pack("<HH", 0xA5DB, 0x002D) + bytes(2000))
    assert caught.value.reason == "too-old"


@pytest.mark.parametrize("piece", [
    Piece("Ngoài tệp\r", offset=1 << 20), Piece("Ngoai tep\r", wide=False, offset=1 << 20),
    Piece("Qua cuối tệp\r" * 900, offset=1024 + 13 * 900),
])
def test_a_piece_outside_of_the_file_is_said_and_not_shown_as_nothing(piece: Piece) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        read(word97([*TEXT, piece]))
    assert caught.value.reason == "damaged"


def test_a_table_of_pieces_that_makes_no_sense_is_refused() -> None:
    far = b"\x02" + struct.pack("<IIIHIH", 16, 0, 9**9, 0, 0, 0)
    for clx in (b"", b"\x02", b"\x02\xff\xff\xff\xff", b"\x03" * 40, far):
        head = bytearray(_stream(word97(TEXT)))
        struct.pack_into("<II", head, 154 + 8 * 33, 0, len(clx))
        with pytest.raises(UnreadableDocument) as caught:
            read(compound({"WordDocument": bytes(head), "1Table": clx}))
        assert caught.value.reason == "damaged"


def test_a_file_that_is_cut_short_is_refused_or_whole() -> None:
    data = word97(TEXT)
    for length in range(16, len(data), 37):
        cut = data[:length]
        if not READER.recognises(cut, "a.doc"):
            continue
        try:
            assert lines(read(cut)) == LINES
        except UnreadableDocument as error:
            assert error.message.vi and error.mend.vi


def test_a_paper_saved_as_doc_says_the_same(root: Path) -> None:
    paper = next((root / "fixtures" / "agency").rglob("QT 06-HT-APT*.docx"))
    saved = (root / "fixtures" / "formats" / "doc" / "quy-trinh-tthc.doc").read_bytes()
    assert differing(paper, saved, "a.doc", Plugins()) == []


def _stream(data: bytes) -> bytes:
    from io import BytesIO

    import olefile

    with olefile.OleFileIO(BytesIO(data)) as file:
        return bytes(file.openstream("WordDocument").read())
