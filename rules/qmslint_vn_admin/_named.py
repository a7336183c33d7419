"""Whether a procedure names a thing anywhere: in its text, or in the facts that were read of it."""

from __future__ import annotations

from qmslint.api import QualityDocument
from qmslint_vn_admin._data import has


def names(document: QualityDocument, group: str) -> bool:
    """Whether any word of the group occurs in the text, the items, steps, forms or records."""
    if document.extras(f"vn_admin:{group}"):
        return True
    procedure = document.procedure
    texts = [form.name for form in document.forms] + [record.name for record in document.records]
    if procedure is not None:
        texts += [item.text for item in procedure.items]
        texts += [f"{step.name} {step.result}" for step in procedure.steps]
    return any(has(text, group) for text in texts)
