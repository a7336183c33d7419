"""Who a document says it is: the cover's word first, then headers, footers, at last its title line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from qmslint.api import WHOLE, ControlBlock, Extractor, Identity, Location, Phrase, Reading, WrittenDate
from qmslint.extract.patterns import late
from qmslint.extract.text.headline import place_date, title_of

_ORDER = {"cover": 0, "record": 0, "header": 1, "footer": 2}
_NUMBER = late(r"(?:lần\s*(?:thứ\s*)?)?0*(\d+)(?:\s*\([^)]*\))?", re.IGNORECASE)


def identity(reading: Reading) -> Identity:
    """Code, title, edition, dates and agency, each from the first block that states it."""
    blocks = sorted(reading.facts.get("control_blocks", ()), key=lambda b: _ORDER.get(b.place, 3))
    edition = _first(b.edition for b in blocks) or _first(b.revision for b in blocks)
    title = _first(b.title for b in blocks)
    headline = title_of(reading)
    issued = _date(b.issued for b in blocks)
    if issued is None and not blocks:
        issued = _date((place_date(reading),))
    return Identity(
        code=_first(b.code for b in blocks),
        title=title or (headline.text if headline else ""),
        edition=normal_edition(edition),
        issued=issued,
        effective=_date(b.effective for b in blocks),
        agency=_first(b.agency for b in blocks),
        at=_place(blocks) if blocks else (headline.at if headline else WHOLE),
    )


def normal_edition(text: str) -> str:
    """The edition as it is compared: "01", "Lần 1" and "01 (một)" are "1"; what is no number stays as written."""
    match = _NUMBER.fullmatch(text.strip())
    return match[1] if match else text.strip()


def _first(phrases: Iterable[Phrase | None]) -> str:
    return next((phrase.text for phrase in phrases if phrase and phrase.text), "")


def _date(dates: Iterable[WrittenDate | None]) -> date | None:
    return next((written.value for written in dates if written and written.value), None)


def _place(blocks: list[ControlBlock]) -> Location:
    said = blocks[0].code or blocks[0].title
    return said.at if said else blocks[0].at


EXTRACTORS = (Extractor("identity", identity, version=3, needs=("control_blocks",)),)
