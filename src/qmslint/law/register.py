"""LegalRegister: the legal documents known, and questions about them, each answered from an index built once.

What ends a document: its own date of expiry, or a later document that replaces or repeals the whole of it. An end
whose date is not known makes the standing "unknown", never a guess.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property

from qmslint.law.register_keys import alike, differ, earliest, is_local, key_of, name_key, place_of, whose
from qmslint.law.register_layers import layer
from qmslint.law.register_nouns import RegisterProblem, Standing, Touch
from qmslint.law.register_problems import find_problems
from qmslint.law.territory import Territories, Tie
from qmslint.model.legal import Certainty, LegalDocument, Relation, RelationKind, less_sure

__all__ = ["LegalRegister", "RegisterProblem", "Standing", "Touch"]

IN_FORCE, NOT_YET, EXPIRED, PARTLY, UNKNOWN = "in-force", "not-yet", "expired", "partly", "unknown"
_ENDS = (RelationKind.REPLACES, RelationKind.REPEALS)


class LegalRegister:
    """The register of legal documents. Never changed once made."""

    def __init__(
        self, documents: Iterable[LegalDocument] = (), problems: Iterable[RegisterProblem] = (),
        territories: Territories | None = None,
    ) -> None:
        self.territories: Territories = territories or Territories()
        self.documents: tuple[LegalDocument, ...] = tuple(documents)
        self._known: dict[tuple[int, date], Standing] = {}
        self._got: dict[tuple[str, str], LegalDocument | None] = {}
        self.own_problems: tuple[RegisterProblem, ...] = tuple(problems)  # of the files, not of rows against rows

    @cached_property
    def problems(self) -> tuple[RegisterProblem, ...]:
        """What is wrong with the register: what its files said, and what its rows say of one another."""
        return (*self.own_problems, *find_problems(self.documents, self.territories))

    def problems_in(self, files: Iterable[str]) -> tuple[RegisterProblem, ...]:
        """Those of `problems` that stand in these files."""
        wanted = frozenset(files)
        own = (problem for problem in self.own_problems if problem.file in wanted)
        return (*own, *find_problems(self.documents, self.territories, wanted))

    def get(self, number: str, issuer: str = "") -> LegalDocument | None:
        """The document of that number; of the numbers of provinces the one of `issuer`. Of several the last row."""
        key = number, issuer  # the documents of a set cite the same laws over and over
        if key not in self._got:
            self._got[key] = self._found(number, issuer)
        return self._got[key]

    def _found(self, number: str, issuer: str) -> LegalDocument | None:
        rows = self.all(number)
        if issuer and rows and (len(rows) > 1 or is_local(number)):
            own = tuple(row for row in rows if not differ(whose(row), issuer))
            rows = own or tuple(row for row in rows if not is_local(number) or alike(row, issuer))
        return rows[-1] if rows else None

    def all(self, number: str) -> tuple[LegalDocument, ...]:
        """Every document of that number, in the order of rows."""
        return tuple(self._rows.get(key_of(number), ()))

    def named(self, name: str, year: int = 0) -> LegalDocument | None:
        """The law of that name ("Luật Hộ tịch", 2014); without a year only where one law alone bears it."""
        found = self._names.get((name_key(name), year), ())
        return found[0] if len(found) == 1 else None

    def namesakes(self, name: str) -> tuple[LegalDocument, ...]:
        """Every law of that name, of whatever year."""
        return tuple(self._names.get((name_key(name), 0), ()))

    def standing(self, number: str, on: date, issuer: str = "") -> Standing | None:
        """Whether the document is in force on a day, since when, and what ended it; None = not in the register."""
        document = self.get(number, issuer)
        if document is None:
            return None
        key = id(document), on
        if key not in self._known:
            self._known[key] = self._standing(document, on)
        return self._known[key]

    def replaced_by(self, number: str, on: date, issuer: str = "") -> tuple[LegalDocument, ...]:
        """What stands in its place by that day: the ends of the chain of replacements."""
        ends: list[LegalDocument] = []
        seen = {(key_of(number), place_of(issuer))}
        open_laws = [(number, issuer)]
        while open_laws:
            for law in self._replacing(*open_laws.pop(), on):
                by = whose(law)
                key = (key_of(law.number), place_of(by))
                if key not in seen:
                    seen.add(key)
                    open_laws.append((law.number, by))
                    if not self._replacing(law.number, by, on):
                        ends.append(law)
        return tuple(ends)

    def touches(
        self, number: str, after: date | None = None, until: date | None = None, issuer: str = ""
    ) -> tuple[Touch, ...]:
        """What amended, replaced, repealed, detailed or corrected it, with effect after one day and until another.

        By date of effect; those whose date is not known stand last, unless they are certainly later than `until`.
        """
        kept = []
        for found in self._touches.get(key_of(number), ()):
            touch = self._tied(found, issuer)
            if touch is None:
                continue
            if touch.effective is None:
                first = earliest(touch.document)
                if until is not None and first is not None and first > until:
                    continue
            elif (after is not None and touch.effective <= after) or (until is not None and touch.effective > until):
                continue
            kept.append(touch)
        return tuple(sorted(kept, key=lambda touch: touch.effective or date.max))

    def clocks(self, document: LegalDocument) -> tuple[tuple[date, str], ...]:
        """Every date on which it, or a part of it, comes into force, with the part ("" = the whole)."""
        whole = ((document.in_force, ""),) if document.in_force is not None else ()
        if not document.parts:
            return whole
        return tuple(sorted({*whole, *((part.in_force, part.part) for part in document.parts)}))

    def layered(self, other: LegalRegister) -> LegalRegister:
        """This register with `other` over it, row by row: what a row of `other` says counts, the rest stays."""
        documents, problems = layer(self.documents, other.documents)
        territories = self.territories if self.territories.merged else other.territories
        return LegalRegister(documents, (*self.own_problems, *other.own_problems, *problems), territories)

    @cached_property
    def _rows(self) -> dict[str, list[LegalDocument]]:
        """Rows by the key of their number. (A register that another one is laid over is never asked.)"""
        rows: dict[str, list[LegalDocument]] = {}
        for document in self.documents:
            rows.setdefault(key_of(document.number), []).append(document)
        return rows

    @cached_property
    def _touches(self) -> dict[str, list[Touch]]:
        """What touches a law, by the key of its number."""
        touches: dict[str, list[Touch]] = {}
        for document in self.documents:
            for relation in document.relations:
                if relation.kind is not RelationKind.CONSOLIDATES:
                    touches.setdefault(key_of(relation.target), []).append(_touch(document, relation))
        return touches

    @cached_property
    def _names(self) -> dict[tuple[str, int], list[LegalDocument]]:
        names: dict[tuple[str, int], list[LegalDocument]] = {}
        for document in self.documents:
            if document.type not in ("luat", "bo-luat", "phap-lenh", "hien-phap") or not document.title:
                continue
            first = earliest(document)
            name = name_key(document.title, document.type)
            for year in {0, first.year if first else 0}:
                names.setdefault((name, year), []).append(document)
        return names

    def _tied(self, touch: Touch, issuer: str) -> Touch | None:
        """The touch as far as it reaches the law of that issuer; what rests on the map of mergers alone is not sure."""
        tie = self.territories.tie(touch.document, touch.relation, issuer, self.all(touch.relation.target))
        if tie is Tie.INHERITED:
            return touch._replace(certainty=Certainty.SECONDARY)
        return touch if tie is Tie.SURE else None

    def _replacing(self, number: str, issuer: str, on: date) -> list[LegalDocument]:
        return [
            touch.document for touch in self.touches(number, issuer=issuer)
            if touch.relation.kind is RelationKind.REPLACES and not touch.relation.part
            and _begun(touch, on) is not False
        ]

    def _standing(self, document: LegalDocument, on: date) -> Standing:
        touches = [touch for touch in self.touches(document.number, issuer=whose(document))
                   if touch.relation.kind in _ENDS]
        whole = [touch for touch in touches if not touch.relation.part]
        ended = [touch for touch in whole if _begun(touch, on)]
        by_itself = document.expires is not None and document.expires <= on
        if ended and not by_itself and _was_in_force(document, ended):
            return _made(document, UNKNOWN, None, ended)
        if ended or by_itself:
            days = [touch.effective for touch in ended if touch.effective]
            since = min([*days, document.expires] if by_itself and document.expires else days)
            return _made(document, EXPIRED, since, ended)
        if document.status == EXPIRED and document.expires is None and _noted_end(whole, on):
            sure = document.checked_on is None or document.checked_on <= on
            return _made(document, EXPIRED if sure else UNKNOWN, None, whole)
        first = min((day for day, _ in self.clocks(document)), default=None)
        if (first is not None and on < first) or (first is None and document.signed and on < document.signed):
            return _made(document, NOT_YET, document.signed if document.signed and document.signed <= on else None)
        doubtful = [touch for touch in whole if _begun(touch, on) is None]
        if doubtful:
            return _made(document, UNKNOWN, None, doubtful)
        parts = [touch for touch in touches if touch.relation.part and _begun(touch, on)]
        if parts:
            return _made(document, PARTLY, parts[0].effective, parts)
        if first is None:
            known = {"in-force": IN_FORCE, "partly-expired": PARTLY, "not-yet": NOT_YET}.get(document.status, UNKNOWN)
            return _made(document, known, None)
        after = {"partly-expired": PARTLY, "unknown": UNKNOWN}.get(document.status, IN_FORCE)
        return _made(document, after, first if after is IN_FORCE else None)


def _touch(document: LegalDocument, relation: Relation) -> Touch:
    effective = relation.since
    if effective is None and relation.part:
        effective = next((part.in_force for part in document.parts if part.part == relation.part), None)
    return Touch(document, relation, effective or document.in_force, document.certainty)


def _begun(touch: Touch, on: date) -> bool | None:
    """Whether an effect has begun by a day; None where that is not known."""
    if touch.effective is not None:
        return touch.effective <= on
    first = earliest(touch.document)
    return False if first is not None and first > on else None


def _was_in_force(document: LegalDocument, ended: list[Touch]) -> bool:
    """Whether somebody verified that it was in force after the day on which less sure rows end it."""
    checked = document.checked_on
    return document.status == IN_FORCE and document.certainty is Certainty.VERIFIED and checked is not None and all(
        touch.certainty is not Certainty.VERIFIED and touch.effective is not None and touch.effective <= checked
        for touch in ended
    )


def _noted_end(whole: list[Touch], on: date) -> bool:
    """Whether the end that somebody noted without a date may have come: none of the known ends lies after the day."""
    return not whole or any(_begun(touch, on) is not False for touch in whole)


def _made(document: LegalDocument, state: str, since: date | None, touches: Sequence[Touch] = ()) -> Standing:
    by = tuple(dict.fromkeys(touch.document for touch in touches))
    certainty = less_sure(document.certainty, *(touch.certainty for touch in touches))
    return Standing(document, state, since, by, certainty)
