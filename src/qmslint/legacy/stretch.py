"""A stretch: neighbouring runs whose fonts stand for one codec (or for none), judged as one text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from qmslint.legacy.codecs import TCVN3, Codec, in_latin
from qmslint.legacy.evidence import FOR, vote
from qmslint.legacy.fonts import family
from qmslint.model.document import Run


def stretches(runs: Sequence[Run]) -> Iterator[tuple[str, list[Run]]]:
    """The runs, parted where the codec that their fonts stand for changes ("" = none)."""
    held: list[Run] = []
    last = ""
    for run in runs:
        now = family(run.font).codec
        if held and now != last:
            yield last, held
            held = []
        last = now
        held.append(run)
    if held:
        yield last, held


def decoded(text: str, codec: Codec, font: str, capitals: bool = False) -> str:
    """All of `text` in Unicode, save signs beside which no letter stands, as in "½ ngày" or "3×4".

    `font`: the codec that its font stands for. `capitals`: that font draws capitals only.
    """
    pieces = _lone(bool(font)).split(text)
    pieces[::2] = [codec.decode(in_latin(piece)) for piece in pieces[::2]]
    plain = "".join(pieces)
    if capitals:
        return plain.upper()
    return _mixed().sub(_level, plain) if codec.name == TCVN3 else plain


@cache
def _mixed() -> re.Pattern[str]:
    return re.compile(r"(?<![^\W\d_])[^\W\d_a-z]{2,}(?![^\W\d_])")


def _level(match: re.Match[str]) -> str:
    """A word in capitals: TCVN3 has none with tones, so that they were typed small among the others."""
    word = match[0]
    plain = [letter for letter in word if letter.isascii()]
    return word.upper() if len(plain) > 1 and "".join(plain).isupper() else word


@cache
def _lone(by_font: bool) -> re.Pattern[str]:
    """Where a sign stands for itself. One that is a word or the letter of an item (« ª ®) is left out."""
    letter = "A-Za-z\xa1-\xff\uf0a1-\uf0ff"
    signs = "\xbc-\xbe\xd7\xf7†‡‰‹›™€" + ("" if by_font else "\xa7\xa9\xb0-\xb3\xb7")
    return re.compile(f"(?<![{letter}])([{signs}])(?![{letter}])")


def decoded_words(text: str, codec: Codec, font: str, capitals: bool = False) -> str:
    """`text` with those words decoded that speak for the codec: where Unicode stands among them."""
    return codec.word.sub(
        lambda match: decoded(match[0], codec, font, capitals) if vote(match[0], codec) == FOR else match[0], text
    )


def whole_letters(runs: Sequence[Run], codec: Codec) -> list[Run]:
    """The runs, cut so that no letter that is written with two signs lies in two of them."""
    if not codec.pairs:
        return list(runs)
    found: list[Run] = []
    for run in runs:
        while found and found[-1].text and run.text and found[-1].text[-1] + run.text[0] in codec.pairs:
            found[-1] = found[-1]._replace(text=found[-1].text + run.text[0])
            run = run._replace(text=run.text[1:])
        found.append(run)
    return [run for run in found if run.text]
