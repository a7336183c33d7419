"""What a group of an RTF file remembers: look, paragraph, destination; and the tables of fonts and styles."""

from __future__ import annotations

from copy import copy

from qmslint.api import NamedTuple

_CHARSETS = {
    0: "cp1252", 77: "mac-roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "big5", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}
SYMBOL = 2


class Font(NamedTuple):
    """A font: its name, and how its bytes are to be read ("" = as the file says)."""

    name: str = ""
    codec: str = ""
    symbol: bool = False


class Style(NamedTuple):
    """A paragraph style: its name and the level of its headings (0 = none)."""

    name: str = ""
    level: int = 0


class State:
    """The properties in force; each group starts with a copy of those around it."""

    __slots__ = (
        "alignment", "bold", "caps", "deleted", "depth", "destination", "font", "hidden", "in_table", "italic", "level",
        "page_break", "revised", "size", "skip_after_unicode", "style",
    )

    def __init__(self, font: int = 0) -> None:
        self.destination = "text"
        self.skip_after_unicode = 1
        self.plain(font)
        self.paragraph()

    def plain(self, font: int) -> None:
        """Look of words as nothing is said."""
        self.bold = self.italic = self.caps = self.hidden = self.deleted = self.revised = False
        self.size = 12.0
        self.font = font

    def paragraph(self) -> None:
        """Paragraph as nothing is said."""
        self.alignment = ""
        self.in_table = False
        self.depth = 0
        self.style = 0
        self.level = -1
        self.page_break = False

    def inner(self) -> State:
        """The state of a group inside."""
        return copy(self)


def codec_of_charset(number: int) -> str:
    """The codec of a font's charset, "" where the code page of the file rules."""
    return _CHARSETS.get(number, "")


def codec_of_page(number: int) -> str:
    """The codec of a code page, Western where it is unknown."""
    from codecs import lookup

    try:
        return lookup({0: "cp1252", 10000: "mac-roman", 65001: "utf-8"}.get(number, f"cp{number}")).name
    except LookupError:
        return "cp1252"
