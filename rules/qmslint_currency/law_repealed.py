"""Văn bản dựa vào luật đã hết hiệu lực: đã bị thay thế, bãi bỏ hoặc hết hạn khi văn bản được ban hành, hoặc hết hiệu
lực đã quá ba tháng mà không có văn bản thay thế. Sửa: viện dẫn văn bản đang có hiệu lực và rà soát nội dung. Khi văn
bản thay thế mới có hiệu lực sau lần ban hành gần nhất thì quy tắc law-update-overdue hoặc law-update-due nói, quy tắc
này im lặng. Cũng im lặng với chỗ chỉ kể lại ("thay thế …", "… đã hết hiệu lực"), tên nằm trong tên văn bản khác, biểu
mẫu in kèm, và khi sổ văn bản ghi điều khoản chuyển tiếp.

The document rests on a law that is no longer in force: it had ended when the document was issued, or ended over three
months ago with nothing in its place. Mend: cite the law in force and review the text. Where a successor came into force
after the last issue, law-update-overdue or law-update-due speak instead. Silent on places that only tell what was,
on names inside titles of others, attached forms, and where the register notes a transitional clause.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from qmslint.api import (
    Certainty,
    Cited,
    Confidence,
    Context,
    Finding,
    Level,
    Related,
    Standing,
    Text,
    UpdateState,
    Workspace,
    kinds,
    law_of_row,
    parse_number,
    update_deadline,
    workspace_rule,
)
from qmslint_currency._aside import places_in_use
from qmslint_currency._say import mended, said
from qmslint_currency._view import Judged, judged, register_missing

_TOLD = (UpdateState.DUE, UpdateState.OVERDUE, UpdateState.SILENCED, UpdateState.COMING)
_IN_FORCE = Text("Viện dẫn văn bản đang có hiệu lực.", "Cite the law that is in force.")


@workspace_rule(
    "law-repealed",
    title=Text("Viện dẫn văn bản đã hết hiệu lực", "A law that is no longer in force"),
    kinds=(kinds.TTHC_PROCEDURE, kinds.SYSTEM_PROCEDURE, kinds.QUALITY_MANUAL),
    clauses=("8.2.2", "7.5.3"),
    basis=("19/2014/QĐ-TTg Điều 4 khoản 4 điểm a",),
    level=Level.ERROR,
    since="0.1",
)
def law_repealed(workspace: Workspace, context: Context[Any]) -> Iterator[Finding]:
    """One finding for each ended law that a document rests on."""
    if register_missing(workspace, context):
        return
    unknown: set[str] = set()
    for one in judged(workspace, context):
        if one.document.kind == kinds.LEGAL_LIST or (one.revised and one.subject.versions[0] > context.as_of):
            continue
        for cited in one.subject.cited:
            if cited.document is None:
                number = parse_number(cited.number)
                if number is None or number.normative:  # the agency's own decisions stand in no register
                    unknown.add(cited.number)
                continue
            standing = context.register.standing(cited.number, context.as_of, cited.issuer)
            if standing is not None and standing.state == "expired" and not _told(one, cited, standing, context):
                yield from _finding(one, cited, standing, context)
    if unknown:
        context.cannot_judge(Text(
            f"{len(unknown)} văn bản được viện dẫn không có trong sổ văn bản nên chưa biết còn hiệu lực hay không.",
            f"{len(unknown)} cited laws are not in the register, so whether they are in force is not known.",
        ))


def _told(one: Judged, cited: Cited, standing: Standing, context: Context[Any]) -> bool:
    """Whether the three-month rule tells it, or a transitional clause keeps the law alive."""
    if any(law.transition for law in standing.by):
        return True
    since, revised = standing.since, _revised(one, context.as_of)
    if since is None or revised is None or since <= revised:
        return False
    if any(cited.number in update.through and update.state in _TOLD for update in one.updates):
        return True
    return context.as_of <= update_deadline(since, context.calendar).rolled


def _revised(one: Judged, as_of: date) -> date | None:
    return max((day for day in one.subject.versions if day <= as_of), default=None)


def _finding(one: Judged, cited: Cited, standing: Standing, context: Context[Any]) -> Iterator[Finding]:
    places = places_in_use(cited.number, cited.places, one.document, context.register)
    if not places:
        return
    law = standing.document
    heirs = context.register.replaced_by(law.number, context.as_of, law.issuer or law.territory)
    both = any(one.subject.names(law_of_row(law)) for law in heirs)
    ended = said(standing.since) if standing.since else ""
    since = Text(f" từ {ended}", f" since {ended}") if ended else Text("", "")
    by = ", ".join(law.number for law in heirs) or ", ".join(law.number for law in standing.by)
    cause = Text(f", do {by}", f", by {by}") if by else Text("", "")
    late = _revised(one, context.as_of)
    issued = standing.since is not None and late is not None and standing.since <= late
    when = Text(f"; văn bản ban hành ngày {said(late)}", f"; the document was issued on {said(late)}") if issued else (
        Text("", ""))
    again = Text(" Văn bản mới cũng đã được viện dẫn.", " The new law is cited too.") if both else Text("", "")
    low = standing.certainty is Certainty.SECONDARY
    local = law.issuer if any(sign in cited.number for sign in ("HĐND", "UBND")) else ""
    of = Text(f" của {local}", f" of {local}") if local else Text("", "")
    heir = Text(f"Thay bằng {by} và rà soát nội dung theo văn bản đó.", f"Cite {by} and review the text by it.")
    yield context.finding(
        Text(
            f"{cited.number}{of.vi} đã hết hiệu lực{since.vi}{cause.vi}{when.vi}.{again.vi}",
            f"{cited.number}{of.en} is not in force{since.en}{cause.en}{when.en}.{again.en}",
        ),
        mend=mended(heir if heirs else _IN_FORCE, low),
        at=places[0],
        related=[Related(one.document.path, at, Text("cũng viện dẫn ở đây", "cited here too")) for at in places[1:6]],
        evidence=cited.number,
        document=one.document,
        level=Level.WARNING if low or both else Level.ERROR,
        confidence=Confidence.LOW if low else Confidence.MEDIUM if not ended or both else Confidence.HIGH,
    )


