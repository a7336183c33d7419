"""The fact of what a document names only as what was, beside the rules that must not hold it against the document."""

from __future__ import annotations

from typing import Any

from qmslint.api import Extractor, Reading
from qmslint_currency._aside import FACT, set_aside


def told(reading: Reading) -> tuple[Any, ...]:
    """Each law or standard that the text only tells of."""
    return set_aside(reading)


TOLD = Extractor(FACT, told, needs=("stated", "citations"), version=2)
