"""Codes of TTHC in the national database, as the procedure writes them: "1.001193", "1.001193.000.00.00.H56"."""

from __future__ import annotations

from collections.abc import Iterator

from qmslint.api import Location, Phrase, Reading, fold, paragraphs
from qmslint.extract.cells import clean
from qmslint.extract.patterns import late, lines_where
from qmslint.extract.text.attachments import attached_index
from qmslint.extract.text.body import place
from qmslint.extract.words import book

_CODE = late(
    r"(?<![\w.,/-])[1-9]\.\d{6}(?:\.\d{2,3}){0,4}(?:\.[A-Z]\d{1,3}(?:\.\w{1,6})*)?(?!\d)(?!\s*(?:đ|VN|USD|%))"
)
_LIKE_CODE = late(r"[1-9]\.\d{6}")
_LABELLED = late(
    lambda: rf"(?<!\w)(?:{book('procedure').pattern('code-labels')})\s*[:(]?\s*(?P<code>\d[\w.-]{{2,30}}\w)"
)


def tthc_codes(reading: Reading) -> tuple[Phrase, ...]:
    """Each code once. Where a label says "Mã TTHC", only what it labels: other codes are those of other procedures."""
    labelled: dict[str, Phrase] = {}
    plain: dict[str, Phrase] = {}
    for text, folded, at in _texts(reading):
        if "mã" in folded:
            match = _LABELLED.search(folded)
            if match:
                code = _as_written(text, match["code"])
                labelled.setdefault(code, Phrase(code, at))
        if _LIKE_CODE.search(folded):
            for match in _CODE.finditer(clean(text)):
                plain.setdefault(match[0], Phrase(match[0], at))
    return tuple((labelled or plain).values())


def _texts(reading: Reading) -> Iterator[tuple[str, str, Location]]:
    own = [line.folded for line in reading.lines[: attached_index(reading)]]
    for index in lines_where(own, _LIKE_CODE, ("mã",)):
        yield reading.lines[index].text, own[index], place(reading, index)
    for margin in reading.document.margins:
        for paragraph in paragraphs(margin.blocks):
            if _LIKE_CODE.search(paragraph.text) or "Mã " in paragraph.text:
                yield paragraph.text, fold(paragraph.text), paragraph.at


def _as_written(text: str, folded: str) -> str:
    """The code with the letters that the text has: folding made them small."""
    start = clean(text).lower().find(folded)
    return clean(text)[start : start + len(folded)] if start >= 0 else folded
