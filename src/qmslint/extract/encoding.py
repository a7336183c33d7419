"""Characters that print right and are not: letters with loose marks, invisible signs, look-alikes, old fonts."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator

from qmslint.api import INVISIBLE, EncodingDefect, Extractor, Location, Paragraph, Reading, paragraphs
from qmslint.extract.body import place
from qmslint.extract.legacy import from_tcvn3, from_vni, looks_tcvn3, looks_vni
from qmslint.extract.patterns import late

_ALIKE = {"Ð": "Đ", "ð": "đ", "Ɖ": "Đ", "Ƣ": "Ư", "ƣ": "ư"}
# Cyrillic and Greek letters that print like Latin ones; wrong only inside a Latin word.
_FOREIGN = dict(zip("АВЕКМНОРСТУХаеорсухіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEKMHOPCTYXaeopcyxijsABEZHIKMNOPTYXo", strict=True))
_TABLE = str.maketrans({**_ALIKE, **_FOREIGN})
_HIDDEN = str.maketrans(dict.fromkeys(INVISIBLE, ""))

_INVISIBLE = late(f"[{INVISIBLE}]")
_LATIN = "[A-Za-z\u00c0-\u024f\u1e00-\u1eff]"
_LOOKS_ALIKE = late(f"[{''.join(_ALIKE)}]|(?<={_LATIN})[{''.join(_FOREIGN)}]|[{''.join(_FOREIGN)}](?={_LATIN})")
_LEGACY = late("[¨©ª«¬®µ¶·¸¹»¼½¾]|[aeoyAEOY][øûïùõ]|[ôö][ùøûõï]|ñ")
_WORD = late(r"\S+")


def encoding(reading: Reading) -> tuple[EncodingDefect, ...]:
    """One entry for each kind of defect, with its first word and place and how many words it concerns."""
    pieces = list(_pieces(reading))
    whole = "\n".join(text for text, _ in pieces)
    found: list[EncodingDefect] = []
    legacy = _legacy(pieces) if not whole.isascii() and _LEGACY.search(whole) else []
    found.extend(legacy)
    if whole.isascii():
        return ()
    if not unicodedata.is_normalized("NFC", whole):
        found.extend(_words("not-nfc", pieces, lambda t: not unicodedata.is_normalized("NFC", t), _composed))
    if _INVISIBLE.search(whole):
        found.extend(_words("invisible", pieces, lambda t: bool(_INVISIBLE.search(t)), _visible))
    if not legacy and _LOOKS_ALIKE.search(whole):
        found.extend(_words("look-alike", pieces, lambda t: bool(_LOOKS_ALIKE.search(t)), _right))
    return tuple(_with_heading(reading, defect) for defect in found)


def _pieces(reading: Reading) -> Iterator[tuple[str, Paragraph]]:
    for line in reading.lines:
        yield line.paragraph.text, line.paragraph
    for margin in reading.document.margins:
        if not margin.inherited:
            for paragraph in paragraphs(margin.blocks):
                yield paragraph.text, paragraph
    for note in reading.document.notes:
        for paragraph in paragraphs(note.blocks):
            yield paragraph.text, paragraph


def _words(
    defect: str, pieces: list[tuple[str, Paragraph]], wrong: Callable[[str], bool], mend: Callable[[str], str]
) -> Iterator[EncodingDefect]:
    total = 0
    first: tuple[str, Location] | None = None
    for text, paragraph in pieces:
        if text.isascii() or not wrong(text):
            continue
        for match in _WORD.finditer(text):
            if not match[0].isascii() and wrong(match[0]):
                total += 1
                if first is None:
                    first = match[0][:40], paragraph.at
    if first is not None:
        yield EncodingDefect(defect, first[0], mend(first[0]), total, first[1])


def _composed(word: str) -> str:
    return unicodedata.normalize("NFC", word)


def _visible(word: str) -> str:
    return unicodedata.normalize("NFC", word).translate(_HIDDEN)


def _right(word: str) -> str:
    return unicodedata.normalize("NFC", word).translate(_TABLE)


def _legacy(pieces: list[tuple[str, Paragraph]]) -> list[EncodingDefect]:
    """Old fonts: counted a paragraph at a time, since one paragraph may be old and the next Unicode."""
    counts = {"legacy-tcvn3": 0, "legacy-vni": 0}
    first: dict[str, EncodingDefect] = {}
    for whole_text, paragraph in pieces:
        if whole_text.isascii() or not _LEGACY.search(whole_text):
            continue
        for part, font in [(run.text, run.font) for run in paragraph.runs] or [(whole_text, "")]:
            whole = part if font else whole_text
            name = "legacy-vni" if looks_vni(whole, font) else "legacy-tcvn3" if looks_tcvn3(whole, font) else ""
            if not name:
                continue
            words = [m[0] for m in _WORD.finditer(part) if not m[0].isascii()]
            counts[name] += len(words)
            if words and name not in first:
                text = " ".join(part.split()[:6])
                shown = from_vni(text) if name == "legacy-vni" else from_tcvn3(text, font)
                first[name] = EncodingDefect(name, text, shown, 0, paragraph.at)
    return [defect._replace(total=counts[name]) for name, defect in first.items()]


def _with_heading(reading: Reading, defect: EncodingDefect) -> EncodingDefect:
    """The place of a word in the body, said with the heading above it."""
    for index, line in enumerate(reading.lines):
        if line.paragraph.at == defect.at:
            return defect._replace(at=place(reading, index))
    return defect


EXTRACTORS = (Extractor("encoding", encoding),)
