"""What rules say of a term that a document uses: shared by the rules on bodies, units and papers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from qmslint.api import (
    Certainty,
    Confidence,
    Context,
    Location,
    NamedTuple,
    QualityDocument,
    Text,
    fold,
    kinds,
)
from qmslint_currency._data import Term, pattern, terms
from qmslint_currency._dated import judged_from
from qmslint_currency._uses import FACT

NOT_READ = (kinds.LEGAL_LIST, kinds.FORM)
"""Kinds that repeat titles or forms of others."""


class Use(NamedTuple):
    """A term used in a document: the words as written, how often, where first; in whose hands a step lies."""

    term: Term
    words: str
    times: int
    at: Location
    acts: bool  # a step of the process lies in its hands


def used(document: QualityDocument, group: str, context: Context[Any]) -> Iterator[Use]:
    """The terms of a group that the document uses although they were gone when it was last revised."""
    if document.kind in NOT_READ:
        return
    known = {extra.get("name"): extra for extra in document.extras(FACT)}
    steps = document.procedure.steps if document.procedure else ()
    hinted = _hinted("\n".join([step.responsible for step in steps]))
    if not known and not hinted:
        return
    day = judged_from(document, context.as_of)
    for term in terms():
        if term.group != group or term.since > day:
            continue
        step = _step(document, term) if term.name in hinted else None
        extra = known.get(term.name)
        if step is not None:
            count = max(1, int(extra.get("count")) if extra else 1)
            yield Use(term, step[0], count, document.place(step[1]), True)
        elif extra is not None:
            at = document.place(extra.at)
            yield Use(term, extra.get("words"), int(extra.get("count")), at, False)


@lru_cache(maxsize=1024)
def _hinted(acting: str) -> frozenset[str]:
    """The names of the terms that may stand in these words: every rule on terms asks it of the same steps."""
    folded = fold(acting)
    return frozenset([term.name for term in terms() if any(hint in folded for hint in term.hints)]) if acting else (
        frozenset())


def _step(document: QualityDocument, term: Term) -> tuple[str, Location] | None:
    """The first step that lies in its hands."""
    for step in document.procedure.steps if document.procedure else ():
        folded = fold(step.responsible)
        if any(hint in folded for hint in term.hints) and pattern(term).search(folded) and "cũ" not in folded.split():
            return step.responsible, step.at
    return None


def places(count: int) -> Text:
    """How many places, where there are several."""
    return Text(f" ({count} chỗ)", f" ({count} places)") if count > 1 else Text("", "")


def sureness(term: Term) -> Confidence:
    """What was read in secondary sources only is said with low confidence."""
    return Confidence.LOW if term.certainty is Certainty.SECONDARY else Confidence.HIGH


def said(day: Any) -> str:
    """A date as documents print it."""
    return f"{day.day:02}/{day.month:02}/{day.year}"
