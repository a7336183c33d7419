"""Styles: the look of runs and the properties of paragraphs, inherited through bases and document defaults.

Source: ISO/IEC 29500-1, 17.7 (styles), 17.3.2 (run properties), 17.3.1 (paragraph properties).
"""

from __future__ import annotations

from typing import Any

from qmslint.api import NamedTuple
from qmslint.read.docx.interning import Interner
from qmslint.read.docx.names import MARK, W, on, val
from qmslint.read.symbols import is_symbolic

# Made once: a name put together at each comparison costs more than the comparison.
(
    _STYLE, _STYLE_ID, _TYPE, _DEFAULT, _DOC_DEFAULTS, _R_FONTS, _ASCII, _H_ANSI, _R_STYLE, _VAL, _R_PR, _NAME,
    _P_PR, _NUM_PR, _NUM_ID, _ILVL, _OUTLINE_LVL, _JC, _PAGE_BREAK_BEFORE, _BASED_ON, _SZ,
) = (W + name for name in (
    "style", "styleId", "type", "default", "docDefaults", "rFonts", "ascii", "hAnsi", "rStyle", "val", "rPr",
    "name", "pPr", "numPr", "numId", "ilvl", "outlineLvl", "jc", "pageBreakBefore", "basedOn", "sz",
))


class Look(NamedTuple):
    """How a run looks."""

    bold: bool = False
    italic: bool = False
    caps: bool = False
    size: float = 0.0
    font: str = ""
    hidden: bool = False
    symbolic: bool = False  # in a symbol font


class ParagraphStyle(NamedTuple):
    """What a paragraph style says, bases included."""

    name: str = ""
    number: tuple[str, int] | None = None  # (numId, level)
    outline: int = 0
    alignment: str = ""
    page_break: bool = False


_VANISH = W + "vanish"
_TOGGLES = {W + "b": "bold", W + "i": "italic", W + "caps": "caps", _VANISH: "hidden"}
_SWITCHES = tuple(_TOGGLES.values())
_ALIGNMENT = {"center": "center", "right": "right", "end": "right", "both": "both", "distribute": "both"}


