"""The style sheet: name, modifiers and base of every style, inherited ones put together.

Source: [MS-DOC] 2.9.271 (STSH), 2.9.260 (STD), 2.9.261.
"""

from __future__ import annotations

from struct import unpack_from

from qmslint.api import NamedTuple


class Style(NamedTuple):
    """One style: modifiers of its bases first, its own last, so that a later one wins."""

    name: str = ""
    paragraph: bytes = b""
    character: bytes = b""


class _Raw(NamedTuple):
    name: str
    base: int
    paragraph: bytes
    character: bytes


def read_styles(stsh: bytes) -> list[Style]:
    """Every style by its index; a slot that is empty or damaged is an empty style."""
    if len(stsh) < 4:
        return []
    head = unpack_from("<H", stsh)[0]
    count, base_size = unpack_from("<HH", stsh, 2) if head >= 4 else (0, 10)
    raw: list[_Raw | None] = []
    at = 2 + head
    for _ in range(min(count, 4096)):
        if at + 2 > len(stsh):
            break
        size = unpack_from("<H", stsh, at)[0]
        raw.append(_style(stsh[at + 2 : at + 2 + size], base_size) if size else None)
        at += 2 + size + (size & 1)
    return [_inherited(raw, index) for index in range(len(raw))]


def _style(std: bytes, base_size: int) -> _Raw | None:
    if len(std) < base_size + 4 or base_size < 6:
        return None
    kind = unpack_from("<H", std, 2)[0] & 0x0F
    base = unpack_from("<H", std, 2)[0] >> 4
    parts = unpack_from("<H", std, 4)[0] & 0x0F
    length = unpack_from("<H", std, base_size)[0]
    name = std[base_size + 2 : base_size + 2 + 2 * length].decode("utf-16-le", "replace")
    at = base_size + 2 + 2 * (length + 1)
    modifiers = []
    for _ in range(parts):
        at += at & 1
        if at + 2 > len(std):
            break
        size = unpack_from("<H", std, at)[0]
        modifiers.append(std[at + 2 : at + 2 + size])
        at += 2 + size
    if kind == 1 and modifiers:  # paragraph: style index, then paragraph modifiers; then character modifiers
        return _Raw(name, base, modifiers[0][2:], modifiers[1] if len(modifiers) > 1 else b"")
    return _Raw(name, base, b"", modifiers[0] if kind == 2 and modifiers else b"")


def _inherited(raw: list[_Raw | None], index: int) -> Style:
    chain: list[_Raw] = []
    seen: set[int] = set()
    at = index
    while 0 <= at < len(raw) and at not in seen and len(chain) < 32:
        seen.add(at)
        style = raw[at]
        if style is None:
            break
        chain.append(style)
        at = style.base
    if not chain:
        return Style()
    chain.reverse()
    return Style(chain[-1].name, b"".join(s.paragraph for s in chain), b"".join(s.character for s in chain))


def read_fonts(sttb: bytes) -> list[str]:
    """Names of the fonts by index ([MS-DOC] 2.9.286 SttbfFfn, 2.9.80 FFN)."""
    fonts: list[str] = []
    if len(sttb) < 4:
        return fonts
    count = unpack_from("<H", sttb)[0]
    at = 4
    for _ in range(min(count, 4096)):
        if at >= len(sttb):
            break
        size = sttb[at]
        name = sttb[at + 40 : at + 1 + size].decode("utf-16-le", "replace").partition("\x00")[0]
        fonts.append(name)
        at += 1 + size
    return fonts
