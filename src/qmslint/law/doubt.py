"""Doubt: why it is not known whether a document is in force, and what the agency can write down so that it is."""

from __future__ import annotations

from qmslint.law.period import say
from qmslint.law.register_keys import earliest, is_local, whose
from qmslint.law.register_nouns import Standing
from qmslint.model.legal import LegalDocument
from qmslint.model.text import Text
from qmslint.model.tuples import NamedTuple


class Doubt(NamedTuple):
    """The reason in words, and the row of a register (YAML) that settles it."""

    reason: Text
    row: str


def doubt_of(standing: Standing) -> Doubt | None:
    """Why the standing is "unknown"; None where it is known."""
    if standing.state != "unknown":
        return None
    document = standing.document
    by = ", ".join(law.number for law in standing.by)
    if standing.by:
        return _about_end(document, standing.by, by)
    if document.status == "expired":
        return Doubt(
            Text("được ghi là hết hiệu lực nhưng không rõ từ ngày nào", "noted as ended, from which day is not known"),
            f"{{{_named(document)}, expires: …}}",
        )
    if document.type == "standard":
        return Doubt(
            Text("tiêu chuẩn: sổ văn bản không theo dõi hiệu lực", "a standard: the register does not follow them"),
            f"{{{_named(document)}, status: in-force, checked_on: …}}",
        )
    if document.status == "unknown":
        return Doubt(
            Text("chưa có nguồn xác nhận văn bản còn hay đã bị thay thế, bãi bỏ",
                 "no source says whether it was replaced or repealed"),
            f"{{{_named(document)}, status: …, expires: …, replaced_by: …, checked_on: …}}",
        )
    return Doubt(
        Text("sổ văn bản không ghi ngày có hiệu lực", "the register does not give its date of effect"),
        f"{{{_named(document)}, in_force: …}}",
    )


def _named(document: LegalDocument) -> str:
    """How a row names the document: its number, and whose it is where places count alike."""
    by = whose(document)
    return f"number: {document.number}" + (f", issuer: {by}" if is_local(document.number) and by else "")


def _about_end(document: LegalDocument, laws: tuple[LegalDocument, ...], by: str) -> Doubt:
    dated = [law for law in laws if law.in_force is not None]
    if dated and document.checked_on is not None and document.status == "in-force":
        day = say(document.checked_on)
        return Doubt(
            Text(f"{by} được ghi là thay thế hoặc bãi bỏ văn bản này, nhưng ngày kiểm tra {day} văn bản còn hiệu lực",
                 f"{by} is noted to end it, but it was verified to be in force on {day}"),
            f"{{{_named(document)}, expires: …}}",
        )
    first = min(laws, key=lambda law: str(earliest(law) or ""))
    return Doubt(
        Text(f"{by} thay thế hoặc bãi bỏ văn bản này, nhưng không rõ từ ngày nào",
             f"{by} replaces or repeals it, from which day is not known"),
        f"{{{_named(first)}, in_force: …}}",
    )
