"""Sections: where each ends, whether its first page has a header of its own.

Source: [MS-DOC] 2.8.26 (PlcfSed), 2.9.243 (Sed), 2.9.245 (Sepx).
"""

from __future__ import annotations

from struct import unpack_from

from qmslint.api import NamedTuple
from qmslint.read.doc import sprm


class Section(NamedTuple):
    """One section: its number from 1, the position after its last character."""

    number: int
    end: int
    title_page: bool
    continuous: bool = False  # begins on the page on which the section before ends


def read_sections(plc: bytes, word: bytes) -> tuple[Section, ...]:
    """Every section in order."""
    count = (len(plc) - 4) // 16
    if count < 1:
        return (Section(1, 1 << 31, False),)
    positions = unpack_from(f"<{count + 1}I", plc)
    sections = []
    for i in range(count):
        offset = unpack_from("<I", plc, 4 * (count + 1) + 12 * i + 2)[0]
        title_page = continuous = False
        if offset != 0xFFFFFFFF and offset + 2 <= len(word):
            size = unpack_from("<H", word, offset)[0]
            for opcode, operand in sprm.prls(word[offset + 2 : offset + 2 + size]):
                if opcode == sprm.S_TITLE_PAGE:
                    title_page = bool(operand[0])
                elif opcode == sprm.S_BREAK:
                    continuous = operand[0] in (0, 1)
        sections.append(Section(i + 1, positions[i + 1], title_page, continuous))
    return tuple(sections)
