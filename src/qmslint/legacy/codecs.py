"""The old ways of writing, each as a table: what stands in the file → the letter of Unicode that it prints.

TCVN3 is TCVN 5712:1993; its bytes and those of VNI are met as Latin-1 shows them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache

from qmslint.model.tuples import NamedTuple

TCVN3, VNI = "tcvn3", "vni"

_TCVN3_KEYS = "¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ¡¢£¤¥¦§"
_TCVN3_LETTERS = "ăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵĂÂÊÔƠƯĐ"

# VNI: a vowel and behind it a letter that prints as its marks; ơ, ư, đ and some forms of i and y are one letter.
_VNI_TONES = {"\u0301": "ù", "\u0300": "ø", "\u0309": "û", "\u0303": "õ", "\u0323": "ï", "": ""}
_VNI_ROOF = {"\u0301": "á", "\u0300": "à", "\u0309": "å", "\u0303": "ã", "\u0323": "ä", "": "â"}
_VNI_BREVE = {"\u0301": "é", "\u0300": "è", "\u0309": "ú", "\u0303": "ü", "\u0323": "ë", "": "ê"}
_VNI_SINGLE = {"đ": "ñ", "ơ": "ô", "ư": "ö", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î", "í": "í", "ì": "ì"}

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
    word = re.compile("[^\\s\x00-@[-`{-\x7f\u2000-\u206f]+")
    if name == TCVN3:
        return Codec(name, "TCVN3 (ABC)", _by_letter(tcvn3_table()), word)
    table = vni_table()
    pairs = frozenset(key for key in table if len(key) == 2)
    return Codec(name, "VNI", _by_spelling(table), word, pairs)


def in_latin(text: str) -> str:
    """`text` with the letters of the symbol area brought back to where the font's own bytes are."""
    return text.translate(_SYMBOLS)


def tcvn3_table() -> dict[str, str]:
    """What stands in a .Vn font → what it prints."""
    return dict(zip(_TCVN3_KEYS, _TCVN3_LETTERS, strict=True))


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
