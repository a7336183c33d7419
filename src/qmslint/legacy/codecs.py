"""The old ways of writing, each as a table: what stands in the file → the letter of Unicode that it prints.

TCVN3 is TCVN 5712:1993; its bytes and those of VNI are met as Latin-1 shows them, those of VPS as Windows-1252 does.
Windows-1258 is Unicode's own way (a letter, then a tone mark) where somebody took it for Windows-1252. VIQR is plain
ASCII: marks behind the letter (RFC 1456).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache

from qmslint.model.tuples import NamedTuple

TCVN3, VNI, VPS, WINDOWS, VIQR = "tcvn3", "vni", "vps", "1258", "viqr"

_TCVN3_KEYS = "¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ¡¢£¤¥¦§"
_TCVN3_LETTERS = "ăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵĂÂÊÔƠƯĐ"

# VNI: a vowel and behind it a letter that prints as its marks; ơ, ư, đ and some forms of i and y are one letter.
_VNI_TONES = {"\u0301": "ù", "\u0300": "ø", "\u0309": "û", "\u0303": "õ", "\u0323": "ï", "": ""}
_VNI_ROOF = {"\u0301": "á", "\u0300": "à", "\u0309": "å", "\u0303": "ã", "\u0323": "ä", "": "â"}
_VNI_BREVE = {"\u0301": "é", "\u0300": "è", "\u0309": "ú", "\u0303": "ü", "\u0323": "ë", "": "ê"}
_VNI_SINGLE = {"đ": "ñ", "ơ": "ô", "ư": "ö", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î", "í": "í", "ì": "ì"}

# VPS, where it differs from what Windows-1252 shows; its capitals that print as “ ” – — … • are left as these signs.
_VPS_KEYS = (
    "€\x81‚ƒ„†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90™š›œ\x9džŸ¡¢£¤¥¦§¨©ª«¬\xad®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÃÄÅÆÇÈËÌÍÎÏÐÑÒÓÕÖ×ØÙÛÜÞäåæëïðñ÷øûýþÿ"
)
_VPS_LETTERS = "ÀẢÃẤẦọỗĂếềểệẮẰẲẾỖýỷỵỚỜỞắằẳẵặỠớÙờởỡŨỨợỪổỬỲỸÍÌộỈĨÓửữÒỎÕựầấẩẫậđẻẹỉễịỹƯỦồốỏơÈừứũưẺảạăẽĩẴĐƠụủỶẼỳ"

# Windows-1258 taken for Windows-1252: letters, and tone marks behind their letters.
_WINDOWS_KEYS = "ÃãÐðÕõÝýÌìÒòÞ"
_WINDOWS_SIGNS = "ĂăĐđƠơƯư\u0300\u0301\u0309\u0323\u0303"

# VIQR: marks of the vowel, then of the tone. A point or question mark that ends the text is no tone.
_VIQR_TONES = {"'": "\u0301", "`": "\u0300", "?": "\u0309", "~": "\u0303", ".": "\u0323"}
_VIQR_MARKS = {"^": "\u0302", "(": "\u0306", "+": "\u031b"}
_VIQR = r"([aeoAEO]\^|[aA]\(|[uoUO]\+|[aeiouyAEIOUY])((?:['`~]|[.?](?!\s*$))?)|[dD][dD]"

_SYMBOLS = {0xF000 + code: code for code in range(0x20, 0x100)}


class Codec(NamedTuple):
    """One old way of writing. `decode` reads text in it; `word` finds the words, `joins` what a word's end may lend."""

    name: str
    shown: str  # as people call it
    decode: Callable[[str], str]
    word: re.Pattern[str]
    pairs: frozenset[str] = frozenset()  # two signs that are one letter: no run may be cut between them


