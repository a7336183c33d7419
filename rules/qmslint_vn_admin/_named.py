"""Whether a procedure names a thing anywhere: in its text, or in the facts that were read of it."""

from __future__ import annotations

from qmslint.api import Location, Place, QualityDocument, shorten
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


def under_heading(document: QualityDocument, at: Location) -> Location:
    """The place of a found word, said with the heading above it."""
    forms = document.attachments_from
    if at.heading or at.place != Place.BODY or (forms is not None and at.order >= forms.order):
        return at
    above = [s for s in document.sections if s.at.place == Place.BODY and s.at.order <= at.order]
    if not above:
        return at
    last = above[-1]
    return at.under(shorten(f"{last.number}. {last.title}" if last.number else last.title, 60))
