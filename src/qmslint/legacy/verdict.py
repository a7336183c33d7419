"""The verdict: the votes of the whole document weighed, then each stretch by its own and by those of its like.

A font's old name lowers what the letters must prove and proves nothing itself. Where there is doubt, nothing is
decoded.
"""

from __future__ import annotations

from qmslint.legacy.codecs import TCVN3, VIQR, VNI, VPS, WINDOWS, Codec, codec
from qmslint.legacy.evidence import Votes, in_unicode_letters, votes
from qmslint.model.tuples import NamedTuple

_ALL = (TCVN3, VNI, VPS, WINDOWS)
_KINDS = 2  # so many different words must speak where no font does
_ENOUGH = 4  # so many words of the document in old fonts carry along a stretch that has too few of its own
_MANY = 10  # and so many where no font speaks
_FAR = 8  # so many times as many as speak against

WHOLE, WORDS, DOUBT, NOTHING = "whole", "words", "doubt", "nothing"


class Verdict(NamedTuple):
    """What to do with a stretch: decode it whole, only the words that speak, say the doubt, or nothing."""

    deed: str = NOTHING
    codec: Codec | None = None


class Weighing:
    """Weighs one document: every stretch is shown first (`add`), then each is judged (`judge`).

    `font` is the codec that the font of a stretch stands for, "" where it stands for none.
    """

    def __init__(self) -> None:
        self._known: dict[tuple[str, str, str], Votes] = {}
        self._words: dict[str, dict[str, str]] = {}
        self._sums: dict[tuple[str, str], list[int]] = {}
        self._unicode: set[str] = set()  # fonts in which some words are surely Unicode

    def add(self, text: str, font: str) -> None:
        """One stretch of the document."""
        for name in self._candidates(text, font):
            cast = self._votes(text, font, name)
            if cast.unicode:
                self._unicode.add(font)
            else:
                total = self._sums.setdefault((font, name), [0, 0])
                total[0] += cast.speaking
                total[1] += cast.against

    def judge(self, text: str, font: str) -> Verdict:
        """The verdict on one stretch that was shown before."""
        best, chosen = Votes(), ""
        for name in self._candidates(text, font):
            cast = self._votes(text, font, name)
            if cast and (not chosen or self._rank(cast, font, name) > self._rank(best, font, chosen)):
                best, chosen = cast, name
        if not chosen:
            return Verdict()
        speaking, against = self._sums.get((font, chosen), (0, 0))
        carried = chosen != VIQR and speaking >= (_ENOUGH if font else _MANY) and speaking >= _FAR * against
        deed = _by_font(best, carried) if font else _by_letters(best, carried, font not in self._unicode, chosen)
        return Verdict(deed, codec(chosen) if deed != NOTHING else None)

    def _rank(self, cast: Votes, font: str, name: str) -> tuple[bool, int, int]:
        """What a codec has for it in a stretch: a document that is in one of them is seldom in another as well."""
        return cast.speaking > cast.against, self._sums.get((font, name), (0, 0))[0], (
            2 * (cast.speaking - cast.against) - cast.either
        )

    def decoded(self, font: str) -> bool:
        """Whether the text of this document in such fonts is in their old encoding."""
        speaking, against = self._sums.get((font, font), (0, 0))
        return speaking > against

    def _candidates(self, text: str, font: str) -> tuple[str, ...]:
        if font:
            return (font,)
        if text.isascii():
            return (VIQR,) if "^" in text else ()
        if in_unicode_letters(text):  # without an old font such a text is left alone
            self._unicode.add("")
            return ()
        return _ALL

    def _votes(self, text: str, font: str, name: str) -> Votes:
        key = (text, font, name)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = votes(text, codec(name), self._words.setdefault(name, {}))
        return known


def _by_font(cast: Votes, carried: bool) -> str:
    if cast.unicode:
        return WORDS if cast.speaking > 2 * cast.against else DOUBT if cast.speaking else NOTHING
    if cast.speaking:
        return WHOLE if carried or cast.speaking > 2 * cast.against else DOUBT
    return WHOLE if carried else NOTHING


def _by_letters(cast: Votes, carried: bool, pure: bool, name: str) -> str:
    kinds = _KINDS + (name == VIQR)
    if cast.unicode:
        return NOTHING
    if not cast.speaking:
        read = pure or (cast.short and not cast.either)
        return WHOLE if carried and read and not cast.against else NOTHING
    if cast.speaking < _FAR * cast.against:
        if carried and cast.speaking > cast.against:
            return WHOLE
        return DOUBT if cast.kinds > kinds and cast.speaking > 2 * cast.against else NOTHING
    return WHOLE if cast.kinds >= kinds or carried else NOTHING
