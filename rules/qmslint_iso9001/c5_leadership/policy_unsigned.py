"""Chính sách chất lượng chưa có người ký hoặc ngày ban hành, hoặc người ký không phải người đứng đầu vào ngày ký
(khoản 5.1.1, 5.2.2). Cách sửa: người đứng đầu ký, ghi ngày. Tên được so với agency.head của qmslint.yaml; không khai
thì không so. Im lặng với bản dự thảo.

The quality policy has no signatory or date, or its signatory was not the head on that day (5.1.1, 5.2.2). Mend it by
the head signing and dating it. The name is compared with agency.head of the settings where given. Silent on drafts.
"""

from __future__ import annotations

from collections.abc import Iterator

from qmslint.api import Context, Finding, Level, NoOptions, QualityDocument, Text, document_rule, fold, kinds
from qmslint_iso9001._reviews import named
from qmslint_iso9001._words import person

MEND = Text("Người đứng đầu ký, ghi rõ họ tên và ngày ban hành chính sách.", "Let the head sign, with name and date.")


@document_rule(
    "policy-unsigned",
    title=Text("Chính sách chất lượng chưa ký", "Quality policy is not signed"),
    kinds=(kinds.QUALITY_POLICY,),
    clauses=("5.1.1", "5.2.2"),
    level=Level.WARNING,
    reads_drafts=False,
    since="0.1",
)
def policy_unsigned(document: QualityDocument, context: Context[NoOptions]) -> Iterator[Finding]:
    """What is missing under the policy; a signatory who was not the head."""
    policy = document.policy
    if policy is None:
        return
    approver = next((a for a in document.approvals if a.name.strip()), None)
    name = policy.signatory.name if policy.signatory else approver.name if approver else ""
    day = policy.date or (approver.signed_on if approver else None)
    lacking = [
        text for present, text in (
            (name.strip(), Text("người ký", "a signatory")),
            (day or document.identity.issued, Text("ngày ban hành", "a date")),
        ) if not present
    ]
    if lacking:
        names = named(lacking)
        yield context.finding(
            Text(f"Chính sách chất lượng không ghi {names.vi}.", f"The quality policy has no {names.en}."),
            mend=MEND, evidence=names.vi,
        )
    heads = context.settings.agency.head
    signed = day.value if day and day.value else document.identity.issued
    if not name.strip() or not heads or signed is None:
        return
    office = [
        head.name for head in heads
        if (head.since is None or head.since <= signed) and (head.until is None or signed <= head.until)
    ]
    if office and not any(person(fold(name)) == person(fold(head)) for head in office):
        yield context.finding(
            Text(f"Chính sách chất lượng do {name} ký, người đứng đầu ngày {signed:%d/%m/%Y} là {', '.join(office)}.",
                 f"The policy is signed by {name}; the head on {signed:%d/%m/%Y} is {', '.join(office)}."),
            mend=MEND, at=policy.signatory.at if policy.signatory else document.approvals[0].at, evidence=name,
        )
