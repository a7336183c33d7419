"""Chính sách chất lượng thiếu cam kết: phải cam kết đáp ứng các yêu cầu áp dụng và cải tiến liên tục hệ thống (điểm
c, d khoản 5.2.1). Cách sửa: thêm câu cam kết còn thiếu. Im lặng khi không đọc được câu cam kết nào, và khi ý đó nói
bằng từ khác ("đúng pháp luật", "không ngừng hoàn thiện").

The quality policy lacks a commitment: it must commit to satisfy applicable requirements and to improve the QMS
continually (5.2.1c, d). Mend it by adding the sentence. Silent where no commitment could be read, and where the same
is said in other words.
"""

from __future__ import annotations

from collections.abc import Iterator

from qmslint.api import Context, Finding, Level, NoOptions, QualityDocument, Text, document_rule, fold, kinds
from qmslint_iso9001._words import IMPROVES, MEETS_REQUIREMENTS

NEEDED = (
    (MEETS_REQUIREMENTS, "5.2.1c",
     Text("đáp ứng các yêu cầu (của pháp luật, của tổ chức và công dân)", "satisfy applicable requirements")),
    (IMPROVES, "5.2.1d",
     Text("cải tiến liên tục hệ thống quản lý chất lượng", "continually improve the quality management system")),
)


@document_rule(
    "policy-commitment-missing",
    title=Text("Chính sách chất lượng thiếu cam kết", "Quality policy lacks a commitment"),
    kinds=(kinds.QUALITY_POLICY,),
    clauses=("5.2.1c", "5.2.1d"),
    level=Level.WARNING,
    since="0.1",
)
def policy_commitment_missing(document: QualityDocument, context: Context[NoOptions]) -> Iterator[Finding]:
    """One finding for each of the two commitments that no sentence makes."""
    policy = document.policy
    if policy is None or not policy.commitments:
        context.cannot_judge(Text("không đọc được câu cam kết nào", "no commitment could be read"))
        return
    words = fold(" ; ".join(phrase.text for phrase in policy.commitments))
    for pattern, clause, name in NEEDED:
        if not pattern.search(words):
            yield context.finding(
                Text(f"Trong {len(policy.commitments)} cam kết của chính sách không có cam kết {name.vi}.",
                     f"None of the {len(policy.commitments)} commitments of the policy is to {name.en}."),
                mend=Text(f"Thêm cam kết {name.vi}.", f"Add the commitment to {name.en}."),
                at=policy.commitments[0].at, evidence=policy.commitments[0].text, clauses=(clause,),
            )
