"""Which corrective action answers which nonconformity of an audit."""

from __future__ import annotations

import re

from qmslint.api import AuditFinding, CorrectiveAction, NamedTuple, QualityDocument, Workspace, fold, kinds
from qmslint_iso9001._words import likeness

NEARLY_ALL, FEWEST = 0.8, 7  # of the words of a sentence of seven at least
ALIKE = 0.5  # at least half of all words in common: the same matter told twice
AUDITS = (kinds.AUDIT_MINUTES, kinds.AUDIT_REPORT, kinds.AUDIT_CHECKLIST)


class Raised(NamedTuple):
    """A nonconformity and the audit document that first states it."""

    document: QualityDocument
    found: AuditFinding


class Opened(NamedTuple):
    """A corrective action and the form that holds it."""

    document: QualityDocument
    action: CorrectiveAction


class Matched(NamedTuple):
    """Nonconformities and actions that no other answers to."""

    unanswered: list[Raised]
    unasked: list[Opened]


def nonconformities(workspace: Workspace) -> list[Raised]:
    """Every nonconformity once: minutes first, the report repeats them."""
    raised: list[Raised] = []
    for kind in AUDITS:
        for document in workspace.of_kind(kind):
            for found in document.audit.findings if document.audit else ():
                known = any(
                    same_matter(found, other.found) and same_year(document, other.document)
                    for other in raised if other.document is not document
                )
                if found.type == "nonconformity" and found.text.strip() and not known:
                    raised.append(Raised(document, found))
    return raised


def same_matter(first: AuditFinding, second: AuditFinding) -> bool:
    """Whether two findings of two documents are one."""
    return likeness(fold(first.text), fold(second.text)) >= ALIKE


def same_year(first: QualityDocument, second: QualityDocument) -> bool:
    """Whether two audit papers may be of one audit: dated in one year, or one of them not dated."""
    days = [d.audit.date.value for d in (first, second) if d.audit and d.audit.date and d.audit.date.value]
    return len(days) < 2 or days[0].year == days[1].year


def actions(workspace: Workspace) -> list[Opened]:
    """Every corrective action of the set, by path."""
    return [Opened(d, action) for d in workspace.documents for action in d.corrective_actions]


def match(workspace: Workspace) -> Matched:
    """Pair nonconformities and actions: by the number of the form first, then by their words."""
    opened = actions(workspace)
    used: set[int] = set()
    left = []
    every = nonconformities(workspace)
    for raised in every:
        # One form may answer several findings that name it.
        named = {index for index, (_, action) in enumerate(opened) if by_number(raised.found, action)}
        used |= named
        if not named:
            left.append(raised)
    unanswered = []
    for raised in left:
        told = next((i for i, (_, a) in enumerate(opened) if i not in used and by_words(raised.found, a)), None)
        if told is None:
            unanswered.append(raised)
        else:
            used.add(told)
    # A log tells again what a form of its own answers.
    return Matched(unanswered, [
        item for index, item in enumerate(opened)
        if index not in used and not any(by_words(raised.found, item.action) for raised in every)
    ])


def by_number(found: AuditFinding, action: CorrectiveAction) -> bool:
    """Whether the finding names the form, or the form names the finding."""
    if action.number and fold(found.action) == fold(action.number):
        return True
    number = fold(found.number)
    # A bare running number ("1") is in every text; only a code of its own ("KPH-01") proves something.
    return bool(re.search(r"[^\W\d]", number) and re.search(r"\d", number)) and number in fold(action.nonconformity)


def by_words(found: AuditFinding, action: CorrectiveAction) -> bool:
    """Whether both tell the same matter."""
    mine, other = fold(found.text), fold(action.nonconformity)
    return bool(other) and (mine in other or other in mine or likeness(mine, other) >= ALIKE
                           or _told_in(mine, other) or _told_in(other, mine))


def _told_in(mine: str, other: str) -> bool:
    """Whether nearly all words of one sentence of a finding stand in the form, which often says more of it."""
    told = set(re.findall(r"\w+", other))
    pieces = [set(re.findall(r"\w+", piece)) for piece in re.split(r"[;.]\s", mine)]
    return any(len(words) >= FEWEST and len(words & told) >= NEARLY_ALL * len(words) for words in pieces)
