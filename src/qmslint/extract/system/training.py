"""Training records: about what, when, and who took part; of a plan of training nobody has taken part yet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qmslint.api import Extractor, Person, Phrase, Reading, Training, WrittenDate, fold, kinds, shorten
from qmslint.extract.cells import clean, one_line
from qmslint.extract.lists.list_tables import captioned_tables, entries, head_of
from qmslint.extract.patterns import late
from qmslint.extract.text.dates import written_date
from qmslint.extract.text.headline import place_date, title_of
from qmslint.extract.words import book

_ADDRESS = late(
    lambda: rf"(?<!\w)(?:(?:{book('lists').pattern('address-words')})(?:\s*[/(]\s*bà\s*\)?)?\s*:?\s+)+", re.IGNORECASE
)


def training(reading: Reading) -> Training:
    """What the record says."""
    title = title_of(reading)
    plan = title is not None and fold(title.text).startswith(book("lists").variants("training-titles"))
    return Training(_subject(reading) or title, _date(reading), () if plan else tuple(_people(reading)))


def _subject(reading: Reading) -> Phrase | None:
    leads = tuple(f"{word}:" for word in book("lists").variants("training-subjects"))
    for line in reading.lines[:60]:
        folded = line.folded.lstrip("0123456789.-) ")
        if folded.startswith(leads):
            words = one_line(line.text.partition(":")[2])
            if words:
                return Phrase(shorten(words, 300), line.at)
    title = title_of(reading)
    if title is None or not fold(title.text).startswith(book("titles").variants("certificate-words")):
        return None
    courses = book("titles").variants("course-words")
    for line in reading.lines[:20]:  # a certificate: "Đã hoàn thành khóa đào tạo: Đánh giá viên nội bộ"
        if any(word in line.folded for word in courses):
            return Phrase(shorten(one_line(line.text), 300), line.at)
    return None


def _people(reading: Reading) -> Iterator[Person]:
    names = book("lists").table("training-columns")
    seen: set[str] = set()
    for captioned in captioned_tables(reading):
        head = head_of(captioned.table, names, 1)
        if head is None or "name" not in head.columns:
            continue
        for entry in entries(captioned.table, head, names, "name"):
            cell = entry.cell("name")
            name = entry.said("name")
            if cell and len(name.split()) >= 2 and fold(name) not in seen:
                seen.add(fold(name))
                yield Person(name, entry.said("position"), entry.said("unit"), cell.at)
    for line in reading.lines[:400]:
        text = "" if line.in_table else clean(line.text)
        for match in _ADDRESS.finditer(text):
            name = _name(text[match.end() : match.end() + 60])
            if name and fold(name) not in seen:
                seen.add(fold(name))
                yield Person(name, at=line.at)


def _name(text: str) -> str:
    """The name with which `text` begins: two to six words with capitals."""
    words: list[str] = []
    for word in one_line(text).split()[:6]:
        bare = word.rstrip(",;.:-)")
        if not bare or not bare[0].isupper() or not bare.isalpha():
            break
        words.append(bare)
        if bare != word:
            break
    return " ".join(words) if len(words) >= 2 else ""


def _date(reading: Reading) -> WrittenDate | None:
    head = place_date(reading)
    if head:
        return head
    return next((day for line in reading.lines[:60] if "ngày" in line.folded
                 and (day := written_date(line.text, line.at))), None)


EXTRACTORS = (Extractor("training", training, version=2, needs=("kind",), kinds=(kinds.TRAINING_RECORD,)),)
