"""Text: what is said in two languages, and the one folding under which words are compared.

Documents keep their text as written. Whoever compares folds both sides: precomposed letters (NFC), lower case, white
space run together, invisible characters dropped, look-alike letters and dashes made one, and the tone mark on
the vowel where the new spelling puts it (hòa = hoà).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from qmslint.model.tuples import NamedTuple


class Text(NamedTuple):
    """One statement in Vietnamese and in English."""

    vi: str
    en: str

    def in_language(self, language: str) -> str:
        """The statement in `language` ("vi" or "en")."""
        return self.en if language == "en" else self.vi

    def format(self, **values: object) -> Text:
        """Both languages with the same values put in."""
        return Text(self.vi.format(**values), self.en.format(**values))


# Dropped when comparing: they show nothing in print.
INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\ufeff\ufffc"

# Letters and signs that look alike on paper.
_ALIKE = {
    "Ð": "đ",  # U+00D0 eth
    "ð": "đ",  # U+00F0
    "Ɖ": "đ",  # U+0189
    "Ƣ": "ư",  # U+01A2, a wrong code of some converters
    "ƣ": "ư",
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‘’‚‛′`´", "'"),
    "…": "...",
    **dict.fromkeys("\t\n\r\v\f\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
                    "\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000", " "),
    "½": "1/2", "¼": "1/4", "¾": "3/4",
}
_TABLE = str.maketrans({**_ALIKE, **dict.fromkeys(INVISIBLE, "")})
# To search costs a tenth of translating; most paragraphs need no translation (split() below sees to white space).
_ODD = re.compile("[" + "".join(re.escape(c) for c in (*_ALIKE, *INVISIBLE) if not c.isspace()) + "]")

# The tone mark of oa, oe, uy: "hòa" and "hoà" are one word.
_TONES = {
    old: new
    for plain, toned_first, toned_second in (
        ("oa", "òóỏõọ", "àáảãạ"), ("oe", "òóỏõọ", "èéẻẽẹ"), ("uy", "ùúủũụ", "ỳýỷỹỵ"),
    )
    for old, new in zip(
        (f + plain[1] for f in toned_first), (plain[0] + s for s in toned_second), strict=True
    )
}
_TONE_PATTERN = re.compile("|".join(_TONES))
_MARKED = re.compile("[" + "".join("òóỏõọùúủũụ") + "]")
# Letters of Vietnamese and its neighbours that are composed already, and white space that folds to a space.
_ONE_TO_ONE = re.compile("[\t\n\r -~\u00a0-\u012f\u0131-\u017e\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]*")
_WORD = re.compile(r"\S+")


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """`text` as it is compared. Folding twice changes nothing; offsets are lost (see `fold_with_offsets`)."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
        text = (text.translate(_TABLE) if _ODD.search(text) else text).lower()
        # Lower case and translation can leave a mark beside its letter again (Ð, capital I with dot).
        if not unicodedata.is_normalized("NFC", text):
            text = unicodedata.normalize("NFC", text)
        if _MARKED.search(text):
            text = _TONE_PATTERN.sub(lambda match: _TONES[match[0]], text)
    else:
        text = text.lower().replace("`", "'")
    return " ".join(text.split())


class Folded(NamedTuple):
    """A folded text with the way back: folded character i came from `original[starts[i]:ends[i]]`."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """Where the folded span start..end stands in the text as written."""
        if start >= end:
            at = self.starts[start] if start < len(self.starts) else (self.ends[-1] if self.ends else 0)
            return at, at
        return self.starts[start], self.ends[end - 1]


def fold_with_offsets(text: str) -> Folded:
    """The same folding as `fold`, with the place in `text` from which each folded character came."""
    if _ONE_TO_ONE.fullmatch(text) and not _ODD.search(text):
        return _of_words(text)
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in _clusters(text):
        piece = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text[start:end]).translate(_TABLE).lower())
        if text[start:end] == "`":
            piece = "'"
        for character in piece:
            if character == " " and (not letters or letters[-1] == " "):
                continue
            letters.append(character)
            starts.append(start)
            ends.append(end)
    while letters and letters[-1] == " ":
        letters.pop(), starts.pop(), ends.pop()
    joined = "".join(letters)
    if _MARKED.search(joined):
        joined = _TONE_PATTERN.sub(lambda match: _TONES[match[0]], joined)
    return Folded(joined, tuple(starts), tuple(ends))


def _of_words(text: str) -> Folded:
    """The same where every letter stays one letter and only white space runs together."""
    words: list[str] = []
    places: list[int] = []
    last = 0
    for word in _WORD.finditer(text):
        start, end = word.span()
        if words:
            places.append(last)
        words.append(word[0])
        places.extend(range(start, end))
        last = end
    joined = " ".join(words).lower()
    if _MARKED.search(joined):
        joined = _TONE_PATTERN.sub(lambda match: _TONES[match[0]], joined)
    return Folded(joined, tuple(places), tuple([place + 1 for place in places]))


def _clusters(text: str) -> list[tuple[int, int]]:
    """Spans of a letter with the combining marks behind it (invisible characters between them included)."""
    spans: list[tuple[int, int]] = []
    start = 0
    for index in range(1, len(text) + 1):
        if index == len(text) or not (unicodedata.combining(text[index]) or _composes(text[index])):
            spans.append((start, index))
            start = index
    return spans if text else []


def _composes(character: str) -> bool:
    # Hangul vowels and tails compose with what stands before them without being combining marks.
    return "\u1160" <= character <= "\u11ff"


def same(first: str, second: str) -> bool:
    """Whether two texts are the same words to a reader."""
    return first == second or fold(first) == fold(second)


def shorten(text: str, width: int = 120) -> str:
    """`text` on one line, cut at a word with "…" when longer than `width` characters."""
    line = " ".join(text.split())
    if len(line) <= width:
        return line
    return line[: line.rfind(" ", 0, width) if " " in line[:width] else width].rstrip() + "…"
