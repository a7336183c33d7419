"""How characters look: the modifiers of style and run put together, once for each combination."""

from __future__ import annotations

from collections.abc import Iterable

from qmslint.api import NamedTuple
from qmslint.read.doc import sprm
from qmslint.read.doc.styles import Styles
from qmslint.read.symbols import is_symbolic, symbol


class Look(NamedTuple):
    """The look of a stretch of characters, and what is special about them."""

    bold: bool = False
    italic: bool = False
    caps: bool = False
    size: float = 0.0
    font: str = ""
    hidden: bool = False
    special: bool = False
    deleted: bool = False
    inserted: bool = False
    picture: bool = False
    symbol: str = ""
    symbolic: bool = False  # in a symbol font
    plain: bool = True  # shown as it stands: neither hidden nor changed, no symbol
    location: int = -1  # where the data of a picture or form field stand


_TOGGLES = {sprm.C_BOLD: "bold", sprm.C_ITALIC: "italic", sprm.C_CAPS: "caps", sprm.C_HIDDEN: "hidden"}
_NOT_PLAIN = ("hidden", "deleted", "inserted", "symbol", "symbolic")
_LOOKED_AT = frozenset((
    sprm.C_BOLD, sprm.C_ITALIC, sprm.C_CAPS, sprm.C_HIDDEN, sprm.C_SPECIAL, sprm.C_DELETED, sprm.C_INSERTED,
    sprm.C_STYLE, sprm.C_SIZE, sprm.C_FONT, sprm.C_PICTURE, sprm.C_OBJECT, sprm.C_SYMBOL,
))
_FLAGS = {sprm.C_SPECIAL: "special", sprm.C_DELETED: "deleted", sprm.C_INSERTED: "inserted"}


class Looks:
    """Looks by (paragraph style, run modifiers), remembered."""

    def __init__(self, styles: Styles, fonts: list[str]) -> None:
        self._styles = styles
        self._fonts = fonts
        self.known: dict[tuple[int, bytes], Look] = {}  # those put together so far; asked first where it matters
        self._bases: dict[int, dict[str, object]] = {}

    def look(self, style: int, modifiers: bytes) -> Look:
        """The look of characters with these modifiers in a paragraph of this style."""
        key = (style, modifiers)
        known = self.known.get(key)
        if known is None:
            known = self.known[key] = self._put_together(style, modifiers)
        return known

    def _put_together(self, style: int, modifiers: bytes) -> Look:
        base = self._bases.get(style)
        if base is None:
            base = self._bases[style] = {}
            self._apply(base, self._styles.character(style), {})
        values = dict(base)
        own = [prl for prl in sprm.prls(modifiers) if prl[0] in _LOOKED_AT]
        for opcode, operand in own:
            if opcode == sprm.C_STYLE:
                self._apply(values, self._styles.character(sprm.number(operand)), base)
        self._apply(values, own, base)
        values["symbolic"] = is_symbolic(str(values.get("font", "")))
        values["plain"] = not any(map(values.get, _NOT_PLAIN))
        return Look(**values)  # type: ignore[arg-type]

    def _apply(
        self, values: dict[str, object], modifiers: Iterable[tuple[int, bytes]], base: dict[str, object]
    ) -> None:
        for opcode, operand in modifiers:
            if opcode not in _LOOKED_AT:
                continue
            if opcode in _TOGGLES:
                values[_TOGGLES[opcode]] = _toggled(operand[0], bool(base.get(_TOGGLES[opcode])))
            elif opcode in _FLAGS:
                values[_FLAGS[opcode]] = bool(operand[0])
            elif opcode == sprm.C_SIZE:
                values["size"] = sprm.number(operand) / 2
            elif opcode == sprm.C_FONT:
                values["font"] = self._font(sprm.number(operand))
            elif opcode == sprm.C_PICTURE:
                values["picture"] = True
                values["location"] = sprm.number(operand)
            elif opcode == sprm.C_OBJECT:
                values["picture"] = bool(operand[0]) or values.get("picture", False)
            elif opcode == sprm.C_SYMBOL and len(operand) == 4:
                code = int.from_bytes(operand[2:4], "little")
                values["symbol"] = symbol(self._font(int.from_bytes(operand[:2], "little")), code)

    def _font(self, index: int) -> str:
        return self._fonts[index] if index < len(self._fonts) else ""


def _toggled(value: int, style: bool) -> bool:
    # 0x80: as the style says; 0x81: the opposite ([MS-DOC] 2.2.5.1 ToggleOperand)
    if value == 0x80:
        return style
    return not style if value == 0x81 else bool(value)
