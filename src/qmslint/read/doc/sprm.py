"""Single property modifiers: the small instructions by which Word says how characters, paragraphs and rows look.

Source: [MS-DOC] 2.2.5 (Prl, Sprm, spra), 2.6.
"""

from __future__ import annotations

from collections.abc import Iterator

_SIZES = (1, 1, 2, 4, 2, 2, 0, 3)  # by spra; 6 = the length stands in the first byte

# Paragraphs
P_STYLE, P_IN_TABLE, P_ROW_END, P_DEPTH = 0x4600, 0x2416, 0x2417, 0x6649
P_INNER_CELL, P_INNER_ROW_END = 0x244B, 0x244C
P_LEVEL, P_LIST, P_ALIGN, P_ALIGN_OLD, P_PAGE_BREAK, P_OUTLINE = 0x260A, 0x460B, 0x2461, 0x2403, 0x2407, 0x2640
P_HUGE, P_HUGE_OLD = 0x6646, 0x6645
# Characters
C_DELETED, C_INSERTED, C_BOLD, C_ITALIC, C_SMALL_CAPS = 0x0800, 0x0801, 0x0835, 0x0836, 0x083A
C_CAPS, C_HIDDEN, C_SPECIAL, C_OBJECT = 0x083B, 0x083C, 0x0855, 0x080A
C_SIZE, C_FONT, C_STYLE, C_PICTURE, C_SYMBOL = 0x4A43, 0x4A4F, 0x4A30, 0x6A03, 0x6A09
# Rows and sections
T_DEFINITION, T_VERTICAL_MERGE = 0xD608, 0xD62B
S_TITLE_PAGE, S_BREAK = 0x300A, 0x3009


def prls(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Each (opcode, operand) of a grpprl; stops at the first that does not fit."""
    at, end = 0, len(data)
    while at + 2 <= end:
        opcode = data[at] | data[at + 1] << 8
        at += 2
        size = _SIZES[opcode >> 13]
        if size == 0:
            if opcode == T_DEFINITION:
                if at + 2 > end:
                    return
                size = (data[at] | data[at + 1] << 8) + 1
            elif opcode == 0xC615 and at < end and data[at] == 255:
                size = _changed_tabs(data, at)
            elif at < end:
                size = data[at] + 1
            else:
                return
        if at + size > end:
            return
        yield opcode, data[at : at + size]
        at += size


def _changed_tabs(data: bytes, at: int) -> int:
    """The length of sprmPChgTabs when it is too long for its own length byte (2.6.2)."""
    if at + 1 >= len(data):
        return 1
    removed = 1 + 4 * data[at + 1]
    if at + 1 + removed >= len(data):
        return len(data)
    return 1 + removed + 1 + 3 * data[at + 1 + removed]


def number(operand: bytes) -> int:
    """The operand as an unsigned number."""
    return int.from_bytes(operand[:4], "little")
