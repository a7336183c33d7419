"""How characters look: the modifiers of style and run put together, once for each combination."""

from __future__ import annotations

from qmslint.api import NamedTuple
from qmslint.read.doc import sprm
from qmslint.read.doc.styles import Modifiers, Styles
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
    location: int = -1  # where the data of a picture or form field stand


_TOGGLES = {sprm.C_BOLD: "bold", sprm.C_ITALIC: "italic", sprm.C_CAPS: "caps", sprm.C_HIDDEN: "hidden"}
_FLAGS = {sprm.C_SPECIAL: "special", sprm.C_DELETED: "deleted", sprm.C_INSERTED: "inserted"}


class Looks:
    """Looks by (paragraph style, run modifiers), remembered."""

    def __init__(self, styles: Styles, fonts: list[str]) -> None:
        self._styles = styles
        self._fonts = fonts
        self._known: dict[tuple[int, bytes], Look] = {}

    def look(self, style: int, modifiers: bytes) -> Look:
        """The look of characters with these modifiers in a paragraph of this style."""
        key = (style, modifiers)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._put_together(style, modifiers)
        return known

    def _put_together(self, style: int, modifiers: bytes) -> Look:
        values: dict[str, object] = {}
        self._apply(values, self._styles.character(style), {})
        base = dict(values)
        own = tuple(sprm.prls(modifiers))
        for opcode, operand in own:
            if opcode == sprm.C_STYLE:
                self._apply(values, self._styles.character(sprm.number(operand)), base)
        self._apply(values, own, base)
        return Look(**values, symbolic=is_symbolic(str(values.get("font", ""))))  # type: ignore[arg-type]

    def _apply(self, values: dict[str, object], modifiers: Modifiers, base: dict[str, object]) -> None:
        for opcode, operand in modifiers:
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
