"""Symbol fonts: which Unicode letter a code of Symbol, Wingdings or Webdings shows.

These fonts have pictures at the places of Latin letters; Word stores the code itself or the code + U+F000.
Source: the tables of Unicode, Inc. for Symbol, and the named symbols of Unicode 7.0 for Wingdings.
"""

from __future__ import annotations

import re

_SYMBOL = dict(zip(
    (*range(0x20, 0x7F), *range(0xA0, 0xFF)),
    " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
    "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪\uf8ff〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭",
    strict=True,
))
_WINGDINGS = {
    0x20: " ", 0x21: "✏", 0x22: "✂", 0x28: "☎", 0x29: "✆", 0x2A: "✉", 0x36: "⌛", 0x3F: "✍", 0x41: "✌", 0x46: "☞",
    0x4A: "☺", 0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x70: "□", 0x71: "❑", 0x72: "❒", 0x73: "⬧", 0x74: "⧫",
    0x75: "◆", 0x76: "❖", 0x78: "☒", 0x80: "⓪", 0x81: "①", 0x82: "②", 0x83: "③", 0x84: "④", 0x85: "⑤", 0x86: "⑥",
    0x87: "⑦", 0x88: "⑧", 0x89: "⑨", 0x8A: "⑩", 0x8C: "❶", 0x8D: "❷", 0x8E: "❸", 0x8F: "❹", 0x90: "❺", 0x91: "❻",
    0x92: "❼", 0x93: "❽", 0x94: "❾", 0x95: "❿", 0x9E: "·", 0x9F: "•", 0xA0: "▪", 0xA1: "○", 0xA4: "◉", 0xA7: "▪",
    0xA8: "◻", 0xAB: "★", 0xAC: "✶", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xEF: "⇦",
    0xF0: "⇨", 0xF1: "⇧", 0xF2: "⇩", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}
_WINGDINGS_2 = {0x20: " ", 0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "□", 0x97: "●"}
_WEBDINGS = {0x20: " ", 0x61: "✔", 0x63: "□", 0x67: "■", 0x72: "✖"}
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "webdings": _WEBDINGS}


_MASKED = re.compile("[\uf020-\uf0ff]+")


def is_symbolic(font: str) -> bool:
    """Whether a font shows signs at the places of letters."""
    return font.lower() in _FONTS


def unmasked(text: str, font: str) -> str:
    """Text in a symbol font as it looks: its letters of the private area (U+F020…) are signs of the font."""
    if not is_symbolic(font):
        return text
    return _MASKED.sub(lambda match: "".join([symbol(font, ord(letter)) for letter in match[0]]), text)


def symbol(font: str, code: int) -> str:
    """The letter that `code` shows in `font`; the code as it stands where the font is unknown, "" for no letter."""
    table = _FONTS.get(font.lower())
    if table is not None and (code < 0x100 or 0xF000 <= code < 0xF100):
        known = table.get(code & 0xFF)
        return known if known is not None else chr(0xF000 | code & 0xFF)
    return chr(code) if 0x20 <= code < 0xD800 or 0xE000 <= code < 0x110000 else ""
