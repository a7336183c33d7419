"""Text in the fonts of before Unicode, TCVN3 (ABC) and VNI: told by its letters and its font, decoded for a preview.

Font names alone prove nothing: `.VnTime` often stands on text that is Unicode already. Letters alone must be many.
"""

from __future__ import annotations

import unicodedata
from functools import cache

from qmslint.extract.patterns import late

# TCVN 5712:1993 (TCVN3), the bytes as Latin-1 shows them, and the letters they print in a .Vn font.
_TCVN3_KEYS = "¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ¡¢£¤¥¦§"
_TCVN3_LETTERS = "ăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵĂÂÊÔƠƯĐ"
_TCVN3 = str.maketrans(_TCVN3_KEYS, _TCVN3_LETTERS)

# Signs that Vietnamese in Unicode has no use for inside a word: đ begins one, ă and â never end one.
_TCVN3_SIGN = late(r"(?<=[A-Za-zÀ-ÿ])(?:[ª«¬\u00adµ¶·¸¹»¼½¾]|[¨©](?=[A-Za-z]))|®(?=[A-Za-z\xa1-\xff])|§(?=[¨-ÿ])")

# VNI: a plain vowel and behind it a letter that prints as its marks.
_VNI_MARKS = {
    "ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323",
    "â": "\u0302", "á": "\u0302\u0301", "à": "\u0302\u0300", "å": "\u0302\u0309", "ã": "\u0302\u0303",
    "ä": "\u0302\u0323", "ê": "\u0306", "é": "\u0306\u0301", "è": "\u0306\u0300", "ú": "\u0306\u0309",
    "ü": "\u0306\u0303", "ë": "\u0306\u0323",
}
_VNI_SINGLE = {"ñ": "đ", "Ñ": "Đ", "ô": "ơ", "Ô": "Ơ", "ö": "ư", "Ö": "Ư", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
_VNI_PAIR = late("([aAeEoOuUyY])([ùøûõïâáàåãäêéèúüë])|([ôÔöÖ])([ùøûõï])", 2)
_VNI_SIGN = late("[aeoy][øûï]|[aeo]ù|[ôö][ùøûõï]|[aeo]õ(?=[a-z ])|ñ[aeiouyö]", 2)

# Letters that only Vietnamese in Unicode has: where they stand the text needs no decoding.
_UNICODE = late("[ăĂơƠưƯđĐĩĨũŨ\u1ea0-\u1ef9\u0300-\u0303\u0309\u0323]")


def looks_tcvn3(text: str, font: str) -> int:
    """How many letters of `text` speak for TCVN3; 0 when it is Unicode. A `.Vn` font makes one of them enough."""
    if _UNICODE.search(text):
        return 0
    signs = len(_TCVN3_SIGN.findall(text))
    return signs if signs >= (1 if font.lower().startswith(".vn") else 2) else 0


def looks_vni(text: str, font: str) -> int:
    """The same for VNI; without the font it takes three."""
    if _UNICODE.search(text):
        return 0
    signs = len(_VNI_SIGN.findall(text))
    return signs if signs >= (1 if font.lower().startswith("vni") else 3) else 0


def from_tcvn3(text: str, font: str = "") -> str:
    """`text` in Unicode. Fonts whose name ends in H print capitals only."""
    decoded = text.translate(_TCVN3)
    return decoded.upper() if font.lower().startswith(".vn") and font.endswith("H") else decoded


def from_vni(text: str) -> str:
    """`text` in Unicode."""

    def pair(match: object) -> str:
        base, mark = match.group(1), match.group(2)  # type: ignore[attr-defined]
        if base is None:
            base, mark = _VNI_SINGLE[match.group(3)], match.group(4)  # type: ignore[attr-defined]
        return unicodedata.normalize("NFC", base + _VNI_MARKS[mark.lower()])

    decoded = _VNI_PAIR.sub(pair, text)
    return decoded.translate(_single())


@cache
def _single() -> dict[int, str]:
    return str.maketrans(_VNI_SINGLE)
