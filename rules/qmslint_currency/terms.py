"""The fact and the data of the rules on what no longer exists: bodies, administrative units, papers."""

from __future__ import annotations

from typing import Any

from qmslint.api import Catalogue, Extractor, Reading
from qmslint_currency._data import load, territories
from qmslint_currency._uses import FACT, uses


def used_terms(reading: Reading) -> tuple[Any, ...]:
    """Each abolished body, unit or paper that the document uses by name."""
    return uses(reading)


TERMS = Extractor(FACT, used_terms, needs=("stated", "kind", "attachments_from"))

ABOLISHED = Catalogue("abolished-terms", "terms", lambda: load("terms"), {"source": "72/2025/QH15; 176/2025/QH15 …"})
PROVINCES = Catalogue(
    "merged-provinces", "territories", territories,
    {"source": "202/2025/QH15", "since": "2025-07-01", "certainty": "V2"},
)
STANDARDS = Catalogue("quality-standards", "standards", lambda: load("standards"), {"source": "TCVN"})
