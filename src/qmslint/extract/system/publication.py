"""The publication of the system: standard, scope, how many TTHC, date, who signed; decisions and "bản công bố"."""

from __future__ import annotations

from functools import cache

from qmslint.api import (
    Citation,
    Extractor,
    Line,
    Person,
    Phrase,
    Publication,
    Reading,
    fold_with_offsets,
    kinds,
    shorten,
)
from qmslint.extract.cells import one_line
from qmslint.extract.control.signatures import signatures_at_end
from qmslint.extract.kind.kind_titles import title_kind
from qmslint.extract.lists.list_tables import unnumbered
from qmslint.extract.patterns import late
from qmslint.extract.text.attachments import attached_index
from qmslint.extract.text.headline import signing_date, stands_out
from qmslint.extract.words import book

_COUNT = late(
    lambda: rf"(?<![\d./,])([0-9]{{1,4}})\s?(?:\([^()]{{1,30}}\)\s?)?(?:{book('lists').pattern('tthc-counted')})(?!\w)"
)
_STANDARD = late(r"(?:tcvn\s*)?iso\s*9001\s*[:-]\s*(?:19|20)[0-9]{2}")
_SCOPE = late(lambda: rf"(?<!\w)(?:{book('lists').pattern('scope-leads')})(?!\w)")
_BASIS = ("căn cứ", "theo đề nghị", "xét đề nghị", "nơi nhận")


def publication(reading: Reading) -> Publication:
    """What the publication states; an empty part is one that could not be found."""
    lines = _own(reading)
    signed = [one for one in signatures_at_end(reading, attached_index(reading)) if one.name]
    return Publication(
        standard=_standard(reading, lines),
        scope=_scope(lines),
        tthc_count=_count(reading, lines),
        date=signing_date(reading, attached_index(reading)),
        signatory=Person(signed[-1].name, signed[-1].position, at=signed[-1].at) if signed else None,
    )


def _own(reading: Reading) -> list[Line]:
    """The lines that publish: title and articles, not the legal basis and not the lists annexed."""
    stop = attached_index(reading)
    lines = (*reading.lines[:stop], *_attached_publication(reading.lines[stop:]))
    return [line for line in lines if not line.folded.startswith(_BASIS)]


def _attached_publication(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The "bản công bố" that a decision issues with itself: standard and scope often stand only there."""
    if not any(title_kind(line.folded) == kinds.PUBLICATION_DECISION for line in lines[:6] if stands_out(line)):
        return ()
    return tuple(line for line in lines[:60] if not line.in_table)


@cache
def _leads() -> tuple[str, ...]:
    return book("lists").variants("scope-leads")


def _standard(reading: Reading, lines: list[Line]) -> str:
    """The standard as the publication itself names it, not inside the title of another document."""
    cited: tuple[Citation, ...] = reading.facts.get("citations", ())
    for one in cited:
        if one.type == "standard" and "9001" in one.number and one.host < 0 and one.section != "legal-basis":
            return one.number
    for line in lines:
        match = _STANDARD.search(line.folded) if "9001" in line.folded else None
        if match:
            return " ".join(match[0].upper().split())
    return ""


def _scope(lines: list[Line]) -> Phrase | None:
    """The words behind "cho các hoạt động", "phạm vi áp dụng:" and the like, first where the system is named."""
    for line in lines:
        if "9001" in line.folded or "quản lý chất lượng" in line.folded:
            found = _behind_lead(line)
            if found:
                return found
    for index, line in enumerate(lines):
        if unnumbered(line.folded).startswith(_leads()):
            found = _behind_lead(line)
            if found:
                return found
            if line.text.rstrip().endswith(":") and index + 1 < len(lines):
                return Phrase(shorten(one_line(lines[index + 1].text), 400), lines[index + 1].at)
    return None


def _behind_lead(line: Line) -> Phrase | None:
    folded = fold_with_offsets(line.text)
    places = [place for word in ("9001", "quản lý chất lượng") if (place := folded.text.find(word)) >= 0]
    for match in _SCOPE.finditer(folded.text, min(places, default=0)):  # the scope is not said before the system
        start, _ = folded.original_span(match.end(), len(folded.text))
        words = one_line(line.text[start:]).strip(" :;.,-–")
        if len(words.split()) >= 3:
            return Phrase(shorten(words, 400), line.at)
    return None


def _count(reading: Reading, lines: list[Line]) -> int:
    """How many TTHC the publication says; else how many its annex lists."""
    for line in lines:
        if "thủ tục" in line.folded or "tthc" in line.folded:
            numbers = {int(match[1]) for match in _COUNT.finditer(line.folded)}
            if len(numbers) == 1:
                return numbers.pop()
            if numbers:
                return max(numbers) if sum(numbers) == 2 * max(numbers) else 0  # parts and their sum, or nobody knows
    return len(reading.facts.get("listed_tthc", ()))


EXTRACTORS = (
    Extractor("publication", publication, version=4, needs=("kind", "citations", "listed_tthc"),
              kinds=(kinds.PUBLICATION_DECISION,)),
)
