"""Hygiene: documents that contradict themselves or each other (7.5 of ISO 9001:2015)."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from qmslint.api import Catalogue, Extractor, Rule, catalogues_of, extractors_of, hookimpl, rules_of


@hookimpl
def qmslint_rules() -> Iterable[Rule]:
    """Every rule of the pack."""
    return rules_of(sys.modules[__name__])


@hookimpl
def qmslint_extractors() -> Iterable[Extractor]:
    """The facts that rules of the pack bring themselves."""
    return extractors_of(sys.modules[__name__])


@hookimpl
def qmslint_catalogues() -> Iterable[Catalogue]:
    """The data of the pack."""
    return catalogues_of(sys.modules[__name__])
