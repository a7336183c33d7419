"""Form fields: whether a box is ticked, which entry of a list is chosen.

Source: [MS-DOC] 2.9.157 (NilPICFAndBinData), 2.9.78 (FFData), 2.9.79 (FFDataBits).
"""

from __future__ import annotations

from struct import error, unpack_from

_CHECKBOX, _DROPDOWN = 1, 2
_DEFAULT = 25  # iRes: the state is the one that wDef says


def drawn_form(instruction: str, data: bytes, at: int, result: bool) -> str:
    """What a form field shows for which no result is stored. `at`: where its data stand in the Data stream."""
    kind = instruction.strip().partition(" ")[0].upper()
    if kind not in ("FORMCHECKBOX", "FORMDROPDOWN"):
        return ""
    try:
        state, entries = _form(data, at)
    except (error, IndexError):
        state, entries = 0, []
    if kind == "FORMCHECKBOX":
        return "☒" if state == 1 else "☐"
    return entries[state] if not result and state < len(entries) else ""


def _form(data: bytes, at: int) -> tuple[int, list[str]]:
    """State (1 = ticked; the chosen entry) and entries of one field."""
    at += unpack_from("<H", data, at + 4)[0]  # cbHeader: the binary data follow the header
    version, bits = unpack_from("<IH", data, at)
    if version != 0xFFFFFFFF:
        return 0, []
    kind, state = bits & 0x03, bits >> 2 & 0x1F
    at += 10  # version, bits, cch, hps
    name = unpack_from("<H", data, at)[0]
    at += 2 + 2 * (name + 1)
    if kind not in (_CHECKBOX, _DROPDOWN):
        return 0, []
    default = unpack_from("<H", data, at)[0]
    at += 2
    if state == _DEFAULT:
        state = default
    return state, _entries(data, at) if kind == _DROPDOWN else []


def _entries(data: bytes, at: int) -> list[str]:
    """The entries of a list, behind five further strings of the field."""
    for _ in range(5):
        at += 2 + 2 * (unpack_from("<H", data, at)[0] + 1)
    marker, count, extra = unpack_from("<HHH", data, at)
    if marker != 0xFFFF:
        return []
    at += 6
    if unpack_from("<H", data, at)[0] == 0:  # some write the count with four bytes
        at += 2
    entries = []
    for _ in range(min(count, 100)):
        length = unpack_from("<H", data, at)[0]
        entries.append(data[at + 2 : at + 2 + 2 * length].decode("utf-16-le", "replace"))
        at += 2 + 2 * length + extra
    return entries
