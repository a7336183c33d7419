"""The style sheet: name, modifiers and base of a style, inherited ones put together.

Source: [MS-DOC] 2.9.271 (STSH), 2.9.260 (STD), 2.9.261.
"""

from __future__ import annotations

from struct import unpack_from

from qmslint.api import NamedTuple
from qmslint.read.doc.sprm import prls


class _Raw(NamedTuple):
    name: str
    base: int
    paragraph: bytes
    character: bytes


Modifiers = tuple[tuple[int, bytes], ...]


class Styles:
    """The styles of one file by index; a slot that is empty or damaged is an empty style. Read when first used."""

    def __init__(self, stsh: bytes) -> None:
        self._sources: list[bytes] = []
        self._base_size = 10
        self._raw: dict[int, _Raw | None] = {}
        self._paragraphs: dict[int, Modifiers] = {}
        self._characters: dict[int, Modifiers] = {}
        if len(stsh) < 4:
            return
        head = unpack_from("<H", stsh)[0]
        count, self._base_size = unpack_from("<HH", stsh, 2) if head >= 4 else (0, 10)
        at = 2 + head
        for _ in range(min(count, 4096)):
            if at + 2 > len(stsh):
                break
            size = unpack_from("<H", stsh, at)[0]
            self._sources.append(stsh[at + 2 : at + 2 + size])
            at += 2 + size + (size & 1)

    def name(self, index: int) -> str:
        """The name of a style."""
        raw = self._style(index)
        return raw.name if raw is not None else ""

    def paragraph(self, index: int) -> Modifiers:
        """The paragraph modifiers of a style: those of its bases first, its own last, so that a later one wins."""
        known = self._paragraphs.get(index)
        if known is None:
            joined = b"".join(raw.paragraph for raw in self._chain(index))
            known = self._paragraphs[index] = tuple(prls(joined))
        return known

    def character(self, index: int) -> Modifiers:
        """The character modifiers of a style, in the same order."""
        known = self._characters.get(index)
        if known is None:
            joined = b"".join(raw.character for raw in self._chain(index))
            known = self._characters[index] = tuple(prls(joined))
        return known

    def _style(self, index: int) -> _Raw | None:
        if index not in self._raw:
            source = self._sources[index] if 0 <= index < len(self._sources) else b""
            self._raw[index] = _style(source, self._base_size)
        return self._raw[index]

    def _chain(self, index: int) -> list[_Raw]:
        chain: list[_Raw] = []
        seen: set[int] = set()
        while index not in seen and len(chain) < 32:
            seen.add(index)
            style = self._style(index)
            if style is None:
                break
            chain.append(style)
            index = style.base
        return chain[::-1]


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
