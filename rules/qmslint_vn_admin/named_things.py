"""The things that a procedure names somewhere in its text: how files come in, the apology, the control slip.

Brings facts only: rules beside it read them as `vn_admin:manner`, `vn_admin:apology`, `vn_admin:control-slip`.
"""

from __future__ import annotations

from qmslint.api import Extra, Extractor, Reading, kinds
from qmslint_vn_admin._mentions import mentions


def named(reading: Reading) -> tuple[Extra, ...]:
    """Which of the things are named, and where first."""
    return mentions(reading, ("manner", "apology", "control-slip"))


NAMED_THINGS = Extractor(
    "vn_admin:named",
    named,
    needs=("stated", "kind"),  # what a typed record states comes first
    kinds=(kinds.TTHC_PROCEDURE, kinds.SYSTEM_PROCEDURE, kinds.QUALITY_MANUAL),
)
