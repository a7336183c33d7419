"""What speaks for an old way of writing, and what against it: word by word, with the syllable as witness.

A word speaks for a codec when it is no syllable as it stands and is one when decoded; it speaks against it when
decoding makes no syllable of it. A word in letters that only Unicode has was not typed in an old font at all.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from qmslint.legacy.codecs import VIQR, Codec, in_latin
from qmslint.legacy.syllable import is_syllable
from qmslint.model.tuples import NamedTuple

FOR, AGAINST, UNICODE, EITHER, SHORT, SAME = "for", "against", "unicode", "either", "short", "same"
_D = str.maketrans("ðÐ", "đĐ")  # typed for đ in Unicode too
_HARD = frozenset("^+(")
_VOWELS = frozenset("aeiouyAEIOUY")


class Votes(NamedTuple):
    """The votes of one text for one codec.

    `either`: words that read both ways; `short`: abbreviations ("H§ND"); `kinds`: how many different
    words of more than two letters speak.
    """

    speaking: int = 0
    against: int = 0
    unicode: int = 0
    either: int = 0
    short: int = 0
    kinds: int = 0

    def __bool__(self) -> bool:
        return bool(self.speaking or self.either or self.short)


@cache
def _unicode_only() -> re.Pattern[str]:
    return re.compile("[ăĂơƠưƯđĐĩĨũŨ\u1ea0-\u1ef9\u0300-\u0303\u0309\u0323]")


def in_unicode_letters(text: str) -> bool:
    """Whether letters stand in `text` that no old font has."""
    return _unicode_only().search(text) is not None


def votes(text: str, codec: Codec, known: dict[str, str]) -> Votes:
    """How the words of `text` speak. `known`: what words were found to say for this codec; it is filled."""
    count = dict.fromkeys((FOR, AGAINST, UNICODE, EITHER, SHORT, SAME), 0)
    kinds: set[str] = set()
    for word in codec.word.findall(text):
        said = known.get(word)
        if said is None:
            said = known[word] = vote(word, codec)
        count[said] += 1
        if said == FOR and len(word) > 2:
            kinds.add(word.lower())
    return Votes(count[FOR], count[AGAINST], count[UNICODE], count[EITHER], count[SHORT], len(kinds))


def vote(word: str, codec: Codec) -> str:
    """How one word speaks."""
    if word.isascii():
        return _plain_vote(word, codec) if codec.name == VIQR else SAME
    if _unicode_only().search(word):
        return UNICODE
    plain = in_latin(word)
    decoded = codec.decode(plain)
    if decoded == word:
        return SAME if is_syllable(word) or len(word) == 1 else AGAINST
    reads = len(decoded) > 1 and is_syllable(decoded)
    if reads:
        written = unicodedata.normalize("NFC", word.translate(_D))
        return EITHER if _well_cased(written) and is_syllable(written) else FOR
    if len(decoded) == 1:
        return EITHER
    abbreviated = len(decoded) < 7 and decoded.isalpha() and (decoded.isupper() or _VOWELS.isdisjoint(_bare(decoded)))
    return SHORT if abbreviated else AGAINST


def _plain_vote(word: str, codec: Codec) -> str:
    """How a word in ASCII speaks for marks typed behind letters: those that no sentence ends with must be there."""
    decoded = codec.decode(word + " a")[:-2].rstrip(".?'`~")  # a point that ends the text would be no tone
    if decoded == word:
        return SAME
    marked = not _HARD.isdisjoint(word) or decoded[0] in "đĐ"
    if len(decoded) > 1 and is_syllable(decoded):
        return FOR if marked else EITHER
    return AGAINST if len(decoded) > 1 else EITHER


def _bare(word: str) -> str:
    return unicodedata.normalize("NFD", word)


def _well_cased(word: str) -> bool:
    """Whether the capitals stand as people write them: none, the first, or all."""
    return word.islower() or word.isupper() or word[1:].islower()
