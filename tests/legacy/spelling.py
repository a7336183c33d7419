"""Unicode Vietnamese written in the old encodings, for tests: the way back of each table."""

from __future__ import annotations

import re
import unicodedata

from qmslint.legacy.codecs import tcvn3_table, vni_table, vps_table

SMALL = "ăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
LETTERS = SMALL + SMALL.upper()
FONTS = {"tcvn3": ".VnTime", "vni": "VNI-Times", "vps": "VPS Times"}
CODECS = ("tcvn3", "vni", "vps", "1258", "viqr")
VPS_HAS_NOT = "ẠẶẨẪẬẸỀỂỄỆỊỌỒỔỐỘỢỤỮỰỴ"  # capitals at places that no document keeps
_TONES = "\u0301\u0300\u0309\u0303\u0323"
_VIQR = dict(zip(_TONES + "\u0302\u0306\u031b", "'`?~.^(+", strict=True))


def written(text: str, codec: str) -> str:
    """`text` as it stood in the old encoding. TCVN3 has no capitals with tones: its small letters stand for them."""
    if codec == "tcvn3":
        keys = {letter: key for key, letter in tcvn3_table().items()}
        return "".join(keys.get(c) or keys.get(c.lower(), c) for c in text)
    if codec == "1258":
        return "".join(_apart(c) for c in text).encode("cp1258", "replace").decode("cp1252", "replace")
    if codec == "viqr":
        return "".join(_marked(c) for c in text)
    keys = {}
    for key, letter in vni_table().items() if codec == "vni" else reversed(vps_table().items()):
        keys.setdefault(letter, key)
    return "".join(keys.get(c, c) for c in text)


def _apart(letter: str) -> str:
    """The letter with its tone behind it, as Windows-1258 has it."""
    marks = unicodedata.normalize("NFD", letter)
    tone = "".join(mark for mark in marks[1:] if mark in _TONES)
    return unicodedata.normalize("NFC", marks[0] + "".join(mark for mark in marks[1:] if mark not in _TONES)) + tone


def _marked(letter: str) -> str:
    if letter in "đĐ":
        return "dd" if letter == "đ" else "DD"
    marks = unicodedata.normalize("NFD", letter)
    shape = "".join(_VIQR[mark] for mark in marks[1:] if mark not in _TONES)
    return marks[0] + shape + "".join(_VIQR[mark] for mark in marks[1:] if mark in _TONES)


def kept(text: str, codec: str) -> str:
    """`text` as a document with it is read: the capitals with tones of TCVN3 are small, save in words of capitals."""
    if codec != "tcvn3":
        return text
    words = re.split(r"(\W+)", without_capitals(text))
    return "".join(word.upper() if len(re.findall("[A-Z]", word)) > 1 and not re.search("[a-z]", word) else word
                   for word in words)


def without_capitals(text: str) -> str:
    """`text` as TCVN3 brings it back: capitals with tones are small."""
    keys = tcvn3_table().values()
    return "".join(c if c in keys else c.lower() if c.lower() in keys else c for c in text)
