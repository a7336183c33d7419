"""The verdict: the votes of the whole document weighed, then each stretch by its own and by those of its like.

A font's old name lowers what the letters must prove and proves nothing itself. Where there is doubt, nothing is
decoded.
"""

from __future__ import annotations

from qmslint.legacy.codecs import TCVN3, VNI, Codec, codec
from qmslint.legacy.evidence import Votes, votes
from qmslint.legacy.fonts import Family
from qmslint.model.tuples import NamedTuple

_ALL = (TCVN3, VNI)
_KINDS = 2  # so many different words must speak where no font does
_ENOUGH = 4  # so many words of the document carry along a stretch that has too few of its own
_FAR = 8  # and so many times as many as speak against

WHOLE, WORDS, DOUBT, NOTHING = "whole", "words", "doubt", "nothing"


class Verdict(NamedTuple):
    """What to do with a stretch: decode it whole, only the words that speak, say the doubt, or nothing."""

    deed: str = NOTHING
    codec: Codec | None = None


class Weighing:
    """Weighs one document: every stretch is shown first (`add`), then each is judged (`judge`)."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str, str], Votes] = {}
        self._sums: dict[tuple[str, str], list[int]] = {}

    def add(self, text: str, family: Family) -> None:
        """One stretch of the document."""
        for name in _candidates(family):
            cast = self._votes(text, family, name)
            if cast.unicode == 0 and (family.codec or cast.speaking > cast.against):
                total = self._sums.setdefault((family.codec, name), [0, 0])
                total[0] += cast.speaking
                total[1] += cast.against

    def judge(self, text: str, family: Family) -> Verdict:
        """The verdict on one stretch that was shown before."""
        best, chosen = Votes(), ""
        for name in _candidates(family):
            cast = self._votes(text, family, name)
            if cast and (not chosen or cast.speaking - cast.against > best.speaking - best.against):
                best, chosen = cast, name
        if not chosen:
            return Verdict()
        speaking, against = self._sums.get((family.codec, chosen), (0, 0))
        carried = speaking >= _ENOUGH and speaking >= _FAR * against
        deed = _by_font(best, carried) if family.codec else _by_letters(best, carried)
        return Verdict(deed, codec(chosen) if deed != NOTHING else None)

    def decoded(self, family: Family) -> bool:
        """Whether text in this family of fonts is in its old encoding in this document."""
        speaking, against = self._sums.get((family.codec, family.codec), (0, 0))
        return speaking > against

    def _votes(self, text: str, family: Family, name: str) -> Votes:
        key = (text, family.codec, name)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = votes(text, codec(name))
        return known


def _candidates(family: Family) -> tuple[str, ...]:
    return (family.codec,) if family.codec else _ALL


def _by_font(cast: Votes, carried: bool) -> str:
    if cast.unicode:
        return WORDS if cast.speaking > 2 * cast.against else DOUBT if cast.speaking else NOTHING
    if cast.speaking:
        return WHOLE if cast.speaking > 2 * cast.against else DOUBT
    return WHOLE if carried and not cast.against else NOTHING


def _by_letters(cast: Votes, carried: bool) -> str:
    if cast.unicode or not cast.speaking:
        return NOTHING
    if cast.speaking < _FAR * cast.against:
        return DOUBT if cast.kinds > _KINDS and cast.speaking > 2 * cast.against else NOTHING
    return WHOLE if cast.kinds >= _KINDS or carried else NOTHING
