"""The head of a Word binary file: which table stream, how long each story, where each structure stands.

Source: [MS-DOC] 2.5 (Fib). Positions are of FibRgFcLcb97, pairs of offset and length in the table stream.
"""

from __future__ import annotations

from struct import unpack_from

from qmslint.api import NamedTuple, Text, UnreadableDocument

_PAIRS_AT = 154  # FibBase 32, csw 2, FibRgW97 28, cslw 2, FibRgLw97 88, cbRgFcLcb 2
STYLES, FOOTNOTE_REFS, FOOTNOTE_TEXTS, COMMENT_REFS, COMMENT_TEXTS, SECTIONS, HEADERS = 1, 2, 3, 4, 5, 6, 11
CHARACTER_PAGES, PARAGRAPH_PAGES, FONTS, DOCUMENT_PROPERTIES, PIECES = 12, 13, 15, 31, 33
SHAPES_MAIN, SHAPES_HEADER, ENDNOTE_REFS, ENDNOTE_TEXTS, DRAWINGS, BOX_TEXTS = 40, 41, 46, 47, 50, 56
HEADER_BOX_TEXTS, LISTS, LIST_OVERRIDES, COMMENT_OWNERS = 58, 73, 74, 36


class Stories(NamedTuple):
    """Lengths of the stories, in characters, in the order in which they follow each other."""

    main: int
    footnotes: int
    headers: int
    macros: int
    comments: int
    endnotes: int
    boxes: int
    header_boxes: int

    def start(self, name: str) -> int:
        """The first character of a story."""
        return sum(self[: self._fields.index(name)])


class Fib(NamedTuple):
    """What the head says."""

    stories: Stories
    table_stream: str
    pairs: tuple[tuple[int, int], ...]

    def structure(self, table: bytes, index: int) -> bytes:
        """The bytes of one structure, b"" where there is none or it lies outside."""
        if index >= len(self.pairs):
            return b""
        offset, length = self.pairs[index]
        return table[offset : offset + length] if length and offset + length <= len(table) else b""


def read_fib(word: bytes) -> Fib:
    """The head of the WordDocument stream. Raises UnreadableDocument for what is not Word 97 to 2003."""
    if len(word) < _PAIRS_AT or word[:2] != b"\xec\xa5":
        if word[:2] in (b"\xdc\xa5", b"\xdb\xa5", b"\x9b\xa5", b"\x31\xbe"):
            raise _too_old()
        raise _broken_head()
    version, flags = unpack_from("<H", word, 2)[0], unpack_from("<H", word, 10)[0]
    if version < 0x00C1:
        raise _too_old()
    if flags & 0x0100:
        raise UnreadableDocument(
            "encrypted",
            Text("Tệp Word có đặt mật khẩu.", "The Word file is protected by a password."),
            Text("Bỏ mật khẩu trong Word (Tệp, Thông tin, Bảo vệ tài liệu) rồi lưu lại.",
                 "Remove the password in Word (File, Info, Protect Document) and save."),
        )
    lengths = unpack_from("<8i", word, 64 + 12)
    if lengths[0] < 0:
        raise _broken_head()
    lengths = tuple(max(0, length) for length in lengths)
    count = unpack_from("<H", word, _PAIRS_AT - 2)[0]
    pairs = tuple(
        unpack_from("<II", word, _PAIRS_AT + 8 * i) for i in range(min(count, (len(word) - _PAIRS_AT) // 8))
    )
    return Fib(Stories(*lengths), "1Table" if flags & 0x0200 else "0Table", pairs)


def _broken_head() -> UnreadableDocument:
    return UnreadableDocument(
        "damaged",
        Text("Phần đầu tệp Word bị hỏng.", "The head of the Word file is damaged."),
        Text("Mở bằng Word, lưu lại thành .docx.", "Open it in Word and save it as .docx."),
    )


def _too_old() -> UnreadableDocument:
    return UnreadableDocument(
        "too-old",
        Text("Tệp của Word 6.0/95 hoặc cũ hơn, định dạng này không đọc được.",
             "A file of Word 6.0/95 or older; this format is not read."),
        Text("Mở bằng Word hoặc LibreOffice, lưu lại thành .docx.",
             "Open it in Word or LibreOffice and save it as .docx."),
    )
