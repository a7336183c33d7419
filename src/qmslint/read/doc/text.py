"""The characters of the file in their order, and where in the stream the properties of each stand.

Source: [MS-DOC] 2.8.35 (PlcPcd), 2.9.38 (Clx), 2.9.177 (Pcd), 2.9.214 (Prm), 2.4.1.
"""

from __future__ import annotations

from bisect import bisect_right
from struct import unpack_from

from qmslint.api import NamedTuple, Text, UnreadableDocument
from qmslint.read.doc import sprm


class Piece(NamedTuple):
    """A stretch of characters that stand together in the stream."""

    start: int  # first character position
    end: int
    offset: int  # in the stream, bytes
    width: int  # bytes a character: 1 or 2
    modifiers: bytes = b""  # what a fast save changed of the whole piece


class Characters(NamedTuple):
    """All stories in one string, and the pieces it was put together from."""

    text: str
    pieces: tuple[Piece, ...]
    starts: tuple[int, ...]
    changed: bool = False  # whether any piece has modifiers

    def offset(self, position: int) -> int:
        """The byte in the stream at which the character `position` stands."""
        piece = self.pieces[max(0, bisect_right(self.starts, position) - 1)]
        return piece.offset + (position - piece.start) * piece.width

    def modifiers(self, position: int) -> bytes:
        """What a fast save changed of the piece in which a character stands, b"" for nearly all."""
        if not self.changed:
            return b""
        return self.pieces[max(0, bisect_right(self.starts, position) - 1)].modifiers


def read_characters(word: bytes, clx: bytes, limit: int) -> Characters:
    """The characters that the piece table names. `limit`: most characters allowed."""
    table, grouped = _piece_table(clx)
    count = (len(table) - 4) // 12
    if count < 1:
        raise _broken_table()
    positions = unpack_from(f"<{count + 1}I", table)
    # Every character takes at least one byte: a table that names more is damaged.
    if positions[-1] > min(limit, len(word)) or positions[0] != 0 or list(positions) != sorted(positions):
        reason = "too-large" if limit < positions[-1] <= len(word) else "damaged"
        raise UnreadableDocument(
            reason,
            Text("Số ký tự của tệp Word vô lý hoặc vượt giới hạn (text_characters).",
                 "The number of characters is absurd or over the limit (text_characters)."),
            Text("Mở bằng Word, lưu lại thành .docx.", "Open it in Word and save it as .docx."),
        )
    pieces: list[Piece] = []
    parts: list[str] = []
    for i in range(count):
        start, end = positions[i], positions[i + 1]
        raw, prm = unpack_from("<IH", table, 4 * (count + 1) + 8 * i + 2)
        if raw & 0x40000000:
            offset, width = (raw & 0x3FFFFFFF) // 2, 1
            text = word[offset : offset + end - start].decode("cp1252", "replace")
        else:
            offset, width = raw & 0x3FFFFFFF, 2
            text = word[offset : offset + 2 * (end - start)].decode("utf-16-le", "surrogatepass")
        if offset + width * (end - start) > len(word):
            raise _broken_table()  # words that are not there must not pass for none
        pieces.append(Piece(start, end, offset, width, _modifiers(prm, grouped) if prm else b""))
        parts.append(_padded(text, end - start))
    changed = any(piece.modifiers for piece in pieces)
    return Characters("".join(parts), tuple(pieces), tuple(piece.start for piece in pieces), changed)


def _broken_table() -> UnreadableDocument:
    return UnreadableDocument(
        "damaged",
        Text("Bảng mảnh của tệp Word bị hỏng.", "The piece table of the Word file is damaged."),
        Text("Mở bằng Word, lưu lại thành .docx.", "Open it in Word and save it as .docx."),
    )


def _padded(text: str, length: int) -> str:
    """Exactly `length` code units: a pair of surrogates that became one letter keeps its two places."""
    if len(text) == length:
        return text
    units = []
    for letter in text:
        units.append(letter)
        if ord(letter) > 0xFFFF:
            units.append("\x00")
    return "".join(units)[:length].ljust(length, "\x00")


def _piece_table(clx: bytes) -> tuple[bytes, list[bytes]]:
    """The table of pieces, and the groups of modifiers that its pieces name."""
    at = 0
    grouped: list[bytes] = []
    while at + 3 <= len(clx) and clx[at] == 1:  # Prc: properties of fast-saved pieces
        size = unpack_from("<H", clx, at + 1)[0]
        grouped.append(clx[at + 3 : at + 3 + size])
        at += 3 + size
    if at + 5 > len(clx) or clx[at] != 2:
        return b"", grouped
    length = unpack_from("<I", clx, at + 1)[0]
    return clx[at + 5 : at + 5 + length], grouped


def _modifiers(prm: int, grouped: list[bytes]) -> bytes:
    """What a Prm says ([MS-DOC] 2.9.214, 2.9.215): one small modifier in itself, or a group by its number."""
    if prm & 1:
        return grouped[prm >> 1] if prm >> 1 < len(grouped) else b""
    opcode = _SMALL.get(prm >> 1 & 0x7F)
    return b"" if opcode is None else bytes((opcode & 0xFF, opcode >> 8, prm >> 8))


_SMALL = {
    0x05: sprm.P_ALIGN_OLD, 0x09: sprm.P_PAGE_BREAK, 0x0C: sprm.P_LEVEL, 0x18: sprm.P_IN_TABLE, 0x19: sprm.P_ROW_END,
    0x41: sprm.C_DELETED, 0x42: sprm.C_INSERTED, 0x55: sprm.C_BOLD, 0x56: sprm.C_ITALIC, 0x5B: sprm.C_CAPS,
    0x5C: sprm.C_HIDDEN,
}