class Styles:
    """The style sheet of one document; what is asked for is resolved once."""

    def __init__(self, root: Any, interner: Interner) -> None:
        self._interner = interner
        self._marked: dict[tuple[str, str], Look] = {}
        self._styles: dict[str, Any] = {}
        self._default = ""
        self._defaults: dict[str, Any] = {}
        self._looks: dict[tuple[str, str, tuple[tuple[str, str], ...]], Look] = {}
        self._paragraphs: dict[str, ParagraphStyle] = {}
        self._layers: dict[str, dict[str, Any]] = {}
        self._hiding = root is not None and next(root.iter(_VANISH), None) is not None
        if root is None:
            return
        for element in root:
            if element.tag == _STYLE:
                identifier = element.get(_STYLE_ID, "")
                self._styles[identifier] = element
                if element.get(_TYPE) == "paragraph" and element.get(_DEFAULT) in ("1", "true", "on"):
                    self._default = identifier
            elif element.tag == _DOC_DEFAULTS:
                properties = element.find(f"{W}rPrDefault/{W}rPr")
                if properties is not None:
                    self._apply(self._defaults, properties)

    def look(self, paragraph: str, properties: Any) -> Look:
        """The look of a run with these properties (rPr or None) in a paragraph of this style."""
        mark = None if properties is None else properties.get(MARK)
        return self._look_of(paragraph, properties) if mark is None else self.marked(paragraph, mark)

    def hides(self, paragraph: str, properties: Any) -> bool:
        """Whether a run of this kind is hidden. Few documents hide anything: the look is asked for only then."""
        if not self._hiding and (properties is None or properties.find(_VANISH) is None):
            return False
        return self.look(paragraph, properties).hidden

    def marked(self, paragraph: str, mark: str) -> Look:
        """The look of a run whose properties were replaced by the number `mark`."""
        known = self._marked.get((paragraph, mark))
        if known is None:
            known = self._marked[paragraph, mark] = self._look_of(paragraph, self._interner.block(mark))
        return known

    def _look_of(self, paragraph: str, properties: Any) -> Look:
        signature: list[tuple[str, str]] = []
        character = ""
        for child in properties if properties is not None else ():
            tag = child.tag
            if tag == _R_FONTS:
                signature.append((tag, child.get(_H_ANSI) or child.get(_ASCII) or ""))
            elif tag == _R_STYLE:
                character = val(child)
            elif tag in _LOOKED_AT:
                value = child.get(_VAL)
                signature.append((tag, "1" if value is None else value))
        key = (paragraph, character, tuple(signature))
        look = self._looks.get(key)
        if look is None:
            look = self._looks[key] = self._resolved(*key)
        return look

    def _resolved(self, paragraph: str, character: str, signature: tuple[tuple[str, str], ...]) -> Look:
        values = dict(self._defaults)
        layers = self._layer(paragraph or self._default), self._layer(character)
        for layer in layers:
            values.update((name, value) for name, value in layer.items() if name not in _SWITCHES)
        for name in _SWITCHES:  # said by paragraph and character style at once, a switch is off again (17.7.3)
            values[name] = self._defaults.get(name, False) or layers[0].get(name, False) != layers[1].get(name, False)
        for tag, value in signature:
            _set(values, tag, value)
        return Look(**values, symbolic=is_symbolic(values.get("font", "")))

    def _layer(self, identifier: str) -> dict[str, Any]:
        """What a style and its bases say of runs."""
        layer = self._layers.get(identifier)
        if layer is None:
            layer = self._layers[identifier] = {}
            for style in self._chain(identifier):
                properties = style.find(_R_PR)
                if properties is not None:
                    self._apply(layer, properties)
        return layer

    def paragraph(self, identifier: str) -> ParagraphStyle:
        """What the paragraph style says; the default style where none is named."""
        identifier = identifier or self._default
        known = self._paragraphs.get(identifier)
        if known is None:
            known = self._paragraphs[identifier] = self._read_paragraph(identifier)
        return known

    def _read_paragraph(self, identifier: str) -> ParagraphStyle:
        style = ParagraphStyle()
        number: list[Any] = [None, 0]
        for element in self._chain(identifier):
            name = element.find(_NAME)
            style = style._replace(name=val(name) if name is not None else identifier)
            properties = element.find(_P_PR)
            if properties is None:
                continue
            for child in properties:
                style = self._paragraph_property(style, child, number)
        if number[0] is not None:
            style = style._replace(number=(number[0], number[1]))
        return style

    def _paragraph_property(self, style: ParagraphStyle, child: Any, number: list[Any]) -> ParagraphStyle:
        tag = child.tag
        if tag == _NUM_PR:
            identifier, level = child.find(_NUM_ID), child.find(_ILVL)
            if identifier is not None:
                number[0] = val(identifier)
            if level is not None:
                number[1] = _int(val(level))
        elif tag == _OUTLINE_LVL:
            level_number = _int(val(child))
            return style._replace(outline=level_number + 1 if level_number < 9 else 0)
        elif tag == _JC:
            return style._replace(alignment=_ALIGNMENT.get(val(child), ""))
        elif tag == _PAGE_BREAK_BEFORE:
            return style._replace(page_break=on(child))
        return style

    def _chain(self, identifier: str) -> list[Any]:
        chain: list[Any] = []
        seen: set[str] = set()
        while identifier in self._styles and identifier not in seen and len(chain) < 64:
            seen.add(identifier)
            element = self._styles[identifier]
            chain.append(element)
            base = element.find(_BASED_ON)
            identifier = val(base) if base is not None else ""
        return chain[::-1]

    def _apply(self, values: dict[str, Any], properties: Any) -> None:
        for child in properties:
            if child.tag in _LOOKED_AT:
                if child.tag == _R_FONTS:
                    _set(values, child.tag, child.get(_H_ANSI) or child.get(_ASCII) or "")
                else:
                    value = child.get(_VAL)
                    _set(values, child.tag, "1" if value is None else value)


def _set(values: dict[str, Any], tag: str, value: str) -> None:
    if tag in _TOGGLES:
        values[_TOGGLES[tag]] = value not in ("0", "false", "off", "none")
    elif tag == _SZ:
        values["size"] = _int(value) / 2
    elif tag == _R_FONTS and value:
        values["font"] = value


def _int(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0


_LOOKED_AT = frozenset((*_TOGGLES, W + "sz", W + "rFonts", W + "rStyle"))
