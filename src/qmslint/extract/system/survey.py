"""Surveys of satisfaction: of which year, how many answered, how many are satisfied; a blank form states none of it."""

from __future__ import annotations

from qmslint.api import Extractor, Phrase, Reading, Survey, kinds, shorten
from qmslint.extract.cells import one_line
from qmslint.extract.patterns import late
from qmslint.extract.text.attachments import attached_index
from qmslint.extract.text.headline import signing_date
from qmslint.extract.words import book

_YEAR = late(r"năm\s+(20[0-9]{2})(?![0-9])|year\s+(20[0-9]{2})(?![0-9])")
_COUNT = late(
    lambda: r"(?<![\d./,])([0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,6})\s"
    rf"(?:{book('lists').pattern('respondent-words')})"
)


def survey(reading: Reading) -> Survey:
    """What the survey states; all empty for a form that is not filled in."""
    result = _result(reading)
    date = signing_date(reading, attached_index(reading))
    year = next((int(match[1] or match[2]) for line in reading.lines[:25] if (match := _YEAR.search(line.folded))), 0)
    if not year and date and date.value:
        year = date.value.year
    return Survey(year, date, _respondents(reading), result)


def _result(reading: Reading) -> Phrase | None:
    words = book("lists").variants("satisfaction-words")
    for line in reading.lines:
        if "%" in line.text and any(word in line.folded for word in words) and any(c.isdigit() for c in line.text):
            return Phrase(shorten(one_line(line.text), 200), line.at)
    for table in reading.tables[:20]:
        # Levels of satisfaction in a row or column, percentages beside them.
        texts = [one_line(cell.text) for cell in table.own_cells()]
        if any(word in text.lower() for text in texts for word in words) and any(
            "%" in text and any(c.isdigit() for c in text) for text in texts
        ):
            return Phrase(shorten(next(t for t in texts if "%" in t and any(c.isdigit() for c in t)), 200), table.at)
    return None


def _respondents(reading: Reading) -> int:
    for line in reading.lines[:200]:
        match = _COUNT.search(line.folded)
        if match:
            back = _returned(line.folded)
            return int((_COUNT.search(line.folded, back) or match)[1].replace(".", ""))
    return 0


def _returned(folded: str) -> int:
    """Where a line says how many came back: "phát ra 300 phiếu, thu về 285 phiếu"; 0 when it does not."""
    places = [folded.find(word) for word in book("lists").variants("returned-words")]
    return min((place for place in places if place >= 0), default=0)


EXTRACTORS = (Extractor("survey", survey, version=3, needs=("kind",), kinds=(kinds.SURVEY,)),)
