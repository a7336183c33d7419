"""A stretch: neighbouring runs in one family of fonts, judged and decoded as one text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qmslint.legacy.codecs import Codec, in_latin
from qmslint.legacy.evidence import FOR, vote
from qmslint.legacy.fonts import Family, family
from qmslint.model.document import Run


def stretches(runs: Sequence[Run]) -> Iterator[tuple[Family, list[Run]]]:
    """The runs, parted where the family of their fonts changes."""
    held: list[Run] = []
    last = Family()
    for run in runs:
        now = family(run.font)
        if held and now != last:
            yield last, held
            held = []
        last = now
        held.append(run)
    if held:
        yield last, held


def decoded(text: str, codec: Codec, capitals: bool) -> str:
    """All of `text` in Unicode; `capitals`: its font draws capitals only."""
    plain = codec.decode(in_latin(text))
    return plain.upper() if capitals else plain


def decoded_words(text: str, codec: Codec, capitals: bool) -> str:
    """`text` with those words decoded that speak for the codec: where Unicode stands among them."""
    return codec.word.sub(
        lambda match: decoded(match[0], codec, capitals) if vote(match[0], codec) == FOR else match[0], text
    )


def whole_letters(runs: Sequence[Run], codec: Codec) -> list[Run]:
    """The runs, cut so that no letter that is written with two signs lies in two of them."""
    if not codec.pairs:
        return list(runs)
    found: list[Run] = []
    for run in runs:
        if found and found[-1].text and run.text and found[-1].text[-1] + run.text[0] in codec.pairs:
            found[-1] = found[-1]._replace(text=found[-1].text + run.text[0])
            run = run._replace(text=run.text[1:])
        found.append(run)
    return [run for run in found if run.text]
