"""Territories: whose rules a local law can change or end, its own place's or those of a province merged into it.

Every province counts its numbers anew, and since the mergers a province of today replaces what the merged ones left.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import IntEnum
from functools import cached_property

from qmslint.law.register_keys import differ, is_local, place_of, whose
from qmslint.model.legal import LegalDocument, Relation, RelationKind
from qmslint.model.text import fold

_LOCAL_MAY = (RelationKind.DETAILS, RelationKind.CONSOLIDATES, RelationKind.CORRECTS)
"""What a local law can do to one of a central body: it cannot change or end it."""


class Tie(IntEnum):
    """How one law's words about another reach a law of that number and issuer."""

    NONE = 0  # they mean another one
    UNCLEAR = 1  # several places have a law of that number, and the words do not say whose is meant
    INHERITED = 2  # a province merged into the place: by the map of mergers alone
    SURE = 3


class Territories:
    """The mergers of provinces. Without any, every place stands for itself. Never changed once made."""

    def __init__(self, merged: Mapping[str, Sequence[str]] | None = None, since: date | None = None) -> None:
        self.merged: Mapping[str, Sequence[str]] = dict(merged or {})
        self.since = since

    @cached_property
    def _heirs(self) -> dict[str, str]:
        """Place of a province that was merged → place of the one it belongs to now."""
        return {place_of(one): place_of(heir) for heir, ones in self.merged.items() for one in ones}

    @cached_property
    def _folded(self) -> dict[str, str]:
        return {province: fold(province) for province in self.merged}

    def inherits(self, law: LegalDocument, issuer: str) -> bool:
        """Whether the law is one of the province into which the place of `issuer` was merged, made since then."""
        heir = self._heirs.get(place_of(issuer))
        if heir is None or place_of(whose(law)) != heir:
            return False
        made = law.signed or law.in_force
        if self.since is None or made is not None:
            return made is None or self.since is None or made >= self.since
        year = law.number.split("/")[1:2]
        return not (year and year[0].isdigit()) or int(year[0]) >= self.since.year

    def tie(
        self, law: LegalDocument, relation: Relation, issuer: str, namesakes: Iterable[LegalDocument] = ()
    ) -> Tie:
        """How what `law` says of `relation.target` reaches that number of `issuer`.

        `namesakes`: the laws known under that number.
        """
        place = whose(law)
        if not is_local(relation.target):
            return Tie.NONE if is_local(law.number) and relation.kind not in _LOCAL_MAY else Tie.SURE
        if relation.issuer and differ(relation.issuer, issuer):
            return Tie.NONE
        if not differ(place, issuer, law.number):
            return Tie.SURE
        if not self.inherits(law, issuer):
            return Tie.NONE
        if relation.issuer and issuer:
            return Tie.SURE
        places = {place_of(whose(row)) for row in namesakes if self._within_reach(law, row)}
        return Tie.UNCLEAR if places - {place_of(issuer), ""} else Tie.INHERITED

    def _within_reach(self, law: LegalDocument, row: LegalDocument) -> bool:
        place = whose(row)
        return not differ(whose(law), place) or self.inherits(law, place)

    def around(self, agency: str) -> tuple[str, ...]:
        """Where a rule that holds for an agency names its territory: its own name, the provinces merged into its."""
        folded = fold(agency)
        own = [province for province, name in self._folded.items() if name in folded]
        return (agency, *(place for province in own for place in self.merged[province])) if agency else ()
