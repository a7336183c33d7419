"""Chuyên gia đánh giá đánh giá chính đơn vị mình: phải bảo đảm khách quan, vô tư (điểm c khoản 9.2.2). Cách sửa: đổi
người giữa các đơn vị. Chỉ nói khi chắc chắn: cả đoàn thuộc một đơn vị được đánh giá, hoặc đoàn chỉ đánh giá một đơn
vị mà có người của đơn vị đó. Im lặng khi đoàn có nhiều người, nhiều đơn vị (có thể đã chia chéo) hoặc không ghi đơn
vị công tác.

Auditors audit their own unit: the choice must ensure objectivity and impartiality (9.2.2c). Mend it by exchanging
auditors between units. Speaks only when certain: the whole team belongs to an audited unit, or a single unit is
audited by a team with one of its own. Silent on mixed teams with several units (they may cross) and where units are
not given.
"""

from __future__ import annotations

from collections.abc import Iterator

from qmslint.api import (
    Audit,
    Context,
    Finding,
    Level,
    NoOptions,
    Person,
    Phrase,
    QualityDocument,
    Text,
    document_rule,
    kinds,
    same,
)


@document_rule(
    "auditor-audits-own-unit",
    title=Text("Chuyên gia đánh giá đơn vị của chính mình", "Auditor audits the own unit"),
    kinds=(kinds.AUDIT_PLAN, kinds.AUDIT_MINUTES, kinds.AUDIT_REPORT, kinds.AUDIT_CHECKLIST),
    clauses=("9.2.2c",),
    level=Level.ERROR,
    since="0.1",
)
def auditor_audits_own_unit(document: QualityDocument, context: Context[NoOptions]) -> Iterator[Finding]:
    """One finding for each audited unit whose auditors are its own."""
    if document.audit is None:
        return
    for unit, own in judged_by_own(document.audit):
        who = ", ".join(person.name for person in own)
        yield context.finding(
            Text(f"{who} công tác tại “{own[0].unit}” lại đánh giá chính “{unit.text}”.",
                 f"{who} of “{own[0].unit}” audits “{unit.text}”, the own unit."),
            mend=Text("Phân công người của đơn vị khác đánh giá đơn vị này (đánh giá chéo).",
                      "Let somebody of another unit audit this one."),
            at=own[0].at, evidence=f"{who}: {own[0].unit}",
        )


def judged_by_own(audit: Audit) -> Iterator[tuple[Phrase, list[Person]]]:
    """Audited units, with the auditors of that unit, where no other could have audited it."""
    for unit in audit.units:
        own = [person for person in audit.team if person.unit.strip() and same(person.unit, unit.text)]
        if own and (len(own) == len(audit.team) or len(audit.units) == 1):
            yield unit, own
