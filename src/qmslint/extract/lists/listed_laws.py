"""The list of legal and other external documents: number, title, issuer, dates, status of each, as written."""

from __future__ import annotations

from qmslint.api import (
    Citation,
    Extractor,
    ListedLaw,
    Location,
    Reading,
    WrittenDate,
    kinds,
    parse_citations,
    parse_number,
)
from qmslint.extract.lists.list_tables import Entry
from qmslint.extract.lists.lists import BOOKS, listings
from qmslint.extract.patterns import late
from qmslint.extract.text.dates import written_date

_SIGNS = late(r"[0-9]")
_DAY_BEHIND = late(r"(?<=\w)[\s,;]+[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4}$")


def listed_laws(reading: Reading) -> tuple[ListedLaw, ...]:
    """Every legal document that the tables list, in order."""
    found: list[ListedLaw] = []
    for listing in listings(reading, kinds.LEGAL_LIST):
        before: Entry | None = None
        for entry in listing.entries():
            key = "number" if "number" in entry.columns else "title"
            if before is None or before.cell(key) is not entry.cell(key):
                found.append(_law(entry))
            before = entry
    return tuple(law for law in found if law.number or law.title)


def _law(entry: Entry) -> ListedLaw:
    anchor = entry.cell("number") or entry.cell("title") or entry.row[0]
    number, beside = _number(entry.said("number"), anchor.at)
    number = _bare(number, anchor.at)
    title = entry.said("title")
    cited = _cited(title, anchor.at) if not number else None
    return ListedLaw(
        number=number or (cited.number if cited else ""),
        title=title,
        issuer=entry.said("issuer") or (cited.issuer if cited else ""),
        issued=entry.day("issued") or beside or (cited.date if cited else None),
        effective=entry.day("effective"),
        expires=entry.day("expires"),
        status=entry.said("status"),
        reviewed=entry.day("reviewed"),
        note=entry.said("note"),
        at=anchor.at,
    )


def _number(text: str, at: Location) -> tuple[str, WrittenDate | None]:
    """The number, and the date that stands beside it: "123/2015/NĐ-CP, ngày 15/11/2015"."""
    if not _SIGNS.search(text):
        return text, None
    begin = text.lower().find("ngày")
    open_bracket = text.find("(")
    start = begin if begin > 0 else open_bracket
    if start <= 0:
        bare = _DAY_BEHIND.search(text)  # "123/2015/NĐ-CP 15/11/2015": the date on a line of its own in the cell
        start = bare.start() if bare else 0
    if start <= 0:
        return text, None
    day = written_date(text[start:], at)
    return (text[:start].strip(" ,;(-–"), day) if day else (text, None)


def _bare(number: str, at: Location) -> str:
    """The number without the words before it: "Nghị định số 123/2015/NĐ-CP"."""
    if not number or parse_number(number) is not None or not _SIGNS.search(number):
        return number
    cited = parse_citations(number, at)
    return cited[0].number if len(cited) == 1 and cited[0].number else number


def _cited(title: str, at: Location) -> Citation | None:
    """The document itself, where its title begins with type and number."""
    found = parse_citations(title, at) if _SIGNS.search(title) else []
    return found[0] if found and found[0].host < 0 and title.find(found[0].text[:12]) < 8 else None


EXTRACTORS = (Extractor("listed_laws", listed_laws, version=4, needs=("kind",), kinds=tuple(BOOKS)),)
