"""Styles of an OpenDocument text: looks of words, properties of paragraphs, pages; inherited through parents.

Source: ODF 1.3, part 3, 16 (styles), 20 (formatting attributes).
"""

from __future__ import annotations

from typing import Any

from qmslint.api import NamedTuple
from qmslint.read.odf.names import FO, OFFICE, STYLE, TEXT, count


class Look(NamedTuple):
    """How words look; the first five as in Run."""

    bold: bool = False
    italic: bool = False
    caps: bool = False
    size: float = 0.0
    font: str = ""
    hidden: bool = False


class ParagraphStyle(NamedTuple):
    """What a paragraph's style says, parents included."""

    name: str = ""
    outline: int = 0
    alignment: str = ""
    page_break: bool = False
    list_style: str = ""
    master: str = ""  # the master page that begins with this paragraph


_ALIGNMENT = {"center": "center", "end": "right", "right": "right", "justify": "both"}
_LOOKED_AT = {
    FO + "font-weight": "bold", FO + "font-style": "italic", FO + "text-transform": "caps", FO + "font-size": "size",
    STYLE + "font-name": "font", FO + "font-family": "font", TEXT + "display": "hidden",
}


class Styles:
    """The styles of content.xml and styles.xml; what is asked for is resolved once."""

    def __init__(self, *roots: Any) -> None:
        self._styles: dict[tuple[str, str], Any] = {}
        self._default: Any = None
        self._fonts: dict[str, str] = {}
        self._looks: dict[tuple[str, ...], Look] = {}
        self._paragraphs: dict[str, ParagraphStyle] = {}
        self._general: dict[str, bool] = {}
        self._common: set[str] = set()
        self.lists: dict[str, Any] = {}
        self.outline: Any = None
        self.masters: dict[str, Any] = {}
        for root in roots:
            for part in root if root is not None else ():
                self._read(part)

    def _read(self, part: Any) -> None:
        for element in part:
            tag, name = element.tag, element.get(STYLE + "name", "")
            if tag == STYLE + "style":
                self._styles[element.get(STYLE + "family", ""), name] = element
                if part.tag == OFFICE + "styles":
                    self._common.add(name)
            elif tag == STYLE + "default-style" and element.get(STYLE + "family") == "paragraph":
                self._default = element
            elif tag == STYLE + "font-face":
                self._fonts[name] = next((v for k, v in element.items() if k.endswith("}font-family")), name).strip("'")
            elif tag == TEXT + "list-style":
                self.lists[name] = element
            elif tag == TEXT + "outline-style":
                self.outline = element
            elif tag == STYLE + "master-page":
                self.masters[name] = element

    def look(self, paragraph: str, *spans: str) -> Look:
        """The look of words inside these text styles, outer before inner, in a paragraph of this style."""
        key = (paragraph, *spans)
        known = self._looks.get(key)
        if known is None:
            values: dict[str, Any] = {}
            if self._default is not None:
                self._apply(values, self._default)
            for style in self._chain("paragraph", paragraph):
                self._apply(values, style)
            for span in spans:
                for style in self._chain("text", span):
                    self._apply(values, style)
            known = self._looks[key] = Look(**values)
        return known

    def paragraph(self, name: str) -> ParagraphStyle:
        """What the paragraph style of this name says."""
        known = self._paragraphs.get(name)
        if known is None:
            known = ParagraphStyle()
            for element in self._chain("paragraph", name):
                known = self._inherit(known, element)
            own = self._styles.get(("paragraph", name))
            master = own.get(STYLE + "master-page-name", "") if own is not None else ""
            known = self._paragraphs[name] = known._replace(master=master)
        return known

    def table_master(self, name: str) -> str:
        """The master page that begins with a table of this style."""
        element = self._styles.get(("table", name))
        return element.get(STYLE + "master-page-name", "") if element is not None else ""

    def table_hidden(self, name: str) -> bool:
        """Whether tables (sheets) of this style are not shown."""
        element = self._styles.get(("table", name))
        properties = element.find(STYLE + "table-properties") if element is not None else None
        return properties is not None and properties.get(_TABLE_DISPLAY) == "false"

    def cell_bold(self, name: str) -> bool:
        """Whether cells of this style are bold."""
        key = ("\0cell", name)
        known = self._looks.get(key)
        if known is None:
            values: dict[str, Any] = {}
            for style in self._chain("table-cell", name):
                self._apply(values, style)
            known = self._looks[key] = Look(**values)
        return known.bold

    def cell_general(self, name: str) -> bool:
        """Whether cells of this style show numbers without a format of their own."""
        known = self._general.get(name)
        if known is None:
            formats = [style.get(STYLE + "data-style-name") for style in self._chain("table-cell", name)]
            known = self._general[name] = all(one in (None, "N0") for one in formats)
        return known

    def _inherit(self, style: ParagraphStyle, element: Any) -> ParagraphStyle:
        name = element.get(STYLE + "name", "")
        if name in self._common or not style.name:
            style = style._replace(name=element.get(STYLE + "display-name") or name)
        level = element.get(STYLE + "default-outline-level")
        if level is not None:
            style = style._replace(outline=count(level, 0))
        lists = element.get(STYLE + "list-style-name")
        if lists is not None:
            style = style._replace(list_style=lists)
        properties = element.find(STYLE + "paragraph-properties")
        if properties is not None:
            align = properties.get(FO + "text-align")
            if align:
                style = style._replace(alignment=_ALIGNMENT.get(align, ""))
            before = properties.get(FO + "break-before")
            if before:
                style = style._replace(page_break=before == "page")
        return style

    def _chain(self, family: str, name: str) -> list[Any]:
        chain: list[Any] = []
        seen: set[str] = set()
        while name and name not in seen and len(chain) < 64:
            seen.add(name)
            element = self._styles.get((family, name))
            if element is None:
                break
            chain.append(element)
            name = element.get(STYLE + "parent-style-name", "")
        return chain[::-1]

    def _apply(self, values: dict[str, Any], style: Any) -> None:
        properties = style.find(STYLE + "text-properties")
        for key, value in properties.items() if properties is not None else ():
            field = _LOOKED_AT.get(key)
            if field == "bold":
                values[field] = value == "bold" or (value.isdigit() and len(value) < 5 and int(value) >= 600)
            elif field == "italic":
                values[field] = value in ("italic", "oblique")
            elif field == "caps":
                values[field] = value == "uppercase"
            elif field == "hidden":
                values[field] = value == "none"
            elif field == "size":
                values[field] = _points(value, values.get(field, 0.0))
            elif field == "font":
                values[field] = self._fonts.get(value, value.strip("'"))


_TABLE_DISPLAY = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}display"


def _points(value: str, before: float) -> float:
    number = value.rstrip("ptin%cm")
    try:
        size = float(number)
    except ValueError:
        return before
    if not 0 < size < 10_000:
        return before
    if value.endswith("%"):
        return round(before * size / 100, 1)
    return round(size * {"in": 72.0, "cm": 28.3465, "mm": 2.83465}.get(value[-2:], 1.0), 1)
