"""The built-in legal register: the documents that bear on a QMS of the administration and on common TTHC.

Only facts that somebody has read, each row with its source and how sure it is; a date that is not known is not there,
and status "unknown" says that a later document may have ended it.
"""

from __future__ import annotations

import json
from pathlib import Path

from qmslint.api import Catalogue, LegalRegister, trusted_register


def load() -> LegalRegister:
    """The rows of `data/legal_register.json`."""
    text = (Path(__file__).parent / "data" / "legal_register.json").read_text(encoding="utf-8")
    return trusted_register(json.loads(text), "qmslint")


BUILT_IN = Catalogue("qmslint", "legal-register", load, {"checked_on": "2026-11-22"})
