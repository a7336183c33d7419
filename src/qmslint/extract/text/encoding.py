"""Characters that print right and are not: letters with loose marks, invisible signs, look-alikes, old fonts."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator

from qmslint.api import (
    INVISIBLE,
    Decoded,
    EncodingDefect,
    Extractor,
    Location,
    NamedTuple,
    Paragraph,
    Reading,
    paragraphs,
)
from qmslint.extract.patterns import late
from qmslint.extract.text.body import place

_ALIKE = {"Ð": "Đ", "ð": "đ", "Ɖ": "Đ", "Ƣ": "Ư", "ƣ": "ư"}
# Cyrillic and Greek letters that print like Latin ones; wrong only inside a Latin word.
_FOREIGN = dict(zip("АВЕКМНОРСТУХаеорсухіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEKMHOPCTYXaeopcyxijsABEZHIKMNOPTYXo", strict=True))
_TABLE_KEYS = "".join((*_ALIKE, *_FOREIGN))
_TABLE = str.maketrans({**_ALIKE, **_FOREIGN})
_HIDDEN = str.maketrans(dict.fromkeys(INVISIBLE, ""))

# Marks that belong into the letter before them, and letters that are never right as they stand.
_MARKED = "\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323\u0340\u0341\u0342\u0343\u0344\u0345\u212a\u212b"

_ODD = late(f"[{_MARKED}{INVISIBLE}{_TABLE_KEYS}]")
_LATIN = "[A-Za-z\u00c0-\u024f\u1e00-\u1eff]"
_LOOKS_ALIKE = late(f"[{''.join(_ALIKE)}]|(?<={_LATIN})[{''.join(_FOREIGN)}]|[{''.join(_FOREIGN)}](?={_LATIN})")
_WORD = late(r"\S+")


class _Piece(NamedTuple):
    """One paragraph, and the index of its line in the body (-1: it stands elsewhere)."""

    text: str
    paragraph: Paragraph
    line: int


def encoding(reading: Reading) -> tuple[EncodingDefect, ...]:
    """One entry for each kind of defect, with its first word and place and how many words it concerns."""
    found = list(_legacy(reading))
    whole = reading.written
    if whole.isascii():
        return tuple(found)
    places = [match.start() for match in _ODD.finditer(whole)]
    odd = frozenset([whole[at] for at in places])
    if not odd.isdisjoint(_MARKED):
        found.extend(_words(reading, "not-nfc", whole, (p for p in places if whole[p] in _MARKED), _not_nfc, _composed))
    if not odd.isdisjoint(INVISIBLE):
        found.extend(_words(reading, "invisible", whole, (p for p in places if whole[p] in INVISIBLE), _any, _visible))
    if not odd.isdisjoint(_TABLE_KEYS):
        alike = (match.start() for match in _LOOKS_ALIKE.finditer(whole))
        found.extend(_words(reading, "look-alike", whole, alike, _any, _right))
    return tuple(found)


def _pieces(reading: Reading) -> Iterator[_Piece]:
    for index, line in enumerate(reading.lines):
        yield _Piece(line.paragraph.text, line.paragraph, index)
    for margin in reading.document.margins:
        if not margin.inherited:
            for paragraph in paragraphs(margin.blocks):
                yield _Piece(paragraph.text, paragraph, -1)
    for note in reading.document.notes:
        for paragraph in paragraphs(note.blocks):
            yield _Piece(paragraph.text, paragraph, -1)


def _words(
    reading: Reading, defect: str, whole: str, hints: Iterable[int],
    wrong: Callable[[str], bool], mend: Callable[[str], str],
) -> Iterator[EncodingDefect]:
    """The words that are wrong among those in which a hint stands (`hints`: positions in the joined texts)."""
    total, position = 0, 0
    first: tuple[str, int] | None = None
    for start in hints:
        if start < position:
            continue
        while start and not whole[start - 1].isspace():
            start -= 1
        word = _WORD.match(whole, start)
        position = word.end() if word else position
        if word and wrong(word[0]):
            total += 1
            first = first or (word[0][:40], start)
    if first is not None:
        yield EncodingDefect(defect, first[0], mend(first[0]), total, _place(reading, _piece_at(reading, first[1])))


def _piece_at(reading: Reading, position: int) -> _Piece:
    """The piece in which a position of the joined texts lies."""
    for piece in _pieces(reading):
        if position <= len(piece.text):
            break
        position -= len(piece.text) + 1
    return piece


def _place(reading: Reading, piece: _Piece) -> Location:
    return place(reading, piece.line) if piece.line >= 0 else piece.paragraph.at


def _not_nfc(word: str) -> bool:
    return not unicodedata.is_normalized("NFC", word)


def _any(word: str) -> bool:
    return True


def _composed(word: str) -> str:
    return unicodedata.normalize("NFC", word)


def _visible(word: str) -> str:
    return unicodedata.normalize("NFC", word).translate(_HIDDEN)


def _right(word: str) -> str:
    return unicodedata.normalize("NFC", word).translate(_TABLE)


def _legacy(reading: Reading) -> Iterator[EncodingDefect]:
    """What stood in old encodings: one entry a codec, and one for what may stand in it."""
    kinds: dict[tuple[str, bool], list[Decoded]] = {}
    for piece in reading.document.decoded:
        kinds.setdefault((piece.codec, piece.sure), []).append(piece)
    lines = {line.paragraph.at: index for index, line in enumerate(reading.lines)} if kinds else {}
    for (codec, sure), pieces in kinds.items():
        first = next((piece for piece in pieces if piece.words), pieces[0])
        at = place(reading, lines[first.at]) if first.at in lines else first.at
        total = sum(piece.words for piece in pieces)
        yield EncodingDefect(f"legacy-{codec}", first.text, first.shown, total, at, sure)


EXTRACTORS = (Extractor("encoding", encoding),)
