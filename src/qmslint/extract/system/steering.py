"""The ISO steering committee: the decision that sets it up, or the document that names it."""

from __future__ import annotations

from functools import cache

from qmslint.api import Citation, Extractor, Phrase, Reading, SteeringCommittee, fold, kinds, shorten
from qmslint.extract.cells import one_line
from qmslint.extract.patterns import late
from qmslint.extract.text.attachments import attached_index
from qmslint.extract.text.headline import title_of
from qmslint.extract.words import book

_SUBJECT = late(lambda: rf"(?<!\w)(?:{book('lists').pattern('committee-subjects')})(?!\w)")


def steering(reading: Reading) -> SteeringCommittee | None:
    """The committee, None when the document does not name it."""
    title = title_of(reading)
    folded = fold(title.text) if title else ""
    if title and _names(folded) and any(act in folded for act in book("lists").variants("committee-acts")):
        return SteeringCommittee(Phrase(shorten(title.text, 200), title.at), True)
    named: SteeringCommittee | None = None
    for line in reading.lines[: attached_index(reading)]:
        if _names(line.folded):
            number = _decision(reading, line.at.order)
            if number:
                return SteeringCommittee(Phrase(shorten(one_line(line.text), 200), line.at), False, number)
            named = named or SteeringCommittee(Phrase(shorten(one_line(line.text), 200), line.at))
    return named


@cache
def _words() -> tuple[str, ...]:
    return book("lists").variants("committee-words")


def _names(folded: str) -> bool:
    return any(word in folded for word in _words()) and _SUBJECT.search(folded) is not None


def _decision(reading: Reading, order: int) -> str:
    """The decision that a line cites."""
    cited: tuple[Citation, ...] = reading.facts.get("citations", ())
    return next((one.number for one in cited if one.at.order == order and one.type == "quyet-dinh" and one.number), "")


EXTRACTORS = (
    Extractor("steering", steering, needs=("kind", "citations"), kinds=(
        kinds.QUALITY_MANUAL, kinds.ADMINISTRATIVE_DOCUMENT, kinds.PROMULGATION_DECISION, kinds.PUBLICATION_DECISION,
        kinds.SYSTEM_PROCEDURE, kinds.MANAGEMENT_REVIEW, kinds.AUDIT_MINUTES, kinds.AUDIT_REPORT, kinds.AUDIT_PLAN,
    )),
)