@cache
def codec(name: str) -> Codec:
    """The codec of this name."""
    if name == VIQR:
        pairs = {base + mark for base in "aeiouyAEIOUY^(+" for mark in "'`?~.^(+"} | {"dd", "Dd", "DD"}
        return Codec(name, "VIQR", _viqr, re.compile(r"[A-Za-z][A-Za-z^(+'`?~.]*"), frozenset(pairs))
    word = re.compile("[^\\s\x00-@[-`{-\x7f\u2000-\u206f]+")
    if name == TCVN3:
        return Codec(name, "TCVN3 (ABC)", _by_letter(tcvn3_table()), word)
    if name == VPS:
        dashes = "\u2000-\u2019\u201b-\u201d\u201f\u2022-\u202f\u2031-\u2038\u203b-\u206f"
        return Codec(name, "VPS", _by_letter(vps_table()), re.compile(f"[^\\s\x00-@[-`{{-\x7f{dashes}]+"))
    if name == WINDOWS:
        pairs = {base + mark for base in "aâãeêioôõuýyAÂÃEÊIOÔÕUÝY" for mark in "ÌìÒòÞ"}
        return Codec(name, "Windows-1258", _windows, word, frozenset(pairs))
    table = vni_table()
    return Codec(name, "VNI", _by_spelling(table), word, frozenset(key for key in table if len(key) == 2))


def in_latin(text: str) -> str:
    """`text` with the letters of the symbol area brought back to where the font's own bytes are."""
    return text.translate(_SYMBOLS)


def tcvn3_table() -> dict[str, str]:
    """What stands in a .Vn font → what it prints."""
    return dict(zip(_TCVN3_KEYS, _TCVN3_LETTERS, strict=True))


def vps_table() -> dict[str, str]:
    """What stands in a VPS font → what it prints; the bytes 80 to 9F as they are, too."""
    table = dict(zip(_VPS_KEYS, _VPS_LETTERS, strict=True))
    raw = {key.encode("cp1252", "ignore").decode("latin-1"): letter for key, letter in table.items()}
    return {**{key: letter for key, letter in raw.items() if key}, **table}


def vni_table() -> dict[str, str]:
    """What stands in a VNI font → what it prints, in both cases."""
    table: dict[str, str] = {}
    for letter, written in _vni_small().items():
        table[written] = letter
        table[written.upper()] = letter.upper()
        if len(written) == 2:
            table[written[0].upper() + written[1]] = letter.upper()
    return {written: letter for written, letter in table.items() if written != letter}


def _vni_small() -> dict[str, str]:
    spelt: dict[str, str] = {}
    for base in "aeiouyơư":
        for tone, mark in _VNI_TONES.items():
            spelt[unicodedata.normalize("NFC", base + tone)] = _VNI_SINGLE.get(base, base) + mark
    for base, hat, marks in (("a", "\u0302", _VNI_ROOF), ("e", "\u0302", _VNI_ROOF), ("o", "\u0302", _VNI_ROOF),
                             ("a", "\u0306", _VNI_BREVE)):
        for tone, mark in marks.items():
            spelt[unicodedata.normalize("NFC", base + hat + tone)] = base + mark
    return {**spelt, **_VNI_SINGLE}


def _by_letter(table: dict[str, str]) -> Callable[[str], str]:
    keys = str.maketrans(table)
    return lambda text: text.translate(keys)


def _by_spelling(table: dict[str, str]) -> Callable[[str], str]:
    pattern = re.compile("|".join(sorted(map(re.escape, table), key=len, reverse=True)))
    return lambda text: pattern.sub(lambda match: table[match[0]], text)


@cache
def _windows_table() -> dict[int, str]:
    return str.maketrans(dict(zip(_WINDOWS_KEYS, _WINDOWS_SIGNS, strict=True)))


def _windows(text: str) -> str:
    return unicodedata.normalize("NFC", text.translate(_windows_table()))


@cache
def _viqr_pattern() -> re.Pattern[str]:
    return re.compile(_VIQR)


def _viqr(text: str) -> str:
    def letter(match: re.Match[str]) -> str:
        base, tone = match[1], match[2]
        if base is None:
            return "đ" if match[0][0] == "d" else "Đ"
        marks = _VIQR_MARKS.get(base[1:], "") + _VIQR_TONES.get(tone, "")
        return unicodedata.normalize("NFC", base[0] + marks) if marks else match[0]

    return _viqr_pattern().sub(letter, text)
