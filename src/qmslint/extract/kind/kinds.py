"""Which kind of document this is, how sure that is, and by which words it was recognised."""

from __future__ import annotations

from qmslint.api import Confidence, Extractor, NamedTuple, Reading, fold, kinds
from qmslint.extract.cells import one_line
from qmslint.extract.kind.kind_evidence import (
    Title,
    blanks,
    form_marks,
    list_columns,
    procedure_marks,
    system_title,
    titles,
    tthc_marks,
)
from qmslint.extract.kind.kind_titles import other_title, title_kind
from qmslint.extract.text.headline import is_state_heading, stands_out
from qmslint.extract.text.outline import outline
from qmslint.extract.words import book

_KEY = "extract:kind"
_TEMPLATE = frozenset(("purpose", "scope", "references", "definitions", "content", "forms", "records"))


class Decision(NamedTuple):
    """A kind, how sure, and the words that show it."""

    kind: str
    confidence: Confidence
    reason: str


def decide(reading: Reading) -> Decision:
    """The kind of the document; the settings' word stands above all. Made once."""
    if _KEY not in reading.facts:
        reading.facts[_KEY] = _decide(reading)
    found: Decision = reading.facts[_KEY]
    return found


def _decide(reading: Reading) -> Decision:
    if reading.kind_by_settings:
        return Decision(reading.kind_by_settings, Confidence.HIGH, "qmslint.yaml")
    procedure = _procedure(reading)
    if procedure:
        return procedure
    candidates = titles(reading)
    return (
        _by_title(reading, candidates)
        or _by_columns(reading)
        or _form(reading)
        or _certificate(reading)
        or _administrative(candidates)
        or _letter(reading)
        or Decision(kinds.UNCLASSIFIED, Confidence.LOW, "")
    )


def _procedure(reading: Reading) -> Decision | None:
    """A procedure shows its word on the cover, its code and the sections of the template; one of them proves little."""
    word, code = procedure_marks(reading)
    keys = len(outline(reading).keys & _TEMPLATE)
    if not word and not (code and keys >= 3) and keys < 5:
        return None
    if keys < 3 and not code and any(title_kind(title.folded) for title in titles(reading)[:1]):
        return None
    strong = (bool(word) + bool(code) + (keys >= 4)) >= 2
    if not strong and keys < 3 and not (word and len(word.split()) > 2):
        return None
    items = tthc_marks(reading)
    system = system_title(reading, titles(reading)) if len(items) < 5 else ""
    reason = "; ".join(dict.fromkeys(part for part in (word, code, *items[:3], system) if part))
    if len(items) >= 5 or (len(items) >= 3 and not system):
        return Decision(kinds.TTHC_PROCEDURE, Confidence.HIGH if strong else Confidence.MEDIUM, reason)
    if system:
        sure = strong and not items
        return Decision(kinds.SYSTEM_PROCEDURE, Confidence.HIGH if sure else Confidence.MEDIUM, reason)
    if items:
        return Decision(kinds.TTHC_PROCEDURE, Confidence.MEDIUM if strong else Confidence.LOW, reason)
    return Decision(kinds.SYSTEM_PROCEDURE, Confidence.LOW, reason)


def _by_title(reading: Reading, candidates: list[Title]) -> Decision | None:
    for title in candidates:
        if other_title(title.folded):
            return Decision(kinds.ADMINISTRATIVE_DOCUMENT, Confidence.MEDIUM, title.text)
        kind = title_kind(title.folded)
        if kind:
            if form_marks(reading) and blanks(reading) >= 0.2:
                return Decision(kinds.FORM, Confidence.MEDIUM, title.text)
            return Decision(kind, title.confidence, title.text)
    return None


def _by_columns(reading: Reading) -> Decision | None:
    kind, words = list_columns(reading)
    return Decision(kind, Confidence.MEDIUM, words) if kind else None


def _form(reading: Reading) -> Decision | None:
    mark = form_marks(reading)
    share = blanks(reading)
    if mark and share >= 0.1:
        return Decision(kinds.FORM, Confidence.HIGH if share >= 0.25 else Confidence.MEDIUM, mark)
    return Decision(kinds.FORM, Confidence.LOW, mark) if mark else None


def _administrative(candidates: list[Title]) -> Decision | None:
    for title in candidates:
        if title.official:
            sure = Confidence.HIGH if title.confidence is Confidence.HIGH else Confidence.MEDIUM
            return Decision(kinds.ADMINISTRATIVE_DOCUMENT, sure, title.text)
    return None


def _certificate(reading: Reading) -> Decision | None:
    """A certificate of a course: "GIẤY CHỨNG NHẬN", a name, and what was taught lines below."""
    words = book("titles")
    head = reading.lines[:20]
    title = next((line for line in head[:12] if len(line.text) < 60 and stands_out(line)
                  and line.folded.startswith(words.variants("certificate-words"))), None)
    if title is None or not any(word in line.folded for line in head for word in words.variants("course-words")):
        return None
    return Decision(kinds.TRAINING_RECORD, Confidence.MEDIUM, one_line(title.text))


def _letter(reading: Reading) -> Decision | None:
    """A letter ("công văn") names no type: its letterhead, and "V/v" or whom it is for, show it."""
    head = reading.lines[:20]
    if not any(is_state_heading(line.folded) for line in head):
        return None
    words = book("titles").variants("letter-words")
    shown = next((part for line in head for part in line.text.split("\n") if fold(part).startswith(words)), "")
    return Decision(kinds.ADMINISTRATIVE_DOCUMENT, Confidence.MEDIUM, one_line(shown)[:200]) if shown else None


EXTRACTORS = (
    Extractor("kind", lambda reading: decide(reading).kind, version=5, needs=("control_blocks",)),
    Extractor("kind_confidence", lambda reading: decide(reading).confidence, version=5, needs=("control_blocks",)),
    Extractor("kind_reason", lambda reading: decide(reading).reason, version=5, needs=("control_blocks",)),
)
